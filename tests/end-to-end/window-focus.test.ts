import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { entire, half, long } from '../fault/seeded.ts';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { goTo, openStill } from './open-at.ts';
import { toldApart } from './access/told-apart.ts';
import { clipped } from './access/clipped.ts';
import { walkFocus } from './access/focus-walk.ts';
import { pages } from './all-pages.ts';

/** What a name says amiss to whom hears it: its own role again, signs alone, a word twice, a word of the program. */
const stumbles = (role: string, name: string): boolean =>
  name.toLowerCase().split(/\W+/).includes(role) ||
  !/[\p{L}\p{N}]/u.test(name) ||
  /(?<![\p{L}\p{N}])([\p{L}\p{N}]+) \1(?![\p{L}\p{N}])/iu.test(name) ||
  /undefined|null|NaN|\[object/.test(name);
const acting = ['button', 'link', 'tab', 'menuitem', 'checkbox', 'textbox', 'searchbox', 'combobox'];

/** Controls without a name, or with one that does not say what it should to a listener, in the tree that a screen reader is given; and how many controls it has. */
async function nameless(window: FakeWindow): Promise<{ controls: number; nameless: string[]; amiss: string[] }> {
  const session = await window.page.context().newCDPSession(window.page);
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const roles = [
      'button',
      'link',
      'textbox',
      'searchbox',
      'combobox',
      'checkbox',
      'radio',
      'tab',
      'menuitem',
      'option',
      'switch',
      'listbox',
      'grid',
      'table',
      'region',
      'img',
      'dialog',
    ];
    const controls = nodes.filter((node) => !node.ignored && roles.includes(String(node.role?.value)));
    return {
      controls: controls.length,
      amiss: controls
        .map((node) => [String(node.role?.value), String(node.name?.value ?? '')] as const)
        .filter(([role, name]) => acting.includes(role) && name !== '' && stumbles(role, name))
        .map(([role, name]) => `${role}: ${name}`),
      nameless: controls.filter((node) => String(node.name?.value ?? '').trim() === '').map((node) => `${String(node.role?.value)} ${node.nodeId}`),
    };
  } finally {
    await session.detach();
  }
}

/** Regions of the page that F6 did not come to going once round, and how often it stayed where it was. */
async function goneRound({ page }: FakeWindow): Promise<{ missed: string[]; stood: number }> {
  const regions = ['nav', '#page', '#page aside', 'footer'];
  const here = await page.evaluate((all) => all.filter((region) => document.querySelector(region) !== null), regions);
  const reached = new Set<string>();
  let stood = 0;
  let last = '';
  for (const _each of here) {
    await page.keyboard.press('F6');
    const at = await page.evaluate((all) => all.toReversed().find((region) => document.activeElement?.closest(region)) ?? 'nowhere', regions);
    if (at === last) stood++;
    reached.add(at);
    last = at;
  }
  return { missed: here.filter((region) => !reached.has(region)), stood };
}

/** Looked at with forced colors too, and walked at 200 % zoom: every second of those looked at in CI, all by hand, else two in twelve, one for each of the two. */
const fully = (address: string): boolean => entire || Object.values<string>(pages).indexOf(address) % (long ? 4 : 12) < 2;

