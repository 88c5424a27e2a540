import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer, refuse } from '../../shared/failure/failure.ts';
import { atOnce } from '../../shared/records/at-once.ts';
import { makeTestVault, type TestVault } from '../records/test-vault.ts';
import type { RunJob } from '../jobs/run-job.ts';
import { takeIn, type IntakeDesk } from './intake.ts';
import { readAgain, unread } from './read-again.ts';
import { readerJob } from './reader/read.ts';
import { sourceOfBytes } from './source-file.ts';
import { textOfItem } from './text-of-item.ts';

let home: TestVault;
beforeAll(async () => {
  home = await makeTestVault();
});
afterAll(() => home.end());

/** A reader that takes longer than the usual half minute: it comes to an end only where it is given five. */
const slow: RunJob = (_entry, input, { limits }) => (limits.timeMs < 300_000 ? refuse({ code: 'job-failed', job: 'reader', why: 'timed-out', detail: '' }) : readerJob(input));
const desk = (runJob: RunJob = slow): IntakeDesk => ({ vault: home.vault, records: home.records, runJob, clock: () => ({ instant: home.now(), zone: 'UTC' }) });
const take = (name: string, bytes: Uint8Array) => takeIn(desk(), sourceOfBytes(name, bytes, 0), { caseId: null, custodian: 'Ann', privilege: 'attorney_client' });
const archive = (files: Record<string, string>) => zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
const mail = (words: string) => Buffer.from(`From: a@example.test\nTo: b@example.test\nSubject: Slow\n\n${words}\n`);
const words = (number: string) => textOfItem(home.records.reading(), number);

test('a reading that took too long is tried again with more time; the verdicts before stay in history and custody, and its words are then found', async () => {
  const { number, reading } = await take('slow.eml', mail('heron'));
  expect(reading).toBe('timed-out');
  expect(atOnce(unread(home.records.reading(), ['timed-out']))).toMatchObject([{ number, title: 'slow.eml', status: 'timed-out' }]);
  expect(await readAgain(desk(), number, { seconds: 60 })).toMatchObject({ number, before: 'timed-out', reading: 'timed-out', children: [] });
  expect(await readAgain(desk(), number, { seconds: 300 })).toMatchObject({ number, before: 'timed-out', reading: 'text' });
  expect(words(number)).toMatchObject({ status: 'text', text: expect.stringContaining('heron') });
  expect(home.records.search({ text: 'heron', limit: 5 }).hits).toHaveLength(1);
  expect(atOnce(unread(home.records.reading(), ['timed-out']))).toEqual([]);
  const { custody } = home.records.reading().require(number).fields as { custody: { action: string; note?: string; hashBefore?: string }[] };
  expect(custody.map(({ action, note }) => [action, note])).toEqual([
    ['imported', undefined],
    ['viewed', 'Before: it took too long. Now: it took too long.'],
    ['viewed', 'Before: it took too long. Now: it has words.'],
  ]);
  const text = home.records.reading().linkingTo(home.records.reading().require(number).id, 'text of')[0];
  expect(home.records.history({ number: text?.number ?? '', limit: 10 }).entries.map((entry) => entry.verb)).toEqual(['move', 'update', 'create']);
  expect(await answer(() => readAgain(desk(), number, { seconds: 300 }))).toMatchObject({ failure: { code: 'intake-refused', why: `the words of ${number} have been read` } });
});

test('an archive that took too long gives what lies in it, once, with the labels and the custodian of the archive', async () => {
  const { number } = await take('slow.zip', archive({ 'a.txt': 'first kestrel', 'b/c.txt': 'second' }));
  const again = await readAgain(desk(), number, { seconds: 300 });
  expect(again.children.map((child) => [child.name, child.parent, child.reading])).toEqual([
    ['a.txt', number, 'text'],
    ['b/c.txt', number, 'text'],
  ]);
  const child = home.records.reading().require(again.children[0]?.number ?? '');
  expect(child).toMatchObject({
    privilege: 'attorney_client',
    fields: { source: { custodian: 'Ann', path: 'slow.zip/a.txt' }, family: home.records.reading().require(number).id },
  });
  expect((await home.vault.verify({ upgrade: home.records.upgrade, compare: home.records.compare })).findings).toEqual([]);
});

test('what turns out classified, is cancelled, is no exhibit, is closed or has no bytes keeps nothing of the reading', async () => {
  // Packed, so that the first bytes say nothing: only whoever reads it sees the banner.
  const packed = Buffer.from('SECRET//NOFORN\n\nClassified By: X\nDerived From: Y\nDeclassify On: 20500101').toString('base64');
  const { number } = await take('spill.eml', Buffer.from(`From: a@example.test\nSubject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n${packed}\n`));
  const other = await take('other.eml', mail('other'));
  const bare = await home.records.change(null, (w) => w.create('evidence_item', { caseId: null, fields: { title: 'Not in hand', type: 'document' } }));
  const note = await home.records.change(null, (w) => w.create('note', { caseId: null, fields: { title: 'N', type: 'note', body: 'b' } }));
  const before = home.records.reading().seq;
  const stop = new AbortController();
  stop.abort();
  const why = (found: string, more: object = {}) => answer(() => readAgain(desk(), found, { seconds: 300, ...more }));
  expect(await why(number)).toMatchObject({ failure: { code: 'intake-refused', why: expect.stringContaining('SECRET') } });
  expect(await why(other.number, { signal: stop.signal })).toMatchObject({ failure: { code: 'cancelled' } });
  expect(await why(bare.result.number)).toMatchObject({ failure: { code: 'intake-refused', why: 'no bytes of it are in this vault' } });
  expect(await why(note.result.number)).toMatchObject({ failure: { code: 'intake-refused', why: 'it is not evidence' } });
  expect(await why('EX-999')).toMatchObject({ failure: { code: 'record-not-found' } });
  expect([home.records.reading().seq, words(number).status]).toEqual([before, 'timed-out']);
});
