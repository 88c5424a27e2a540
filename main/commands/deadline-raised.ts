import { dayText } from '../../shared/calendar/day.ts';
import { momentAt } from '../../shared/calendar/instant.ts';
import type { Raised } from '../../shared/records/views/safety-net.ts';
import { raisedIn } from '../records/raised-in.ts';
import { keyOptions, keyUsage, type Command } from './command.ts';
import { withVault } from './with-vault.ts';

const words: Readonly<Record<Raised['why'], string>> = {
  'no-next-date': 'open, and no open deadline stands behind it',
  'no-trigger-evidence': 'counted from an event that nothing proves',
  'no-open-deadline': 'under an order in force, and no deadline is open',
};

export const deadlineRaised: Command = {
  name: 'deadline raised',
  usage: `deadline raised VAULT ${keyUsage}`,
  says: 'Lists what stands without a date and is not answered with a reason. Exit code 1 when there is anything.',
  options: keyOptions,
  operands: [1, 1],
  run: (given, desk) =>
    withVault(given, desk, ({ records }) => {
      const { instant, zone } = desk.clock();
      const raised = raisedIn(records.reading(), undefined, dayText(momentAt(instant, zone).day));
      return {
        ok: raised.length === 0,
        json: { raised },
        words: raised.length === 0 ? ['Nothing stands without a date.'] : raised.map((one) => `${one.about}  ${one.words}: ${words[one.why]}.`),
      };
    }),
};
