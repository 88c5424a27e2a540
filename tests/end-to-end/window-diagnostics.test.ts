import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { firstSettings } from '../../shared/contract/settings.ts';
import { half } from '../fault/seeded.ts';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { askedPage } from './ask-page.ts';
import { faults, standards } from './faults.ts';
import { goTo, openStill, reloadIn } from './open-at.ts';

/** Listens for what the page puts on the clipboard, without one. */
const listenForCopies = (page: Page): Promise<void> =>
  page.evaluate(() => {
    // On the window: heard after the page has put its text there.
    addEventListener('copy', (event) => (document.body.dataset['copied'] = event.clipboardData?.getData('text/plain') ?? ''));
  });
const copied = (page: Page): Promise<string> => page.evaluate(() => document.body.dataset['copied'] ?? '');

describe('what the program says of itself', () => {
  let window: FakeWindow;
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  beforeAll(async () => {
    if (noWindow !== null) return;
    window = await openStill(1280, 800);
    window.vault.faults.push({
      at: window.vault.setting.now,
      reference: '1234abcd',
      where: 'vault',
      operation: 'records.list',
      error: 'TypeError',
      frames: ['answerOne serve.ts:44'],
    });
  });
  afterAll(() => window?.close());

  test('“No network” in the status bar leads to what was counted by the guards', async () => {
    const { page } = window;
    await goTo(window, '#/docket');
    await page.getByRole('contentinfo').getByRole('link', { name: 'No network' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Network: none' }).waitFor();
    await page.getByText('41 requests', { exact: true }).waitFor();
    await page.getByText('2 requests', { exact: true }).waitFor();
    await page.keyboard.press('F1');
    await page.getByRole('heading', { level: 2, name: 'Network: none' }).waitFor();
  });

  test('the text for support is shown whole, copied as shown, and holds nothing of the case and no place of a folder', async () => {
    const { page } = window;
    await goTo(window, '#/diagnostics');
    await page.getByText('~/.local/state/cordon', { exact: true }).waitFor();
    const shown = (await page.getByRole('region', { name: 'Text for support' }).textContent()) ?? '';
    await listenForCopies(page);
    await page.getByRole('button', { name: 'Copy for support' }).click();
    await page.getByText('Copied.', { exact: true }).waitFor();
    expect(await copied(page)).toBe(shown);
    for (const part of ['SQLite: 3.53.4', 'setting lockAfterMinutes', '41 served, 2 refused', '1234abcd vault records.list TypeError']) expect(shown).toContain(part);
    const canaries = ['Model restrictions', 'Export counsel', '.local', 'Fable', 'Kestrel', ...window.vault.records.all().flatMap(({ number }) => [number])];
    expect(canaries.filter((word) => shown.includes(word))).toEqual([]);
  });

  test('what is fixed is listed with its value; keys that clash are told and leave every act its own', async () => {
    const { page, vault } = window;
    await goTo(window, '#/diagnostics');
    await page.getByText('Nothing is fixed here', { exact: false }).waitFor();
    await askedPage(page, 'settings.save', { ...firstSettings, lockAfterMinutes: 1, keys: { undo: 'Ctrl K', redo: 'Ctrl J' } });
    vault.fixed = { fixed: ['lockAfterMinutes', 'keys'], damaged: false };
    await page.reload();
    const said = page.getByRole('region', { name: 'About and diagnostics' });
    await said.getByText(/^Of the keys that the administrator has fixed, one is not taken.*: Ctrl K already does/).waitFor();
    expect(await said.getByText('1 minute', { exact: true }).count()).toBe(2);
    expect(await said.getByText('1 act has other keys', { exact: true }).count()).toBe(2);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await goTo(window, '#/settings');
    await page.getByText(/one is not taken.*: Ctrl K already does/).waitFor();
    vault.fixed = { fixed: [], damaged: true };
    await page.reload();
    await page.getByText(/There is a policy file on this computer that cannot be read/).waitFor();
    vault.fixed = { fixed: [], damaged: false };
    await askedPage(page, 'settings.save', { ...firstSettings, appearance: 'light' });
    await page.reload();
  });

  test('the details of a failure are copied without its words', async () => {
    const { page, vault } = window;
    await goTo(window, '#/new/note');
    await page.getByLabel('Title', { exact: true }).fill('tamarind');
    vault.diskFull = true;
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').first().waitFor();
    await listenForCopies(page);
    await page.getByRole('button', { name: 'Copy details' }).first().click();
    await page.getByText('Copied.', { exact: true }).first().waitFor();
    const text = await copied(page);
    expect(text).toMatch(/^code: [a-z-]+\npage: new\nCordon 0\.1\.0 \(electron\)\n/);
    expect(text).not.toContain('tamarind');
    vault.diskFull = false;
  });

  test('a page that cannot be drawn shows its fault by a number and no more: other pages go on, what was typed is kept, nothing of it is copied', async () => {
    const { page, vault } = window;
    await goTo(window, '#/new/note');
    await page.getByLabel('Title', { exact: true }).fill('sorrel');
    await expect.poll(() => JSON.stringify([...vault.drafts.values()])).toContain('sorrel');
    vault.tamper = (message) =>
      message.t === 'answer' && message.answer.ok && JSON.stringify(message.answer.reply).includes('"served"') ? { ...message, answer: { ok: true, reply: {} } } : message;
    await goTo(window, '#/network');
    await page.getByRole('heading', { level: 1, name: 'This page cannot be shown' }).waitFor();
    const fault = page.getByRole('main').getByRole('alert');
    await fault.getByText('0badc0de').waitFor();
    expect(vault.faults[0]).toMatchObject({ where: 'window', error: expect.stringMatching(/^(Type|Range)Error$/), reference: '0badc0de' });
    expect(JSON.stringify(vault.faults)).not.toContain('sorrel');
    await listenForCopies(page);
    await fault.getByRole('button', { name: 'Copy details' }).click();
    await fault.getByText('Copied.', { exact: true }).waitFor();
    expect(await copied(page)).toMatch(/^code: unexpected\nreference: 0badc0de\npage: network\nCordon 0\.1\.0 \(electron\)\n[\dT:-]+Z\n$/);
    await page.getByRole('navigation').getByRole('link', { name: 'Docket' }).click();
    await page.getByRole('heading', { level: 1, name: 'Docket' }).waitFor();
    expect(await fault.count()).toBe(0);
    await goTo(window, '#/new/note');
    await expect.poll(() => page.getByLabel('Title', { exact: true }).inputValue()).toBe('sorrel');
    vault.tamper = (message) => message;
    await goTo(window, '#/network');
    await page.getByText('41 requests', { exact: true }).waitFor();
    // The browser tells of what the page caught.
    expect(window.faults.splice(0).filter((told) => !/TypeError|RangeError|error boundary|The above error/i.test(told))).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('in %s has no fault of accessibility at 1280, 1024 and 200 % zoom', async (scheme) => {
    await goTo(window, '#/network');
    await reloadIn(window, scheme);
    const sizes = [
      [1280, 800],
      [1024, 700],
      [720, 450],
    ] as const;
    for (const [width, height] of half(sizes, scheme === 'light')) {
      await window.page.setViewportSize({ width, height });
      for (const address of ['#/network', '#/diagnostics']) {
        await goTo(window, address);
        expect(await faults(window.page, { tags: standards }), `${address} at ${width}`).toEqual([]);
        expect(await window.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${address} at ${width}`).toBeLessThanOrEqual(0);
        if (process.env['CORDON_PICTURES']) await window.page.screenshot({ path: `${process.env['CORDON_PICTURES']}/${address.slice(2)}-${width}-${scheme}.png` });
      }
    }
    expect(window.faults).toEqual([]);
  });
});
