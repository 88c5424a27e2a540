import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { knownShape, migrations } from './migrations/list.ts';
import { migrate, shapeOf } from './shape.ts';

const place = mkdtempSync(path.join(os.tmpdir(), 'cordon-shape-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));
const key = Buffer.alloc(32, 6);
const file = path.join(place, 'vault.db');

test('shapes are numbered without a gap', () => {
  expect(migrations.map(({ shape }) => shape)).toEqual(migrations.map((_, index) => index + 1));
});

test('a step forward keeps a copy that opens, and a step that fails changes nothing', () => {
  const db = openDatabase(file, key, { create: true });
  migrate(db, file, key, undefined);
  db.prepare("INSERT INTO head VALUES (1, 'v', 1, 1, 0, x'', x'00', 0, x'', x'')").run();
  expect([shapeOf(db), readdirSync(place).filter((name) => name.includes('shape'))]).toEqual([knownShape, []]);
  const step = { shape: knownShape + 1, sql: 'CREATE TABLE more(id INTEGER PRIMARY KEY)' };
  expect(() => migrate(db, file, key, undefined, [...migrations, step, { shape: knownShape + 2, sql: 'CREATE TABLE more(id)' }])).toThrow(/already exists/);
  expect(shapeOf(db)).toBe(knownShape);
  migrate(db, file, key, undefined, [...migrations, step]);
  expect([shapeOf(db), db.prepare('SELECT count(*) FROM more').pluck().get()]).toEqual([knownShape + 1, 0]);
  const copy = openDatabase(`${file}.shape-${knownShape}`, key, { readonly: true });
  expect([shapeOf(copy), copy.prepare('SELECT vault FROM head').pluck().get()]).toEqual([knownShape, 'v']);
  copy.close();
  db.close();
});

/** The schema of each shape as it was released: a new table or column is a new step with a new number, and a new line here; no line ever changes. */
const released = [
  'f82b9bad06a73f1834e4e907b91642e2e1d87461e0f303f173749f6cc426ae3d',
  '6bd61dc3bcad024394b013ff4683c052fe2370dec6d154b8bf49c772841b7fd1',
  '15a6accbf2537b3e2f19cc2dbb7efa5ab4eb33db4feec9d894013665584a0582',
  '6728fcbf1417659ac4561bcb696ff0e9f8be816224a5f9f7e00234f9fda045d4',
  // Shape 5 fills a column and changes no table.
  '6728fcbf1417659ac4561bcb696ff0e9f8be816224a5f9f7e00234f9fda045d4',
];

test('the schema of a shape that was released is never changed', () => {
  const hashes = migrations.map(({ shape }) => {
    const at = path.join(place, `schema-${shape}.db`);
    const db = openDatabase(at, key, { create: true });
    migrate(db, at, key, undefined, migrations.slice(0, shape));
    const schema = db.prepare("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'fts_%' ORDER BY name").pluck().all().join('\n').replaceAll(/\s+/g, ' ');
    db.close();
    return createHash('sha256').update(schema).digest('hex');
  });
  expect(hashes).toEqual(released);
});
