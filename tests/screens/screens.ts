// npm run screens: every page of the built window, in light and dark, as a picture in docs/screens/.
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { noWindow, openFakeWindow } from '../fakes/fake-window.ts';
import { endBrowser } from '../fakes/kept-browser.ts';
import { pictures, type Picture } from './pictures.ts';
import { smallPng } from './small-png.ts';

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

async function take({ name, address, first, then, large, empty, setting, notOpened, contrast, zoomed }: Picture): Promise<void> {
  const window = await openFakeWindow({ open: address !== null, ...(large && { more: 10_000 }), ...(empty && { samples: false }), ...setting });
  try {
    const { page } = window;
    window.vault.notOpened = notOpened ?? null;
    await page.setViewportSize(zoomed ? { width: 720, height: 450 } : { width: 1280, height: 800 });
    await settled(page);
    await first?.(page);
    for (const scheme of contrast ? (['light'] as const) : (['light', 'dark'] as const)) {
      window.vault.appearance(scheme);
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: scheme, forcedColors: contrast ? 'active' : 'none' });
      await page.goto(`${new URL(page.url()).origin}/blank`);
      await page.goto(`${new URL(page.url()).origin}/${address ?? ''}`);
      await settled(page);
      await then?.(page);
      await settled(page);
      writeFileSync(path.join(into, contrast ? `${name}-contrast.png` : `${name}-${scheme}.png`), smallPng(await page.screenshot()));
    }
  } finally {
    await window.close();
  }
}

if (noWindow !== null) {
  process.stderr.write(`No pictures were taken: ${noWindow}.\n`);
  process.exit(1);
}
const wanted = process.argv.slice(2);
const chosen = pictures.filter(({ name, seldom, contrast }) => (wanted.length === 0 ? seldom !== true : wanted.includes(contrast ? `${name}-contrast` : name)));
mkdirSync(into, { recursive: true });
if (wanted.length === 0) for (const name of readdirSync(into)) if (name.endsWith('.png')) rmSync(path.join(into, name));
const missing: string[] = [];
for (const picture of chosen) {
  try {
    await take(picture);
    process.stdout.write(`${picture.name}\n`);
  } catch (why) {
    // One page that cannot be shown leaves the pictures of the others.
    missing.push(picture.name);
    process.stderr.write(`${picture.name}: ${String(why)}\n`);
  }
}
await endBrowser();
const bytes = readdirSync(into).reduce((sum, name) => sum + statSync(path.join(into, name)).size, 0);
process.stdout.write(`${readdirSync(into).length} pictures, ${(bytes / 1e6).toFixed(1)} MB in docs/screens\n`);
if (missing.length > 0) process.exit(1);
