import type { Contract } from '../../shared/contract/contract.ts';
import type { Reply } from '../../shared/contract/wire.ts';
import { isKind, kinds } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { noSignatures } from '../../shared/records/signatures.ts';
import { lawBook } from '../../shared/records/views/law-book.ts';
import { recomputed } from '../../shared/records/views/recomputed.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { lawHandlers } from '../../main/bridge/handlers/law.ts';
import type { FakeRecords } from './fake-records.ts';

const lawIn = (records: FakeRecords) =>
  lawBook(
    {
      rules: records.all().filter((one) => isKind(one, 'time_limit_rule')),
      courts: records.all().filter((one) => isKind(one, 'court_profile')),
      closures: records.all().filter((one) => isKind(one, 'closure')),
    },
    { linkingTo: () => [], signatures: noSignatures },
  );

/** Deadlines whose dates no longer follow from what the fake holds. */
function movedIn(records: FakeRecords): Reply<Contract, 'deadline.moved'> {
  const book = lawIn(records);
  // Proof of the cast: every kind has states that may be closed.
  const states = kinds.deadline.states as Readonly<Record<string, { readonly closed?: boolean }>>;
  const all = records
    .all()
    .filter((one) => isKind(one, 'deadline'))
    .filter((one) => states[one.state]?.closed !== true);
  const moved = all.flatMap((one) => {
    const again = recomputed(one, book);
    if (again?.to !== 'moved') return [];
    const { number, state, fields } = one;
    return [
      { number, title: fields.title, state, before: again.before, after: again.after, failure: null, ground: null, confirmed: fields.confirmation !== undefined, instead: null },
    ];
  });
  return { checked: all.length, moved };
}

/** The deadline with its answer as it is counted now. */
function countedAgain(record: AnyRecord, records: FakeRecords): AnyRecord {
  const again = isKind(record, 'deadline') ? recomputed(record, lawIn(records)) : null;
  if (again?.to !== 'moved') return record;
  const { countedDays: _days, branches: _branches, ...answer } = again.answer;
  return { ...record, fields: { ...record.fields, answer: JSON.parse(JSON.stringify(answer)) as unknown, confirmation: { by: 'A. Counsel', on: '2026-11-24' } } };
}

interface Fake {
  readonly records: FakeRecords;
  readonly tick: () => number;
  readonly today: () => string;
  readonly changed: (done: ReturnType<FakeRecords['act']>) => unknown;
}

/** Time limits by the shipped law, and those that would move by what the fake holds. */
export function fakeLaw({ records, tick, today, changed }: Fake): ReturnType<typeof lawHandlers> {
  return {
    ...lawHandlers({ session: { now: () => null, opened: () => refuse({ code: 'vault-locked' }) }, clock: () => ({ instant: tick(), zone: 'UTC' }) }),
    'deadline.moved': () => movedIn(records),
    'deadline.approve': ({ numbers, reason }) => {
      const done = records.act(
        tick(),
        reason,
        numbers.map((number) => ({ verb: 'update', record: countedAgain(records.get(number), records) })),
        today(),
      );
      changed(done);
      return { act: done.act, numbers };
    },
  };
}
