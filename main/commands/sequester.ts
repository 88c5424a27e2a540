import { authorityGiven, authorityOptions, authorityUsage } from './authority.ts';
import { keyOptions, keyUsage, misuse, type Command } from './command.ts';
import { withVault } from './with-vault.ts';

export const sequester: Command = {
  name: 'sequester',
  usage: `sequester VAULT NUMBER… ${authorityUsage} ${keyUsage}`,
  says: 'Closes records, everything with the same bytes and the words read from them, to everybody: no list, search, paper, export or history shows more than their numbers. Possible under a hold; lift opens them again.',
  options: { ...keyOptions, ...authorityOptions },
  operands: [2, 200],
  run: (given, desk) => {
    const authority = authorityGiven(given);
    return withVault(given, desk, async ({ records }) => {
      const { numbers, act } = await records.sequester(given.operands.slice(1), authority);
      return { json: { sequestered: numbers, act }, words: [`Sequestered: ${numbers.join(', ')}.`] };
    });
  },
};

export const lift: Command = {
  name: 'lift',
  usage: `lift VAULT NUMBER… --reason TEXT ${keyUsage}`,
  says: 'Opens again what was sequestered, as it was.',
  options: { ...keyOptions, reason: { type: 'string' } },
  operands: [2, 200],
  run: (given, desk) => {
    const reason = given.option('reason') ?? misuse('Say why: --reason TEXT.');
    return withVault(given, desk, async ({ records }) => {
      const { numbers, act } = await records.lift(given.operands.slice(1), reason);
      return { json: { lifted: numbers, act }, words: [`Open again: ${numbers.join(', ')}.`] };
    });
  },
};
