import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { half } from '../fault/seeded.ts';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { goTo, openStill } from './open-at.ts';
import { pages } from './all-pages.ts';

/** Controls that have the focus and do not look so, as their markup; and how many were looked at. The look of a control is its own, or that of what stands for it: its label, its wrapper, the field around the words chosen in it. */
const unseen = (window: FakeWindow): Promise<{ seen: number; unseen: string[] }> =>
  window.page.evaluate(() => {
    const look = (one: Element | null): string => {
      if (one === null) return '';
      const { outlineStyle, outlineWidth, outlineColor, borderTopColor, boxShadow } = getComputedStyle(one);
      return [outlineStyle === 'none' ? '' : `${outlineWidth} ${outlineColor}`, borderTopColor, boxShadow].join('|');
    };
    const around = (one: Element): string[] => [one, one.parentElement, one.nextElementSibling, one.closest('.mantine-MultiSelect-input')].map(look);
    const found = [...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, select, [tabindex="0"]')].filter(
      (one) => one.getClientRects().length > 0 && !one.matches(':disabled') && one.closest('[inert], [aria-hidden=true]') === null,
    );
    const missed: string[] = [];
    let seen = 0;
    for (const one of found) {
      (document.activeElement as HTMLElement | null)?.blur();
      const before = around(one);
      one.focus();
      if (document.activeElement !== one) continue;
      seen++;
      const after = around(one);
      if (after.every((now, i) => now === before[i])) missed.push(one.outerHTML.slice(0, 140));
    }
    (document.activeElement as HTMLElement | null)?.blur();
    return { seen, unseen: missed };
  });

/** Controls without a name, in the tree that a screen reader is given; and how many controls it has. */
async function nameless(window: FakeWindow): Promise<{ controls: number; nameless: string[] }> {
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
      nameless: controls.filter((node) => String(node.name?.value ?? '').trim() === '').map((node) => `${String(node.role?.value)} ${node.nodeId}`),
    };
  } finally {
    await session.detach();
  }
}

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

  test.each(half(Object.entries(pages), false))('%s shows the focus on each of its controls, and each has a name', async (_name, address) => {
    await goTo(window, address);
    const looked = await unseen(window);
    expect(looked.unseen).toEqual([]);
    expect(looked.seen).toBeGreaterThan(15);
    const heard = await nameless(window);
    // A table of layout has no name and needs none; what a person acts on has one.
    expect(heard.nameless.filter((one) => !one.startsWith('table'))).toEqual([]);
    expect(heard.controls).toBeGreaterThan(15);
  });

  test('a control that hides its focus or has no name would be found', async () => {
    await goTo(window, '#/docket');
    await window.page.evaluate(() => {
      const bare = document.createElement('button');
      bare.id = 'bare';
      bare.style.cssText = 'outline: none; border: 0; width: 30px; height: 30px';
      document.querySelector('main')?.append(bare);
    });
    expect((await unseen(window)).unseen).toHaveLength(1);
    expect((await nameless(window)).nameless.filter((one) => one.startsWith('button'))).toHaveLength(1);
    await window.page.evaluate(() => document.getElementById('bare')?.remove());
  });

  test('at 200 % zoom nothing is lost: no page scrolls sideways, and every button can be brought into view whole', async () => {
    await window.page.setViewportSize({ width: 720, height: 450 });
    for (const address of half(Object.values(pages), true)) {
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
    }
    await window.page.setViewportSize({ width: 1280, height: 800 });
  });
});
