import type { Contract } from '../../shared/contract/contract.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { rowsReply } from '../../main/bridge/handlers/rows-reply.ts';
import type { Handlers } from '../../main/bridge/serve.ts';
import { clipboardTable } from '../../main/exchange/clipboard-table.ts';
import { readPastedRows } from '../../main/exchange/import/pasted-rows.ts';
import { listRows, mixedRows } from '../../main/exchange/list-rows.ts';
import { rowsWithin } from '../../main/exchange/rows-within.ts';
import { withhold } from '../../main/exchange/withhold.ts';
import type { Reading } from '../../main/records/reading.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { FakeRecords } from './fake-records.ts';

/** What leaves by the clipboard and what is pasted: the product's own tables and reading over the records of the fake, without a release that is recorded. */
export function clipboardHandlersOver(records: FakeRecords, now: () => number, zone: string): Pick<Handlers<Contract>, 'exchange.copy' | 'exchange.notCopied' | 'rows.read'> {
  const get = (number: string): AnyRecord | undefined => records.all().find((record) => record.number === number || record.id === number);
  const nameOf = (id: string) => get(id)?.number;
  return {
    'exchange.copy': ({ numbers, list, audience, recipient, privilegedBecause }) => {
      const asked = numbers.flatMap((number) => get(number) ?? []);
      const { records: going, withheld } = withhold(asked, { audience, recipient, privileged: privilegedBecause !== undefined, alone: false });
      const [first] = going;
      if (!first) return refuse({ code: 'release-withheld', numbers: [...numbers].slice(0, 20), why: 'it is privileged, and nobody said why it should go' });
      const rows =
        list === undefined ? (new Set(going.map((one) => one.kind)).size === 1 ? listRows(first.kind, going, nameOf) : mixedRows(going, nameOf)) : rowsWithin(first, list, nameOf);
      if (!rows) return refuse({ code: 'misuse', why: 'there is no such list' });
      return {
        number: 'REL-003',
        records: going.length,
        rows: [...rows.rows()].length,
        sha256: 'cd'.repeat(32),
        withheld: withheld.map((one) => ({ ...one })),
        ...clipboardTable(rows),
      };
    },
    'exchange.notCopied': () => ({}),
    'rows.read': (asked) => {
      // Proof of the cast: reading pasted rows looks for records by number and by title, and asks for nothing else.
      const reading = { get, all: (kind: string) => records.all().filter((record) => record.kind === kind) } as unknown as Reading;
      return rowsReply(readPastedRows(reading, asked, { instant: now(), zone }));
    },
  };
}
