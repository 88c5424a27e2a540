// What the search window takes, measured in the page that shows it: from Ctrl K to its first list, and from a letter to the records that it finds.
import type { Page } from 'playwright-core';

const fieldOf = (page: Page) => page.getByRole('combobox', { name: 'Search or give a command' });

/** Marks the next key when it is heard, before anything of the page hears it: a page that is asked in the same moment may be told after it. */
const hearKey = (page: Page): Promise<void> =>
  page.evaluate(() => {
    addEventListener('keydown', () => performance.mark('asked'), { capture: true, once: true });
  });

/** Milliseconds from Ctrl K to the frame in which the search window stands with its first lines. It is closed again. */
export async function paletteOpened(page: Page): Promise<number> {
  await hearKey(page);
  await page.keyboard.press('Control+k');
  const took = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const began = performance.getEntriesByName('asked').at(-1)?.startTime ?? 0;
        const look = (): void => {
          if (document.querySelectorAll('[role=option]').length > 5) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began), 0));
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await page.keyboard.press('Escape');
  await fieldOf(page).waitFor({ state: 'detached' });
  return took;
}

/** A letter in the search window: what stood in the field with it, and how long until the records that fit it stood there; none came where `found` is 0. */
export interface Typed {
  readonly text: string;
  readonly ms: number;
  readonly found: number;
}
/**
 * Types the last letter of each of these, the beginnings of words that records hold, and waits for the frame in which the list answers all that was typed. What fits the letters
 * before it stands there already, as it does for somebody who types, and is not taken for the answer.
 */
export async function resultsOf(page: Page, beginnings: readonly string[]): Promise<readonly Typed[]> {
  const took: Typed[] = [];
  const field = fieldOf(page);
  for (const text of beginnings) {
    await field.fill(text.slice(0, -1));
    await page.waitForTimeout(500);
    await hearKey(page);
    const answered = page.evaluate(
      (whole) =>
        new Promise<{ ms: number; found: number }>((resolve) => {
          const answers = (): boolean => {
            const typed = document.querySelector<HTMLInputElement>('input[role=combobox]')?.value;
            return typed === whole && document.querySelector('[role=listbox]')?.getAttribute('aria-busy') === 'false';
          };
          const look = (): void => {
            const began = performance.getEntriesByName('asked').at(-1)?.startTime ?? 0;
            if (!answers() && performance.now() - began < 60_000) return void requestAnimationFrame(look);
            requestAnimationFrame(() =>
              setTimeout(() => resolve({ ms: performance.now() - began, found: document.querySelectorAll('[role=group][aria-label=Records] [role=option]').length }), 0),
            );
          };
          look();
        }),
      text,
    );
    await page.keyboard.type(text.slice(-1));
    took.push({ text, ...(await answered) });
  }
  await field.fill('');
  return took;
}
