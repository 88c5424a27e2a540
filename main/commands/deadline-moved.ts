import { sentenceOf } from '../../shared/failure/sentences.ts';
import { dayText } from '../../shared/calendar/day.ts';
import { momentAt } from '../../shared/calendar/instant.ts';
import { sameDays } from '../../shared/records/views/recomputed.ts';
import { approveMoved, movedDates, type MovedDate } from '../records/moved-dates.ts';
import { keyOptions, keyUsage, misuse, type Command } from './command.ts';
import { withVault } from './with-vault.ts';

const dates = ({ due, safe, followUp, ends, zone }: MovedDate['before']): string =>
  [
    `due ${due ?? 'not known'}`,
    ...(safe === null ? [] : [`file by ${safe}`]),
    ...(followUp === null ? [] : [`follow up ${followUp}`]),
    ...(ends === null ? [] : [`the day ends at ${ends.slice(11, 16)}`]),
    ...(ends === null && ![due, safe, followUp].some((one) => one?.includes('T') === true) ? [] : [zone === null ? 'time zone not stated' : `by the clocks of ${zone}`]),
  ].join(', ');

function words({ number, title, before, after, failure, ground, confirmed, instead }: MovedDate): string[] {
  return [
    `${number}  ${title}${confirmed ? '  (confirmed by counsel)' : ''}`,
    ...(after === null ? [] : [`    ${dates(before)}`, `    → ${dates(after)}`]),
    ...(failure === null ? [] : [`    It can't be counted any more: ${sentenceOf(failure)}`]),
    ...(ground === null
      ? []
      : ground.now === ''
        ? [`    ${ground.number}, which starts the time, was ${ground.by === null ? 'changed' : `changed by ${ground.by}`} since.`]
        : [`    ${ground.number}, which starts the time, now says ${ground.now}${ground.was === '' ? '' : `, not ${ground.was}`}.`]),
    ...(after !== null && sameDays(before, after) ? ['    No day moves: only its hour, or whose clocks it is by.'] : []),
    ...(instead === 'override' ? ['    Takes two to confirm: enter the new date as an override.'] : []),
  ];
}

/** What a changed trigger, order, closure or rule would do to the dates: a list to approve, never a move by itself. */
export const deadlineMoved: Command = {
  name: 'deadline moved',
  usage: `deadline moved VAULT ${keyUsage}`,
  says: 'Counts every open deadline again and lists those whose date differs from what is recorded, before and after. Changes nothing. Exit code 1 when there is one.',
  options: { ...keyOptions },
  operands: [1, 1],
  run: (given, desk) =>
    withVault(given, desk, ({ records }) => {
      const { moved, checked } = movedDates(records.reading());
      return { ok: moved.length === 0, json: { checked, moved }, words: [...moved.flatMap(words), `${checked} counted again, ${moved.length} to look at.`] };
    }),
};

export const deadlineApprove: Command = {
  name: 'deadline approve',
  usage: `deadline approve VAULT DL-001… --reason WORDS ${keyUsage}`,
  says: 'Records the dates as they are counted now, of the deadlines named, all or none. A confirmed date is confirmed anew by whoever opened the vault.',
  options: { ...keyOptions, reason: { type: 'string' } },
  operands: [2, 2001],
  run: (given, desk) => {
    const reason = given.option('reason') ?? misuse('Say why: --reason WORDS.');
    return withVault(given, desk, async ({ vault, records }) => {
      const { instant, zone } = desk.clock();
      const reading = records.reading();
      const numbers = given.operands.slice(1).map((typed) => reading.require(typed).number);
      const by = { name: vault.person.name, today: dayText(momentAt(instant, zone).day) };
      const act = await approveMoved(records, numbers, by, reason);
      return { json: { act, numbers }, words: [`${numbers.join(', ')}: recorded as counted now.`] };
    });
  },
};
