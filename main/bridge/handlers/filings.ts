import type { Contract } from '../../../shared/contract/contract.ts';
import { refuse } from '../../../shared/failure/failure.ts';
import { fileDestination } from '../../exchange/file-destination.ts';
import { fileName } from '../../filings/file-name.ts';
import { preflight } from '../../filings/preflight.ts';
import { pressFiling } from '../../filings/press-filing.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';
import { dayTextAt } from '../today.ts';

export type FilingHandlers = Pick<Handlers<Contract>, 'filings.preflight' | 'filings.press'>;

/** Papers: what stands in the way of one, and the finished file in the place that the person chose. */
export function filingHandlers({ clock, line, random, runJob, session }: Context): FilingHandlers {
  return {
    'filings.preflight': (asked) => ({ findings: preflight(session.opened().records.reading(), asked, clock()).findings.map((finding) => ({ ...finding })) }),
    'filings.press': async (asked, { signal, tell }) => {
      const { vault, records } = session.opened();
      const { instant, zone } = clock();
      // What stands in the way is said before a place is asked for.
      const standing = preflight(records.reading(), asked, { instant, zone }).findings.filter((finding) => finding.refuses);
      if (standing.length > 0) refuse({ code: 'filing-refused', findings: standing.map(({ number, field, why }) => ({ number, field, why })) });
      const { path } = await line.ask('place.saveAs', { name: fileName(asked.document, asked.profile, dayTextAt(instant, zone)) });
      if (path === null) return refuse({ code: 'cancelled' });
      const unique = Buffer.from(random(8)).toString('hex');
      const pressed = await pressFiling({ records, checkpoint: () => vault.checkpoint(), clock, runJob }, asked, () => fileDestination(path, unique), {
        signal,
        tell: ({ done, of, unit, what }) => tell({ done, of, unit, what }),
      });
      return { file: pressed.file, pages: pressed.pages, sha256: pressed.sha256, bytes: pressed.bytes, number: pressed.filing, savedAs: pressed.file };
    },
  };
}
