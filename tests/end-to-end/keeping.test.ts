import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import { clock } from '../../main/clock.ts';
import { takeIn } from '../../main/evidence/intake.ts';
import { sourceOfBytes } from '../../main/evidence/source-file.ts';
import { backUp } from '../../main/exchange/back-up.ts';
import { fileDestination } from '../../main/exchange/file-destination.ts';
import { notes, passphrase, sampleVault } from './sample-vault.ts';
import { freshPlaces, noChromium, startChromium, type ChromiumApp } from './start-chromium.ts';
import { electronPlaces, noElectron, startElectron, type ElectronApp } from './start-electron.ts';
import { oneHostOnly } from '../fault/seeded.ts';
import { unless } from './unless.ts';
import { toAddress } from './to-address.ts';

/** A vault kept by a person at the window: restored, backed up, sequestered and erased in, over a real vault process. */
const pictures = process.env['CORDON_PICTURES'];
/** Large enough that saving and restoring can be seen to go on, and stopped, on a fast disk as well. */
const large = 300_000_000;
const secret = 'qxzarzuelaqx privileged';

/** A vault with two exhibits, and a backup of it at `backup`. */
const vaultAndBackup = (vaults: string, state: string, backup: string) =>
  sampleVault(vaults, state, async (records, vault) => {
    await notes(records, 3, 'ordinary');
    const caseId = records.reading().all('case')[0]?.id ?? '';
    const runJob = () => Promise.reject(new Error('nothing is read here'));
    const intake = { vault, records, runJob, clock };
    const about = { caseId, readWords: false, reason: 'a proof' };
    await takeIn(intake, sourceOfBytes('memo.txt', Buffer.from(`${secret}\n`), 0), about);
    await takeIn(intake, sourceOfBytes('weights.bin', Buffer.alloc(large, 7), 0), about);
    await backUp(vault, { destination: fileDestination(backup, 'x') });
  });

/** How far each progress bar of the page ever came, told by the page itself while it works. */
const watchProgress = (page: Page) =>
  page.evaluate(`(() => {
    const seen = (globalThis.__seen = new Set());
    new MutationObserver(() => {
      for (const bar of document.querySelectorAll('[role=progressbar]')) if (bar.getAttribute('aria-valuenow')) seen.add(bar.getAttribute('aria-label') + ' ' + bar.getAttribute('aria-valuenow'));
    }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-valuenow'] });
  })()`);
const stepsOf = async (page: Page, what: string): Promise<number> => {
  const seen = (await page.evaluate('[...globalThis.__seen]')) as string[];
  return seen.filter((one) => one.startsWith(what)).length;
};
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** What the hosts do differently: their dialogs, and where a saved file arrives. */
interface Host {
  readonly name: string;
  readonly page: Page;
  readonly vaults: string;
  chooseBackup(): Promise<void>;
  /** Does something that saves a file, and gives the file. */
  saved(work: () => Promise<void>): Promise<string>;
}

