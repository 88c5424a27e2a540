import { dateFact, type DateFact } from '../date-fact.ts';
import { sameValue } from '../diff.ts';
import type { Fields } from '../field.ts';
import type { Deadline } from '../kinds/deadline.ts';

/** What the record that starts a time says now of the date the time runs from. */
export type GroundDate =
  /** The deadline does not say which of the record's dates it runs from, or says it in words that name none. */
  | { readonly says: 'no-such-date' }
  /** It names one, and the record has none there any more. */
  | { readonly says: 'not-recorded' }
  | { readonly says: 'same' }
  | { readonly says: 'other'; readonly fact: DateFact };

const words = (text: string): string => text.trim().toLowerCase();

/**
 * Looks up the date that a deadline runs from in the record that starts it, by the words that name it: those of the record's form (“Received”, “Date on the
 * paper”). An hour that only the deadline knows is no difference.
 */
export function groundDate({ trigger }: Deadline['fields'], kind: Fields, values: Readonly<Record<string, unknown>>): GroundDate {
  const named =
    trigger?.dateKind === undefined ? undefined : Object.entries(kind).find(([, field]) => field.widget === 'date-fact' && words(field.label) === words(trigger.dateKind ?? ''));
  if (named === undefined) return { says: 'no-such-date' };
  const read = dateFact.safeParse(values[named[0]]);
  if (!read.success) return { says: 'not-recorded' };
  const fact = read.data;
  const counted = trigger?.value;
  if (counted === undefined || !sameDate(fact, counted)) return { says: 'other', fact };
  return { says: 'same' };
}

function sameDate(now: DateFact, counted: DateFact): boolean {
  if (now.certainty === 'exact' && counted.certainty === 'exact')
    return now.day === counted.day && (now.time === undefined || counted.time === undefined || now.time === counted.time);
  // How it was typed, who says so and why it is unsure are no other date.
  const dateOf = ({ source: _s, reason: _r, asTyped: _t, relative: _l, ...date }: DateFact) => date;
  return sameValue(dateOf(now), dateOf(counted));
}

/** The deadline as if its time ran from `fact`. */
export function startingOn(one: Deadline, fact: DateFact): Deadline {
  const { inputs, trigger } = one.fields;
  // The day that was counted from goes: it would win over a date that is exact and has no hour.
  const { trigger: _counted, ...others } = inputs ?? {};
  const day = fact.certainty === 'exact' ? { trigger: fact.time === undefined ? fact.day : `${fact.day}T${fact.time}` } : {};
  return { ...one, fields: { ...one.fields, inputs: { ...others, ...day }, trigger: { ...trigger, value: fact } } };
}
