import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { entire } from '../fault/seeded.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The standards that every page is held against: WCAG 2.2 to level AA, and what axe calls good practice. */
export const standards: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Looked {
  readonly tags?: readonly string[];
  readonly rules?: readonly string[];
  readonly within?: string;
}

/** Faults of accessibility on the page as it stands, or in one part of it, as `rule: first place`: of the rules with these tags or names, or of all that axe runs by itself. */
export async function faults(page: Page, { tags, rules, within }: Looked = {}): Promise<string[]> {
  // Once a document: it stays there while the window goes from page to page.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(
    async ([only, named, part]) => {
      // Proof of the cast: axe was put on the page just above.
      const run = (globalThis as unknown as { axe: { run(root: Document | string, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe
        .run;
      const { violations } = await run(part ?? document, {
        resultTypes: ['violations'],
        ...(only !== null && { runOnly: { type: 'tag', values: only } }),
        ...(named !== null && { runOnly: { type: 'rule', values: named } }),
      });
      return violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 200)}`);
    },
    [tags ?? null, rules ?? null, within ?? null] as const,
  );
}

export type Scheme = 'light' | 'dark';
/** Shows a window that follows the system in light or in dark, without loading it anew, and waits until it is. */
export async function showIn(page: Page, scheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.waitForFunction((wanted) => document.documentElement.dataset['mantineColorScheme'] === wanted, scheme);
}

/** Rules whose answer depends on colors: all others ask of the document, which is the same in light and in dark. */
const ofColors = ['color-contrast', 'link-in-text-block'];
/** The elements of the page and what they are, one behind the other. */
const outline = (page: Page): Promise<string> =>
  page.evaluate(() => [...document.querySelectorAll('body *')].map((one) => `${one.tagName} ${one.getAttribute('role') ?? ''} ${one.getAttribute('aria-label') ?? ''}`).join('\n'));

/**
 * Faults of a page that stands still, in both schemes: by every rule in the one that it is shown in, then in the other by the rules of colors, once the document
 * has shown itself to be the same there; by every rule there too where CORDON_LONG is all. It stays in the other.
 */
export async function faultsInBoth(page: Page, first: Scheme, looked: Looked = {}): Promise<string[]> {
  const found = await faults(page, looked);
  const before = await outline(page);
  await showIn(page, first === 'light' ? 'dark' : 'light');
  const same = (await outline(page)) === before;
  const { within } = looked;
  const there = await faults(page, entire || !same ? looked : { rules: ofColors, ...(within !== undefined && { within }) });
  return [...found.map((one) => `${first}: ${one}`), ...there.map((one) => `other than ${first}: ${one}`)];
}
