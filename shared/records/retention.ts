import { parseDay } from '../calendar/day.ts';
import { dayWordsLong } from '../calendar/day-words.ts';
import type { Authority } from './authority.ts';
import { latestDay, type DateFact } from './date-fact.ts';
import type { Look } from './kind.ts';
import type { Deadline } from './kinds/deadline.ts';
import { isKind, kindNamed } from './kinds.ts';
import type { AnyRecord } from './record.ts';

/**
 * Duties from outside to give content back or to destroy it, which are obeyed though a retention floor has not passed (domain.md §7 U7); that the floor stood
 * is then part of the history. A promise or a wish for privacy does not go before a duty to keep.
 */
const goesBefore: ReadonlySet<Authority['kind']> = new Set(['clawback', 'protective_order', 'court_order', 'agency']);
export const overridesRetention = (kind: Authority['kind']): boolean => goesBefore.has(kind);

const dayIn = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : null);
const latest = (fact: DateFact | undefined) => (fact === undefined ? null : latestDay(fact));

/** The last day on which it has to be kept, by the reading that keeps longest; null where no date is known, which is for ever. */
function keptUntil({ override, extensions, answer, date }: Deadline['fields']): string | null {
  if (override !== undefined) return latest(override.final);
  const granted = (extensions ?? []).filter((one) => one.grantedBy !== undefined && one.newDate !== undefined).at(-1);
  if (granted) return latest(granted.newDate);
  const computed = ['safe', 'latest', 'due'].flatMap((name) => dayIn(answer?.[name]) ?? []).sort();
  return computed.at(-1) ?? latest(date);
}

/**
 * Retention floors that stand over a record (domain.md §2.0 V4): dates of the nature "keep at least until then" that lead to it or stand in its case, are not
 * set aside and have not passed. Each in words, with its authority.
 */
export function retentionFloors(record: AnyRecord, look: Look): string[] {
  const near = [...look.linkingTo(record.id), ...(record.caseId === null ? [] : look.inCase(record.caseId))].filter((one) => isKind(one, 'deadline'));
  const floors = [...new Map(near.map((one) => [one.id, one])).values()];
  return floors.flatMap(({ number, state, fields }) => {
    const isFloor = (fields.nature ?? fields.answer?.['nature']) === 'retention_floor';
    if (!isFloor || kindNamed('deadline')?.states[state]?.closed) return [];
    const until = keptUntil(fields);
    if (until !== null && until < look.today) return [];
    const day = until === null ? null : parseDay(until);
    const authority = fields.answer?.['citation'];
    const by = typeof authority === 'string' ? authority : fields.title;
    return [`${number} says to keep it ${day === null ? 'and gives no date on which that ends' : `at least until ${dayWordsLong(day)}`} (${by}).`];
  });
}
