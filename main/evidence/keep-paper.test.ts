import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunJob } from '../jobs/run-job.ts';
import { makeTestVault, type TestVault } from '../records/test-vault.ts';
import { keepPaper } from './keep-paper.ts';
import { readerJob } from './reader/read.ts';
import { textOfItem } from './text-of-item.ts';

let home: TestVault;
let caseId: string;
beforeAll(async () => {
  home = await makeTestVault();
  caseId = (await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'A case' } }))).result.id;
});
afterAll(() => home.end());

const runJob: RunJob = (_entry, input) => readerJob(input);
const desk = () => ({ vault: home.vault, runJob, clock: () => ({ instant: home.now(), zone: 'America/New_York' }) });
const paper = Buffer.from('The restriction has been in force since June 12, 2026.');
const blobFiles = () => readdirSync(path.join(home.vault.folder, 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

test('a paper that leaves is kept to the byte, with its words and the first event of its custody', async () => {
  const kept = await keepPaper(desk(), 'status-report-2031-01-08.txt', paper);
  const { result: id } = await home.records.change(null, (w) => kept.write(w, { caseId, audience: 'agency', privilege: 'none', why: 'the paper as it was pressed for FIL-001' }));
  const item = home.records.reading().require(id);
  const sha256 = createHash('sha256').update(paper).digest('hex');
  expect(item).toMatchObject({ kind: 'evidence_item', caseId, audience: 'agency', privilege: 'none', fields: { original: { sha256, size: paper.length } } });
  expect(JSON.stringify(item.fields['custody'])).toContain('the paper as it was pressed for FIL-001');
  const chunks: Uint8Array[] = [];
  for await (const chunk of home.vault.blobs.open(sha256)) chunks.push(chunk);
  expect(Buffer.concat(chunks)).toEqual(paper);
  expect(textOfItem(home.records.reading(), item.number)).toMatchObject({ status: 'text', text: expect.stringContaining('June 12, 2026') });
});

test('a paper that did not leave after all leaves no file behind', async () => {
  const before = blobFiles();
  const kept = await keepPaper(desk(), 'status-report.txt', Buffer.from('never sent'));
  expect(blobFiles()).toBe(before + 1);
  kept.discard();
  expect(blobFiles()).toBe(before);
});

test('an internal paper is kept under the privilege of its filing and its ground', async () => {
  const basis = { author: 'Ada Reyes', purpose: 'Prepared in anticipation of litigation', dualPurpose: false };
  const kept = await keepPaper(desk(), 'status-report-internal.txt', Buffer.from('for counsel'));
  const { result: id } = await home.records.change(null, (w) => kept.write(w, { caseId, audience: 'internal', privilege: 'work_product', privilegeBasis: basis, why: 'pressed' }));
  expect(home.records.reading().require(id)).toMatchObject({ audience: 'internal', privilege: 'work_product', privilegeBasis: basis });
});
