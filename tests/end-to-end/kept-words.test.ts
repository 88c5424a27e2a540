import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { half, long } from '../fault/seeded.ts';
import { processesOf } from './processes.ts';
import { notes, sampleVault } from './sample-vault.ts';
import { freshPlaces, noChromium, startChromium } from './start-chromium.ts';
import { toAddress } from './to-address.ts';
import { typeLetters } from './type-letters.ts';
import { unless } from './unless.ts';
import { unlockPage } from './unlock-page.ts';

const limit = 180_000;
/** What a crash may cost of what was typed, in milliseconds. */
const mayLose = 2_000;
const reason = 'The Bureau was told by telephone that this note rests on the wrong version of the letter. '.repeat(20);

const why = (page: Page) => page.getByRole('dialog').getByLabel('Why', { exact: true });

/** Opens the dialog that removes the note, and types the reason without end until `stop` says so. Gives when each letter was typed. */
async function type(page: Page, stop: () => boolean): Promise<readonly number[]> {
  await toAddress(page, '#/record/NOTE-001');
  await page.getByRole('button', { name: 'Change state', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Remove…', exact: true }).click();
  await why(page).waitFor();
  return typeLetters(page, reason, stop);
}

/** What is there again when one goes on with the dialog; it is then left, and with it goes what was typed. */
async function goneOnWith(page: Page): Promise<string> {
  await page.getByText(/^You were in the middle of “Remove NOTE-001”/).waitFor();
  await page.getByRole('button', { name: 'Go on with “Remove NOTE-001”' }).click();
  await page.getByText(/^What you typed until .* is here again\.$/).waitFor();
  const found = await why(page).inputValue();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return found;
}

unless(noChromium() ?? (long ? null : 'told where CORDON_LONG is 1; window-kept-words tells it of a pretended vault, typing of forms over a real one'))(
  'a lock and a crash of the page or of the vault in the middle of a dialog lose none of its words, nor does starting anew',
  async () => {
    const places = freshPlaces();
    await sampleVault(places.vaults, places.state, (records) => notes(records, 1, 'ordinary'));
    let app = await startChromium(places);
    try {
      let now = app.page();
      const ends: Readonly<Record<string, () => unknown>> = {
        lock: () => now.keyboard.press('Control+l'),
        host: () => app.host.lock('suspended'),
        vault: () => void process.kill(app.host.vaultPid(), 'SIGKILL'),
        page() {
          for (const { pid, command } of processesOf(process.pid)) if (command.includes('--type=renderer')) process.kill(pid, 'SIGKILL');
        },
      };
      await unlockPage(now);
      // Those that typing.test.ts has of forms, where each has half of them.
      for (const [name, end] of half(Object.entries(ends), false)) {
        const inOrder = name === 'lock' || name === 'host';
        let ended: number | null = null;
        const began = Date.now();
        const page = now;
        const typing = type(page, () => ended !== null || Date.now() - began > 60_000);
        await expect.poll(() => why(page).inputValue({ timeout: 10_000 }), { timeout: 60_000, interval: 50 }).toMatch(/^.{90}/);
        ended = Date.now();
        if (inOrder) await typing;
        else ended = Date.now();
        await Promise.resolve(end()).catch(() => {});
        const times = await typing;
        await expect.poll(() => app.page() !== page, { timeout: 60_000 }).toBe(true);
        now = app.page();
        await unlockPage(now);
        const back = await goneOnWith(now);
        expect(reason.startsWith(back)).toBe(true);
        const at = ended;
        console.log(`${name}: ${times.length} letters typed, ${times.length - back.length} not there again`);
        if (inOrder) expect(back.length).toBe(times.length);
        else expect(back.length).toBeGreaterThanOrEqual(times.filter((time) => time <= at - mayLose).length);
      }
      // What is left by Esc is there in another run of the program, and nobody is said to have been interrupted.
      let letters = 0;
      await type(now, () => letters++ === 40);
      await now.keyboard.press('Escape');
      await now.getByRole('link', { name: /^Unfinished/ }).waitFor();
      await now.keyboard.press('Control+l');
      const before = now;
      await expect.poll(() => app.page() !== before, { timeout: 60_000 }).toBe(true);
      await app.host.close();
      app = await startChromium(places);
      now = app.page();
      await unlockPage(now);
      await now.getByRole('link', { name: /^Unfinished/ }).click();
      expect(await now.getByText('You were in the middle of').count()).toBe(0);
      await now.getByRole('button', { name: 'Go on with “Remove NOTE-001”' }).click();
      await expect.poll(() => why(now).inputValue()).toBe(reason.slice(0, 40));
      await now.keyboard.press('Control+Enter');
      await now.getByText('NOTE-001 removed.').waitFor();
      await now.getByRole('link', { name: /^Unfinished/ }).waitFor({ state: 'detached' });
    } finally {
      await app.stop();
    }
  },
  limit,
);
