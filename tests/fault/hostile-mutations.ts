import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Database } from '../../main/vault/database.ts';
import type { Seeded } from './seeded.ts';

/** Bytes that are not those they were, and how. */
export function damagedBytes(random: Seeded, bytes: Buffer): [string, Buffer] {
  const at = random.below(Math.max(1, bytes.length));
  const length = 1 + random.below(Math.max(1, Math.min(5000, bytes.length - at)));
  const changed = Buffer.from(bytes);
  const ways: Readonly<Record<string, () => Buffer>> = {
    'bit flipped': () => {
      if (changed.length > 0) changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
      return changed;
    },
    'cut short': () => changed.subarray(0, at),
    'grown by noise': () => Buffer.concat([changed, random.bytes(length)]),
    'noise inside': () => {
      random.bytes(length).copy(changed, at);
      return changed;
    },
    'zeros inside': () => changed.fill(0, at, Math.min(changed.length, at + length)),
    'a piece twice': () => Buffer.concat([changed.subarray(0, at + length), changed.subarray(at)]),
    'a piece left out': () => Buffer.concat([changed.subarray(0, at), changed.subarray(at + length)]),
    'two pieces changed places': () => {
      const half = Math.floor(changed.length / 2);
      return Buffer.concat([changed.subarray(half), changed.subarray(0, half)]);
    },
    empty: () => Buffer.alloc(0),
    'noise only': () => random.bytes(random.below(10_000)),
    'ten megabytes of brackets': () => (random.below(10) === 0 ? Buffer.alloc(10_000_000, '[') : Buffer.alloc(3000, '[')),
  };
  const how = random.pick(Object.keys(ways));
  return [`${how} at ${at}`, ways[how]?.() ?? changed];
}

const strangeValues: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1e308,
  2 ** 53,
  0.5,
  '',
  'x'.repeat(100_000),
  '\u0000',
  '\ud800',
  '../../../etc/passwd',
  '__proto__',
  [],
  {},
  [[[[]]]],
  Array.from({ length: 1000 }, () => ({})),
  { toString: 1, constructor: null },
];

/** JSON in which one value, somewhere, is another, is missing, or stands twice. */
export function damagedJson(random: Seeded, bytes: Buffer): [string, Buffer] {
  const json: unknown = JSON.parse(bytes.toString());
  const holders: { readonly of: Record<string, unknown>; readonly key: string }[] = [];
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    // Proof of the cast: an object, or an array, whose keys are then its places.
    const of = value as Record<string, unknown>;
    for (const key of Object.keys(of)) {
      holders.push({ of, key });
      walk(of[key]);
    }
  };
  walk(json);
  const { of, key } = random.pick(holders);
  const old = of[key];
  const how = random.pick(['another value', 'missing', 'a name more', 'nudged', 'stands twice']);
  if (how === 'missing') delete of[key];
  else if (how === 'a name more') of[`${key}x`] = old;
  else if (how === 'nudged')
    of[key] =
      typeof old === 'number' ? old + random.pick([1, -1, 1e9]) : typeof old === 'string' ? `${old.slice(1)}${old.slice(0, 1)}` : Array.isArray(old) ? old.toReversed() : old;
  else if (how === 'stands twice' && Array.isArray(old)) of[key] = [...old, ...old];
  // A cost that may be asked for is paid: larger ones than these are tried where nothing is hashed.
  else of[key] = random.pick(strangeValues);
  return [`${key} ${how}`, Buffer.from(`${JSON.stringify(json)}\n`)];
}

/** The tables that verify vouches for, with their columns; drafts are in no journal, and `blob.at` says only when a file came. */
const columns: Readonly<Record<string, readonly string[]>> = {
  record: ['id', 'kind', 'number', 'case_id', 'state', 'title', 'due', 'closed', 'seq', 'body'],
  link: ['"from"', 'role', '"to"'],
  journal: ['seq', 'act', 'at', 'actor', 'record', 'kind', 'shape', 'verb', 'compartment', 'head', 'leaf', 'salt', 'image'],
  counter: ['last'],
  head: ['vault', 'size', 'frontier', 'leaf', 'at', 'public_key', 'signing_key'],
  blob: ['sha256', 'name', 'bytes', 'key'],
  fts_data: ['block'],
  fts_idx: ['pgno'],
};

const schemas: readonly string[] = [
  'CREATE TRIGGER quiet AFTER INSERT ON journal BEGIN DELETE FROM record WHERE seq < new.seq - 5; END',
  "CREATE VIEW record_view AS SELECT 'x' AS id",
  'DROP TABLE draft',
  'DROP TABLE link',
  'ALTER TABLE record RENAME TO records',
  'ALTER TABLE journal ADD COLUMN note TEXT',
  'DROP INDEX record_due',
  'DROP TRIGGER search_text_over',
  'CREATE TABLE extra(a)',
  "CREATE VIRTUAL TABLE more USING fts5(x, content='record')",
];

