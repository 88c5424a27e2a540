import { setImmediate as turn } from 'node:timers/promises';
import { Refused, refuse, type Failure } from '../../shared/failure/failure.ts';
import type { Looking } from '../../shared/records/binding-hour.ts';
import type { Look } from '../../shared/records/kind.ts';
import { moveApart } from '../../shared/records/move-together.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { apartWords } from '../../shared/records/together.ts';
import { checkGuards } from './guards.ts';
import { movedTo, refuseUnwritable } from './may-write.ts';
import type { Reading } from './reading.ts';
import type { Records, SlicesSetting } from './records.ts';
import { kindOf } from './row.ts';
import { free, inOneAct, type DoneTogether } from './together.ts';

export interface Moving {
  readonly numbers: readonly string[];
  readonly to: string;
  readonly reason?: string | undefined;
}
/** Which of many records can change their state, and why the others cannot. */
export interface MayMove {
  readonly can: string[];
  readonly cannot: { readonly number: string; readonly failure: Failure }[];
}

/**
 * Brings many records into one state as one act, which one undo takes back. All or none: refuses `not-together` for what is done one at a time
 * (shared/records/move-together.ts), and whatever a single move would refuse.
 */
export const moveTogether = (records: Records, { numbers, to, reason }: Moving, setting: SlicesSetting): Promise<DoneTogether> =>
  inOneAct(records, numbers, reason ?? null, setting, (writing, number) => {
    const record = free(writing, number);
    refuseApart(record, to);
    writing.move(record.id, to);
  });

/** Records looked at between two turns, so that other questions are answered meanwhile. */
const inATurn = 100;

/** What `moveTogether` would say to each of them, taken by itself. Nothing is written. Refuses `cancelled` when the signal aborts. */
export async function mayMove(reading: Reading, looking: Looking, { numbers, to }: Moving, { signal, tell }: SlicesSetting): Promise<MayMove> {
  const { get, linkingTo, inCase, signatures } = reading;
  const look: Look = { get, linkingTo, inCase, signatures, today: looking.today, looking };
  const found: MayMove = { can: [], cannot: [] };
  for (const [at, number] of [...new Set(numbers)].entries()) {
    const failure = refusalOf(() => tryMove(reading, look, number, to));
    if (failure === null) found.can.push(number);
    else found.cannot.push({ number, failure });
    if (at % inATurn < inATurn - 1) continue;
    tell?.(at + 1);
    await turn();
    if (signal?.aborted) refuse({ code: 'cancelled' });
  }
  return found;
}

function tryMove(reading: Reading, look: Look, number: string, to: string): void {
  const before = free(reading, number);
  refuseApart(before, to);
  refuseUnwritable(before);
  checkGuards('save', movedTo(before, to, look), look, before);
}

function refuseApart(record: AnyRecord, to: string): void {
  const kind = kindOf(record.kind);
  const why = moveApart(kind, record.state, to);
  if (why !== null) refuse({ code: 'not-together', number: record.number, what: kind.states[to]?.label ?? to, why: apartWords[why] });
}

function refusalOf(work: () => void): Failure | null {
  try {
    work();
    return null;
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.failure;
    throw thrown;
  }
}
