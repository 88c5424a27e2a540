import path from 'node:path';
import { identitiesIn } from '../exchange/age-open.ts';
import { clearedWords } from './with-vault.ts';
import { isLockedBackup, restoreFile } from '../exchange/restore-backup.ts';
import { keyOptions, keyUsage, misuse, type Command } from './command.ts';
import { openingKey, readNamed } from './keys.ts';

export const restore: Command = {
  name: 'restore',
  usage: `restore FILE --into FOLDER [--identity FILE] ${keyUsage}`,
  says:
    'Makes a vault of a backup, in a folder that does not exist yet, and checks every byte of it before the folder is put in its place. KEY is a passphrase or the recovery key that\n' +
    'opened the vault when the backup was taken. --identity names a file with the age key for which it was locked. Exit code 1 when something in it was damaged already.',
  options: { ...keyOptions, into: { type: 'string' }, identity: { type: 'string' } },
  operands: [1, 1],
  async run(given, desk) {
    const from = path.resolve(given.operand(0, 'a backup'));
    const into = path.resolve(given.option('into') ?? misuse('Say where the vault goes: --into FOLDER.'));
    await isLockedBackup(from);
    const identity = given.option('identity');
    const identities = identity === undefined ? [] : identitiesIn((await readNamed(identity)).toString('utf8'));
    const { vault, incarnation, report, clearedAway } = await restoreFile({ from, into, key: await openingKey(given, desk), identities, signal: desk.signal }, desk.vaultSetting);
    for (const name of clearedAway) desk.note(clearedWords(name));
    const { ok, entries, records, blobs, root, findings } = report;
    return {
      ok,
      json: { vault: into, id: vault, incarnation, ok, entries, records, files: blobs, root, findings: findings.map(({ part, what }) => ({ part, what })) },
      words: [
        `${into} is restored: ${entries} entries, ${records} records, ${blobs} stored files, every byte checked.`,
        ...(ok ? [] : ['This was damaged in the vault already when the backup was taken:', ...findings.map((one) => `  ${one.part}: ${one.what}`)]),
        'Go on with one of the two: once this one is opened, the vault it was taken from opens for reading only on this computer.',
      ],
    };
  },
};
