import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Failure } from '../../../shared/failure/failure.ts';
import { Refused, refuse } from '../../../shared/failure/failure.ts';
import { stored } from '../../evidence/stored-archive.test-support.ts';
import { readerJob } from '../../evidence/reader/read.ts';
import { restoreFile } from '../../exchange/restore-backup.ts';
import { makeTestVault, testPassphrase, type TestVault } from '../../records/test-vault.ts';
import type { RunJob } from '../../jobs/run-job.ts';
import type { Context } from '../context.ts';
import { carriedFiles } from '../carried-files.ts';
import { previews } from '../previews.ts';
import { grants } from '../grants.ts';
import { backupHandlers } from './backups.ts';
import { clipboardHandlers } from './clipboard.ts';
import { evidenceHandlers } from './evidence.ts';
import { exchangeHandlers } from './exchange.ts';
import { filingHandlers } from './filings.ts';
import { loadFileHandlers } from './load-file.ts';
import { vaultHandlers } from './vault.ts';

/** Points at which each work is stopped: the twenty of notes/security-ux.md U20 by hand, fewer in CI and fewer still otherwise. */
const points = ({ all: 20, 1: 5 } as Readonly<Record<string, number>>)[process.env['CORDON_LONG'] ?? ''] ?? 3;
/** The longest a stop may take (notes/security-ux.md U20), in milliseconds. */
const stopMs = 500;
/** The longest a test may take: twenty points of a work of two seconds, on a busy machine. */
const mostMs = 180_000;

let home: TestVault;
let folder: string;
let out: string;
let caseId: string;
let context: Context;
const numbers: string[] = [];
beforeAll(async () => {
  home = await makeTestVault();
  folder = mkdtempSync(path.join(os.tmpdir(), 'cordon-cancelled-'));
  out = mkdtempSync(path.join(os.tmpdir(), 'cordon-cancelled-out-'));
  caseId = (await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'A case' } }))).result.id;
  await home.records.changeMany(null, Array.from({ length: 600 }), (w, _, i) => {
    numbers.push(w.create('note', { caseId, fields: { title: `note ${i}`, type: 'note', body: 'b'.repeat(400) }, privilege: 'none' }).number);
  });
  await home.records.change(null, (w) => w.create('restricted_model', { caseId, fields: { name: 'Heron' }, privilege: 'none' }));
  /** The press takes its time and is killed as the job processes are; the reader is the job's own body. */
  const runJob: RunJob = (entry, input, options) =>
    entry === 'reader'
      ? readerJob(input)
      : new Promise((resolve, reject) => {
          const pdf = Buffer.from('%PDF-1.7 a paper');
          const done = setTimeout(() => resolve({ head: { pages: 1, sha256: createHash('sha256').update(pdf).digest('hex'), substituted: 0 }, bytes: [pdf] }), 60);
          options.signal?.addEventListener('abort', () => {
            clearTimeout(done);
            reject(new Refused({ code: 'cancelled' }));
          });
        });
  // Proof of the cast: what the works that are stopped here ask for.
  context = {
    clock: () => ({ instant: home.now(), zone: 'America/New_York' }),
    random: (bytes: number) => new Uint8Array(randomBytes(bytes)),
    line: { ask: (_name: string, question: { readonly name?: string }) => Promise.resolve({ path: path.join(out, question.name ?? 'file'), available: true }) },
    runJob,
    grants: grants((bytes) => new Uint8Array(randomBytes(bytes))),
    session: { opened: () => ({ vault: home.vault, records: home.records }) },
  } as unknown as Context;
});
afterAll(async () => {
  await home.end();
  for (const made of [folder, out]) rmSync(made, { recursive: true, force: true });
});

