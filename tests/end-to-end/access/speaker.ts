import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** What the page is given of the library: its screen reader. */
interface Reader {
  start(at: { container: Node; displayCursor: boolean }): Promise<void>;
  stop(): Promise<void>;
  next(): Promise<void>;
  lastSpokenPhrase(): Promise<string>;
  spokenPhraseLog(): Promise<string[]>;
  clearSpokenPhraseLog(): Promise<void>;
}

const library = readFileSync(fileURLToPath(import.meta.resolve('@guidepup/virtual-screen-reader/browser.js')), 'utf8').replace(
  /export\s*\{[^}]*?([\w$]+) as virtual[^}]*\};?/,
  (_all, name: string) => `globalThis.reader = ${name};`,
);

/** Puts the reader into the page once; its content policy forbids a script element, so it goes in as the debugger's own expression. */
async function bringReader(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'reader' in globalThis))) await page.evaluate(`(() => {${library}\n})()`);
}

/** Every phrase that a screen reader says from the beginning of a part of the page to its end. */
export async function phrases(page: Page, within: string): Promise<string[]> {
  await bringReader(page);
  const { said, whole } = await page.evaluate(async (part) => {
    // Proof of the cast: the reader was put there just above.
    const { reader } = globalThis as unknown as { reader: Reader };
    const container = document.querySelector(part);
    if (container === null) throw new Error(`nothing is at ${part}`);
    await reader.start({ container, displayCursor: false });
    const first = await reader.lastSpokenPhrase();
    let left = 6000;
    while ((await reader.lastSpokenPhrase()) !== `end of ${first}` && --left > 0) await reader.next();
    const log = [...(await reader.spokenPhraseLog())];
    await reader.stop();
    return { said: log, whole: left > 0 };
  }, within);
  if (!whole) throw new Error(`${within} was not read to its end`);
  return said;
}

/** What a screen reader says by itself, of its live regions and of where the focus goes, while something is done. */
export async function announced(page: Page, act: () => Promise<unknown>): Promise<string[]> {
  await bringReader(page);
  await page.evaluate(async () => {
    const { reader } = globalThis as unknown as { reader: Reader };
    await reader.start({ container: document.body, displayCursor: false });
    await reader.clearSpokenPhraseLog();
  });
  await act();
  return page.evaluate(async () => {
    const { reader } = globalThis as unknown as { reader: Reader };
    const log = [...(await reader.spokenPhraseLog())];
    await reader.stop();
    return log;
  });
}

interface Said {
  readonly words: string;
  within: readonly Said[] | null;
}

/** Phrases as a tree: what is said between something and its end is within it. */
function asTree(all: readonly string[]): readonly Said[] {
  const here: Said[] = [];
  for (const words of all) {
    const from = words.startsWith('end of ') ? here.findLastIndex((one) => one.within === null && one.words === words.slice('end of '.length)) : -1;
    const one = here[from];
    if (one) one.within = here.splice(from + 1);
    else here.push({ words, within: null });
  }
  return here;
}

const bare = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
const texts = (of: readonly Said[]): string => of.map(({ words, within }) => (within === null ? words : texts(within))).join('');
/** What is said of as one thing, with its name; its parts are not gone into where they say the same. */
const whole = /^(?:button|link|tab|option|menuitem|checkbox|radio|switch|columnheader|rowheader|heading|term)\b/;

/**
 * The phrases as lines to be read and kept: what is within something stands under it, further in; what is said twice only because a reader may go into it stands once;
 * of the rows of a table the first two stand with their cells, the others as they are said when one comes to them.
 */
export function asLines(all: readonly string[]): string {
  const out: string[] = [];
  const write = (many: readonly Said[], depth: number): void => {
    let rows = 0;
    for (const { words, within } of many) {
      const before = '  '.repeat(depth);
      const only = within?.length === 1 && within[0]?.within === null ? within[0].words : null;
      const same = within !== null && whole.test(words) && bare(words).includes(bare(texts(within)));
      const further = words.startsWith('row, ') && ++rows > 2;
      if (within === null || same || further) out.push(before + words);
      else if (only !== null) out.push(`${before}${words}: ${only}`);
      else {
        out.push(before + words);
        write(within, depth + 1);
      }
    }
  };
  write(asTree(all), 0);
  return `${out.join('\n')}\n`;
}
