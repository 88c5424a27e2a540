import type { Contract } from '../../../shared/contract/contract.ts';
import { refuse } from '../../../shared/failure/failure.ts';
import { keepPaper } from '../../evidence/keep-paper.ts';
import { fileDestination } from '../../exchange/file-destination.ts';
import { fileName } from '../../filings/file-name.ts';
import { preflight } from '../../filings/preflight.ts';
import { contentOf, pressFiling, previewFiling } from '../../filings/press-filing.ts';
import type { CarriedFiles } from '../carried-files.ts';
import type { Context } from '../context.ts';
import type { Previews } from '../previews.ts';
import type { Handlers } from '../serve.ts';
import { dayTextAt } from '../today.ts';

export type FilingHandlers = Pick<Handlers<Contract>, 'filings.preflight' | 'filings.preview' | 'filings.previewPage' | 'filings.press'>;

/** Papers: what stands in the way of one, how it would look, and the finished file in the place that the person chose. */
export function filingHandlers({ clock, line, printer, random, runJob, session }: Context, carried: CarriedFiles, previews: Previews): FilingHandlers {
  const houseOf = () => {
    const { vault, records } = session.opened();
    return {
      records,
      checkpoint: () => vault.checkpoint(),
      clock,
      sample: vault.sample,
      runJob,
      keep: (name: string, pdf: Uint8Array, signal?: AbortSignal) => keepPaper({ vault, runJob, clock }, name, pdf, signal),
    };
  };
  return {
    'filings.preflight': (asked) => {
      const now = clock();
      const found = preflight(session.opened().records.reading(), asked, now);
      return { findings: found.findings.map((finding) => ({ ...finding })), content: contentOf(found, asked, now) };
    },
    'filings.preview': async (asked, { signal, tell }) => {
      const { pdf, pages, sha256, content } = await previewFiling(houseOf(), asked, { signal, tell: ({ done, of, unit, what }) => tell({ done, of, unit, what }) });
      return { preview: previews.show(pdf), pages, sha256, bytes: pdf.length, content };
    },
    'filings.previewPage': ({ preview, page }, { signal }) => previews.page(preview, page, signal),
    'filings.press': async ({ print, content, ...asked }, { signal, tell }) => {
      const { records } = session.opened();
      const { instant, zone } = clock();
      // What stands in the way is said before a place is asked for.
      const standing = preflight(records.reading(), asked, { instant, zone }).findings.filter((finding) => finding.refuses);
      if (standing.length > 0) refuse({ code: 'filing-refused', findings: standing.map(({ number, field, why }) => ({ number, field, why })) });
      const place = print === undefined ? await line.ask('place.saveAs', { name: fileName(asked.document, asked.profile, dayTextAt(instant, zone)) }) : null;
      if (place?.path === null) return refuse({ code: 'cancelled' });
      const unique = Buffer.from(random(8)).toString('hex');
      const to = (name: string) => (print === undefined ? fileDestination(place?.path ?? name, unique) : printer.destination(print, name, { signal, tell }));
      const pressed = await pressFiling(houseOf(), asked, to, { signal, content, tell: ({ done, of, unit, what }) => tell({ done, of, unit, what }) });
      const { file, pages, sha256, bytes, filing, number, recipient, keptAs } = pressed;
      const drag = place === null ? null : carried.give(place.path);
      return { file, pages, sha256, bytes, number: filing, release: number, recipient, savedAs: print === undefined ? file : null, drag, keptAs };
    },
  };
}