const filesIn = (place: string): string[] =>
  existsSync(place)
    ? readdirSync(place, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .sort()
    : [];
/** The last entry, every row as it stands, what is stored, and what lies where things are written to. The write-ahead log grows and shrinks by itself. */
const state = () => ({
  seq: home.records.reading().seq,
  rows: home.vault.reader.prepare('SELECT id, number, state, seq FROM record ORDER BY id').all(),
  items: home.records.reading().all('evidence_item').length,
  blobs: home.vault.reader.prepare<[], number>('SELECT count(*) FROM blob').pluck().get() ?? 0,
  vault: filesIn(home.vault.folder),
  out: filesIn(out),
});

const carried = carriedFiles((bytes) => new Uint8Array(randomBytes(bytes)));
type Work = { readonly signal: AbortSignal; readonly tell: (far: { readonly done: number }) => void };
let taken = 0;
const works: Readonly<Record<string, (work: Work) => Promise<unknown>>> = {
  'taking files in': async (work) => {
    const files = ['a', 'b', 'c'].map((name) => {
      const file = path.join(folder, `${name}${taken++}.bin`);
      writeFileSync(file, randomBytes(2_000_000));
      return context.grants.place(file);
    });
    const { files: done } = await evidenceHandlers(context)['evidence.intake'](
      { caseId, files, privilege: 'none', audience: 'internal', reasonWithoutSecondOpener: 'a test' },
      work,
    );
    // Each file is an act of its own: what was in before the stop stays in, and of the one that was stopped nothing does.
    const stopped = done.findIndex(({ failure }) => failure !== null);
    if (stopped !== -1) {
      expect(done.slice(stopped).map(({ failure, number }) => [(failure as Failure | null)?.code, number])).toEqual(done.slice(stopped).map(() => ['cancelled', null]));
      for (const { number } of done.slice(0, stopped)) expect(home.records.reading().require(number ?? '').kind).toBe('evidence_item');
      // Proof that nothing more than those is there is below; they are what the state is held against.
      takenIn = stopped;
      refuse({ code: 'cancelled' });
    }
    return done;
  },
  'a backup': (work) => Promise.resolve(backupHandlers(context)['backups.save']({ recipients: [] }, work)),
  'a check of the vault': (work) => Promise.resolve(vaultHandlers(context)['vault.verify']({}, work)),
  'a table that leaves': (work) => Promise.resolve(exchangeHandlers(context, carried)['exchange.export']({ form: 'xlsx', kind: 'note', caseId: null, audience: 'internal' }, work)),
  'an export of records': (work) => Promise.resolve(exchangeHandlers(context, carried)['exchange.export']({ form: 'json', caseId: null, audience: 'internal' }, work)),
  'a table on the clipboard': (work) => Promise.resolve(clipboardHandlers(context)['exchange.copy']({ numbers, audience: 'internal' }, work)),
  'a paper': (work) =>
    Promise.resolve(
      filingHandlers(context, carried, previews(context.runJob, context.random))['filings.press'](
        { document: 'status-report', model: home.records.reading().all('restricted_model')[0]?.number ?? '', profile: 'internal' },
        work,
      ),
    ),
  'a list on paper': (work) =>
    Promise.resolve(
      exchangeHandlers(context, carried)['exchange.export'](
        { form: 'pdf', kind: 'note', caseId, numbers, audience: 'internal', look: { columns: ['number', 'title', 'state'] } },
        work,
      ),
    ),
  'an archive that is taken in': async (work) => {
    const file = path.join(folder, `archive${taken++}.zip`);
    writeFileSync(file, stored(Array.from({ length: 12 }, (_, i) => ({ name: `letters/${i}.txt`, bytes: Buffer.from(`letter ${taken} ${i} ${'w'.repeat(60_000)}`) }))));
    const { files } = await evidenceHandlers(context)['evidence.intake'](
      { caseId, files: [context.grants.place(file)], privilege: 'none', audience: 'internal', reasonWithoutSecondOpener: 'a test' },
      work,
    );
    // An archive with all that is in it is one act: all of it or nothing.
    // Proof of the cast: the contract's own failures.
    if (files[0]?.failure) refuse(files[0].failure as Failure);
  },
  'a load file': async (work) => {
    const volume = path.join(folder, `volume${taken++}`);
    mkdirSync(volume);
    const names = Array.from({ length: 8 }, (_, i) => `d${i}.txt`);
    for (const name of names) writeFileSync(path.join(volume, name), `words of ${name} ${taken} ${'w'.repeat(40_000)}`);
    const line = (...values: string[]): string => `${values.map((value) => `\u00fe${value}\u00fe`).join('\u0014')}\r\n`;
    const file = path.join(volume, 'x.dat');
    writeFileSync(file, [line('BEGBATES', 'NATIVEPATH'), ...names.map((name, i) => line(`V${taken}-${i}`, name))].join(''));
    try {
      const { taken: done, refused } = await loadFileHandlers(context)['evidence.loadFile'](
        { caseId, file: context.grants.place(file), privilege: 'none', audience: 'internal', reasonWithoutSecondOpener: 'a test' },
        { ...work, tell: ({ done: far }) => void (takenIn = far) },
      );
      expect([done, refused]).toEqual([names.length, 0]);
    } finally {
      // Each document is an act of its own, and stays in where a later one was stopped.
      if (!work.signal.aborted) takenIn = 0;
    }
  },
  'evidence with its custody': async (work) => {
    await someEvidence();
    return exchangeHandlers(context, carried)['exchange.export']({ form: 'bag', kind: 'evidence_item', caseId, audience: 'internal' }, work);
  },
  'reading a backup again': async (work) => {
    const kept = path.join(folder, 'lies-there.cordon.tar');
    // Large enough for a stop to fall within it.
    if (!existsSync(kept)) writeFileSync(kept, Buffer.alloc(120_000_000));
    return backupHandlers(context)['backups.check']({ token: context.grants.place(kept) }, work);
  },
  'a hand-over': async (work) => {
    await someEvidence();
    return exchangeHandlers(context, carried)['exchange.export'](
      { form: 'hand-over', caseId, audience: 'internal', recipients: ['age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg'] },
      work,
    );
  },
};
let takenIn = 0;
/** Enough for a bundle to take its time. */
let laidIn: Promise<unknown> | undefined;
const someEvidence = (): Promise<unknown> =>
  (laidIn ??= (async () => {
    const files = Array.from({ length: 4 }, (_, i) => {
      const file = path.join(folder, `bundle${i}.bin`);
      writeFileSync(file, randomBytes(700_000));
      return context.grants.place(file);
    });
    await evidenceHandlers(context)['evidence.intake'](
      { caseId, files, privilege: 'none', audience: 'internal', reasonWithoutSecondOpener: 'a test' },
      { signal: new AbortController().signal, tell: () => {} },
    );
  })());

test.each(Object.keys(works))('%s that is stopped at any point leaves everything as it was, at once', { timeout: mostMs }, async (name) => {
  const work = works[name];
  if (!work) throw new Error('no such work');
  const begun = performance.now();
  // Once to its end, so that the points lie within it.
  await work({ signal: new AbortController().signal, tell: () => {} });
  const took = performance.now() - begun;
  const waits: number[] = [];
  for (let point = 0; point < points; point++) {
    const before = state();
    takenIn = 0;
    const stop = new AbortController();
    let asked = 0;
    const halt = (): void => {
      asked = performance.now();
      stop.abort();
    };
    // The first point lies before it begins; the others are spread over the first four fifths of what it took.
    const timer = point === 0 ? undefined : setTimeout(halt, (took * point * 0.8) / points);
    if (point === 0) halt();
    try {
      await work({ signal: stop.signal, tell: () => {} });
    } catch (thrown) {
      if (!(thrown instanceof Refused)) throw thrown;
      waits.push(performance.now() - asked);
      expect(thrown.failure).toEqual({ code: 'cancelled' });
      const after = state();
      if (takenIn === 0) expect(after).toEqual(before);
      else expect([after.items, after.blobs]).toEqual([before.items + takenIn, before.blobs + takenIn]);
    }
    clearTimeout(timer);
  }
  expect(waits.length, 'points at which it was stopped').toBeGreaterThan(0);
  expect(waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)], 'milliseconds until it had stopped').toBeLessThan(stopMs);
});

