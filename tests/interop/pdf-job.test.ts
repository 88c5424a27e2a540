import path from 'node:path';
import { expect, test } from 'vitest';
import { pressed } from '../../main/filings/press/press-job.ts';
import { childProcessJobs } from '../../main/jobs/child-process-jobs.ts';
import { checkpoint, orderFor, plainWords, pressOrder } from './pressed-sample.ts';

const entry = path.resolve(import.meta.dirname, '../../main/press-job.ts');
const runJob = childProcessJobs({ press: entry, reader: entry });
const order = orderFor('order-summary', 'internal', plainWords);

test('a job of its own gives the same bytes as this process, and tells what it is doing', async () => {
  const told: string[] = [];
  const far = await pressed(runJob, order, { tell: ({ what, done }) => told.push(`${what} ${String(done)}`) });
  const near = await pressOrder(order);
  expect(far.sha256).toBe(near.sha256);
  expect(far.pages).toBe(near.pages);
  expect(told).toEqual(['typeset 0', 'finish 1', 'finish 2']);
});

test('a press that is cancelled stops with its process', async () => {
  const stop = new AbortController();
  const going = pressed(runJob, order, { signal: stop.signal, tell: () => stop.abort() });
  await expect(going).rejects.toMatchObject({ failure: { code: 'cancelled' } });
});

test('what the press refuses crosses as its failure', async () => {
  const malformed = { ...order, data: { ...order.data, filing: { ...('filing' in order.data && order.data.filing), subtitle: { nonsense: 'x' } } } };
  await expect(pressed(runJob, malformed as never)).rejects.toMatchObject({ failure: { code: 'filing-malformed', number: 'FIL-001', field: 'subtitle' } });
});

test('the checkpoint and the instant are on an internal paper and change nothing on an outgoing one but the day', async () => {
  const outgoing = orderFor('order-summary', 'outgoing', plainWords);
  const later = { ...outgoing, instant: { ...outgoing.instant, instant: outgoing.instant.instant + 60_000 } };
  expect((await pressOrder(later)).sha256).toBe((await pressOrder(outgoing)).sha256);
  const other = { ...order, checkpoint: { ...checkpoint, seq: checkpoint.seq + 1 } };
  expect((await pressOrder(other as never)).sha256).not.toBe((await pressOrder(order)).sha256);
});
