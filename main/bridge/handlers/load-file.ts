import type { Contract } from '../../../shared/contract/contract.ts';
import type { Question, Reply } from '../../../shared/contract/wire.ts';
import { refuse } from '../../../shared/failure/failure.ts';
import { guessLoadColumns } from '../../../shared/records/views/load-columns.ts';
import { takeInLoadFile, type LoadFile } from '../../evidence/load-file.ts';
import { handedLoadFile, openLoadFile } from '../../evidence/open-load-file.ts';
import { planLoadFile } from '../../evidence/plan-load-file.ts';
import type { TableRow } from '../../evidence/reader/table.ts';
import type { Context } from '../context.ts';
import { handedSource } from '../open-granted.ts';
import { readGranted } from '../read-granted.ts';
import type { Handlers } from '../serve.ts';

/** Most lines of a load file that are shown, and most that are told by themselves where something is wrong with them. */
const [shownRows, shownRefusals] = [50, 500];
/** Most paths that are asked of a host that hands files over. */
const mostWanted = 20_000;

type Asked = Pick<Question<Contract, 'evidence.planLoadFile'>, 'file' | 'columns' | 'handed'>;

/** How many documents a table lists, where its heading is that of a load file; null for every other table. */
export function documentsListed(rows: readonly TableRow[], file: string): number | null {
  const [heading, ...body] = rows;
  const columns = guessLoadColumns(heading?.cells ?? []);
  const files = columns.includes('native') || columns.includes('text') || /\.dat$/i.test(file);
  return columns.includes('control') && files ? body.length : null;
}

/**
 * Taking in what a load file lists. Where the host knows paths the window names the load file alone: its files are looked for where it lies, and nowhere above. A host
 * without paths hands over the files that it names.
 */
export function loadFileHandlers({ clock, grants, runJob, session }: Context): Pick<Handlers<Contract>, 'evidence.planLoadFile' | 'evidence.loadFile'> {
  const open = async ({ file, columns, handed }: Asked, signal: AbortSignal): Promise<LoadFile> => {
    const granted = grants.take(file);
    const load =
      'path' in granted
        ? await openLoadFile(runJob, granted.path, { signal })
        : await handedLoadFile(runJob, { ...(await readGranted(grants, file, signal)), ...(await filesOf(handed, signal)) }, signal);
    return columns === undefined ? load : { ...load, columns };
  };
  const filesOf = async (handed: Asked['handed'], signal: AbortSignal) => ({
    ...(handed?.images !== undefined && { images: (await readGranted(grants, handed.images, signal)).bytes }),
    files: (handed?.files ?? []).map(({ path, file }) => ({ path, source: handedOver(file) })),
  });
  const handedOver = (token: string) => {
    const granted = grants.take(token);
    return 'staged' in granted ? handedSource(granted, clock().instant) : refuse({ code: 'misuse', why: 'the window named a place where a file was asked for' });
  };
  return {
    'evidence.planLoadFile': async ({ check, ...asked }, { signal, tell }) => {
      session.opened();
      const load = await open(asked, signal);
      // Before anything was handed over, that nothing is there says nothing.
      const volume = 'path' in grants.take(asked.file) || asked.handed !== undefined ? load.volume : undefined;
      const plan = await planLoadFile(load, {
        columns: asked.columns,
        volume,
        digests: check,
        signal,
        tell: (done, of, control) => tell({ done, of, unit: 'file', what: control }),
      });
      const { heading, samples, columns, rows, images, faults, wanted } = plan;
      return {
        documents: Math.max(0, load.rows.length - 1),
        images,
        heading: [...heading],
        samples: [...samples],
        columns: [...columns],
        preview: rows.slice(0, shownRows).map(({ line, control, parent, title, custodian, native, text }) => ({ line, control, parent, title, custodian, path: native, text })),
        faults: faults.slice(0, shownRefusals).map((fault) => ({ ...fault })),
        faultCount: faults.length,
        wanted: wanted.slice(0, mostWanted),
      };
    },
    'evidence.loadFile': async ({ caseId, file, columns, handed, source: system, reasonWithoutSecondOpener: reason, ...labels }, { signal, tell }) => {
      const { vault, records } = session.opened();
      const load = await open({ file, columns, handed }, signal);
      const of = Math.max(0, load.rows.length - 1);
      const told: Reply<Contract, 'evidence.loadFile'> = { taken: 0, refused: 0, lines: [] };
      for await (const { line, control, taken, failure } of takeInLoadFile({ vault, records, runJob, clock }, load, { ...labels, caseId, system, reason, signal })) {
        if (taken) told.taken++;
        else if (told.refused++ < shownRefusals) told.lines.push({ line, control, failure });
        tell({ done: told.taken + told.refused, of: Math.max(of, told.taken + told.refused), unit: 'file', what: control });
      }
      if (told.refused === 0)
        for (const token of [file, ...(handed?.files ?? []).map((one) => one.file), ...(handed?.images === undefined ? [] : [handed.images])]) grants.forget(token);
      return told;
    },
  };
}
