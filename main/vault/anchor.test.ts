import { createHmac, createSecretKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openAnchor, recordOf, type Anchor } from './anchor.ts';
import { canonicalBytes } from './canonical.ts';

const place = mkdtempSync(path.join(os.tmpdir(), 'cordon-anchor-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));
const key = createSecretKey(Buffer.alloc(32, 1));
const anchor = (seq: number): Anchor => ({ vault: 'v', incarnation: 1, seq, root: Buffer.alloc(32, seq).toString('base64') });
const read = (file: string, withKey = key) => {
  const opened = openAnchor(file, 'v', withKey, true);
  opened.close();
  return { last: opened.last, problem: opened.problem };
};

test('a record is canonical JSON with a MAC over the same without it, filled with spaces', () => {
  const mac = createHmac('sha256', key)
    .update(canonicalBytes({ v: 1, ...anchor(300_000) }))
    .digest('base64');
  const record = recordOf(anchor(300_000), key);
  expect(record).toHaveLength(512);
  expect(record.toString('latin1').trimEnd()).toBe(canonicalBytes({ v: 1, ...anchor(300_000), mac }).toString());
});

test('the last of many writes is read back, also by the next program', () => {
  const file = path.join(place, 'many');
  const opened = openAnchor(file, 'v', key, false);
  expect(opened.problem).toBe('the file is missing');
  for (let seq = 1; seq <= 9; seq++) {
    opened.write(recordOf(anchor(seq), key));
    expect(read(file)).toEqual({ last: anchor(seq), problem: null });
  }
  opened.close();
  const again = openAnchor(file, 'v', key, false);
  again.write(recordOf(anchor(10), key));
  again.close();
  expect(read(file).last).toEqual(anchor(10));
});

test('a torn write costs the newer record only, and every changed byte is a problem', () => {
  const file = path.join(place, 'torn');
  const opened = openAnchor(file, 'v', key, false);
  for (const seq of [1, 2, 3]) opened.write(recordOf(anchor(seq), key));
  opened.close();
  const sound = readFileSync(file);
  for (let at = 0; at < sound.length; at += 41) {
    const changed = Buffer.from(sound);
    changed[at] = (changed[at] ?? 0) ^ 4;
    writeFileSync(file, changed);
    const { last, problem } = read(file);
    expect(problem, `byte ${at}`).not.toBeNull();
    expect([2, 3]).toContain(last?.seq);
  }
  writeFileSync(file, sound);
  expect(read(file, createSecretKey(Buffer.alloc(32, 2))).last).toBeNull();
});
