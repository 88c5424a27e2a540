import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { half, long } from '../fault/seeded.ts';
import { askedPage } from './ask-page.ts';
import { pageBehind } from './page-behind.ts';
import { processesOf } from './processes.ts';
import { notes, sampleVault } from './sample-vault.ts';
import { freshPlaces, noChromium, startChromium } from './start-chromium.ts';
import { electronPlaces, noElectron, startElectron } from './start-electron.ts';
import { unless } from './unless.ts';
import { toAddress } from './to-address.ts';
import { typeLetters } from './type-letters.ts';
import { unlockPage } from './unlock-page.ts';

const limit = 240_000;
/** What a crash may cost of what was typed, in milliseconds: drafts are sealed within a second of a key, and a busy machine may take another. */
const mayLose = 2_000;
const quotation = 'Access by any foreign person, wherever located, shall cease at once and until a license is issued by the Bureau. '.repeat(20);

/** A host in which somebody types. */
interface Desk {
  readonly page: () => Page;
  /** What ends it without warning, and what the host does in its order: locks by itself, or closes the window. */
  readonly ends: Readonly<Partial<Record<'page' | 'vault' | 'host' | 'closed', () => unknown>>>;
  /** The page that stands there once the old one is gone. */
  readonly nextPage: () => Promise<void>;
}

/** Begins an order: a title, half a date that nobody can read yet, a clause, and then its words without end, until `stop` says so. Gives when each letter was typed. */
async function type(page: Page, stop: () => boolean): Promise<readonly number[]> {
  await toAddress(page, '#/new/order');
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Letter on access');
  await page.getByRole('textbox', { name: 'Received', exact: true }).fill('14 Ju');
  await page.getByRole('textbox', { name: 'Only for, by name', exact: true }).fill('Outside counsel');
  await page.getByRole('button', { name: 'Add to “Clauses”' }).click();
  const clause = page.getByRole('group', { name: 'Clauses 1', exact: true });
  await clause.getByRole('textbox', { name: 'Clause', exact: true }).fill('2(a)');
  await clause.getByRole('textbox', { name: 'Quotation', exact: true }).focus();
  return typeLetters(page, quotation, stop);
}

/** What the form holds when it is opened again. */
async function found(page: Page): Promise<{ title: string; received: string; named: string; clause: string; quotation: string }> {
  await toAddress(page, '#/new/order');
  await page.getByText(/What you typed until/).waitFor();
  const value = (name: string) => page.getByRole('textbox', { name, exact: true }).first().inputValue();
  const clause = page.getByRole('group', { name: 'Clauses 1', exact: true });
  const inClause = (name: string) => clause.getByRole('textbox', { name, exact: true }).inputValue();
  const all = {
    title: await value('Title'),
    received: await value('Received'),
    named: await value('Only for, by name'),
    clause: await inClause('Clause'),
    quotation: await inClause('Quotation'),
  };
  await page.getByRole('button', { name: 'Discard draft' }).click();
  await page.getByRole('heading', { name: 'Orders' }).waitFor();
  return all;
}

/** Ends that come in their order, and cost nothing of what was typed. */
const inOrder: ReadonlySet<string> = new Set(['lock', 'host', 'closed']);

/** `ready` is waited for too, before the end. */
async function typedAndEnded(desk: Desk, end: 'lock' | keyof Desk['ends'], ready: () => boolean = () => true): Promise<void> {
  const began = Date.now();
  let ended: number | null = null;
  const typing = type(desk.page(), () => ended !== null || Date.now() - began > 60_000);
  // In the middle of a word, some seconds into it.
  await expect
    .poll(
      () =>
        desk
          .page()
          .getByRole('group', { name: 'Clauses 1', exact: true })
          .getByRole('textbox', { name: 'Quotation', exact: true })
          .inputValue()
          .then((text) => text.length > 90 && ready()),
      { timeout: 60_000, interval: 50 },
    )
    .toBe(true);
  if (inOrder.has(end)) {
    ended = Date.now();
    // The last letter is in before the end is asked for; nothing is waited for in between.
    await typing;
    const lock = () => desk.page().keyboard.press('Control+l');
    await Promise.resolve(end === 'lock' ? lock() : desk.ends[end]?.()).catch(() => {});
  } else {
    if (end !== 'lock') desk.ends[end]?.();
    ended = Date.now();
  }
  const times = await typing;
  const at = ended;
  await desk.nextPage();
  await unlockPage(desk.page());
  const back = await found(desk.page());
  expect(back).toMatchObject({ title: 'Letter on access', received: '14 Ju', named: 'Outside counsel', clause: '2(a)' });
  expect(quotation.startsWith(back.quotation)).toBe(true);
  const lost = times.length - back.quotation.length;
  const sealed = times[back.quotation.length - 1] ?? 0;
  console.log(`${end}: ${times.length} letters typed, ${lost > 0 ? lost : 0} not there again, the last kept ${at - sealed} ms before the end`);
  if (inOrder.has(end)) expect(lost).toBe(0);
  else expect(back.quotation.length).toBeGreaterThanOrEqual(times.filter((time) => time <= at - mayLose).length);
}

