// Opens the vault it is given and does one kind of work on it until it is killed. Says on its output what it begins, and what it was told is done.
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../../main/vault/database.ts';
import { takeLock } from '../../main/vault/lock.ts';
import { migrate } from '../../main/vault/shape.ts';
import { openVault } from '../../main/vault/vault.ts';
import { backToShapeOne, nextShape } from './next-shape.ts';
import { openRecords } from '../../main/records/records.ts';
import { addNote, clock, intake, type Live } from './work.ts';

const [folder = '', stateFolder = '', passphrase = '', work = '', round = ''] = process.argv.slice(2);
const say = (...words: string[]) => writeSync(1, `${words.join('\t')}\n`);
const setting = { clock, random: (bytes: number) => new Uint8Array(randomBytes(bytes)), stateFolder, kdf: { memoryMiB: 64, passes: 3 } };

/** What is done over and over, each with a name of its own; gives what the parent shall look for. */
const works: Readonly<Record<string, (live: Live, name: string) => Promise<string>>> = {
  change: (live, name) => addNote(live, name, 'words of a note '.repeat(1 + (name.length % 7) * 40)),
  intake: async (live, name) => (await intake(live, name, randomBytes(1000 + (randomBytes(1)[0] ?? 0) * 2000))).sha256,
  passphrase: async ({ vault }, name) => {
    await vault.people.changePassphrase(Buffer.from(name));
    return '';
  },
  backup: async ({ vault }, name) => {
    // Here, because every other child would load it for nothing.
    const [{ backUp }, { fileDestination }] = await Promise.all([import('../../main/exchange/back-up.ts'), import('../../main/exchange/file-destination.ts')]);
    return (await backUp(vault, { destination: fileDestination(path.join(folder, '..', `${name}.backup`), name) })).sha256;
  },
  closing: async (live, name) => {
    await addNote(live, name);
    await live.close();
    return '';
  },
};

if (work === 'migration') migrateAgainAndAgain();

say('begin', 'opening', '');
const vault = await openVault(folder, { passphrase: Buffer.from(passphrase) }, setting);
const live: Live = { folder, vault, records: openRecords(vault, setting), recoveryWords: [], close: () => vault.close() };
say('done', 'opening', '', `${vault.readOnly ?? 'writable'} ${vault.notices.map(({ part, what }) => `${part}: ${what}`).join('; ')}`);
for (let count = 0; ; count++) {
  const name = `${work} ${round} ${count}`;
  say('begin', work, name);
  say('done', work, name, (await works[work]?.(live, name)) ?? '');
  if (work === 'opening' || work === 'closing') break;
}
/** There and back, as often as it is not killed. The key comes instead of a passphrase: what is killed here is the change of shape and no hashing. */
function migrateAgainAndAgain(): never {
  takeLock(folder, undefined);
  const file = path.join(folder, 'vault.db');
  const key = Buffer.from(passphrase, 'hex');
  const db = openDatabase(file, key, {});
  for (let count = 0; ; count++) {
    say('begin', 'migration', String(count));
    migrate(db, file, key, undefined, nextShape);
    say('done', 'migration', String(count));
    backToShapeOne(db);
  }
}
// Killed a moment later all the same: what was acknowledged last must outlive it.
setInterval(() => undefined, 1000);
