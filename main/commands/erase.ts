import { keyOptions, keyUsage, misuse, type Command } from './command.ts';
import { withVault } from './with-vault.ts';

export const erase: Command = {
  name: 'erase',
  usage: `erase VAULT NUMBER --authority AUTHORITY --reason REASON ${keyUsage}`,
  says:
    'Erases what a record says, everywhere in the vault: record, journal, search, drafts, of an exhibit also its text and the key of its bytes. Number and history of the erasure stay.\n' +
    'Refused under a legal hold and while an agency has asked for it. It cannot be undone; backups made before keep what they have.',
  options: { ...keyOptions, authority: { type: 'string' }, reason: { type: 'string' } },
  operands: [2, 2],
  run: (given, desk) => {
    const number = given.operand(1, 'a record number');
    const authority = given.option('authority') ?? misuse('Name the authority: --authority "FRE 502(b) notice of 12 June".');
    const reason = given.option('reason') ?? misuse('Say why: --reason REASON.');
    return withVault(given, desk, async ({ records }) => {
      const { numbers } = await records.erase({ number, authority, reason });
      return { json: { erased: numbers }, words: [`Erased: ${numbers.join(', ')}.`] };
    });
  },
};
