import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { half, long } from '../fault/seeded.ts';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { pages } from './all-pages.ts';
import { goTo, openAt, openStill } from './open-at.ts';
import { keyboard } from './story/keyboard.ts';

describe('core tasks by the keys alone', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow | undefined;
  afterEach(() => window?.close());

  test('a confirmed date is set aside with its reason and its authority', async () => {
    window = await openAt('#/record/DL-012');
    const { page, vault } = window;
    const keys = keyboard(() => page);
    await keys.shown(/^DL-012/);
    await keys.press('F2');
    // The form has the heading of the page that it comes from.
    await page.getByRole('textbox', { name: 'Title', exact: true }).waitFor();
    await keys.press('Control+k');
    await keys.type('combobox', 'Search or give a command', 'set aside by counsel');
    await page.getByRole('option', { name: /Set aside by counsel/, selected: true }).waitFor();
    await keys.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('fieldset')?.querySelector('legend')?.textContent)).toBe('Set aside by counsel');
    if (await page.evaluate(() => document.activeElement?.hasAttribute('data-add'))) await keys.press('Enter');
    await keys.type('textbox', 'Date that holds instead', '15 December 2026');
    await keys.next('textbox', 'Reason', 'The judge gave two more weeks on the record.');
    await keys.next('combobox', 'Authority', 'court');
    const by = page.getByRole('group', { name: 'Set aside by counsel' }).getByRole('textbox', { name: 'By', exact: true });
    for (let left = 6; left > 0 && !(await by.evaluate((one) => one === document.activeElement)); left--) await keys.press('Tab');
    await keys.type('textbox', 'By', 'Export counsel', 'Set aside by counsel');
    await keys.press('Control+Enter');
    await keys.shown(/^DL-012 Answer/);
    await expect.poll(() => vault.records.get('DL-012').fields['override']).toMatchObject({ authority: 'court_order', reason: 'The judge gave two more weeks on the record.' });
    await keys.see('Set aside by counsel');
    expect(window.faults).toEqual([]);
  });

  test('a passphrase is pasted, and opens the vault (WCAG 3.3.8)', async () => {
    window = await openAt(undefined, { open: false });
    const { page } = window;
    const field = page.getByLabel('Passphrase', { exact: true });
    await field.fill('correct horse battery staple');
    // Shown, it can be cut: what a manager of passwords would have put on the clipboard.
    await page.getByRole('button', { name: 'Show or hide what is typed' }).click();
    await field.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+x');
    expect(await field.inputValue()).toBe('');
    await page.getByRole('button', { name: 'Show or hide what is typed' }).click();
    expect(await field.getAttribute('type')).toBe('password');
    await field.focus();
    await page.keyboard.press('Control+v');
    expect(await field.inputValue()).toBe('correct horse battery staple');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Docket' }).waitFor();
  });

  test('help stands at one place on every page, as the last link of the rooms (WCAG 3.2.6)', async () => {
    window = await openStill(1280, 800);
    const { page } = window;
    const places = new Set<string>();
    const visited = long ? Object.values<string>(pages) : half(Object.values<string>(pages), true).filter((_, i) => i % 6 === 0);
    for (const address of visited) {
      await goTo(window, address);
      places.add(
        await page.evaluate(() => {
          const links = [...document.querySelectorAll('nav[data-tour=rooms] a')];
          const last = links.at(-1);
          const { left, top } = last?.getBoundingClientRect() ?? { left: 0, top: 0 };
          return `${last?.textContent} at ${Math.round(left)}, ${Math.round(top)}`;
        }),
      );
    }
    expect([...places]).toEqual([expect.stringMatching(/^Help at /)]);
    expect(visited.length).toBeGreaterThan(4);
  });
});
