import { backUp } from '../exchange/back-up.ts';
import { keyOptions, keyUsage, type Command } from './command.ts';
import { outFile } from './destinations.ts';
import { withVault } from './with-vault.ts';

export const backup: Command = {
  name: 'backup',
  usage: `backup VAULT --out FILE.cordon.tar [--to AGE-RECIPIENT]… ${keyUsage}`,
  says:
    'Saves the whole vault in one file, an archive that any tar opens; inside, everything is encrypted as it is in the vault, and opens with the same passphrases and the same\n' +
    'recovery key. --to locks it for an age recipient besides, so that it can be sent. The vault may be in use until then and is not changed, but for the entry that says so.',
  options: { ...keyOptions, out: { type: 'string' }, to: { type: 'string', multiple: true } },
  operands: [1, 1],
  run: (given, desk) => {
    const destination = outFile(given, desk);
    return withVault(given, desk, async ({ vault }) => {
      const saved = await backUp(vault, { destination, recipients: given.options('to'), signal: desk.signal });
      return {
        json: { ...saved, file: destination.path, at: new Date(saved.at).toISOString() },
        words: [
          `${destination.path} holds the vault up to entry ${saved.seq}: ${saved.bytes} bytes, ${saved.blobs} stored files, SHA-256 ${saved.sha256}.`,
          ...(saved.unsound > 0 ? [`${saved.unsound} stored files could not be read whole on this disk; "cordon verify" names them.`] : []),
          ...(saved.recorded ? [] : ['The vault cannot be written to, so its history does not say that this backup was made.']),
        ],
      };
    });
  },
};
