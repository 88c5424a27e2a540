import type { Page } from 'playwright-core';

/** Types `text` letter by letter where the focus is, as fast as a quick hand, until `stop` says so or the page goes. Gives when each letter was typed. */
export async function typeLetters(page: Page, text: string, stop: () => boolean): Promise<readonly number[]> {
  const times: number[] = [];
  for (const letter of text) {
    if (stop()) break;
    try {
      await page.keyboard.type(letter);
    } catch {
      // The page went while the key was pressed: this letter was never seen.
      break;
    }
    times.push(Date.now());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return times;
}
