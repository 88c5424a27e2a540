import { byNumber } from '../by-number.ts';
import { earliestDay, latestDay, type DateFact } from '../date-fact.ts';

export interface Placed {
  readonly id: string;
  readonly number: string;
  readonly at: DateFact;
}

/**
 * Events in the order in which they happened as far as that is known (domain.md §2.16): what lies before or after what, then the earliest day,
 * then precision, then number. Relations order what has no date; a circle of relations is broken where it would wait for ever.
 */
export function inOrder<E extends Placed>(events: readonly E[]): E[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  /** For each event, those that must come first. */
  const after = new Map(events.map((event) => [event.id, new Set<string>()]));
  for (const event of events) {
    for (const { relation, of } of event.at.relative ?? []) {
      if (!byId.has(of) || of === event.id) continue;
      if (relation === 'before') after.get(of)?.add(event.id);
      // "within days of" says nothing of the order by itself.
      if (relation === 'after') after.get(event.id)?.add(of);
    }
  }
  const dated = [...events].sort((a, b) => surely(a, b) || byNumber(a, b));
  const placed: E[] = [];
  const done = new Set<string>();
  while (placed.length < dated.length) {
    const waiting = dated.filter((event) => !done.has(event.id));
    const next = waiting.find((event) => [...(after.get(event.id) ?? [])].every((id) => done.has(id))) ?? waiting[0];
    if (next === undefined) break;
    placed.push(next);
    done.add(next.id);
  }
  return placed;
}

/** By earliest day; what has none comes last, and of two on a day the surer one first. */
function surely(a: Placed, b: Placed): number {
  const [x, y] = [earliestDay(a.at) ?? latestDay(a.at), earliestDay(b.at) ?? latestDay(b.at)];
  if (x !== y) return x === null ? 1 : y === null ? -1 : x < y ? -1 : 1;
  return precision(a.at) - precision(b.at);
}

const order: Readonly<Record<DateFact['certainty'], number>> = { exact: 0, approximate: 1, range: 2, disputed: 3, unknown: 4 };
const precision = (fact: DateFact): number => order[fact.certainty];
