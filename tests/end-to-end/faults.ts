import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The standards that every page is held against: WCAG 2.2 to level AA, and what axe calls good practice. */
export const standards: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Faults of accessibility on the page as it stands, or in one part of it, as `rule: first place`: of the rules with these tags or names, or of all that axe runs by itself. */
export async function faults(
  page: Page,
  { tags, rules, within }: { readonly tags?: readonly string[]; readonly rules?: readonly string[]; readonly within?: string } = {},
): Promise<string[]> {
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
