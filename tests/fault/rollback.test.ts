import { createHash, randomBytes } from 'node:crypto';
import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quietOutside } from '../../main/commands/quiet-outside.test-support.ts';
import { run } from '../../main/commands/run.ts';
import { compareRow } from '../../main/records/compare-row.ts';
import { openDatabase, type Database } from '../../main/vault/database.ts';
import { copyOf } from '../../main/vault/test-vault.ts';
import { unlock } from '../../main/vault/unlock.ts';
import { openVault } from '../../main/vault/vault.ts';
import { Refused } from '../../shared/failure/failure.ts';
import { upgraded } from '../../shared/records/upgrade.ts';
import { filesOf, filledVault, ground, passphrase, reopened } from './attacked-vault.ts';
import { cordonVerify, type Verdict } from './cordon-verify.ts';
import { addNote, clock, intake, type Live } from './work.ts';
import { long, printTable } from './seeded.ts';

const at = ground();
afterAll(() => at.clear());

const PAGE = 4096;
const trial = path.join(at.path, 'Trial.cordon');
/** The same vault closed, closed again after a day's work, and as a kill would leave it in the middle of that. */
const older = path.join(at.path, 'Older.cordon');
const newer = path.join(at.path, 'Newer.cordon');
const killed = path.join(at.path, 'Killed.cordon');
let words: string[];
let keyFile: string;
let machines = 0;
const stranger = () => `stranger ${machines++}`;
const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
const cordon = (given: readonly string[], machine: string, said: string[]): Promise<number> =>
  run(given, quietOutside({ clock, random, vaultSetting: at.setting(machine), line: (text) => void said.push(text) }));

/** What people do in a day: every table of the database has other rows afterwards. Drafts aside: they are in no journal. */
async function daysWork(live: Live): Promise<void> {
  const { records } = live;
  const reading = records.reading();
  const parties = reading.all('party').map(({ id }) => id);
  for (const note of reading.all('note').slice(0, 3)) await records.change(null, (writing) => void writing.update(note.id, { fields: { title: `${note.fields.title}, again` } }));
  for (const id of parties.slice(0, 5)) await records.change(null, (writing) => void writing.update(id, { fields: { contact: 'Room 4, second floor' } }));
  for (const { id } of reading.all('assertion').slice(0, 3)) await records.change(null, (writing) => void writing.update(id, { fields: { assertedBy: parties.slice(0, 2) } }));
  for (let count = 0; count < 8; count++) await addNote(live, `Afternoon ${count}`, 'spoke with the desk and wrote it down '.repeat(20));
  await intake(live, 'afternoon.bin', randomBytes(5000));
}

beforeAll(async () => {
  const first = await filledVault(at, 'Rolled back');
  words = first.recoveryWords;
  keyFile = `${first.folder}.key`;
  await first.close();
  copyOf(first.folder, older);
  const live = await reopened(at, first.folder);
  await daysWork(live);
  copyOf(first.folder, killed);
  await live.close();
  copyOf(first.folder, newer);
});

/** The rows of an index as they stand in its own pages and in their order; nothing for a table, or for an index over a part or a value. */
function* rowsOfIndex(db: Database, name: string): Generator<unknown[]> {
  const table = db
    .prepare<[string], string>("SELECT tbl_name FROM sqlite_schema WHERE type = 'index' AND name = ? AND (sql IS NULL OR sql NOT LIKE '% WHERE %')")
    .pluck()
    .get(name);
  if (table === undefined) return;
  // All of its columns and no other: read from the index alone.
  const columns = db.prepare<[string], string | null>('SELECT name FROM pragma_index_xinfo(?)').pluck().all(name);
  yield* db
    .prepare<[], unknown[]>(`SELECT ${columns.map((column) => (column === null ? 'rowid' : `"${column}"`)).join()} FROM "${table}" INDEXED BY "${name}"`)
    .raw()
    .iterate();
}

