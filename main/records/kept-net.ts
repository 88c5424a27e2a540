import { isKind } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { netDeadline, netOrder, raisedOf, type NetDeadline, type NetOrder, type Raised } from '../../shared/records/views/safety-net.ts';
import type { Database } from '../vault/vault.ts';
import { prepared } from './prepared.ts';
import type { Reading } from './reading.ts';

/** What is kept of the open orders and deadlines of one case or of all, oldest first, and up to which entry it is true. */
interface Net {
  readonly caseId: string | undefined;
  readonly orders: Map<string, NetOrder>;
  readonly deadlines: Map<string, NetDeadline>;
  upTo: number;
}
/** After more changes than these it is all read anew, which is then sooner done. */
const mostChanges = 500;

/**
 * What stands without a date in one open vault, as `raisedIn` finds it. A change of one deadline had all open orders and deadlines read again, which is most of what a large vault holds
 * open: what the answer needs of them is kept in memory, and read again where the record has changed.
 */
export function keptNet(): (db: Database, reading: Reading, caseId: string | undefined, today: string) => Raised[] {
  let kept: Net | null = null;
  return (db, reading, caseId, today) => {
    const { seq } = reading;
    const serves = kept !== null && (kept.caseId === undefined || kept.caseId === caseId);
    const changed = serves && kept !== null ? changedIn(db, kept.upTo) : null;
    if (kept === null || changed === null || changed.length > mostChanges) kept = readNet(reading, caseId, seq);
    else readAgain(db, reading, kept, changed, seq);
    const { orders, deadlines } = kept;
    const of = <One extends { readonly caseId: string | null }>(all: Iterable<One>): One[] => [...all].filter((one) => caseId === undefined || one.caseId === caseId);
    const cases = reading.open('case').filter(({ id }) => caseId === undefined || id === caseId);
    return raisedOf(cases, of(orders.values()), of(deadlines.values()), today);
  };
}

function readNet(reading: Reading, caseId: string | undefined, upTo: number): Net {
  return {
    caseId,
    orders: new Map(reading.open('order', caseId).map((one) => [one.id, netOrder(one)])),
    deadlines: new Map(reading.open('deadline', caseId).map((one) => [one.id, netDeadline(one)])),
    upTo,
  };
}

/** The plus keeps the planner from the index of the records, which it would read whole so as to find each once. */
const changedIn = (db: Database, since: number): readonly string[] =>
  prepared<string>(db, "SELECT DISTINCT +record FROM journal WHERE seq > ? AND kind IN ('order', 'deadline')").pluck().all(since);

function readAgain(db: Database, reading: Reading, net: Net, changed: readonly string[], upTo: number): void {
  const open = new Set(prepared<string>(db, 'SELECT id FROM record WHERE +closed = 0 AND id IN (SELECT value FROM json_each(?))').pluck().all(JSON.stringify(changed)));
  for (const id of changed) {
    const record: AnyRecord | undefined = open.has(id) ? reading.get(id) : undefined;
    const here = record !== undefined && (net.caseId === undefined || record.caseId === net.caseId);
    if (here && isKind(record, 'order')) put(net.orders, id, netOrder(record));
    else if (here && isKind(record, 'deadline')) put(net.deadlines, id, netDeadline(record));
    else if (!net.orders.delete(id)) net.deadlines.delete(id);
  }
  net.upTo = upTo;
}

/** One that is opened again stands where it stood: numbers are given by age. */
function put<One extends { readonly number: string }>(all: Map<string, One>, id: string, one: One): void {
  const isNew = !all.has(id);
  all.set(id, one);
  const before = isNew ? [...all.values()].at(-2) : undefined;
  if (before === undefined || byAge(before, one) < 0) return;
  const sorted = [...all].sort(([, a], [, b]) => byAge(a, b));
  all.clear();
  for (const [key, value] of sorted) all.set(key, value);
}

const byAge = (one: { readonly number: string }, other: { readonly number: string }): number =>
  one.number.length - other.number.length || (one.number < other.number ? -1 : one.number > other.number ? 1 : 0);