describe('every page', () => {
  let window: FakeWindow;
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  beforeAll(async () => {
    if (noWindow !== null) return;
    window = await openStill(1280, 800);
    // The focus is shown to whom works by the keys: a key was the last thing pressed.
    await window.page.keyboard.press('Tab');
  });
  afterAll(() => window?.close());

  test.each(half(Object.entries(pages), false, entire))(
    '%s shows the focus on each of its controls, strongly and with nothing over it, and each has a name; F6 goes round; with forced colors all this is seen',
    async (_name, address) => {
      await goTo(window, address);
      const { seen, ...missed } = await walkFocus(window.page);
      expect(missed).toEqual({ unseen: [], faint: [], obscured: [] });
      expect(seen).toBeGreaterThan(15);
      const heard = await nameless(window);
      // A table of layout has no name and needs none; what a person acts on has one.
      expect(heard.nameless.filter((one) => !one.startsWith('table'))).toEqual([]);
      expect(heard.amiss).toEqual([]);
      expect(heard.controls).toBeGreaterThan(15);
      expect(await goneRound(window)).toEqual({ missed: [], stood: 0 });
      if (!fully(address)) return;
      await window.page.emulateMedia({ forcedColors: 'active' });
      expect((await toldApart(window.page)).alike).toEqual([]);
      expect((await walkFocus(window.page)).unseen).toEqual([]);
      await window.page.emulateMedia({ forcedColors: 'none' });
    },
  );

  test('a control that hides its focus, shows it faintly, is lain over or has no name would be found', async () => {
    await goTo(window, '#/docket');
    await window.page.evaluate(() => {
      const bare = document.createElement('section');
      const [hides, faint, under, over] = ['button', 'button', 'button', 'div'].map((name) => bare.appendChild(document.createElement(name)));
      for (const one of [hides, faint, under]) if (one) one.style.cssText = 'outline: none; border: 0; width: 30px; height: 30px';
      faint?.addEventListener('focus', () => void (faint.style.outline = '2px solid #ddd'));
      under?.addEventListener('focus', () => void (under.style.outline = '2px solid #000'));
      const at = under ?? bare;
      at.style.cssText += '; position: fixed; left: 300px; top: 400px';
      if (over) over.style.cssText = 'position: fixed; left: 290px; top: 390px; width: 60px; height: 60px';
      bare.id = 'bare';
      document.querySelector('main')?.append(bare);
    });
    const { unseen, faint, obscured } = await walkFocus(window.page);
    expect([unseen.length, faint.length, obscured.length]).toEqual([1, 1, 1]);
    expect((await nameless(window)).nameless.filter((one) => one.startsWith('button'))).toHaveLength(3);
    await window.page.evaluate(() => {
      const [first, second] = document.querySelectorAll('#bare button');
      if (first) first.textContent = 'Close button';
      if (second) second.textContent = 'Docket 4 4 wait for you';
    });
    expect((await nameless(window)).amiss).toHaveLength(2);
    await window.page.evaluate(() => {
      const pair = document.createElement('div');
      pair.innerHTML = '<i aria-pressed="true">a</i><i aria-pressed="false">b</i>';
      document.getElementById('bare')?.append(pair);
    });
    expect((await toldApart(window.page)).alike).toEqual([expect.stringContaining('aria-pressed')]);
    await window.page.evaluate(() => document.getElementById('bare')?.remove());
  });

  test('at 200 % zoom nothing is lost: no page scrolls sideways, and every button can be brought into view whole', async () => {
    await window.page.setViewportSize({ width: 720, height: 450 });
    for (const address of half(Object.values(pages), true, entire)) {
      await goTo(window, address);
      expect(await window.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), address).toBeLessThanOrEqual(0);
      const cut = await window.page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('main button, main h1')]
          .filter((one) => one.getClientRects().length > 0 && one.closest('[role=grid], table, [aria-hidden=true], .hidden') === null)
          .flatMap((one) => {
            one.scrollIntoView({ block: 'nearest', inline: 'nearest' });
            const { left, right, width } = one.getBoundingClientRect();
            return left < -1 || right > innerWidth + 1 || width < 20 ? [`${one.tagName} ${one.innerText.slice(0, 60)} ${Math.round(left)} to ${Math.round(right)}`] : [];
          }),
      );
      expect(cut, address).toEqual([]);
      expect(await clipped(window.page), address).toEqual([]);
      if (fully(address)) expect((await walkFocus(window.page)).obscured, address).toEqual([]);
    }
    await window.page.setViewportSize({ width: 1280, height: 800 });
  });
});

describe('a row that the arrows go to', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow | undefined;
  afterEach(() => window?.close());

  /** What lies over the row in focus near its top and its foot, or that it is none. */
  const over = (at: FakeWindow): Promise<string> =>
    at.page.evaluate(() => {
      const row = document.activeElement;
      if (row?.getAttribute('role') !== 'row') return 'no row has the focus';
      const { left, right, top, bottom } = row.getBoundingClientRect();
      const found = [top + 3, bottom - 3].map((y) => document.elementFromPoint((left + right) / 2, y));
      return found.every((one) => row.contains(one))
        ? ''
        : `${row.getAttribute('data-record')} is under ${found.map((one) => one?.className ?? 'the edge of the window').join(', ')}`;
    });

  test.each([
    [1280, 800, '#/docket'],
    [640, 400, '#/list/deadline'],
  ] as const)('at %d × %d of %s is seen whole, with the names of columns, the heading of its group and the status bar beside it', async (width, height, address) => {
    window = await openStill(width, height, { more: 60 });
    await goTo(window, address);
    await window.page.locator('[role=row][data-record]').first().focus();
    const hidden: string[] = [];
    for (const key of [...Array<string>(24).fill('ArrowDown'), ...Array<string>(20).fill('ArrowUp'), 'PageDown', 'End', 'ArrowUp', 'Home']) {
      await window.page.keyboard.press(key);
      // The focus comes with the next frame, the row of a far line with the one after it.
      await window.page.evaluate(() => new Promise((resolve) => void requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve)))));
      const found = await over(window);
      if (found !== '') hidden.push(`${key}: ${found}`);
    }
    expect(hidden).toEqual([]);
  });
});
