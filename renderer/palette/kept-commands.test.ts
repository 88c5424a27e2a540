import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KeptCommands } from '../../shared/contract/palette.ts';

const vaultHas = vi.hoisted(() => ({
  kept: { pinned: ['go-docket'], used: ['lock'], opened: ['ORD-001', 'DL-002'] },
  saved: [] as KeptCommands[],
  readable: true,
}));
vi.hoisted(() => Object.assign(globalThis, { location: { hash: '' }, addEventListener: () => {} }));
vi.mock('../bridge.ts', () => ({
  vault: {
    ask: async (name: string, question: KeptCommands) => {
      if (name === 'palette.read') return vaultHas.readable ? { ok: true, reply: vaultHas.kept } : { ok: false, failure: { code: 'vault-busy' } };
      vaultHas.saved.push(question);
      return { ok: true, reply: {} };
    },
  },
}));

/** The module as a window that was just opened has it. */
async function freshWindow() {
  vi.resetModules();
  const kept = await import('./kept-commands.ts');
  const { flushDrafts } = await import('../form/draft-flush.ts');
  return { ...kept, flushDrafts };
}
beforeEach(() => {
  vi.useFakeTimers();
  vaultHas.saved = [];
  vaultHas.readable = true;
});
afterEach(() => void vi.useRealTimers());

test('records opened last stand newest first, each once, before those that the vault knew', async () => {
  const { readKeptCommands, noteOpened, useKeptCommands } = await freshWindow();
  for (const number of ['MDL-001', 'DL-002', 'MDL-001']) noteOpened(number);
  await readKeptCommands();
  expect(useKeptCommands.getState().opened).toEqual(['MDL-001', 'DL-002', 'ORD-001']);
  for (let i = 0; i < 40; i++) noteOpened(`NOTE-${i}`);
  expect(useKeptCommands.getState().opened).toHaveLength(12);
  expect(useKeptCommands.getState().opened[0]).toBe('NOTE-39');
});

test('leafing through many records writes once, and locking writes what was not written yet', async () => {
  const { readKeptCommands, noteOpened, flushDrafts } = await freshWindow();
  await readKeptCommands();
  for (let i = 0; i < 20; i++) noteOpened(`NOTE-${i}`);
  expect(vaultHas.saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(vaultHas.saved.map(({ opened }) => opened?.[0])).toEqual(['NOTE-19']);
  expect(vaultHas.saved[0]).toMatchObject({ pinned: ['go-docket'], used: ['lock'] });
  noteOpened('ORD-009');
  expect(await flushDrafts()).toBe(true);
  expect(vaultHas.saved.at(-1)?.opened?.[0]).toBe('ORD-009');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(vaultHas.saved).toHaveLength(2);
});

test('what could not be read is never written over', async () => {
  vaultHas.readable = false;
  const { readKeptCommands, noteOpened, noteUsed } = await freshWindow();
  await readKeptCommands();
  noteUsed('lock');
  noteOpened('ORD-001');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(vaultHas.saved).toEqual([]);
});
