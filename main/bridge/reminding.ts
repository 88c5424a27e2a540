import type { Clock } from '../../shared/calendar/clock.ts';
import { dayText } from '../../shared/calendar/day.ts';
import { momentAt } from '../../shared/calendar/instant.ts';
import type { HostContract } from '../../shared/contract/host.ts';
import type { Line } from '../../shared/contract/line.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { HourOfDay } from '../../shared/records/date-fact.ts';
import { isStopped } from '../../shared/records/kinds/deadline-dates.ts';
import { kinds } from '../../shared/records/kinds.ts';
import { areQuietHours } from '../../shared/records/quiet-hours.ts';
import { reminderWords, remindersAt, toldSince, type Reminding, type Told } from '../../shared/records/views/reminders.ts';
import { watchedBy, type Watched } from './missed.ts';
import type { Opened, Session } from './session.ts';

/** How often it is looked whether the hour of a reminder has come. */
const lookMs = 60_000;
/** How long after the opening: the first pages are asked for then. */
const firstMs = 4_000;

interface Setting {
  readonly session: Pick<Session, 'now' | 'beforeEnd'>;
  readonly clock: Clock;
  readonly line: Pick<Line<HostContract>, 'ask'>;
}
/** A deadline of ours that is open, as reminders and the docket tell of it. */
export interface OwnDeadline extends Reminding {
  readonly fileBy: string;
  readonly hour: HourOfDay | null;
  readonly title: string;
}

/** Reminds of deadlines by notifications of the system, and keeps what the person at work missed while the vault was closed. */
export interface Reminders {
  /** Looks now, as it does every minute; gives whether a notification was shown. */
  look(): Promise<boolean>;
  /** Refuses `vault-locked`. */
  missed(): Promise<Watched>;
  /** The person has seen what was missed up to an instant. Refuses `vault-locked`. */
  acknowledge(upTo: number): Promise<void>;
  /** Looks soon, and every minute for as long as this process lives; it is killed when the vault is locked. */
  keep(): void;
}

const dayMs = 86_400_000;

export function reminders({ session, clock, line }: Setting): Reminders {
  let last: { readonly key: string; readonly deadlines: readonly OwnDeadline[] } | null = null;
  /** Open deadlines of ours that a reminder between `since` and now can be about; read anew where something was recorded since. */
  function near({ records }: Opened, since: number, now: number, ladder: readonly number[]): readonly OwnDeadline[] {
    const reading = records.reading();
    // Clocks of two places are never two days apart, and quiet hours are shorter than a day.
    const [from, to] = [dayOf(since - 3 * dayMs), dayOf(now + (Math.max(0, ...ladder) + 3) * dayMs)];
    const key = `${reading.seq} ${from} ${to}`;
    if (last?.key !== key) {
      const deadlines = reading.openDue('deadline', from, to).flatMap((deadline): OwnDeadline[] => {
        const { number, fields } = deadline;
        const fileBy = kinds.deadline.due(fields);
        return fields.side !== 'ours' || fileBy === null || isStopped(deadline) ? [] : [{ number, title: fields.title, fileBy, hour: kinds.deadline.hour?.(fields) ?? null }];
      });
      last = { key, deadlines };
    }
    return last.deadlines;
  }
  const watched = watchedBy(near, () => clock());
  const settings = () => line.ask('settings.read', {});

  let told: readonly Told[] | null = null;
  let toldAt: number | null = null;
  /** A notification of what has come since the last one on this computer, where one is wanted. */
  async function notify(open: Opened, { reminders: wanted, reminderDays: ladder, quietHours }: Settings): Promise<boolean> {
    if (wanted === 'off') return false;
    const { instant: now, zone } = clock();
    const { seq } = open.records.reading();
    const vault = open.vault.id;
    if (toldAt === null) ({ told } = await line.ask('reminder.last', { vault }));
    const quiet = quietHours !== null && areQuietHours(quietHours) ? quietHours : null;
    const found = remindersAt(near(open, toldSince(told, now), now, ladder), { now, zone, quiet }, told, ladder);
    told = found.told;
    // Nothing told and nothing recorded since: whoever reads the mark of before comes to the same.
    if (found.reminders.length === 0 && toldAt === seq) return false;
    toldAt = seq;
    const words = found.reminders.length > 0 && { words: reminderWords(found.reminders, wanted === 'numbers') };
    return (await line.ask('reminder.show', { vault, told: [...told], ...words })).shown;
  }

  let turn: Promise<unknown> = Promise.resolve();
  /** One after the other: two at once would tell the same twice. */
  const inTurn = <T>(work: (open: Opened, set: Settings) => Promise<T>, closed: () => T): Promise<T> => {
    const mine = turn.then(async () => {
      if (session.now() === null) return closed();
      const set = await settings();
      const open = session.now();
      return open === null ? closed() : work(open, set);
    });
    turn = mine.catch(() => undefined);
    return mine;
  };

  const look = (): Promise<boolean> =>
    inTurn(
      async (open, set) => {
        await watched.attend(open, set.reminderDays);
        return notify(open, set);
      },
      () => false,
    );
  const locked = () => refuse({ code: 'vault-locked' });
  return {
    look,
    missed: () =>
      inTurn(async (open, set) => {
        await watched.attend(open, set.reminderDays);
        return watched.missed(open, set.reminderDays);
      }, locked),
    acknowledge: (upTo) => inTurn((open) => watched.acknowledge(open, upTo), locked),
    keep() {
      // A host that is going away while it is asked is no fault of the vault's.
      const quietly = (): void => void look().catch(() => undefined);
      setTimeout(quietly, firstMs).unref();
      setInterval(quietly, lookMs).unref();
      session.beforeEnd(async () => {
        const open = session.now();
        if (open !== null) await watched.leave(open);
      });
    },
  };
}

const dayOf = (instant: number): string => dayText(momentAt(instant, 'UTC').day);
