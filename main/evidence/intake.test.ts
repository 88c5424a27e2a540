import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer, Refused } from '../../shared/failure/failure.ts';
import type { RunJob } from '../jobs/run-job.ts';
import { makeTestVault, type TestVault } from '../records/test-vault.ts';
import { takeIn, type IntakeSetting, type TakenIn } from './intake.ts';
import { readerJob } from './reader/read.ts';
import { openSource, sourceOfBytes } from './source-file.ts';
import { itemOfText, textOfItem } from './text-of-item.ts';

let home: TestVault;
let folder: string;
let caseId: string;
/** The job's body in this process: what is tested here is what is done with its answer. */
let runJob: RunJob = (_entry, input) => readerJob(input);
beforeAll(async () => {
  home = await makeTestVault();
  folder = mkdtempSync(path.join(os.tmpdir(), 'cordon-intake-'));
  caseId = (await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'A case' } }))).result.id;
});
afterAll(async () => {
  await home.end();
  rmSync(folder, { recursive: true });
});

const desk = () => ({ vault: home.vault, records: home.records, runJob, clock: () => ({ instant: home.now(), zone: 'America/New_York' }) });
async function intake(file: string, setting: Partial<IntakeSetting> = {}): Promise<TakenIn> {
  const source = await openSource(file);
  try {
    return await takeIn(desk(), source, { caseId, ...setting });
  } finally {
    await source.close();
  }
}
function named(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}
const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');
async function stored(digest: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of home.vault.blobs.open(digest)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
const blobFiles = () => readdirSync(path.join(home.vault.folder, 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

test('a file is stored as it is, and its item says what it is and how it came', async () => {
  const file = named('order.txt', 'No access after Friday.');
  utimesSync(file, 1_900_000_000, 1_900_000_000);
  const taken = await intake(file, { custodian: 'Front desk', system: 'Post' });
  expect(taken).toMatchObject({ name: 'order.txt', bytes: 23, sha256: sha256('No access after Friday.'), reading: 'text', sameBytesAs: [] });
  expect(await stored(taken.sha256)).toBe('No access after Friday.');
  expect(home.records.reading().require(taken.number)).toMatchObject({
    caseId,
    state: 'registered',
    privilege: 'under_review',
    fields: {
      title: 'order.txt',
      type: 'document',
      original: { filename: 'order.txt', size: 23, mime: 'text/plain', sha256: taken.sha256 },
      source: { custodian: 'Front desk', system: 'Post', path: file, fileTimes: 'modified 2030-03-17T17:46:40Z', collectedBy: 'Ada Reyes' },
      custody: [{ action: 'imported', by: 'Ada Reyes', hashAfter: taken.sha256, occurred: { certainty: 'exact', zone: 'America/New_York' } }],
    },
  });
});

test('its words are found, and lead to the item', async () => {
  const { number } = await intake(named('memo.txt', 'The quagga clause is void.'));
  const { hits } = home.records.search({ text: 'quagga', limit: 10 });
  const reading = home.records.reading();
  expect(hits.map((hit) => itemOfText(reading, reading.require(hit.row.id)).number)).toContain(number);
  expect(textOfItem(reading, number)).toEqual({ status: 'text', text: 'The quagga clause is void.', pages: null, facts: [] });
});

test('the same bytes from two hands are two items and one blob', async () => {
  const before = blobFiles();
  const one = await intake(named('copy-1.txt', 'same bytes'), { custodian: 'Ann' });
  const two = await intake(named('copy-2.txt', 'same bytes'), { custodian: 'Ben' });
  expect(two.sameBytesAs).toEqual([one.number]);
  expect(two.number).not.toBe(one.number);
  expect(blobFiles()).toBe(before + 1);
  expect(home.records.reading().linksOf(two.id)).toMatchObject([{ role: 'same_bytes', record: { number: one.number } }]);
});

test('every later instance leads to the first one, and the same bytes in another case to nothing there', async () => {
  const caseOf = async (title: string) => (await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title } }))).result.id;
  const [one, two] = [await caseOf('One'), await caseOf('Two')];
  const first = await intake(named('a-1.txt', 'in two cases'), { caseId: one });
  await intake(named('a-2.txt', 'in two cases'), { caseId: one });
  expect((await intake(named('a-3.txt', 'in two cases'), { caseId: one })).sameBytesAs).toEqual([first.number]);
  expect((await intake(named('a-4.txt', 'in two cases'), { caseId: two })).sameBytesAs).toEqual([]);
});

test('an empty file is evidence too', async () => {
  expect(await intake(named('empty.log', ''))).toMatchObject({ bytes: 0, sha256: sha256(''), reading: 'no-text' });
});

