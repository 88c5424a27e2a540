import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

type Role = 'button' | 'textbox' | 'combobox' | 'listitem' | 'tab';

/**
 * A hand that has no mouse. What it does is counted: one action is one chord pressed, one field typed into, or one dialog of the system answered. Looking and waiting
 * are not actions. Before anything is typed or pressed on a control, that control must have the focus, be found by its role and the words a person sees or hears, stand
 * in view, and show that it has the focus.
 */
export interface Keyboard {
  press(chord: string): Promise<void>;
  /** The control that has the focus is this one, and shows it. `name` is its visible label; `group` the row it stands in. */
  at(role: Role | 'password', name: string | RegExp, group?: string): Promise<void>;
  /** Types into the control that has the focus. */
  type(role: Role | 'password', name: string | RegExp, text: string, group?: string): Promise<void>;
  /** Next field by Tab, and types into it. */
  next(role: Role | 'password', name: string | RegExp, text: string, group?: string): Promise<void>;
  /** Gives a command by name from the search window: the first that it shows must be this one. */
  command(text: string, shown: string): Promise<void>;
  /** A dialog of the system's own was answered. */
  answered(): void;
  see(words: string | RegExp): Promise<void>;
  shown(heading: RegExp): Promise<void>;
  actions(): number;
  /** Every action in its order. */
  log(): string;
}

/** Whether the control in focus is in view and shows the focus: by a ring of two pixels, or by the edge of its field in the colour of the focus. */
const ringed = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const control = document.activeElement;
    if (!(control instanceof HTMLElement)) return false;
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'var(--c-focus)';
    const focus = getComputedStyle(probe).color;
    probe.remove();
    const box = control.getBoundingClientRect();
    const inView = box.width > 0 && box.height > 0 && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
    const shows = (one: Element): boolean => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor === focus) || boxShadow.includes(focus);
    };
    const around = [control, control.parentElement, control.parentElement?.parentElement, control.parentElement?.parentElement?.parentElement].filter((one) => one != null);
    return inView && around.some(shows);
  });

/** Keys on the page there is now. */
export function keyboard(page: () => Page): Keyboard {
  const done: string[] = [];
  const named = (role: Role | 'password', name: string | RegExp, group?: string): Locator => {
    const around = group === undefined ? page() : page().getByRole('group', { name: group, exact: true });
    const exact = typeof name === 'string';
    // A field for a passphrase has no role of its own.
    return role === 'password' ? around.getByLabel(name, { exact }) : around.getByRole(role, { name, exact });
  };
  const at: Keyboard['at'] = async (role, name, group) => {
    const what = `${role} “${String(name)}”${group === undefined ? '' : ` in ${group}`} after ${done.at(-1)}`;
    const focused = named(role, name, group).and(page().locator(':focus'));
    await expect.poll(() => focused.count(), { timeout: 20_000, message: `the focus is on ${what}` }).toBe(1);
    await expect.poll(() => ringed(page()), { message: `the focus is seen on ${what}` }).toBe(true);
  };
  const press: Keyboard['press'] = async (chord) => {
    done.push(chord);
    await page().keyboard.press(chord);
  };
  const type: Keyboard['type'] = async (role, name, text, group) => {
    await at(role, name, group);
    done.push(`“${String(name)}”`);
    await page().keyboard.type(text);
  };
  return {
    press,
    at,
    type,
    async next(role, name, text, group) {
      await press('Tab');
      await type(role, name, text, group);
    },
    async command(text, shown) {
      await press('Control+k');
      await type('combobox', 'Search or give a command', text);
      await page().getByRole('option', { name: shown, selected: true }).waitFor();
      await press('Enter');
    },
    answered: () => void done.push('a dialog of the system'),
    see: (words) => page().getByText(words).first().waitFor(),
    shown: (heading) => page().getByRole('heading', { name: heading }).first().waitFor(),
    actions: () => done.length,
    log: () => done.map((one, i) => `${i + 1} ${one}`).join(' · '),
  };
}
