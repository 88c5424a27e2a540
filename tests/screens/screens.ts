// npm run screens: every page of the built window, in light and dark, as a picture in docs/screens/.
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { noWindow, openFakeWindow } from '../fakes/fake-window.ts';
import { endBrowser } from '../fakes/kept-browser.ts';
import { smallPng } from './small-png.ts';

interface Picture {
  readonly name: string;
  /** Where it is taken; none for the door. */
  readonly address: string | null;
  /** What is done there before it is taken. */
  readonly then?: (page: Page) => Promise<void>;
  /** In the vault of 10,000 open deadlines instead of the sample. */
  readonly large?: true;
  /** In a vault with nothing in it. */
  readonly empty?: true;
}
const at = (name: string, address: string, then?: Picture['then']): Picture => ({ name, address, ...(then && { then }) });
/** The same page in the sample and in the large vault. */
const both = (name: string, address: string, then?: Picture['then']): readonly Picture[] => [at(name, address, then), { ...at(`${name}-large`, address, then), large: true }];

const pictures: readonly Picture[] = [
  { name: 'unlock', address: null },
  { name: 'new-vault', address: null, then: (page) => page.getByRole('button', { name: 'New vault…' }).first().click() },
  { ...at('first-docket', '#/docket'), empty: true },
  ...both('docket', '#/docket'),
  at('new-menu', '#/docket', (page) => page.getByRole('button', { name: 'New', exact: true }).click()),
  at('model', '#/record/MODEL-003'),
  at('model-timeline', '#/record/MODEL-003/timeline'),
  at('order', '#/record/ORD-006'),
  at('order-amended', '#/record/ORD-006/others'),
  at('order-reported', '#/record/ORD-002'),
  ...both('deadlines', '#/list/deadline'),
  ...both('deadlines-month', '#/list/deadline', (page) => page.getByText('Month', { exact: true }).click()),
  ...both('deadlines-agenda', '#/list/deadline', (page) => page.getByText('Agenda', { exact: true }).click()),
  at('deadline', '#/record/DL-012'),
  at('requests', '#/requests'),
  at('evidence', '#/evidence'),
  at('intake', '#/evidence', async (page) => {
    const dropped = await page.evaluateHandle(() => {
      const files = new DataTransfer();
      files.items.add(new File(['The letter was served by courier.'], 'served letter.txt', { type: 'text/plain' }));
      files.items.add(new File(['To: Counsel'], 'courier receipt.eml', { type: 'message/rfc822' }));
      return files;
    });
    await page.locator('main > div').first().dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByRole('dialog').getByText('Take in 2 files').waitFor();
  }),
  at('exhibit', '#/record/EX-008'),
  at('remediation', '#/record/PLAN-002'),
  at('plan-graph', '#/record/PLAN-002', (page) => page.getByText('Graph', { exact: true }).click()),
  at('chronology', '#/list/chronology_event', async (page) => {
    await page.getByRole('combobox', { name: 'Which case' }).click();
    await page.getByRole('option', { name: /Corvane/ }).click();
    await page.getByRole('img', { name: /axis of time/ }).waitFor();
  }),
  at('issue', '#/record/AST-001'),
  at('party', '#/record/PTY-001'),
  at('make-a-pdf', '#/press/status-report/MODEL-003'),
  ...both('history', '#/history'),
  ...both('search', '#/search?text=export'),
  at('reach', '#/record/ORD-006/reach'),
  at('scope-against-evidence', '#/analysis/scope'),
  at('who-knew', '#/analysis/knew'),
  at('filings', '#/filings'),
  at('parties', '#/list/party'),
  at('keys', '#/docket', (page) => page.keyboard.press('Control+/')),
  at('form', '#/new/order'),
  ...both('palette', '#/docket', async (page) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('heron');
    await page.getByRole('option').filter({ hasText: 'MODEL-003' }).first().waitFor();
  }),
  at('as-known', '#/docket', async (page) => {
    await page.getByRole('button', { name: 'As of now' }).click();
    await page.getByLabel('On which day').fill('23 November 2026');
    await page.getByText(/23.Nov.2026, 23:59/).waitFor();
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText(/^As known on/).waitFor();
  }),
  at('settings', '#/settings'),
];

const into = path.resolve(import.meta.dirname, '../../docs/screens');

/** Waits until the page asks for nothing and has drawn what it was given. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  // More than one part of a page can be waiting at once.
  while ((await page.getByText(/Reading the vault|at least \d+ open/).count()) > 0) await new Promise((resolve) => setTimeout(resolve, 100));
  await page.evaluate(() => document.fonts.ready);
  // A picture is of a page at rest: two equal looks, a moment apart.
  let last = '';
  for (let tries = 0; tries < 20; tries++) {
    const now = await page.evaluate(() => document.body.innerText);
    if (now === last) return;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

if (noWindow !== null) {
  process.stderr.write(`No pictures were taken: ${noWindow}.\n`);
  process.exit(1);
}
const wanted = process.argv.slice(2);
const chosen = pictures.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
mkdirSync(into, { recursive: true });
if (wanted.length === 0) for (const name of readdirSync(into)) if (name.endsWith('.png')) rmSync(path.join(into, name));
for (const scheme of ['light', 'dark'] as const) {
  for (const { name, address, then, large, empty } of chosen) {
    const window = await openFakeWindow({ open: address !== null, ...(large && { more: 10_000 }), ...(empty && { samples: false }) });
    window.vault.appearance(scheme);
    const { page } = window;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: scheme });
    await page.goto(`${new URL(page.url()).origin}/blank`);
    await page.goto(`${new URL(page.url()).origin}/${address ?? ''}`);
    await settled(page);
    await then?.(page);
    await settled(page);
    writeFileSync(path.join(into, `${name}-${scheme}.png`), smallPng(await page.screenshot()));
    await window.close();
  }
  process.stdout.write(`${scheme}: ${chosen.length} pictures\n`);
}
await endBrowser();
const bytes = readdirSync(into).reduce((sum, name) => sum + statSync(path.join(into, name)).size, 0);
process.stdout.write(`${readdirSync(into).length} pictures, ${(bytes / 1e6).toFixed(1)} MB in docs/screens\n`);
