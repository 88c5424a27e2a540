import { dayText } from '../../shared/calendar/day.ts';
import { momentAt } from '../../shared/calendar/instant.ts';
import { toPurge } from '../records/purge-roster.ts';
import { keyOptions, keyUsage, misuse, type Command } from './command.ts';
import { withVault } from './with-vault.ts';

/** A roster that was kept by choice goes on its day: without a number those that are due are listed, and nothing is touched. */
export const purgeRoster: Command = {
  name: 'purge-roster',
  usage: `purge-roster VAULT [ROS-001 --reason WORDS] ${keyUsage}`,
  says: 'Erases the bytes of a kept roster. Without a number it lists those whose day has come; exit code 1 when there is one. Backups made before hold the bytes still.',
  options: { ...keyOptions, reason: { type: 'string' } },
  operands: [1, 2],
  run: (given, desk) => {
    const number = given.operands[1];
    const reason = number === undefined ? '' : (given.option('reason') ?? misuse('Say why: --reason WORDS.'));
    return withVault(given, desk, async ({ records }) => {
      if (number !== undefined) {
        const { act, number: purged } = await records.purgeRoster(number, reason);
        return { json: { act, purged }, words: [`${purged}: its bytes are gone.`] };
      }
      const { instant, zone } = desk.clock();
      const due = toPurge(records.reading(), dayText(momentAt(instant, zone).day)).map((one) => one.number);
      return { ok: due.length === 0, json: { due }, words: due.length === 0 ? ['No kept roster is due.'] : due.map((one) => `${one} is to be purged.`) };
    });
  },
};
