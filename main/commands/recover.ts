import { openVault, readVaultInfo } from '../vault/vault.ts';
import { misuse, newPassphraseOptions, newPassphraseUsage, type Command } from './command.ts';
import { effortGiven, newPassphrase, wordsIn } from './keys.ts';
import { personJson } from './people.ts';

export const recover: Command = {
  name: 'recover',
  usage: `recover VAULT --recovery-key-file FILE --person NAME ${newPassphraseUsage}`,
  says:
    'Opens the vault with the recovery key, also on a machine that has never seen it, and gives NAME a new passphrase. Somebody who is in the vault keeps name and\n' +
    'compartments and gets a new signing key, because the old one opens with the lost passphrase only; an unknown name becomes a new person.',
  options: { 'recovery-key-file': { type: 'string' }, person: { type: 'string' }, ...newPassphraseOptions },
  operands: [1, 1],
  async run(given, desk) {
    const folder = given.operand(0, 'a vault folder');
    readVaultInfo(folder);
    const name = given.option('person') ?? misuse('Say who gets the new passphrase: --person NAME.');
    const words = await wordsIn(given.option('recovery-key-file') ?? misuse('Name the file with the 24 words: --recovery-key-file FILE.'));
    const vault = await openVault(folder, { recoveryWords: words }, { ...desk.vaultSetting, kdf: effortGiven(given) });
    try {
      const passphrase = await newPassphrase(given, desk);
      const person = await vault.people.recover({ name, passphrase });
      return {
        json: { person: personJson(person) },
        words: [`${person.name} opens the vault with the new passphrase. Delete the file with the words, and lock the paper away again.`],
      };
    } finally {
      await vault.close();
    }
  },
};
