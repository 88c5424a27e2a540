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
import { addNote, clock, erasedWord, intake, type Live } from './work.ts';

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
  erasure: async ({ records }, name) => {
    const item = records
      .reading()
      .all('evidence_item')
      .find(({ fields }) => fields.title.startsWith(`${name} `));
    await records.erase([item?.number ?? ''], { kind: 'clawback', paper: 'Letter of 3 January 2031', reason: 'Sent by mistake.' });
    return item?.number ?? '';
  },
  closing: async (live, name) => {
    await addNote(live, name);
    await live.close();
    return '';
  },
};

/** Made ready before the work begins: what is to be erased. Gives what the parent shall know of it even when the work is cut off. */
const ready: Readonly<Record<string, (live: Live, name: string) => Promise<string>>> = {
  erasure: async (live, name) => {
    const word = erasedWord(name);
    // A case of its own: the sample's is under a hold.
    const { result: own } = await live.records.change(null, (writing) => writing.create('case', { caseId: null, fields: { title: `Case of ${name}` } }));
    const { number } = await intake(live, `${name} ${word}`, Buffer.from(`${word} `.repeat(3000)), own.id);
    await live.records.change('a first look', (writing) => void writing.update(number, { fields: { description: `${word} in words` } }));
    return number;
  },
};

// Only loads everything: what the compiler made of it is kept for the children that are killed, who never come to keep anything.
if (work === 'loading') {
  await Promise.all([import('../../main/exchange/back-up.ts'), import('../../main/exchange/file-destination.ts')]);
  process.exit();
}
if (work === 'migration') migrateAgainAndAgain();

say('begin', 'opening', '');
const vault = await openVault(folder, { passphrase: Buffer.from(passphrase) }, setting);
const live: Live = { folder, vault, records: openRecords(vault, setting), recoveryWords: [], close: () => vault.close() };
say('done', 'opening', '', `${vault.readOnly ?? 'writable'} ${vault.notices.map(({ part, what }) => `${part}: ${what}`).join('; ')}`);
for (let count = 0; ; count++) {
  // A passphrase that begins so is refused: anybody would try it first.
  const name = `${work === 'passphrase' ? 'lanterns in a harbor' : work} ${round} ${count}`;
  const about = (await ready[work]?.(live, name)) ?? '';
  say('begin', work, name, about);
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
