import { parseDay } from '../../calendar/day.ts';
import { latestDay } from '../date-fact.ts';
import type { EvidenceRequest } from '../kinds/evidence-request.ts';
import { openItems } from '../kinds/evidence-request-guards.ts';
import { weAsked } from './owed.ts';

/** By what a list of requests can be sorted. */
export const requestSorts = ['age', 'number', 'what', 'who', 'state'] as const;
export type RequestSort = { readonly key: (typeof requestSorts)[number]; readonly down: boolean };
export type Side = 'from' | 'to';

/** What of a request its place in the list, and the counts over it, are found from. */
export interface RequestLine {
  readonly number: string;
  readonly title: string;
  readonly state: string;
  /** Asked by us, or of us. */
  readonly side: Side;
  /** The id of the other side, where it is recorded. */
  readonly party: string | null;
  readonly items: number;
  /** Items that still wait, and the earliest of the days since which they certainly do; null where none of those is known. */
  readonly waiting: number;
  readonly since: string | null;
}

export function requestLine({ number, state, fields }: Pick<EvidenceRequest, 'number' | 'state' | 'fields'>): RequestLine {
  const side = weAsked({ fields }) ? 'from' : 'to';
  const open = openItems({ fields });
  const days = open.flatMap((item) => latestDay(item.asked ?? fields.asked ?? { certainty: 'unknown' }) ?? []).filter((day) => parseDay(day) !== null);
  return {
    number,
    title: fields.title,
    state,
    side,
    party: (side === 'from' ? fields.to : fields.from) ?? null,
    items: (fields.items ?? []).length,
    waiting: open.length,
    since: days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first)),
  };
}

/** For how many days the oldest open item has been owed, as `oldest` (ageing.ts) says it; null where that is not known or nothing waits. */
export function daysOwed({ waiting, since }: Pick<RequestLine, 'waiting' | 'since'>, today: string): number | null {
  const [from, to] = [since === null ? null : parseDay(since), parseDay(today)];
  return waiting === 0 || from === null || to === null || from > to ? null : to - from;
}

/**
 * The same lines in the order that is asked for, those asked by us before those asked of us; where that says nothing of two, the one owed for longer first, then the older.
 * `lines` come oldest first; `nameOf` gives the name of the other side.
 */
export function inRequestOrder(lines: readonly RequestLine[], by: readonly RequestSort[], today: string, nameOf: (party: string) => string): RequestLine[] {
  const age = (line: RequestLine): number => daysOwed(line, today) ?? -1;
  const keys: Record<RequestSort['key'], (line: RequestLine) => string | number> = {
    age,
    number: (line) => Number(line.number.slice(line.number.lastIndexOf('-') + 1)),
    what: (line) => line.title,
    who: (line) => (line.party === null ? '' : nameOf(line.party)),
    state: (line) => line.state,
  };
  const wanted = [...by, { key: 'age', down: true } as const].map(({ key, down }) => ({ of: keys[key], way: down ? -1 : 1 }));
  const placed = lines.map((line) => ({ line, at: [line.side === 'from' ? 0 : 1, ...wanted.map(({ of }) => of(line))] }));
  const ways = [1, ...wanted.map(({ way }) => way)];
  return placed
    .sort((a, b) => {
      for (const [i, way] of ways.entries()) {
        const [one, other] = [a.at[i] ?? 0, b.at[i] ?? 0];
        if (one !== other) return one < other ? -way : way;
      }
      return 0;
    })
    .map(({ line }) => line);
}

/** What is counted over a whole list: how many were asked by us and of us, how many items of ours are still owed, and the longest time that any has been owed. */
export function requestCounts(lines: readonly RequestLine[], today: string): { from: number; to: number; waiting: number; items: number; longest: number } {
  const ours = lines.filter(({ side }) => side === 'from');
  const sum = (of: (line: RequestLine) => number): number => ours.reduce((all, line) => all + of(line), 0);
  return {
    from: ours.length,
    to: lines.length - ours.length,
    waiting: sum(({ waiting }) => waiting),
    items: sum(({ items }) => items),
    longest: lines.reduce((longest, line) => Math.max(longest, daysOwed(line, today) ?? 0), 0),
  };
}
