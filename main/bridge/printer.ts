import type { Contract } from '../../shared/contract/contract.ts';
import { Refused, refuse } from '../../shared/failure/failure.ts';
import { readPages, type PrintedPage } from '../evidence/read-file.ts';
import type { Destination } from '../exchange/destination.ts';
import type { RunJob } from '../jobs/run-job.ts';
import type { Handlers } from './serve.ts';

/** How many pages one job draws: starting it costs as much as drawing two. */
const together = 8;

type Told = { readonly done: number; readonly of: number | null; readonly unit: string; readonly what: string };
interface Printing {
  readonly signal?: AbortSignal | undefined;
  readonly tell?: ((progress: Told) => void) | undefined;
}
interface Waiting {
  readonly pdf: Uint8Array;
  readonly drawn: Map<number, PrintedPage>;
  readonly tell: (progress: Told) => void;
  readonly ended: (printed: boolean, why: string | null) => void;
}

/** The printer as a place where papers go: the window that asked lays out their pages and has the system print them. */
export interface Printer {
  /** Where a paper called `name` goes under the window's `print`. Refuses `cancelled` where the person does not print it, `not-printed` where the system cannot. */
  destination(print: string, name: string, printing?: Printing): Destination;
  readonly handlers: Pick<Handlers<Contract>, 'print.page' | 'print.ended'>;
}

/** `tell` says to the windows that the pages of a print can be asked for. What is printed is held in this process until it is over. */
export function printer(runJob: RunJob, tell: (print: string) => void): Printer {
  const waiting = new Map<string, Waiting>();
  const found = (print: string) => waiting.get(print) ?? refuse({ code: 'cancelled' });

  function printed(print: string, pdf: Uint8Array, name: string, { signal, tell: far = () => {} }: Printing): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const end = (work: () => void) => {
        waiting.delete(print);
        signal?.removeEventListener('abort', stopped);
        work();
      };
      const failed = (why: string | null) => reject(new Refused(why === null ? { code: 'cancelled' } : { code: 'not-printed', file: name, why }));
      const stopped = () => end(() => failed(null));
      if (signal?.aborted) return failed(null);
      signal?.addEventListener('abort', stopped);
      waiting.set(print, { pdf, drawn: new Map(), tell: far, ended: (done, why) => end(() => (done ? resolve() : failed(why))) });
      tell(print);
    });
  }

  return {
    destination: (print, name, printing = {}) => ({
      name,
      onPaper: true,
      begin: () => {
        let held: Uint8Array[] = [];
        return Promise.resolve({
          write: (chunk) => {
            held.push(new Uint8Array(chunk));
            return Promise.resolve();
          },
          finish: () => Promise.resolve(),
          deliver: () => printed(print, Buffer.concat(held), name, printing),
          discard: () => {
            held = [];
            return Promise.resolve();
          },
        });
      },
    }),
    handlers: {
      'print.page': async ({ print, page }, { signal }) => {
        const { pdf, drawn, tell: far } = found(print);
        if (!drawn.has(page)) for (const one of await readPages(runJob, pdf, page, together, signal)) drawn.set(one.page, one);
        const it = drawn.get(page) ?? refuse({ code: 'job-failed', job: 'reader', why: 'refused', detail: `there is no picture of page ${page}` });
        // Each is asked for once.
        drawn.delete(page);
        far({ done: page, of: it.pages, unit: 'page', what: 'print' });
        return { png: new Uint8Array(it.png), across: it.across, down: it.down, pages: it.pages };
      },
      'print.ended': ({ print, printed: done, why }) => {
        found(print).ended(done, why);
        return {};
      },
    },
  };
}
