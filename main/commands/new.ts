import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import { fileDestination } from '../exchange/file-destination.ts';
import { createVault } from '../vault/vault.ts';
import { misuse, type Command } from './command.ts';
import { effortGiven, newPassphrase } from './keys.ts';

/** The recovery words as they are written to a file: six a line, to be compared with a printed sheet. */
export function recoverySheet(words: readonly string[]): Uint8Array {
  const lines = Array.from({ length: Math.ceil(words.length / 6) }, (_, line) => words.slice(line * 6, line * 6 + 6).join(' '));
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

export const newVault: Command = {
  name: 'new',
  usage: 'new VAULT --person NAME --recovery-key-file FILE [--passphrase-file FILE | --passphrase-fd NUMBER] [--memory-mib N --passes N]',
  says:
    'Makes an empty vault for one person. The recovery key is written to FILE and nowhere else: print it, lock it away, and delete the file.\n' +
    '--memory-mib and --passes set what each guess at the passphrase costs (at least 64 and 3); without them about a second on this machine.',
  options: {
    person: { type: 'string' },
    'passphrase-file': { type: 'string' },
    'passphrase-fd': { type: 'string' },
    'recovery-key-file': { type: 'string' },
    'memory-mib': { type: 'string' },
    passes: { type: 'string' },
  },
  operands: [1, 1],
  async run(given, desk) {
    const folder = path.resolve(given.operand(0, 'a folder for the vault'));
    const name = given.option('person') ?? misuse('Say who you are: --person NAME. It stands in the history beside everything you do.');
    const sheet =
      given.option('recovery-key-file') ?? misuse('Say where the recovery key goes: --recovery-key-file FILE. Without it a forgotten passphrase means that everything is lost.');
    if (existsSync(sheet)) refuse({ code: 'file-unwritable', file: path.basename(sheet), why: 'it exists already' });
    const effort = effortGiven(given);
    const secret = await newPassphrase(given, desk, 'passphrase');
    // The place for the recovery key is tried first: a vault whose key could not be written down must not come to be.
    const delivery = await fileDestination(sheet, Buffer.from(desk.random(6)).toString('hex')).begin();
    try {
      const { vault, recoveryWords } = await createVault(folder, { name, passphrase: secret }, { ...desk.vaultSetting, kdf: effort });
      const { id } = vault;
      await vault.close();
      try {
        await delivery.write(recoverySheet(recoveryWords));
        await delivery.finish();
        await delivery.deliver();
      } catch (thrown) {
        // Made a moment ago and empty.
        await rm(folder, { recursive: true, force: true });
        throw thrown;
      }
      return {
        json: { vault: folder, id, person: name, recoveryKeyFile: path.resolve(sheet) },
        words: [`Made ${path.basename(folder)} for ${name}.`, `The recovery key is in ${sheet}: print it, lock it away, delete the file.`],
      };
    } finally {
      await delivery.discard();
    }
  },
};
