import * as z from 'zod';
import { told } from '../../shared/contract/reminders.ts';
import { missedIn, remindersAt, toldSince, type Missed } from '../../shared/records/views/reminders.ts';
import type { OwnDeadline } from './reminding.ts';
import type { Opened } from './session.ts';

/** After this long without a look the machine was asleep: what came meanwhile nobody could see. */
const asleepMs = 10 * 60_000;
/** Times away that are kept apart; more than these become one, which begins with the oldest. */
const mostAway = 30;

/**
 * Kept for each person like a draft: in the vault, outside journal and search. `told`: until when they had the vault open and could see what came; `away`: the times after which they have
 * not yet said that they have seen what they missed.
 */
const kept = z.strictObject({ v: z.literal(1), told, away: z.array(z.strictObject({ told, until: z.int(), zone: z.string() })).max(mostAway) });
type Kept = z.infer<typeof kept>;

/** What was missed and is not acknowledged yet, and up to when that is; null where nothing is. */
export interface Watched {
  readonly upTo: number | null;
  readonly missed: readonly (Missed & { readonly title: string; readonly due: string; readonly hour: OwnDeadline['hour'] })[];
}

interface Watching {
  /** The vault was opened, or the machine woke, or it is looked again: what came while nobody could see it is kept as missed. */
  attend(open: Opened, ladder: readonly number[]): Promise<void>;
  missed(open: Opened, ladder: readonly number[]): Watched;
  acknowledge(open: Opened, upTo: number): Promise<void>;
  /** The vault is being closed. */
  leave(open: Opened): Promise<void>;
}
type Near = (open: Opened, since: number, now: number, ladder: readonly number[]) => readonly OwnDeadline[];

/** What the person whose key opened the vault missed. The first time nothing is missed: whoever comes new sees on the docket what is overdue. */
export function watchedBy(near: Near, clock: () => { readonly instant: number; readonly zone: string }): Watching {
  let now: { state: Kept; lookedAt: number; readonly seq: number } | null = null;
  const form = ({ vault }: Opened): string => `reminded:${vault.person.slot}:deadlines`;
  const read = (open: Opened): Kept | null => kept.safeParse(open.records.drafts.read(form(open), null)?.body).data ?? null;

  /** In a vault that cannot be written to it holds for this session. */
  async function keep(open: Opened, state: Kept): Promise<void> {
    if (now !== null) now.state = state;
    if (open.vault.readOnly === null) await open.records.drafts.save(form(open), null, state);
  }

  async function attend(open: Opened, ladder: readonly number[]): Promise<void> {
    const { instant, zone } = clock();
    const before = now?.state ?? read(open);
    const since = now?.lookedAt ?? -Infinity;
    now ??= { state: before ?? { v: 1, told: [], away: [] }, lookedAt: instant, seq: open.records.reading().seq };
    now.lookedAt = instant;
    if (before === null) return keep(open, { v: 1, told: [{ at: instant, zone, quiet: null }], away: [] });
    const come = remindersAt(near(open, toldSince(before.told, instant), instant, ladder), { now: instant, zone, quiet: null }, before.told, ladder);
    const away = come.reminders.length > 0 && instant - since > asleepMs ? joined([...before.away, { told: before.told, until: instant, zone }]) : before.away;
    const state: Kept = { v: 1, told: [...come.told], away };
    if (come.reminders.length > 0) return keep(open, state);
    // Nothing came: the mark in the vault may lag.
    now.state = state;
  }

  return {
    attend,
    missed(open, ladder) {
      const away = now?.state.away ?? [];
      const until = Math.max(...away.map((one) => one.until));
      if (away.length === 0) return { upTo: null, missed: [] };
      const { instant, zone } = clock();
      const since = Math.min(...away.map((one) => toldSince(one.told, one.until)));
      const deadlines = near(open, since, instant, ladder);
      const missed = missedIn(deadlines, away, { now: instant, zone }, ladder).flatMap(({ number, left }) => {
        const one = deadlines.find((deadline) => deadline.number === number);
        return one === undefined ? [] : [{ number, left, title: one.title, due: one.fileBy.slice(0, 10), hour: one.hour }];
      });
      return { upTo: until, missed };
    },
    async acknowledge(open, upTo) {
      const state = now?.state ?? read(open);
      if (state !== null) await keep(open, { ...state, away: state.away.filter(({ until }) => until > upTo) });
    },
    async leave(open) {
      // Where nothing was recorded meanwhile, no deadline is new whose days were over when it was entered: the mark in the vault does as well.
      if (now !== null && open.records.reading().seq !== now.seq) await keep(open, now.state);
    },
  };
}

/** The oldest times become one where there are too many: what lies between them was seen then, and is told once more rather than not. */
function joined(away: Kept['away']): Kept['away'] {
  const [first, second, ...rest] = away;
  return away.length > mostAway && first && second ? [{ ...second, told: first.told }, ...rest] : away;
}
