import { readVaultInfo } from '../vault/vault.ts';
import type { Command } from './command.ts';

export const info: Command = {
  name: 'info',
  usage: 'info VAULT',
  says: 'Says what stands on the outside of a vault: its id, format and how many persons can open it. Needs no key.',
  options: {},
  operands: [1, 1],
  run(given) {
    const { id, name, format, persons, generation } = readVaultInfo(given.operand(0, 'a vault folder'));
    return { json: { id, name, format, persons, generation }, words: [name, `id          ${id}`, `format      ${format}`, `persons     ${persons}`, `key changes ${generation}`] };
  },
};