/** Writes something into the database that no act of a person wrote. Gives what, or null when nothing is different afterwards. */
export function tamperedTable(random: Seeded, db: Database): string | null {
  db.pragma('ignore_check_constraints=ON');
  db.pragma('foreign_keys=OFF');
  if (random.below(8) === 0) {
    const sql = random.pick(schemas);
    db.exec(sql);
    return sql;
  }
  const table = random.pick(Object.keys(columns));
  const column = random.pick(columns[table] ?? []);
  const keyOf = table === 'link' || table === 'counter' || table === 'blob' || table === 'fts_idx' ? null : 'rowid';
  const before = dump(db, table);
  const how = random.below(table === 'head' ? 1 : 4);
  const values = [
    null,
    -1,
    0,
    1,
    2 ** 52,
    '',
    'x',
    '../../../../etc/passwd',
    '{"a":1}',
    '[]',
    '{"fields":{}}',
    Buffer.alloc(0),
    Buffer.alloc(32, 1),
    Buffer.alloc(5000, 7),
    'y'.repeat(500_000),
  ];
  const one = `(SELECT ${keyOf ?? '*'} FROM ${table} LIMIT 1 OFFSET ${random.below(Math.max(1, before.length))})`;
  let what = '';
  try {
    if (how <= 1) {
      const value = random.pick(values);
      what = `UPDATE ${table} SET ${column} = ${typeof value === 'string' ? value.slice(0, 20) : String(value).slice(0, 20)}`;
      if (keyOf) db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${keyOf} = ${one}`).run(value);
      else db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${column} = (SELECT ${column} FROM ${table} LIMIT 1 OFFSET ${random.below(Math.max(1, before.length))})`).run(value);
    } else if (how === 2) {
      what = `DELETE FROM ${table}`;
      if (keyOf) db.exec(`DELETE FROM ${table} WHERE ${keyOf} = ${one}`);
      else db.exec(`DELETE FROM ${table} WHERE ${column} = (SELECT ${column} FROM ${table} LIMIT 1 OFFSET ${random.below(Math.max(1, before.length))})`);
    } else {
      what = `all ${column} of ${table} moved by one`;
      const rows = db.prepare<[]>(`SELECT ${column} FROM ${table}`).pluck().all();
      const set = keyOf ? db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${keyOf} = (SELECT ${keyOf} FROM ${table} LIMIT 1 OFFSET ?)`) : null;
      if (set) for (let index = 0; index < Math.min(40, rows.length - 1); index++) set.run(rows[index + 1], index);
    }
  } catch {
    // A type or a uniqueness that SQLite itself does not let through.
    return null;
  }
  const after = dump(db, table);
  return JSON.stringify(before) === JSON.stringify(after) ? null : what;
}

const dump = (db: Database, table: string): unknown[] => db.prepare(`SELECT * FROM ${table}`).all();

/** Puts a link, a pipe or a folder where a file belongs; what it leads to must not be touched. */
export function putStrangeFile(random: Seeded, folder: string): string {
  const bait = path.join(folder, '..', 'bait');
  writeFileSync(bait, 'somebody else needs this\n');
  const blobFolder = readdirSync(path.join(folder, 'blobs')).find((name) => /^[0-9a-f]{2}$/.test(name)) ?? '';
  const blob = `blobs/${blobFolder}/${readdirSync(path.join(folder, 'blobs', blobFolder))[0] ?? ''}`;
  const name = random.pick([
    'slots.a',
    'slots.b',
    'vault.db',
    'vault.db-wal',
    'anchor',
    'lock',
    'checkpoint',
    'checkpoint.minisig',
    'checkpoint.pub',
    'checkpoint.tmp',
    'slots.a.tmp',
    'blobs',
    blob,
  ]);
  const file = path.join(folder, name);
  rmSync(file, { recursive: true, force: true });
  const what = random.pick(['a link to another file', 'a link to nowhere', 'a link to /dev/zero', 'a pipe', 'a folder']);
  if (what === 'a pipe') execFileSync('mkfifo', [file]);
  else if (what === 'a folder') mkdirSync(path.join(file, 'inside'), { recursive: true });
  else symlinkSync(what === 'a link to another file' ? bait : what === 'a link to nowhere' ? '/nowhere/at/all' : '/dev/zero', file);
  return `${name} is ${what}`;
}