unless(noChromium())(
  'a lock and a crash of the page or of the vault in the middle of typing lose nothing, in a browser',
  async () => {
    const places = freshPlaces();
    await sampleVault(places.vaults, places.state, (records) => notes(records, 1, 'ordinary'));
    const app = await startChromium(places, 'installed');
    try {
      let now = app.page();
      const desk: Desk = {
        page: () => now,
        ends: {
          host: () => app.host.lock('suspended'),
          page() {
            for (const { pid, command } of processesOf(process.pid)) if (command.includes('--type=renderer')) process.kill(pid, 'SIGKILL');
          },
          vault: () => void process.kill(app.host.vaultPid(), 'SIGKILL'),
        },
        async nextPage() {
          await expect.poll(() => app.page() !== now, { timeout: 60_000 }).toBe(true);
          now = app.page();
        },
      };
      await unlockPage(now);
      // The others are those of kept-words.test.ts, where each has half of them.
      for (const end of half(['lock', 'host', 'vault', 'page'] as const, true)) await typedAndEnded(desk, end);
    } finally {
      await app.stop();
    }
  },
  limit,
);

/** So many that changing all of them takes seconds. */
const many = 5_000;

unless(noChromium() ?? (long ? null : 'an act of some seconds by its nature; told where CORDON_LONG is 1'))(
  'a crash in the middle of a long act loses none of what is typed meanwhile, and keeps nothing of the act',
  async () => {
    const places = freshPlaces();
    const folder = await sampleVault(places.vaults, places.state, (records) => notes(records, many, 'ordinary'));
    const app = await startChromium(places);
    try {
      let now = app.page();
      const desk: Desk = {
        page: () => now,
        ends: { vault: () => void process.kill(app.host.vaultPid(), 'SIGKILL') },
        async nextPage() {
          await expect.poll(() => app.page() !== now, { timeout: 60_000 }).toBe(true);
          now = app.page();
        },
      };
      await unlockPage(now);
      const { numbers } = await askedPage(now, 'records.numbers', { kind: 'note' });
      // One act after the other, so that one runs whenever the end comes. The last is never answered: its vault is killed.
      const page = now;
      const acts: string[] = [];
      const working = (async () => {
        for (;;) {
          acts.push(`${String.fromCharCode(97 + acts.length)}word`);
          await askedPage(page, 'records.updateMany', { numbers, fields: {}, addTags: acts.slice(-1) });
        }
      })().catch(() => undefined);
      // What is put aside lies there as long as an act runs and no longer.
      const aside = path.join(folder, 'vault.drafts');
      await typedAndEnded(desk, 'vault', () => existsSync(aside));
      await working;
      const tagged = async (tag: string) => (await askedPage(now, 'records.numbers', { kind: 'note', fields: [{ field: '@tag', values: [], words: tag, unstated: false }] })).total;
      // All of an act or nothing of it.
      for (const tag of acts) expect([0, many]).toContain(await tagged(tag));
      expect(existsSync(aside)).toBe(false);
    } finally {
      await app.stop();
    }
  },
  limit,
);

unless(noElectron())(
  'a lock and a crash of the page or of the vault in the middle of typing lose nothing, in Electron',
  async () => {
    const places = electronPlaces();
    const sample = await sampleVault(places.vaults, places.state, (records) => notes(records, 1, 'ordinary'));
    const app = await startElectron(places, { sample });
    try {
      let now = await app.page();
      const killAll = (what: string) => (): void => {
        for (const { pid, command } of processesOf(app.pid)) if (command.includes(what)) process.kill(pid, 'SIGKILL');
      };
      const desk: Desk = {
        page: () => now,
        ends: { page: killAll('--type=renderer'), vault: killAll('node.mojom.NodeService') },
        async nextPage() {
          const isNew = async (): Promise<boolean> => {
            now = await pageBehind(app.door());
            return now.evaluate(() => document.querySelector('input[type=password]') !== null);
          };
          await expect
            .poll(() => Promise.race([isNew().catch(() => false), new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 5_000))]), { timeout: 90_000, interval: 300 })
            .toBe(true);
        },
      };
      await now.waitForSelector('input[type=password]');
      await unlockPage(now);
      for (const end of ['lock', 'page', 'vault'] as const) await typedAndEnded(desk, end);
    } finally {
      await app.stop();
    }
  },
  limit,
);

unless(noElectron())(
  'a window that is closed in the middle of a word loses none of it, in Electron',
  async () => {
    const places = electronPlaces();
    const sample = await sampleVault(places.vaults, places.state, (records) => notes(records, 1, 'ordinary'));
    const first = await startElectron(places, { sample });
    let app = first;
    try {
      let now = await app.page();
      const desk: Desk = {
        page: () => now,
        ends: { closed: () => first.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()) },
        async nextPage() {
          const process = first.electron.process();
          await expect.poll(() => process.exitCode, { timeout: 30_000 }).toBe(0);
          app = await startElectron(places, { sample });
          now = await app.page();
          await now.waitForSelector('input[type=password]');
        },
      };
      await now.waitForSelector('input[type=password]');
      await unlockPage(now);
      await typedAndEnded(desk, 'closed');
    } finally {
      await app.stop();
      if (app !== first) await first.stop();
    }
  },
  limit,
);
