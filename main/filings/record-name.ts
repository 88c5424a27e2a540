import type { DateFact } from '../../shared/records/date-fact.ts';
import type { Desk } from './desk.ts';
import { inWords } from './paper-date.ts';

/** The field of a record that says when it happened, by what kinds call it; the first that is there counts. */
const when = ['at', 'issued', 'received', 'on', 'asserted', 'served', 'date', 'tested', 'acted', 'decided', 'from', 'start'] as const;

/**
 * How a paper calls a record that another date lies before or after: its number, with its own day where that is known (`ORD-001 of June 9, 2026`), so that the reader can
 * count from it. Undefined for a record that may not be shown.
 */
export const nameIn =
  (desk: Pick<Desk, 'shelf'>) =>
  (id: string): string | undefined => {
    const record = desk.shelf.any(id);
    if (record === undefined) return undefined;
    const day = when.map((name) => record.fields[name]).find(isKnownDay);
    return day === undefined ? record.number : `${record.number} of ${inWords(day)}`;
  };

const isKnownDay = (value: unknown): value is Extract<DateFact, { certainty: 'exact' }> =>
  typeof value === 'object' && value !== null && 'certainty' in value && value.certainty === 'exact' && 'day' in value && typeof value.day === 'string';
