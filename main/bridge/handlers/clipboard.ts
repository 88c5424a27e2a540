import type { Contract } from '../../../shared/contract/contract.ts';
import { refuse } from '../../../shared/failure/failure.ts';
import { copyTable, notCopied } from '../../exchange/copy-table.ts';
import { readPastedRows } from '../../exchange/import/pasted-rows.ts';
import { rowsReply } from './rows-reply.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';

type Names = 'exchange.copy' | 'exchange.notCopied' | 'rows.read';

/** What leaves by the clipboard: the window puts it there, because the host must not see it. */
export function clipboardHandlers({ clock, session }: Pick<Context, 'clock' | 'session'>): Pick<Handlers<Contract>, Names> {
  /** Releases to the clipboard of which the window has not said that they failed. */
  const given = new Set<string>();
  return {
    'exchange.copy': async (asked, { signal }) => {
      const { manifest, table, rows } = await copyTable(session.opened().records, { ...asked, signal });
      given.add(manifest.number);
      const { number, numbers, sha256, withheld } = manifest;
      return { number, records: numbers.length, rows, sha256, withheld: withheld.map((one) => ({ ...one })), ...table };
    },
    'exchange.notCopied': async ({ number }) => {
      if (!given.delete(number)) refuse({ code: 'misuse', why: 'only what was just given to the clipboard can have failed to get there' });
      await notCopied(session.opened().records, number);
      return {};
    },
    'rows.read': (asked) => rowsReply(readPastedRows(session.opened().records.reading(), asked, clock())),
  };
}
