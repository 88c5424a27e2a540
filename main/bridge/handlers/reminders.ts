import type { Contract } from '../../../shared/contract/contract.ts';
import type { Reminders } from '../reminding.ts';
import type { Handlers } from '../serve.ts';

/** What the person at work missed while the vault was closed. */
export function reminderHandlers(reminders: Pick<Reminders, 'missed' | 'acknowledge'>): Pick<Handlers<Contract>, 'reminders.missed' | 'reminders.acknowledge'> {
  return {
    'reminders.missed': async () => {
      const { upTo, missed } = await reminders.missed();
      return { upTo, missed: [...missed] };
    },
    'reminders.acknowledge': async ({ upTo }) => {
      await reminders.acknowledge(upTo);
      return {};
    },
  };
}
