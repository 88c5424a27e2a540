import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HostContract } from '../../shared/contract/host.ts';
import type { Line } from '../../shared/contract/line.ts';
import { Refused } from '../../shared/failure/failure.ts';
import { hostAnswers } from '../settings/host-answers.ts';
import { settings, type Settings } from '../settings/settings.ts';
import { writeSlots } from '../vault/slots-file.ts';
import { grants } from './grants.ts';
import { recentVaults, type RecentVaults } from './recent-vaults.ts';

let base: string;
let store: Map<string, unknown>;
let kept: Settings;
const granted = grants((bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
/** What the next dialog brings, and which folders were shown. */
let chosen: string | null;
let shown: string[];

beforeEach(() => {
  base = mkdtempSync(path.join(os.tmpdir(), 'cordon-recent-'));
  store = new Map();
  kept = settings(store, {}, path.join(base, 'Cordon'));
  chosen = null;
  shown = [];
});
afterEach(() => rmSync(base, { recursive: true }));

const ids = { acme: 'a'.repeat(32), other: 'b'.repeat(32) };
/** A folder that says in the clear which vault it is, which is all that a list reads of it. */
function vaultAt(place: string, id: string): string {
  const folder = path.join(base, place);
  mkdirSync(folder, { recursive: true });
  for (const name of ['slots.a', 'slots.b'] as const) writeSlots(folder, name, { format: 1, generation: 1, id, slots: [] }, new Uint8Array(32));
  return folder;
}
/** The list as a vault process starts it, over the host's own answers. */
function started(host: 'electron' | 'chromium' = 'electron'): RecentVaults {
  const about = { versions: [], now: () => 0, random: () => new Uint8Array(4), requests: () => ({ served: 0, refused: 0 }), places: { state: null, vaults: null } };
  const answers: Readonly<Record<string, (question: never) => unknown>> = {
    ...hostAnswers(kept, null, about, undefined, undefined, host === 'electron' ? (folder) => shown.push(folder) : null),
    'place.chooseVault': () => ({ path: chosen, available: true }),
  };
  // Proof of the cast: exactly what the list asks of a host.
  const line = { ask: async (name: string, question: never) => answers[name]?.(question) } as unknown as Line<HostContract>;
  return recentVaults({
    line,
    grants: granted,
    vaultsFolder: path.join(base, 'Cordon'),
    host,
    vaultSetting: { stateFolder: path.join(base, 'state') },
  });
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (thrown: unknown) => (thrown instanceof Refused ? thrown.failure.code : thrown),
  );
const tokenOf = async (list: RecentVaults, at = 0) => (await list.list())[at]?.token ?? '';

test('a vault that was moved and opened from elsewhere takes the place of its old line, and keeps its pin', async () => {
  const list = started();
  const old = vaultAt('Cordon/Acme.cordon', ids.acme);
  await list.remember(ids.acme, old, 5);
  await list.remember(ids.other, vaultAt('Cordon/Other.cordon', ids.other), 6);
  await list.change(await tokenOf(list, 1), 'pinned');
  expect((await list.list()).map(({ name, pinned }) => [name, pinned])).toEqual([
    ['Acme', true],
    ['Other', false],
  ]);
  mkdirSync(path.join(base, 'drive'));
  const now = path.join(base, 'drive', 'Acme.cordon');
  renameSync(old, now);
  const lost = (await list.list())[0];
  expect(lost).toMatchObject({ name: 'Acme', missing: { at: old }, acts: ['find', 'pin', 'take-off'] });
  await list.remember(ids.acme, now, 9);
  expect((await list.list()).map(({ name, pinned, missing }) => [name, pinned, missing])).toEqual([
    ['Acme', true, null],
    ['Other', false, null],
  ]);
  expect(kept.recent().map((line) => line.path)).toEqual([now, path.join(base, 'Cordon', 'Other.cordon')]);
});

test('a copy of a vault has a line of its own while the first is still where it was', async () => {
  const list = started();
  await list.remember(ids.acme, vaultAt('Cordon/Acme.cordon', ids.acme), 5);
  await list.remember(ids.acme, vaultAt('drive/Acme.cordon', ids.acme), 6);
  expect(kept.recent()).toHaveLength(2);
});

test('a vault whose folder was renamed where it lies is found there by its id', async () => {
  const list = started();
  const old = vaultAt('papers/Acme.cordon', ids.acme);
  await list.remember(ids.acme, old, 5);
  vaultAt('papers/Beside.cordon', ids.other);
  renameSync(old, path.join(base, 'papers', 'Renamed.cordon'));
  expect((await list.list()).map(({ name, missing }) => [name, missing])).toEqual([['Renamed', null]]);
});

test('“Find it” takes that very vault and no other', async () => {
  const list = started();
  const old = vaultAt('Cordon/Acme.cordon', ids.acme);
  await list.remember(ids.acme, old, 5);
  mkdirSync(path.join(base, 'drive'));
  const now = path.join(base, 'drive', 'Acme.cordon');
  renameSync(old, now);
  const token = await tokenOf(list);
  expect(await list.find(token)).toBe(false);
  chosen = vaultAt('Cordon/Acme.cordon.old', ids.other);
  expect(await codeOf(list.find(token))).toBe('another-vault');
  chosen = base;
  expect(await codeOf(list.find(token))).toBe('vault-not-found');
  expect((await list.list())[0]?.missing).not.toBeNull();
  chosen = now;
  expect(await list.find(await tokenOf(list))).toBe(true);
  expect((await list.list()).map(({ missing, openedAt }) => [missing, openedAt])).toEqual([[null, 5]]);
});

test('a line is taken off the list and put back as it was; the folder is not touched', async () => {
  const list = started();
  await list.remember(ids.acme, vaultAt('Cordon/Acme.cordon', ids.acme), 5);
  const token = await tokenOf(list);
  await list.change(token, 'pinned');
  await list.change(token, 'off');
  expect(await codeOf(list.change('nobody gave this', 'off'))).toBe('misuse');
  expect(kept.recent()).toEqual([]);
  await list.change(token, 'back');
  expect(kept.recent()).toEqual([{ id: ids.acme, path: path.join(base, 'Cordon', 'Acme.cordon'), folder: null, openedAt: 5, pinned: true }]);
});

test('only a folder of the list is shown; a host without a window of folders gives its path', async () => {
  const list = started();
  const folder = vaultAt('Cordon/Acme.cordon', ids.acme);
  await list.remember(ids.acme, folder, 5);
  expect(await list.show(await tokenOf(list))).toEqual({ shown: true, path: null });
  expect(shown).toEqual([folder]);
  expect(await codeOf(list.show('nobody gave this'))).toBe('misuse');
  // The host looks for itself: the vault process may ask for what it likes.
  kept.takeOff(folder);
  expect(await codeOf(list.show(await tokenOf(list)))).toBe('misuse');
  const browser = started('chromium');
  await browser.remember(ids.acme, folder, 5);
  expect(await browser.show(await tokenOf(browser))).toEqual({ shown: false, path: folder });
});

test('hidden names stand neither in the list nor in the settings, and the vaults are found all the same', async () => {
  const list = started();
  const folder = vaultAt('Cordon/Project Falcon.cordon', ids.acme);
  await list.remember(ids.acme, folder, 5);
  kept.prefer({ ...kept.preferences(), vaultNames: 'hidden' });
  expect(JSON.stringify([...store])).not.toContain('Falcon');
  const [line] = await list.list();
  expect(line).toMatchObject({ name: null, openedAt: 5, missing: null, acts: ['pin', 'take-off'] });
  expect(JSON.stringify(line)).not.toContain('Falcon');
  expect(list.nameOf(folder)).toBeNull();
  expect(list.told(new Refused({ code: 'vault-open-elsewhere', file: 'Project Falcon.cordon' }), folder)).toMatchObject({ failure: { file: 'This vault' } });
  await list.remember(ids.acme, folder, 8);
  expect(kept.recent()).toEqual([{ id: ids.acme, path: null, folder: path.join(base, 'Cordon'), openedAt: 8, pinned: false }]);
  renameSync(folder, path.join(base, 'Away'));
  expect(await list.list()).toMatchObject([{ name: null, missing: { at: null }, acts: ['find', 'pin', 'take-off'] }]);
  renameSync(path.join(base, 'Away'), folder);
  // Shown again: the name is learned from where it lies.
  kept.prefer({ ...kept.preferences(), vaultNames: 'shown' });
  expect((await list.list())[0]?.name).toBe('Project Falcon');
  expect(kept.recent()).toMatchObject([{ path: folder, openedAt: 8 }]);
});

test('where names are hidden, of two copies in one folder the one that was written last is meant, and it is said that there is another', async () => {
  const list = started();
  const folder = vaultAt('Cordon/Project Falcon.cordon', ids.acme);
  const copy = vaultAt('Cordon/A copy.cordon', ids.acme);
  await list.remember(ids.acme, folder, 5);
  kept.prefer({ ...kept.preferences(), vaultNames: 'hidden' });
  const meant = async (): Promise<string> => {
    const [line, second] = await list.list();
    expect([line?.name, line?.copies, second]).toEqual([null, 1, undefined]);
    return granted.pathOf(line?.token ?? '');
  };
  for (const [at, last] of [
    [folder, 20],
    [copy, 10],
  ] as const)
    utimesSync(path.join(at, 'slots.a'), last, last);
  expect(await meant()).toBe(folder);
  utimesSync(path.join(copy, 'slots.a'), 30, 30);
  expect(await meant()).toBe(copy);
});

test('hidden names stand in no folder above a vault either: it is found until the program ends, and asked for once after each start', async () => {
  const list = started();
  const folder = vaultAt('Falcon v Agency/papers/Vault.cordon', ids.acme);
  await list.remember(ids.acme, folder, 5);
  kept.prefer({ ...kept.preferences(), vaultNames: 'hidden' });
  expect(JSON.stringify([...store])).not.toMatch(/falcon|papers/i);
  expect(await list.list()).toMatchObject([{ name: null, openedAt: 5, missing: null }]);
  await list.remember(ids.acme, folder, 8);
  await list.change(await tokenOf(list), 'pinned');
  expect(kept.recent()).toEqual([{ id: ids.acme, path: null, folder: null, openedAt: 8, pinned: true }]);

  kept = settings(store, {}, path.join(base, 'Cordon'));
  const again = started();
  expect(await again.list()).toMatchObject([{ name: null, openedAt: 8, pinned: true, missing: { at: null, kept: false }, acts: ['find', 'pin', 'take-off'] }]);
  chosen = folder;
  expect(await again.find(await tokenOf(again))).toBe(true);
  expect(await again.list()).toMatchObject([{ name: null, openedAt: 8, pinned: true, missing: null }]);
  expect(JSON.stringify([...store])).not.toMatch(/falcon|papers/i);
  renameSync(folder, path.join(base, 'Away'));
  expect(await again.list()).toMatchObject([{ missing: { at: null, kept: true } }]);
});

test('what a browser finds by itself in the folder of new vaults is not offered to be taken off', async () => {
  const list = started('chromium');
  await list.remember(ids.acme, vaultAt('Cordon/Acme.cordon', ids.acme), 5);
  expect((await list.list())[0]?.acts).toEqual(['pin', 'show']);
});
