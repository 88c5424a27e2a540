import { fileDestination } from '../exchange/file-destination.ts';
import { pressRecoverySheet } from '../filings/recovery-sheet.ts';
import { drill } from '../vault/drill.ts';
import { keyOptions, keyUsage, misuse, type Command, type Desk, type Given } from './command.ts';
import { outFile } from './destinations.ts';
import { wordsIn } from './keys.ts';
import { recoverySheet } from './new.ts';
import { withVault } from './with-vault.ts';

const wordsOption = { ...keyOptions, 'words-file': { type: 'string' } } as const;
const wordsUsage = '--words-file FILE';

/** The words that were read from the paper into a file; the vault itself is opened with a passphrase. */
const wordsGiven = (given: Given): Promise<string[]> => wordsIn(given.option('words-file') ?? misuse('Name the file with the 24 words: --words-file FILE. Delete it afterwards.'));

const unique = (desk: Desk): string => Buffer.from(desk.random(6)).toString('hex');

const confirm: Command = {
  name: 'recovery confirm',
  usage: `recovery confirm VAULT ${wordsUsage} ${keyUsage}`,
  says: 'Tries the words from the paper on the vault’s own lock and puts on record that they can be read. Until then the vault says that nobody has shown it.',
  options: wordsOption,
  operands: [1, 1],
  run: (given, desk) =>
    withVault(given, desk, async ({ vault }) => {
      await vault.people.confirmRecovery(await wordsGiven(given));
      const recovery = vault.people.recovery();
      return { json: { recovery }, words: [`The words open this vault: sheet ${recovery?.sheet ?? ''} can be read.`] };
    }),
};

const drilling: Command = {
  name: 'recovery drill',
  usage: `recovery drill VAULT ${wordsUsage} ${keyUsage}`,
  says: 'The yearly drill: opens a copy of the vault with the words, as on a machine that never saw it, checks every byte of the copy, removes it, and puts on record what came of it.',
  options: wordsOption,
  operands: [1, 1],
  run: (given, desk) =>
    withVault(given, desk, async ({ vault, records }) => {
      const asked = { upgrade: records.upgrade, compare: records.compare, signal: desk.signal };
      const { ok, entries, records: checked, blobs, findings } = await drill(vault, await wordsGiven(given), desk.vaultSetting, asked);
      return {
        ok,
        json: { ok, entries, records: checked, files: blobs, findings: findings.map(({ part, what }) => ({ part, what })), recovery: vault.people.recovery() },
        words: ok
          ? [`The words open the vault. The copy held ${entries} entries, ${checked} records and ${blobs} stored files; every byte of it agrees.`]
          : ['The words open the vault, but the check of the copy found something:', ...findings.map(({ part, what }) => `  ${part}: ${what}`)],
      };
    }),
};

const sheet: Command = {
  name: 'recovery sheet',
  usage: `recovery sheet VAULT ${wordsUsage} --out FILE.pdf ${keyUsage}`,
  says: 'Makes the printed sheet with the 24 words as PDF. That it was made is recorded; the file is a key: print it, lock the paper away, delete the file.',
  options: { ...wordsOption, out: { type: 'string' } },
  operands: [1, 1],
  run: (given, desk) => {
    const destination = outFile(given, desk);
    return withVault(given, desk, async ({ vault, records }) => {
      const words = await wordsGiven(given);
      vault.people.checkRecovery(words);
      const { number, bytes, sha256 } = await pressRecoverySheet({ vault, records, clock: desk.clock, runJob: desk.runJob }, words, destination, { signal: desk.signal });
      return {
        json: { file: destination.path, release: number, bytes, sha256 },
        words: [`${destination.path} is made (recorded as ${number}). Print it, lock the paper away, delete the file.`],
      };
    });
  },
};

const renew: Command = {
  name: 'recovery renew',
  usage: `recovery renew VAULT --recovery-out FILE ${keyUsage}`,
  says: 'Makes new words for a sheet that is lost or was seen, and writes them to FILE, which must not exist. The current words open nothing any more, except older copies of the folder and backups.',
  options: { ...keyOptions, 'recovery-out': { type: 'string' } },
  operands: [1, 1],
  run: async (given, desk) => {
    const file = given.option('recovery-out') ?? misuse('Say where the new words go: --recovery-out FILE.');
    // The place is tried first: words that could not be written down must not replace those on paper.
    const delivery = await fileDestination(file, unique(desk)).begin();
    try {
      return await withVault(given, desk, async ({ vault }) => {
        const words = await vault.people.renewRecovery();
        await delivery.write(recoverySheet(words));
        await delivery.finish();
        await delivery.deliver();
        const recovery = vault.people.recovery();
        return {
          json: { recoveryKeyFile: file, recovery },
          words: [`The new words are in ${file} (sheet ${recovery?.sheet ?? ''}). Print them, lock the paper away, delete the file.`],
        };
      });
    } finally {
      await delivery.discard();
    }
  },
};

export const recoveryCommands = [confirm, drilling, sheet, renew] as const;