test('a restore that is stopped at any point leaves no vault, and the backup as it was', { timeout: mostMs }, async () => {
  const kept = path.join(folder, 'kept.cordon.tar');
  const here = { ...context, line: { ask: () => Promise.resolve({ path: kept, available: true }) } } as unknown as Context;
  await backupHandlers(here)['backups.save']({ recipients: [] }, { signal: new AbortController().signal, tell: () => {} });
  const restored = (name: string, signal: AbortSignal, tell: () => void = () => {}) =>
    restoreFile(
      { from: kept, into: path.join(folder, name), key: { passphrase: Buffer.from(testPassphrase) }, signal, tell },
      { ...home.setting, stateFolder: path.join(folder, 'state') },
    );
  let tells = 0;
  await restored('whole.cordon', new AbortController().signal, () => tells++);
  rmSync(path.join(folder, 'whole.cordon'), { recursive: true });
  const before = filesIn(folder);
  const waits: number[] = [];
  for (let point = 0; point < points; point++) {
    const stop = new AbortController();
    const at = Math.floor((tells * point) / points);
    let told = 0;
    let asked = performance.now();
    if (point === 0) stop.abort();
    try {
      await restored('stopped.cordon', stop.signal, () => {
        if (told++ !== at || stop.signal.aborted) return;
        asked = performance.now();
        stop.abort();
      });
      rmSync(path.join(folder, 'stopped.cordon'), { recursive: true });
    } catch (thrown) {
      if (!(thrown instanceof Refused)) throw thrown;
      waits.push(performance.now() - asked);
      expect(thrown.failure).toEqual({ code: 'cancelled' });
      expect(filesIn(folder)).toEqual(before);
    }
  }
  expect(waits.length, 'points at which it was stopped').toBeGreaterThan(1);
  expect(waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)]).toBeLessThan(stopMs);
});
