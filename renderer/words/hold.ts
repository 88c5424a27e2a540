import { counted } from './count.ts';

/** Words of a legal hold's page. */
export const hold = {
  waitsTab: 'What it waits for',
  notIssued: 'It is drafted and binds nobody yet: issue it before anything else deletes itself.',
  systems: 'Systems that delete by themselves',
  systemsNote: 'The shortest life first; what is not known counts as shortest.',
  noSystems: 'No system is recorded as still deleting.',
  custodians: 'Custodians who have not acknowledged',
  noCustodians: 'Every custodian who had the notice has acknowledged it.',
  columns: { system: 'System', with: 'With', deletes: 'Deletes after', state: 'State', who: 'Custodian', since: 'Since the notice', reminders: 'Reminders' },
  deleting: 'Still deleting',
  unproved: 'Said to be suspended, no evidence',
  days: (days: number | null) => (days === null ? 'not known' : counted(days, 'day', 'days')),
  reminded: (count: number) => (count === 0 ? 'none' : String(count)),
  remind: 'Remind today',
  recordReminder: 'A reminder was sent today',
  recordReminderTo: (who: string) => `A reminder was sent today to ${who}`,
  reminderReason: (who: string) => `reminder to ${who}`,
  escalate: 'Reminded twice and silent: tell whoever stands above',
} as const;