/** A digest of every row of every table, those of the search index too, and of `index`; null where the database cannot be read. */
function rowsIn(folder: string, key: Uint8Array, index: string): string | null {
  const copy = path.join(at.path, 'rows.db');
  cpSync(path.join(folder, 'vault.db'), copy);
  const hash = createHash('sha256');
  try {
    const db = openDatabase(copy, key, {});
    try {
      const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name").pluck().all();
      for (const name of tables) {
        hash.update(`\n${name}\n`);
        // In the order of its key: an index that has all columns would be read in the table's place.
        for (const row of db
          .prepare<[], unknown[]>(`SELECT * FROM "${name}"${name === 'link' ? ' ORDER BY "from", role, "to"' : ''}`)
          .raw()
          .iterate())
          for (const value of row) hash.update(value instanceof Uint8Array ? value : String(value)).update('|');
      }
      for (const row of rowsOfIndex(db, index)) hash.update(JSON.stringify(row));
    } finally {
      db.close();
    }
    return hash.digest('hex');
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('SQLITE_')) return null;
    throw thrown;
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true });
  }
}

test('one page of the database as it was before is found, whichever page it is', async () => {
  const [then, now] = [older, newer].map((folder) => readFileSync(path.join(folder, 'vault.db')));
  if (!then || !now) throw new Error('no database');
  const { keys } = await unlock(newer, { recoveryWords: words });
  const copy = path.join(at.path, 'tables.db');
  cpSync(path.join(newer, 'vault.db'), copy);
  const db = openDatabase(copy, keys.database, {});
  const ownerOf = new Map(
    db
      .prepare<[], { name: string; pageno: number }>('SELECT name, pageno FROM dbstat')
      .all()
      .map(({ name, pageno }) => [pageno, name]),
  );
  const indexes = new Set(db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'index' AND (sql IS NULL OR sql NOT LIKE '% WHERE %')").pluck().all());
  // The key of a table without row ids is the table itself, and has no other copy.
  const isIndex = (name: string) => indexes.has(name);
  db.close();
  const page = (of: Buffer, number: number) => of.subarray((number - 1) * PAGE, number * PAGE);
  const changed = Array.from({ length: Math.min(then.length, now.length) / PAGE }, (_, index) => index + 1).filter((number) => !page(then, number).equals(page(now, number)));
  // In the short run the first and the last of each table and index.
  const ofOwner = Map.groupBy(changed, (number) => ownerOf.get(number) ?? '');
  const numbers = long ? changed : [...ofOwner.values()].flatMap((all) => (all.length > 2 ? [all[0] ?? 0, all.at(-1) ?? 0] : all));
  const tables = new Map<string, { pages: number; found: number }>();
  const missed: string[] = [];
  let same = 0;
  for (const number of numbers) {
    copyOf(newer, trial);
    const bytes = Buffer.from(now);
    page(then, number).copy(bytes, (number - 1) * PAGE);
    writeFileSync(path.join(trial, 'vault.db'), bytes);
    // A page of the search tables, of an index or of a table that is its own index can be written again with the same rows in it: the older one changes nothing then.
    const owner = ownerOf.get(number) ?? '';
    if ((owner.startsWith('fts_') || owner === 'link' || isIndex(owner)) && rowsIn(trial, keys.database, owner) === rowsIn(newer, keys.database, owner)) {
      same++;
      continue;
    }
    // By the recovery key, which costs no hashing, and every fourth time by the passphrase.
    const machine = stranger();
    const { exit } = await cordonVerify(at, trial, machine, machines % 4 === 0 ? undefined : keyFile);
    const table = ownerOf.get(number) ?? 'free';
    const count = tables.get(table) ?? { pages: 0, found: 0 };
    tables.set(table, { pages: count.pages + 1, found: count.found + (exit === 1 ? 1 : 0) });
    if (exit !== 1) missed.push(`page ${number} of ${table}`);
  }
  printTable(
    `${numbers.length - same} of ${now.length / PAGE} pages put back, one at a time (${same} more hold the same rows): ${missed.length} missed`,
    [...tables].map(([table, { pages, found }]) => ({ 'page of': table, pages, found })),
  );
  expect(missed).toEqual([]);
  expect(same).toBeLessThan(numbers.length / 5);
  expect([...tables.keys()]).toEqual(expect.arrayContaining(['record', 'link', 'journal', 'counter', 'head', 'fts_data', 'fts_idx', 'search_text', 'blob']));
  for (const whole of [older, newer]) {
    copyOf(whole, trial);
    expect(await cordonVerify(at, trial, stranger())).toMatchObject({ exit: 0, findings: [] });
  }
}, 300_000);

/** One way to put back what was, and what must be said of it; then the same without the attack. */
interface Attack {
  readonly what: string;
  readonly attack: () => void;
  readonly control: () => void;
  /** The user's machine that has seen the newest state; otherwise a stranger's. */
  readonly known: boolean;
  readonly says: (heard: Verdict) => boolean;
}
const alarm = ({ exit, freshness, notes }: Verdict) => exit === 1 && freshness === 'behind' && notes.join().includes('older than the one last opened');

const attacks: readonly Attack[] = [
  {
    what: 'database without its log',
    attack: () => {
      copyOf(killed, trial);
      rmSync(path.join(trial, 'vault.db-wal'));
    },
    control: () => copyOf(killed, trial),
    known: false,
    says: alarm,
  },
  {
    what: 'log cut in half',
    attack: () => {
      copyOf(killed, trial);
      const log = readFileSync(path.join(trial, 'vault.db-wal'));
      writeFileSync(path.join(trial, 'vault.db-wal'), log.subarray(0, log.length / 2));
    },
    control: () => copyOf(killed, trial),
    known: false,
    says: alarm,
  },
  {
    what: 'database file',
    attack: () => {
      copyOf(newer, trial);
      cpSync(path.join(older, 'vault.db'), path.join(trial, 'vault.db'));
    },
    control: () => copyOf(newer, trial),
    known: false,
    says: alarm,
  },
  { what: "whole folder, with the user's anchor", attack: () => copyOf(older, trial), control: () => copyOf(newer, trial), known: true, says: alarm },
  {
    what: "whole folder, without the user's anchor",
    attack: () => copyOf(older, trial),
    control: () => copyOf(newer, trial),
    known: false,
    says: ({ exit, freshness }) => exit === 0 && freshness === 'unknown',
  },
];

test("an older state put back raises an alarm, or says that freshness is unknown where nobody can know; without the attack neither the user's machine nor a stranger's complains", async () => {
  expect(statSync(path.join(killed, 'vault.db-wal')).size).toBeGreaterThan(10 * PAGE);
  const rows = [];
  for (const { what, attack, control, known, says } of attacks) {
    attack();
    // `here` has worked on the vault and keeps the anchor of its newest state.
    const heard = await cordonVerify(at, trial, known ? 'here' : stranger());
    control();
    const quiet = await cordonVerify(at, trial, known ? 'here' : stranger());
    rows.push({ 'put back': what, says: heard.exit === 1 ? `alarm: ${heard.freshness}` : `freshness ${heard.freshness}`, control: `exit ${quiet.exit}, ${quiet.freshness}` });
    expect(says(heard), what).toBe(true);
    expect(quiet, what).toMatchObject({ exit: 0, findings: [], freshness: known ? 'fresh' : 'unknown' });
  }
  printTable('an older state put back', rows);
});

test('a vault behind its anchor is read-only and left as it is, until somebody takes it', async () => {
  copyOf(newer, trial);
  cpSync(path.join(older, 'vault.db'), path.join(trial, 'vault.db'));
  const before = filesOf(trial).map((name) => readFileSync(path.join(trial, name)).toString('latin1'));
  const machine = stranger();
  const behind = await openVault(trial, { passphrase: Buffer.from(passphrase) }, at.setting(machine));
  expect([behind.readOnly, behind.freshness]).toEqual(['behind-anchor', 'behind']);
  const refused = await behind.change({}, () => 1).catch((thrown: unknown) => (thrown instanceof Refused ? thrown.failure : thrown));
  expect(refused).toEqual({ code: 'vault-read-only', reason: 'behind-anchor' });
  await behind.close();
  expect(
    filesOf(trial)
      .filter((name) => !/-(shm|wal)$/.test(name))
      .map((name) => readFileSync(path.join(trial, name)).toString('latin1')),
  ).toEqual(before);

  const taken = await openVault(trial, { passphrase: Buffer.from(passphrase) }, at.setting(machine));
  await taken.takeUp('the newest copy there is', { upgrade: upgraded, compare: compareRow });
  expect([taken.readOnly, taken.freshness]).toEqual([null, 'fresh']);
  await taken.close();
  const after = await openVault(trial, { passphrase: Buffer.from(passphrase) }, at.setting(machine));
  expect([after.readOnly, after.freshness, after.notices]).toEqual([null, 'fresh', []]);
  await after.close();
});

test('an older folder put back on purpose is gone on with: every byte checked, the gap in the history for ever, and the newer one behind it from then on', async () => {
  const machine = stranger();
  const verify = { upgrade: upgraded, compare: compareRow };
  const open = (folder: string) => openVault(folder, { passphrase: Buffer.from(passphrase) }, at.setting(machine));
  copyOf(newer, trial);
  await (await open(trial)).close();
  const kept = path.join(at.path, 'Kept.cordon');
  copyOf(trial, kept);
  copyOf(older, trial);
  const reason = 'The drive failed; IT put back the copy of Sunday.';

  const behind = await open(trial);
  const gap = behind.behind;
  expect([behind.readOnly, gap?.known]).toEqual(['behind-anchor', expect.any(Number)]);
  const { reached = 0, known = 0 } = gap ?? {};
  expect(known).toBeGreaterThan(reached);
  const refusal = (why: string) => behind.takeUp(why, verify).catch((thrown: unknown) => (thrown instanceof Refused ? thrown.failure.code : thrown));
  expect(await refusal('  ')).toBe('reason-missing');
  await behind.close();

  // Anything else that is wrong with it than its age, and it is not gone on with.
  const blob = filesOf(trial).find((name) => name.startsWith('blobs/')) ?? '';
  const bytes = readFileSync(path.join(trial, blob));
  const flipped = Buffer.from(bytes);
  flipped[40] = (flipped[40] ?? 0) ^ 1;
  writeFileSync(path.join(trial, blob), flipped);
  const damaged = await open(trial);
  expect(await damaged.takeUp(reason, verify).catch((thrown: unknown) => (thrown instanceof Refused ? thrown.failure : thrown))).toMatchObject({
    code: 'vault-damaged',
    file: blob,
  });
  expect(damaged.readOnly).toBe('behind-anchor');
  await damaged.close();
  writeFileSync(path.join(trial, blob), bytes);
  // Nor by nobody in particular.
  const nobody = await openVault(trial, { recoveryWords: words }, at.setting(machine));
  expect(await nobody.takeUp(reason, verify).catch((thrown: unknown) => (thrown instanceof Refused ? thrown.failure : thrown))).toMatchObject({ code: 'vault-read-only' });
  await nobody.close();

  // By the command line, as a person would.
  const said: string[] = [];
  expect(await cordon(['take-up', trial, '--reason', reason, '--passphrase-file', at.passphraseFile, '--json'], machine, said)).toBe(0);
  expect(JSON.parse(said[0] ?? '')).toEqual({ reached, known });
  expect(await cordonVerify(at, trial, machine)).toMatchObject({ exit: 0, findings: [], freshness: 'fresh' });
  const after = await reopened(at, trial, machine);
  expect(after.vault.readOnly).toBeNull();
  const entry = after.vault.reader.prepare<[], { seq: number; image: Buffer }>("SELECT seq, image FROM journal WHERE verb = 'accepted'").get();
  expect(entry?.seq).toBe(reached + 1);
  expect(JSON.parse(entry?.image.toString() ?? '')).toMatchObject({
    reason: `The record was taken up from an older state: entries after ${reached} are missing (up to ${known}, as far as this computer knows). ${reason}`,
    record: { missing: { reached, known } },
  });
  await addNote(after, 'entered again');
  await after.close();
  const again: string[] = [];
  expect(await cordon(['take-up', trial, '--reason', reason, '--passphrase-file', at.passphraseFile, '--json'], machine, again)).toBe(2);

  // The newer one turns up: it is the older one now, whatever its entries say.
  copyOf(kept, trial);
  const found = await open(trial);
  expect([found.readOnly, found.behind]).toEqual(['behind-anchor', { reached: known, known: null, olderShape: false }]);
  await found.close();
});

test('a database that went another way from the same entry is seen', async () => {
  const [here, there] = ['Here', 'There'].map((name) => path.join(at.path, `${name}.cordon`));
  if (here === undefined || there === undefined) throw new Error('no folders');
  for (const folder of [here, there]) {
    copyOf(newer, folder);
    const live = await reopened(at, folder, stranger());
    await addNote(live, path.basename(folder));
    await live.close();
  }
  cpSync(path.join(there, 'vault.db'), path.join(here, 'vault.db'));
  const mixed = await cordonVerify(at, here, stranger());
  expect(mixed).toMatchObject({ exit: 1, freshness: 'behind' });
  expect(mixed.findings.map(({ part }) => part)).toContain('anchor');
});
