import type { HostContract } from '../../shared/contract/host.ts';
import type { Line } from '../../shared/contract/line.ts';
import type { Clock } from '../../shared/calendar/clock.ts';
import { parseDay } from '../../shared/calendar/day.ts';
import { kinds } from '../../shared/records/kinds.ts';
import { reminderWords, remindersOn, type Reminding } from '../../shared/records/views/reminders.ts';
import type { Session } from './session.ts';
import { dayTextAt } from './today.ts';

/** How often it is looked whether another day has begun. */
const lookMs = 5 * 60_000;
/** How long after the opening: the first pages are asked for then, and thousands of deadlines take half a second to read. */
const firstMs = 4_000;

interface Setting {
  readonly session: Pick<Session, 'now'>;
  readonly clock: Clock;
  readonly line: Pick<Line<HostContract>, 'ask'>;
}

/**
 * Reminds of what reached a rung of the ladder, once a day for each vault: when it is opened, and when another day begins while it is open. The host shows it, and
 * keeps the day beside its settings; what a reminder says is made here and names nothing of the case. Gives whether something was shown.
 */
export async function remind({ session, clock, line }: Setting): Promise<boolean> {
  const open = session.now();
  if (open === null) return false;
  const { instant, zone } = clock();
  const today = dayTextAt(instant, zone);
  const { reminders, reminderDays } = await line.ask('settings.read', {});
  if (reminders === 'off') return false;
  const vault = open.vault.id;
  const last = notToCome((await line.ask('reminder.last', { vault })).day, today);
  if (last !== null && last >= today) return false;
  const found = remindersOn(oursOf(open.records.reading().open('deadline')), { now: instant, zone, today }, last, reminderDays);
  const { shown } = await line.ask('reminder.show', { vault, day: today, ...(found.length > 0 && { words: reminderWords(found, reminders === 'numbers') }) });
  return shown;
}

/** A day that a clock was on which was ahead once: it must not keep quiet until then. One day is the way from one zone to another. */
const notToCome = (day: string | null, today: string): string | null => (day !== null && (parseDay(day) ?? 0) > (parseDay(today) ?? 0) + 1 ? null : day);

type Deadline = Parameters<typeof kinds.deadline.due>[0];
const oursOf = (deadlines: readonly { readonly number: string; readonly fields: Deadline }[]): Reminding[] =>
  deadlines
    .filter(({ fields }) => fields.side === 'ours')
    .map(({ number, fields }) => ({ number, fileBy: kinds.deadline.due(fields), hour: kinds.deadline.hour?.(fields) ?? null }));

/** Reminds soon and whenever another day begins, for as long as this process lives; it is killed when the vault is locked. */
export function keepReminding(setting: Setting): void {
  // A host that is going away while it is asked is no fault of the vault's.
  const look = (): void => void remind(setting).catch(() => undefined);
  setTimeout(look, firstMs).unref();
  setInterval(look, lookMs).unref();
}
