// Goes from page to page of the window as a lawyer does, and tells of each how long until it stands, and what held up the window meanwhile.
import type { Page } from 'playwright-core';

/** A line of a grid that is read, below the first four; a row of a table; a record's own page. */
const line = '[role=grid] [role=row][aria-rowindex="5"]';
const row = 'tbody tr:nth-child(2)';
const facts = 'dl';
const region = '[role=region]';

/**
 * Every page of the window (tests/end-to-end/all-pages.ts), and what of it is looked at first. Two that have the same heading do not follow one another.
 * The vault holds copies of the sample cases, so the first of each kind stands in one that has everything around it.
 */
export const rooms: readonly (readonly [address: string, first: string])[] = [
  ['#/list/order', line],
  ['#/docket', line],
  ['#/list/deadline', line],
  ['#/requests', line],
  ['#/analysis/scope', row],
  ['#/list/party', line],
  ['#/evidence', line],
  ['#/analysis/said', row],
  ['#/history', row],
  ['#/list/note', line],
  ['#/analysis/knew', row],
  ['#/record/DL-001', facts],
  ['#/record/NOTE-002', facts],
  ['#/record/REQ-003', facts],
  ['#/record/ORD-003', facts],
  ['#/analysis/disputed', row],
  ['#/list/decision', line],
  ['#/reach', row],
  ['#/filings', line],
  ['#/analysis/interests', row],
  ['#/list/restricted_model', line],
  ['#/analysis/duties', region],
  ['#/access', region],
  ['#/analysis/options', region],
  ['#/list/assertion', line],
  ['#/analysis/harm', region],
  ['#/moved', 'p'],
  ['#/analysis/ties', region],
  ['#/list/chronology_event', '[role=region]'],
  ['#/analysis/work', region],
  ['#/list/remediation_plan', line],
  ['#/analysis/progress', region],
  ['#/list/statement', line],
  ['#/analysis/intake', 'section'],
  ['#/record/MODEL-003', region],
  ['#/record/ORD-005/reach', region],
  ['#/record/MODEL-005/findings', region],
  ['#/record/ORD-006/links', region],
  ['#/record/MODEL-006/harm', region],
  ['#/record/EX-008', facts],
  ['#/record/MODEL-003/timeline', region],
  ['#/record/EX-7150/custody', region],
  ['#/record/PLAN-002', 'section'],
  ['#/record/AST-001', facts],
  ['#/record/PTY-001', facts],
  ['#/record/COM-001', facts],
  ['#/record/HOLD-001', facts],
  ['#/record/DEC-001', facts],
  ['#/record/FIL-001', facts],
  ['#/record/FND-001', facts],
  ['#/record/DL-012/history', row],
  ['#/screen/ORD-005', 'p'],
  ['#/press/status-report/MODEL-003', 'p'],
  ['#/network', 'p'],
  ['#/press/access-status/MODEL-003', 'p'],
  ['#/removed', 'p'],
  ['#/search?text=export', region],
  ['#/settings', 'section'],
  ['#/import/party', 'p'],
  ['#/diagnostics', 'p'],
  ['#/help/deadline', 'p'],
  ['#/new/order', region],
  ['#/help/glossary', 'p'],
  ['#/new/deadline', region],
  ['#/help/whats-new', 'p'],
  ['#/edit/REQ-004', region],
];

export interface Gone {
  readonly address: string;
  /** From the change of the address to the frame in which the page stands with its heading and its first lines, and says of nothing that it is being read. */
  readonly ms: number;
  /** It never stood: the limit of the wait is no measure of it. */
  readonly missing: boolean;
  /** Tasks of the window of over 100 ms from then until it had been quiet for a while, longest first. */
  readonly longTasks: readonly number[];
}

/** Goes to each in turn. */
export async function walked(page: Page, addresses: typeof rooms): Promise<readonly Gone[]> {
  await page.evaluate(() => {
    const tasks: { at: number; ms: number }[] = [];
    Object.assign(globalThis, { __tasks: tasks });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) tasks.push({ at: startTime, ms: duration });
    }).observe({ type: 'longtask' });
  });
  const all: Gone[] = [];
  for (const one of addresses) all.push(await gone(page, one));
  return all;
}

async function gone(page: Page, [address, first]: (typeof rooms)[number]): Promise<Gone> {
  const { began, ended, there } = await page.evaluate(
    ([hash, selector]) =>
      new Promise<{ began: number; ended: number; there: boolean }>((resolve) => {
        const before = document.querySelector('main h1')?.textContent;
        const began = performance.now();
        location.hash = hash;
        const look = (): void => {
          const main = document.querySelector('main');
          const heading = main?.querySelector('h1')?.textContent ?? undefined;
          const read = (main?.querySelector(selector)?.textContent ?? '').trim().length > 8;
          const there = heading !== undefined && heading !== before && read && !(main?.textContent ?? '').includes('Reading the vault');
          if (there || performance.now() - began > 5_000) requestAnimationFrame(() => setTimeout(() => resolve({ began, ended: performance.now(), there }), 0));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    [address, first] as const,
  );
  // What comes behind the first lines holds up the next key too.
  await page.waitForTimeout(150);
  const tasks = await page.evaluate(() => (globalThis as unknown as { __tasks: { at: number; ms: number }[] }).__tasks.splice(0));
  const longTasks = tasks
    .filter(({ at, ms }) => ms > 100 && at + ms > began)
    .map(({ ms }) => ms)
    .toSorted((a, b) => b - a);
  return { address, ms: ended - began, missing: !there, longTasks };
}
