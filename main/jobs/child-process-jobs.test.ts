import path from 'node:path';
import { expect, test } from 'vitest';
import { answer } from '../../shared/failure/failure.ts';
import { childProcessJobs } from './child-process-jobs.ts';
import { tight } from './job-message.ts';

const odd = path.join(import.meta.dirname, 'samples/odd-job.ts');
const run = childProcessJobs({ press: odd, reader: odd });
const limits = { timeMs: 10_000, memoryMiB: 200 };
const none = { bytes: [] };

test('a job gives back what it made of JSON and bytes, and tells of its progress', async () => {
  const told: unknown[] = [];
  const output = await run('press', { head: { a: [1, 'ü'] }, bytes: [Uint8Array.of(1, 2, 3)] }, { limits, tell: (progress) => told.push(progress) });
  expect(output.head).toEqual({ a: [1, 'ü'] });
  expect([...(output.bytes[0] ?? [])]).toEqual([3, 2, 1]);
  expect(told).toEqual([{ half: true }]);
});

test('a job that crashes costs that job only', async () => {
  expect(await answer(() => run('reader', { head: 'crash', ...none }, { limits }))).toEqual({
    ok: false,
    failure: { code: 'job-failed', job: 'reader', why: 'crashed', detail: '' },
  });
  expect((await run('reader', { head: 1, ...none }, { limits })).head).toBe(1);
});

test('a job that throws tells the class of what it threw and no word of it', async () => {
  expect(await answer(() => run('press', { head: 'throw', ...none }, { limits }))).toMatchObject({ failure: { why: 'crashed', detail: 'TypeError' } });
});

test('a job that refuses passes its failure on', async () => {
  expect(await answer(() => run('press', { head: 'refuse', ...none }, { limits }))).toEqual({ ok: false, failure: { code: 'cancelled' } });
});

test('a job that hangs is killed when its time is up', async () => {
  expect(await answer(() => run('press', { head: 'hang', ...none }, { limits: { ...limits, timeMs: 300 } }))).toMatchObject({ failure: { why: 'timed-out' } });
});

test('a job that fills its heap is stopped and says so', async () => {
  expect(await answer(() => run('press', { head: 'heap', ...none }, { limits }))).toMatchObject({ failure: { why: 'out-of-memory' } });
});

test.skipIf(process.platform === 'win32')('a job that takes memory outside its heap is stopped and says so', async () => {
  expect(await answer(() => run('press', { head: 'outside-heap', ...none }, { limits }))).toMatchObject({ failure: { why: 'out-of-memory' } });
});

test('a job is cancelled by its signal, before it starts and while it runs', async () => {
  expect(await answer(() => run('press', { head: 1, ...none }, { limits, signal: AbortSignal.abort() }))).toEqual({ ok: false, failure: { code: 'cancelled' } });
  expect(await answer(() => run('press', { head: 'hang', ...none }, { limits, signal: AbortSignal.timeout(200) }))).toEqual({ ok: false, failure: { code: 'cancelled' } });
});

test('a job inherits no environment', async () => {
  expect((await run('press', { head: 'environment', ...none }, { limits })).head).not.toContain('PATH');
});

test('bytes in a larger buffer are copied out of it before they cross', () => {
  const pool = Buffer.from('secret secret words');
  const crossing = tight(pool.subarray(7, 13));
  expect(Buffer.from(crossing.buffer).toString()).toBe('secret');
  const own = Uint8Array.of(1);
  expect(tight(own)).toBe(own);
});