async function keeping({ name, page, vaults, chooseBackup, saved }: Host): Promise<void> {
  const picture = async (of: string) => void (pictures && (await page.screenshot({ path: path.join(pictures, `keeping-${name}-${of}.png`) })));
  const goTo = (address: string) => toAddress(page, address);
  const settings = page.getByRole('region', { name: 'Settings' });
  const bar = page.getByRole('contentinfo');

  // A backup, restored from the unlock page into a new folder: a wrong passphrase leaves nothing, the right one shows how far it is and opens.
  await page.getByRole('button', { name: 'Restore a backup' }).click();
  await chooseBackup();
  await page.getByText('outside.cordon.tar').waitFor();
  await page.getByLabel('Name of the restored vault').fill('Restored');
  await page.getByLabel('Passphrase', { exact: true }).fill('not the one at all 99');
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await page.getByText('wrong-passphrase').waitFor();
  expect(readdirSync(vaults)).toEqual(['Sample.cordon']);
  await watchProgress(page);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await page.getByRole('heading', { name: 'Docket' }).waitFor({ timeout: 60_000 });
  expect(await stepsOf(page, 'Restoring the backup')).toBeGreaterThan(3);
  expect(readdirSync(vaults).sort()).toEqual(['Restored.cordon', 'Sample.cordon']);
  expect(await page.getByText('was last opened on another computer').count()).toBe(0);
  await bar.getByText('Only you can open this vault.').waitFor();
  await picture('restored');

  // A backup, with its progress; the first is stopped and leaves nothing.
  await goTo('#/settings');
  const now = settings.getByRole('button', { name: 'Back up now' });
  const cancel = bar.getByRole('button', { name: 'Cancel' });
  await now.click();
  await cancel.click();
  await cancel.waitFor({ state: 'detached' });
  expect(await page.getByText('is saved:').count()).toBe(0);
  const file = await saved(async () => {
    await now.click();
    await page.getByText('is saved: ').waitFor({ timeout: 60_000 });
  });
  expect(readdirSync(path.dirname(file)).filter((one) => one.endsWith('.cordon.tar') || one.endsWith('.tmp'))).toEqual([path.basename(file)]);
  expect(await stepsOf(page, 'Backing up the vault')).toBeGreaterThan(3);
  expect(statSync(file).size).toBeGreaterThan(large);
  await page.getByText(`SHA-256 ${sha256(file)}`).waitFor();
  // Made before midnight it is yesterday's by now.
  await bar.getByText(/^Last backup (?:today|yesterday)$/).waitFor();
  await picture('saved');

  // Closed to everybody, and opened again.
  await goTo('#/record/EX-001');
  await page.getByRole('heading', { name: /memo\.txt/ }).waitFor();
  const act = async (item: string) => {
    await page.getByRole('button', { name: 'Change state' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const authority = async (paper: string) => {
    await page.getByRole('combobox', { name: 'Authority' }).click();
    await page.getByRole('option', { name: /Clawback notice/ }).click();
    await page.getByLabel('Which notice or order').fill(paper);
    await page.getByLabel('Why').fill('Sent by mistake.');
  };
  await act('Sequester…');
  await page.getByRole('dialog').getByText('This is closed').waitFor();
  await authority('Letter of 3 January');
  await page.getByRole('button', { name: 'Sequester', exact: true }).click();
  await page.getByText('Its content is closed to everybody.').waitFor();
  expect(await page.getByText('memo.txt').count()).toBe(0);
  await picture('sequestered');
  await page.getByRole('button', { name: 'Lift the sequestration…' }).click();
  await page.getByLabel('Why').fill('The claim was withdrawn.');
  await page.getByRole('button', { name: 'Lift it' }).click();
  await page.getByRole('heading', { name: /memo\.txt/ }).waitFor();

  // Erased for ever: the preview says what goes and which backup holds it still; afterwards the stored file is gone and every byte verifies.
  const stored = () => readdirSync(path.join(vaults, 'Restored.cordon', 'blobs'), { recursive: true, encoding: 'utf8' }).filter((one) => path.basename(one).length === 32).length;
  expect(stored()).toBe(2);
  await act('Erase…');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('1 stored file').waitFor();
  await dialog.getByText('These backups hold it until they are destroyed').waitFor();
  await dialog.getByText(path.basename(file)).waitFor();
  await authority('Letter of 3 January');
  await page.getByLabel('Type EX-001 to erase it').fill('EX-001');
  await picture('erase');
  await page.getByRole('button', { name: 'Erase for ever' }).click();
  await page.getByText('Its content is gone from this vault.').waitFor({ timeout: 60_000 });
  expect(stored()).toBe(1);
  await goTo('#/settings');
  await settings.getByRole('button', { name: 'Verify', exact: true }).click();
  // The whole of it, so that a finding is named here.
  await expect.poll(() => settings.innerText(), { timeout: 60_000 }).toContain('Everything agrees.');
  await picture('verified');
}

let chromium: ChromiumApp | undefined;
let electron: ElectronApp | undefined;
afterEach(async () => {
  await chromium?.stop();
  await electron?.stop();
  chromium = electron = undefined;
});

unless(noChromium())('in the browser, a backup is restored, one is saved, and content is sequestered and erased, by what the window shows', async () => {
  const places = freshPlaces();
  const backup = path.join(places.folder, 'outside.cordon.tar');
  await vaultAndBackup(places.vaults, places.state, backup);
  chromium = await startChromium(places);
  const { downloads } = places;
  const page = chromium.page();
  await keeping({
    name: 'chromium',
    page,
    vaults: places.vaults,
    async chooseBackup() {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choose', exact: true }).click()]);
      await chooser.setFiles(backup);
    },
    async saved(work) {
      const before = new Set(readdirSync(downloads));
      await work();
      return path.join(downloads, readdirSync(downloads).find((name) => !before.has(name)) ?? '');
    },
  });
});

unless(noElectron() ?? oneHostOnly)('in Electron, a backup is restored, one is saved, and content is sequestered and erased, by what the window shows', async () => {
  const places = electronPlaces();
  const home = path.join(places.folder, 'home');
  const backup = path.join(home, 'outside.cordon.tar');
  const out = path.join(home, 'Backups');
  mkdirSync(out);
  await vaultAndBackup(places.vaults, places.state, backup);
  electron = await startElectron(places);
  const target = path.join(out, `saved ${randomBytes(4).toString('hex')}.cordon.tar`);
  await electron.electron.evaluate(
    ({ dialog }, [open, folder, save]) => {
      dialog.showOpenDialog = (...asked: unknown[]) =>
        Promise.resolve({ canceled: false, filePaths: [(JSON.stringify(asked.at(-1)).includes('openDirectory') ? folder : open) ?? ''] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: save ?? '' });
    },
    [backup, places.vaults, target],
  );
  const page = await electron.page();
  await keeping({
    name: 'electron',
    page,
    vaults: places.vaults,
    async chooseBackup() {
      await page.getByRole('button', { name: 'Choose', exact: true }).click();
      await page.getByRole('button', { name: 'Choose a folder' }).click();
    },
    async saved(work) {
      expect(existsSync(target)).toBe(false);
      await work();
      return target;
    },
  });
});
