import { parseDay } from '../../calendar/day.ts';
import { latestDay } from '../date-fact.ts';
import type { LegalHold } from '../kinds/legal-hold.ts';

type Hold = Pick<LegalHold, 'state' | 'fields'>;
export interface Unacknowledged {
  readonly who: string;
  /** Days since the notice, on the latest day it may have been sent; null where that is not known. */
  readonly days: number | null;
  readonly reminders: number;
  /** So many days have passed since the notice or the last reminder that another is due. */
  readonly remind: boolean;
  /** Reminded twice and still silent: somebody above the custodian is told. */
  readonly escalate: boolean;
}
export interface StillDeleting {
  readonly name: string;
  readonly owner: string | null;
  /** Days after which it deletes by itself; null where that is not known, which counts as the shortest. */
  readonly days: number | null;
  readonly words: string;
  /** Its deletion is said to be suspended, and nothing proves it. */
  readonly unproved: boolean;
}
export interface HoldWatch {
  /** Whether the hold binds now. */
  readonly binds: boolean;
  readonly unacknowledged: readonly Unacknowledged[];
  /** Systems that delete by themselves, the shortest life first. */
  readonly deleting: readonly StillDeleting[];
}

/** Days after which a custodian who is silent is reminded. Usual practice; no rule sets it. */
export const remindAfter = 7;
const binding: readonly string[] = ['issued', 'active', 'expanded', 'released_partial'];

/** What a legal hold still waits for (domain.md §2.15): acknowledgements, and systems that go on deleting. Reasonable steps are shown by chasing both (FRCP 37(e)). */
export function holdWatch({ state, fields }: Hold, today: string): HoldWatch {
  const since = (day: string | null): number | null => {
    const [a, b] = [day === null ? null : parseDay(day), parseDay(today)];
    return a === null || b === null ? null : Math.max(0, b - a);
  };
  const unacknowledged = (fields.custodians ?? [])
    .filter((one) => one.noticeSent !== undefined && one.acknowledged === undefined && one.released === undefined)
    .map((one): Unacknowledged => {
      const reminders = one.reminders ?? [];
      const last =
        [one.noticeSent, ...reminders.map((row) => row.on)]
          .flatMap((fact) => (fact === undefined ? [] : (latestDay(fact) ?? [])))
          .sort()
          .at(-1) ?? null;
      const silent = since(last);
      const remind = silent === null || silent >= remindAfter;
      return {
        who: one.who,
        days: since(one.noticeSent === undefined ? null : latestDay(one.noticeSent)),
        reminders: reminders.length,
        remind,
        escalate: remind && reminders.length >= 2,
      };
    });
  const deleting = (fields.systems ?? [])
    .filter((one) => one.suspended === undefined || (one.evidence ?? []).length === 0)
    .filter((one) => one.suspended !== undefined || one.deletesAfter !== undefined || one.deletesAfterDays !== undefined)
    .map(
      (one): StillDeleting => ({
        name: one.name,
        owner: one.owner ?? null,
        days: one.deletesAfterDays ?? null,
        words: one.deletesAfter ?? 'not recorded',
        unproved: one.suspended !== undefined,
      }),
    )
    .sort((a, b) => Number(a.unproved) - Number(b.unproved) || (a.days ?? -1) - (b.days ?? -1));
  return { binds: binding.includes(state), unacknowledged, deleting };
}