test('a folder, a pipe, a file that is not there and a link to nowhere are refused by name', async () => {
  mkdirSync(path.join(folder, 'sub'));
  const refused = async (name: string) => (await answer(() => intake(path.join(folder, name)))) as { failure: object };
  expect((await refused('sub')).failure).toEqual({ code: 'intake-refused', file: 'sub', why: 'it is a folder that cannot be read' });
  expect((await refused('nowhere')).failure).toEqual({ code: 'file-unreadable', file: 'nowhere', why: 'there is no such file' });
  if (process.platform === 'win32') return;
  symlinkSync('gone', path.join(folder, 'link'));
  execFileSync('mkfifo', [path.join(folder, 'pipe')]);
  expect((await refused('link')).failure).toEqual({ code: 'file-unreadable', file: 'link', why: 'it is a link that leads nowhere' });
  expect((await refused('pipe')).failure).toEqual({ code: 'intake-refused', file: 'pipe', why: 'it is not a plain file' });
});

test('classified material is stopped before anything of it is stored', async () => {
  const files = blobFiles();
  const seq = home.records.reading().seq;
  const secret = named('plan.txt', 'SECRET//NOFORN\n\nClassified By: X\nDerived From: Y\nDeclassify On: 20500101\n');
  expect(await answer(() => intake(secret))).toMatchObject({ failure: { code: 'intake-refused', file: 'plan.txt', why: expect.stringContaining('Classified') } });
  expect(await answer(() => intake(secret, { readWords: false }))).toMatchObject({ failure: { code: 'intake-refused' } });
  expect([blobFiles(), home.records.reading().seq]).toEqual([files, seq]);
});

test('a reader that crashes or hangs costs the words and not the file', async () => {
  for (const [why, reading] of [
    ['crashed', 'not-read'],
    ['timed-out', 'timed-out'],
    ['out-of-memory', 'too-large'],
  ] as const) {
    runJob = () => Promise.reject(new Refused({ code: 'job-failed', job: 'reader', why, detail: '' }));
    expect(await intake(named(`${why}.pdf`, `%PDF-1.7 ${why}`))).toMatchObject({ reading });
  }
  runJob = (_entry, input) => readerJob(input);
});

test('an intake that is cancelled stores nothing', async () => {
  const files = blobFiles();
  expect(await answer(() => intake(named('late.txt', 'too late'), { signal: AbortSignal.abort() }))).toEqual({ ok: false, failure: { code: 'cancelled' } });
  expect(blobFiles()).toBe(files);
});

test('a registered item without bytes gets them once, and keeps the custody it had', async () => {
  const item = (
    await home.records.change(null, (w) =>
      w.create('evidence_item', {
        caseId,
        fields: {
          title: 'The letter',
          type: 'document',
          bytesNote: 'To be scanned.',
          custody: [{ action: 'received', occurred: { certainty: 'exact', day: '2031-01-06' }, by: 'Front desk' }],
        },
      }),
    )
  ).result;
  const taken = await takeIn(desk(), sourceOfBytes('letter.txt', Buffer.from('Dear all'), home.now()), { caseId: null, item: item.number });
  expect(taken.number).toBe(item.number);
  const { fields } = home.records.reading().require(item.number);
  expect(fields).toMatchObject({ title: 'The letter', original: { sha256: taken.sha256 }, custody: [{ action: 'received' }, { action: 'imported' }] });
  expect(fields['bytesNote']).toBeUndefined();
  expect(await answer(() => takeIn(desk(), sourceOfBytes('other.txt', Buffer.from('Other'), home.now()), { caseId: null, item: item.number }))).toMatchObject({
    failure: { code: 'intake-refused', why: expect.stringContaining('has its bytes already') },
  });
});

test('under a legal hold that only one person could open again, intake asks why', async () => {
  const held = (
    await home.records.change(null, (w) => {
      const one = w.create('case', { caseId: null, fields: { title: 'Held' } });
      const hold = w.create('legal_hold', {
        caseId: one.id,
        fields: { title: 'Hold', scope: { names: [one.id] }, custodians: [{ who: 'Security' }], issuedBy: 'General Counsel' },
      });
      w.move(hold.id, 'issued');
      return { caseId: one.id, hold: hold.number };
    })
  ).result;
  const file = named('held.txt', 'held');
  expect(await answer(() => intake(file, { caseId: held.caseId }))).toMatchObject({ failure: { code: 'reason-missing', number: held.hold } });
  const { number } = await intake(file, { caseId: held.caseId, reason: 'The second key is being made.' });
  expect(home.records.reading().require(number)).toMatchObject({ fields: { custody: [{ purpose: 'The second key is being made.' }] } });
  // A second person does not do while nobody has shown that a copy of the vault opens; a drill that found something does not either.
  await home.vault.people.add({ name: 'Ben Ode', passphrase: Buffer.from('a passphrase of his own') }, []);
  await home.vault.people.recordDrill({ ok: false });
  expect(await answer(() => intake(file, { caseId: held.caseId }))).toMatchObject({ failure: { code: 'reason-missing', act: expect.stringContaining('recovery drill') } });
  await home.vault.people.recordDrill({ ok: true });
  await intake(file, { caseId: held.caseId });
});
