import type { Day } from '../calendar/day.ts';
import { refuse } from '../failure/failure.ts';
import type { CourtProfile } from './court.ts';
import { courts } from './courts.ts';
import type { Facts } from './input.ts';
import { rules } from './rules.ts';
import type { Rule } from './rule.ts';

/** A day entered once for every time limit it touches, with who declared it: that decides what it counts for. */
export type Closure =
  | { readonly kind: 'holiday'; readonly date: Day; readonly by: 'president' | 'congress' }
  | { readonly kind: 'holiday'; readonly date: Day; readonly by: 'state'; readonly state: string }
  | { readonly kind: 'holiday'; readonly date: Day; readonly by: 'court'; readonly court: string }
  /** A clerk's office that could not be reached: no holiday, it only moves a last day for filing there. */
  | { readonly kind: 'inaccessible'; readonly date: Day; readonly court: string };

/** The law a computation goes by: what is shipped, with what counsel changed, confirmed or entered. */
export interface LawBook {
  readonly rules: readonly Rule[];
  readonly courts: readonly CourtProfile[];
  readonly closures: readonly Closure[];
}

export const shippedLaw: LawBook = { rules, courts, closures: [] };

/** The rule of that id in `book`; undefined when there is none, or when counsel switched it off. */
export const ruleIn = (book: LawBook, id: string): Rule | undefined => book.rules.find((rule) => rule.id === id);

/** As `ruleIn`. Refuses `rule-unknown`. */
export const requireRule = (book: LawBook, id: string): Rule => ruleIn(book, id) ?? refuse({ code: 'rule-unknown', rule: id });

/**
 * The facts of a time limit with the closures that touch it. Only a calendar of the United States knows them: a day declared by the President
 * is no public holiday in a member state.
 */
export function withClosures(rule: Rule, facts: Facts, { closures, courts: profiles }: Pick<LawBook, 'closures' | 'courts'>): Facts {
  if (closures.length === 0 || !rule.holidays_calendar.startsWith('us-federal')) return facts;
  const court = profiles.find((profile) => profile.id === facts.court);
  const states = [court?.state, facts.state].filter((state) => state !== undefined);
  const touching = closures.filter((one) => {
    if (one.kind === 'inaccessible' || one.by === 'court') return one.court === facts.court;
    return one.by !== 'state' || states.includes(one.state);
  });
  const holidays = touching.flatMap((one) => (one.kind === 'holiday' ? [{ date: one.date, by: one.by }] : []));
  const shut = touching.flatMap((one) => (one.kind === 'inaccessible' ? [one.date] : []));
  if (touching.length === 0) return facts;
  return {
    ...facts,
    ...(holidays.length > 0 && { holidays: [...(facts.holidays ?? []), ...holidays] }),
    ...(shut.length > 0 && { inaccessible: [...(facts.inaccessible ?? []), ...shut] }),
  };
}
