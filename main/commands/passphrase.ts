import { openVault, readVaultInfo } from '../vault/vault.ts';
import { newPassphraseOptions, newPassphraseUsage, type Command } from './command.ts';
import { effortGiven, newPassphrase, passphrase as typedPassphrase } from './keys.ts';

export const passphrase: Command = {
  name: 'passphrase',
  usage: `passphrase VAULT [--passphrase-file FILE | --passphrase-fd NUMBER] ${newPassphraseUsage}`,
  says:
    'Gives you a new passphrase. Your signing key stays the same and no record is touched.\n' +
    'It does not protect against somebody who has an older copy of the folder and the old passphrase.',
  options: { 'passphrase-file': { type: 'string' }, 'passphrase-fd': { type: 'string' }, ...newPassphraseOptions },
  operands: [1, 1],
  async run(given, desk) {
    const folder = given.operand(0, 'a vault folder');
    readVaultInfo(folder);
    const current = await typedPassphrase(given, desk, 'Passphrase: ');
    const vault = await openVault(folder, { passphrase: current }, { ...desk.vaultSetting, kdf: effortGiven(given) });
    try {
      await vault.people.changePassphrase(await newPassphrase(given, desk));
      const { name } = vault.person;
      return {
        json: { person: name, generation: vault.people.content().generation },
        words: [`${name} has a new passphrase.`, 'An older copy of the folder, or a backup, still opens with the old one.'],
      };
    } finally {
      await vault.close();
    }
  },
};
