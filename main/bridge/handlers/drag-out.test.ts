import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sourceOfBytes } from '../../evidence/source-file.ts';
import { takeIn } from '../../evidence/intake.ts';
import { readerJob } from '../../evidence/reader/read.ts';
import type { RunJob } from '../../jobs/run-job.ts';
import { makeTestVault, type TestVault } from '../../records/test-vault.ts';
import { carriedFiles } from '../carried-files.ts';
import { previews } from '../previews.ts';
import type { Context } from '../context.ts';
import { exchangeHandlers } from './exchange.ts';
import { filingHandlers } from './filings.ts';

const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
const words = 'The order was served on 12 June.';
const work = { signal: new AbortController().signal, tell: () => {} };
let home: TestVault;
let out: string;
let context: Context;
/** What the host was asked to carry. */
const begun: string[] = [];
let exhibit: string;
beforeAll(async () => {
  home = await makeTestVault();
  out = mkdtempSync(path.join(os.tmpdir(), 'cordon-drag-'));
  const caseId = (await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'A case' } }))).result.id;
  await home.records.change(null, (w) => w.create('restricted_model', { caseId, fields: { name: 'Heron' }, privilege: 'none' }));
  const runJob: RunJob = (entry, input) => {
    if (entry === 'reader') return readerJob(input);
    const pdf = Buffer.from('%PDF-1.7 a paper');
    return Promise.resolve({ head: { pages: 1, sha256: createHash('sha256').update(pdf).digest('hex'), substituted: 0 }, bytes: [pdf] });
  };
  const clock = () => ({ instant: home.now(), zone: 'America/New_York' });
  const { vault, records } = home;
  const taken = await takeIn({ vault, records, runJob, clock }, sourceOfBytes('served.txt', Buffer.from(words), home.now()), { caseId, reason: 'a test' });
  exhibit = taken.number;
  // Proof of the cast: what leaves by dragging asks for nothing else.
  context = {
    clock,
    random,
    runJob,
    session: { opened: () => ({ vault, records }) },
    line: {
      ask: (name: string, question: { readonly name?: string; readonly path?: string }) => {
        if (name !== 'place.dragOut') return Promise.resolve({ path: path.join(out, question.name ?? ''), available: true });
        begun.push(question.path ?? '');
        return Promise.resolve({ begun: true });
      },
    },
  } as unknown as Context;
});
afterAll(async () => {
  await home.end();
  rmSync(out, { recursive: true, force: true });
});

test('an exhibit and a paper that just left are carried as the files they are, and nothing is written for it', async () => {
  const carried = carriedFiles(random);
  const exchange = exchangeHandlers(context, carried);
  const left = await exchange['exchange.extract']({ number: exhibit, audience: 'internal' }, work);
  const model = home.records.reading().all('restricted_model')[0]?.number ?? '';
  const paper = await filingHandlers(context, carried, previews(context.runJob, random))['filings.press']({ document: 'status-report', model, profile: 'internal' }, work);
  const before = readdirSync(out);
  expect(before.sort()).toEqual([left.file, paper.file].sort());
  for (const drag of [left.drag, paper.drag]) expect(await exchange['exchange.dragOut']({ drag: drag ?? '' }, work)).toEqual({ begun: true });
  expect(begun).toEqual([path.join(out, left.file), path.join(out, paper.file)]);
  expect(readFileSync(begun[0] ?? '', 'utf8')).toBe(words);
  expect(readdirSync(out)).toEqual(before);
  // A file that was moved away is not carried, and the page is told.
  rmSync(begun[0] ?? '');
  await expect(exchange['exchange.dragOut']({ drag: left.drag ?? '' }, work)).rejects.toMatchObject({ failure: { code: 'file-unreadable', file: left.file } });
});

test('what release refuses, and what this session did not release, is not carried', async () => {
  const carried = carriedFiles(random);
  const exchange = exchangeHandlers(context, carried);
  const count = begun.length;
  const left = await exchange['exchange.extract']({ number: exhibit, audience: 'internal' }, work);
  // Another process of the vault, as after a lock, knows none of its names.
  await expect(exchangeHandlers(context, carriedFiles(random))['exchange.dragOut']({ drag: left.drag ?? '' }, work)).rejects.toMatchObject({ failure: { code: 'misuse' } });
  await expect(exchange['exchange.dragOut']({ drag: path.join(out, left.file) }, work)).rejects.toMatchObject({ failure: { code: 'misuse' } });
  // Whether it is privileged is under review: to nobody else, and sequestered to nobody at all.
  await expect(exchange['exchange.extract']({ number: exhibit, audience: 'agency' }, work)).rejects.toMatchObject({ failure: { code: 'release-withheld', numbers: [exhibit] } });
  // One that is for named recipients goes to one of them, who has to be named.
  const { id } = home.records.reading().require(exhibit);
  await home.records.change(null, (w) => w.update(id, { named: ['Ottermole LLP'] }));
  await expect(exchange['exchange.extract']({ number: exhibit, audience: 'internal' }, work)).rejects.toMatchObject({ failure: { code: 'release-withheld' } });
  expect(await exchange['exchange.extract']({ number: exhibit, audience: 'internal', recipient: 'ottermole llp' }, work)).toMatchObject({ file: left.file });
  await home.records.sequester([exhibit], { kind: 'clawback', paper: 'Notice of 3 March', reason: 'It says so' });
  await expect(exchange['exchange.extract']({ number: exhibit, audience: 'internal' }, work)).rejects.toMatchObject({ failure: { code: 'release-withheld', numbers: [exhibit] } });
  expect(begun).toHaveLength(count);
});
