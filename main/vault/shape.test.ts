import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { migrations } from './migrations/list.ts';
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
  expect([shapeOf(db), readdirSync(place).filter((name) => name.includes('shape'))]).toEqual([1, []]);
  const step = { shape: 2, sql: 'CREATE TABLE more(id INTEGER PRIMARY KEY)' };
  expect(() => migrate(db, file, key, undefined, [...migrations, step, { shape: 3, sql: 'CREATE TABLE more(id)' }])).toThrow(/already exists/);
  expect(shapeOf(db)).toBe(1);
  migrate(db, file, key, undefined, [...migrations, step]);
  expect([shapeOf(db), db.prepare('SELECT count(*) FROM more').pluck().get()]).toEqual([2, 0]);
  const copy = openDatabase(`${file}.shape-1`, key, { readonly: true });
  expect([shapeOf(copy), copy.prepare('SELECT vault FROM head').pluck().get()]).toEqual([1, 'v']);
  copy.close();
  db.close();
});

test('the schema of a shape that was released is never changed', async () => {
  const db = openDatabase(path.join(place, 'schema.db'), key, { create: true });
  migrate(db, path.join(place, 'schema.db'), key, undefined);
  const { createHash } = await import('node:crypto');
  const schema = db.prepare("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'fts_%' ORDER BY name").pluck().all().join('\n').replaceAll(/\s+/g, ' ');
  db.close();
  // A new table or column is a new step with a new number; this hash changes only together with the list of steps.
  expect(createHash('sha256').update(schema).digest('hex')).toMatchInlineSnapshot(`"f82b9bad06a73f1834e4e907b91642e2e1d87461e0f303f173749f6cc426ae3d"`);
});
