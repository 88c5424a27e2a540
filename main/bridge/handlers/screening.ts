import type { Contract } from '../../../shared/contract/contract.ts';
import { refuse } from '../../../shared/failure/failure.ts';
import { lookAtRoster } from '../../evidence/roster/look-at-roster.ts';
import { screenRoster } from '../../evidence/roster/screen-roster.ts';
import type { SourceFile } from '../../evidence/source-file.ts';
import { exportScreening } from '../../exchange/export-screening.ts';
import { fileDestination } from '../../exchange/file-destination.ts';
import { toPurge } from '../../records/purge-roster.ts';
import { isShell } from '../../records/row.ts';
import { differing, screeningNumbered } from '../../records/screening-results.ts';
import type { Context } from '../context.ts';
import { openGranted } from '../open-granted.ts';
import type { Handlers } from '../serve.ts';
import { dayTextAt } from '../today.ts';
import { copied } from './scope.ts';

type Names = 'screening.look' | 'screening.run' | 'screening.differing' | 'screening.export' | 'roster.due' | 'roster.purge';

/** Rosters: looked at, screened, and their results for the identity team. */
export function screeningHandlers({ clock, grants, line, random, session }: Context): Pick<Handlers<Contract>, Names> {
  async function withSource<T>(token: string, work: (source: SourceFile) => Promise<T>): Promise<T> {
    const source = await openGranted(grants.take(token), clock().instant);
    try {
      return await work(source);
    } finally {
      await source.close();
    }
  }
  const chosen = ({ encoding, delimiter }: { encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | undefined; delimiter?: ',' | ';' | '\t' | undefined }) => ({
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
  });

  return {
    'screening.look': ({ file, ...form }) =>
      withSource(file, async (source) => {
        const { vault, records } = session.opened();
        if (!vault.compartments.includes('people')) refuse({ code: 'compartment-closed', compartment: 'people' });
        const earlier = records
          .reading()
          .all('screening')
          .filter((one) => !isShell(one));
        return copied({ name: source.name, bytes: source.bytes, ...(await lookAtRoster(source, chosen(form), earlier)) });
      }),
    'screening.run': async ({ order, file, day, mapping, keep, ...form }, { signal, tell }) => {
      const { vault, records } = session.opened();
      const { screening } = await withSource(file, (source) =>
        screenRoster({ vault, records, clock }, source, {
          order,
          mapping,
          form: chosen(form),
          signal,
          ...(day !== undefined && { day }),
          ...(keep !== undefined && { keep }),
          tell: ({ bytes, rows }) => tell({ bytes, of: source.bytes, rows }),
        }),
      );
      grants.forget(file);
      return { number: screening.number, rows: screening.fields.rows, badLines: screening.fields.badLineCount };
    },
    'roster.due': ({ caseId }) => {
      const { instant, zone } = clock();
      const due = toPurge(session.opened().records.reading(), dayTextAt(instant, zone)).filter((one) => caseId === null || one.caseId === caseId);
      return { due: due.map((one) => ({ number: one.number, purgeOn: isShell(one) ? null : one.fields.purgeOn })) };
    },
    'roster.purge': async ({ number, reason }) => ({ number: (await session.opened().records.purgeRoster(number, reason)).number }),
    'screening.differing': async ({ number, skip, limit }) => {
      const { vault, records } = session.opened();
      const screening = screeningNumbered(records.reading(), number);
      const rows = [];
      let at = 0;
      for await (const one of differing(vault, screening)) {
        if (at++ < skip) continue;
        if (rows.length === limit) return { rows, more: true };
        rows.push(one);
      }
      return { rows, more: false };
    },
    'screening.export': async ({ number, reasons }, { signal }) => {
      const { vault, records } = session.opened();
      screeningNumbered(records.reading(), number);
      const { path } = await line.ask('place.saveAs', { name: reasons ? 'screening-with-reasons.csv' : 'screening.csv' });
      if (path === null) return refuse({ code: 'cancelled' });
      const unique = Buffer.from(random(8)).toString('hex');
      const manifest = await exportScreening({ vault, records }, { number, reasons, destination: fileDestination(path, unique), signal });
      return { file: manifest.file, release: manifest.number, bytes: manifest.bytes };
    },
  };
}
