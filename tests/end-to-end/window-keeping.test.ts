import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noWindow, openFakeWindow, type FakeWindow } from '../fakes/fake-window.ts';
import type { FakeSetting } from '../fakes/fake-vault.ts';
import { toAddress } from './to-address.ts';

/** Where to put pictures of what is tested, for whoever wants to look. */
const pictures = process.env['CORDON_PICTURES'];

describe('keeping a vault, in the window', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow | undefined;
  const open = async (setting: Partial<FakeSetting> = {}): Promise<FakeWindow> => {
    window = await openFakeWindow(setting);
    await window.page.setViewportSize({ width: 1280, height: 860 });
    await window.page.waitForSelector('h1');
    return window;
  };
  const goTo = (address: string) => window && toAddress(window.page, address);
  const picture = async (name: string) => {
    if (pictures !== undefined) await window?.page.screenshot({ path: path.join(pictures, `${name}.png`) });
  };
  afterEach(async () => {
    expect(window?.faults ?? []).toEqual([]);
    await window?.close();
    window = undefined;
  });

  test('the status bar reminds of a backup, and one is taken with progress that can be stopped', async () => {
    const { page, vault } = await open();
    await page.getByText('Last backup 9 days ago.').waitFor();
    await picture('reminder');
    await page.getByRole('contentinfo').getByRole('button', { name: 'Back up now' }).click();
    await page.getByRole('heading', { name: 'Backups', exact: true }).waitFor();
    const now = page.getByRole('region', { name: 'Settings' }).getByRole('button', { name: 'Back up now' });
    // As long as it takes a busy machine to press a button.
    const pace = vault.records.keepingPace;
    vault.records.keepingPace = 1000;
    await now.click();
    await page.getByRole('contentinfo').getByRole('button', { name: 'Cancel' }).click();
    vault.records.keepingPace = pace;
    await page.getByRole('contentinfo').getByRole('button', { name: 'Cancel' }).waitFor({ state: 'detached' });
    expect(await page.getByText('is saved:').count()).toBe(0);
    await now.click();
    await page.getByText('is saved: 48 MB, 14 stored files.').waitFor();
    await page.getByText('Last backup today').waitFor();
    await page.getByText('SHA-256').scrollIntoViewIfNeeded();
    await picture('backups');
    // A drive can lose bytes: the file is read again where it lies, and the docket says of which that was never done.
    expect(await page.getByText('never read again').count()).toBe(2);
    await page.getByRole('button', { name: 'Check a backup…' }).click();
    await page.getByText('is whole: to the byte what was saved.').waitFor();
    await page.getByText('read again and whole').waitFor();
    await picture('backup-checked');
    await page.getByRole('button', { name: 'Say that Sample case 2026-10-15.cordon.tar was destroyed' }).click();
    await page.getByRole('button', { name: 'No copy is left' }).click();
    await page.getByText('Write how. The history keeps it.').waitFor();
    await page.getByLabel('How it was destroyed').fill('The drive was shredded.');
    await page.getByRole('button', { name: 'No copy is left' }).click();
    await page.getByText('destroyed, said').waitFor();
    expect(vault.asked.filter((name) => name === 'backups.save')).toHaveLength(2);
  });

  test('a backup that is locked is restored from the unlock page with its keys, and opens', async () => {
    const { page } = await open({ open: false });
    await page.getByRole('button', { name: 'Restore a backup' }).click();
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await page.getByText('Choose the backup.').waitFor();
    await page.getByRole('button', { name: 'Choose', exact: true }).click();
    await page.getByLabel('Name of the restored vault').waitFor();
    await expect.poll(() => page.getByLabel('Name of the restored vault').inputValue()).toBe('Outside counsel 2026-10-15 restored');
    await picture('restore');
    await page.getByLabel('Passphrase', { exact: true }).fill('correct horse battery staple');
    await page.getByLabel('age key').fill('AGE-SECRET-KEY-WRONG');
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await page.getByText('It was locked for another key.').waitFor();
    await page.getByLabel('Passphrase', { exact: true }).fill('correct horse battery staple');
    await page.getByLabel('age key').fill('AGE-SECRET-KEY-1QQQ');
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await page.getByText('Restoring the backup').waitFor();
    await page.getByRole('heading', { name: 'Docket' }).waitFor();
  });

  test('a record is sequestered under an authority, shows nothing but that, and is opened again', async () => {
    const { page } = await open();
    await goTo('#/record/EX-002');
    await page.getByRole('button', { name: 'Change state' }).click();
    await page.getByRole('menuitem', { name: 'Sequester…' }).click();
    await page.getByRole('button', { name: 'Sequester', exact: true }).click();
    await page.getByText('Choose what obliges you.').waitFor();
    await page.getByRole('combobox', { name: 'Authority' }).click();
    await page.getByRole('option', { name: /Clawback notice/ }).click();
    await page.getByLabel('Which notice or order').fill('Letter of opposing counsel of 3 January');
    await page.getByLabel('Why').fill('Sent by mistake.');
    await picture('sequester');
    await page.getByRole('button', { name: 'Sequester', exact: true }).click();
    await page.getByText('Its content is closed to everybody.').waitFor();
    await picture('sequestered');
    await page.getByRole('button', { name: 'Lift the sequestration…' }).click();
    await page.getByLabel('Why').fill('The claim was withdrawn.');
    await page.getByRole('button', { name: 'Lift it' }).click();
    await page.getByRole('button', { name: 'Change state' }).waitFor();
  });

  test('an erasure shows all it touches, is not offered under a hold, and asks for the number', async () => {
    const { page, vault } = await open();
    const eraseOn = async (number: string) => {
      await goTo(`#/record/${number}`);
      await page.getByRole('heading', { name: new RegExp(number) }).waitFor();
      await page.getByRole('button', { name: 'Change state' }).click();
      await page.getByRole('menuitem', { name: 'Erase…' }).click();
    };
    await eraseOn('EX-001');
    await page.getByText('HOLD-001 holds it').waitFor();
    expect(await page.getByRole('button', { name: 'Erase for ever' }).count()).toBe(0);
    await picture('erase-held');
    await page.getByRole('button', { name: 'Leave it as it is' }).click();
    const filled = async () => {
      await eraseOn('EX-002');
      await page.getByText('These backups hold it until they are destroyed').waitFor();
      await page.getByRole('combobox', { name: 'Authority' }).click();
      await page.getByRole('option', { name: /Protective order/ }).click();
      await page.getByLabel('Which notice or order').fill('Order of 9 May, paragraph 12');
      await page.getByLabel('Why').fill('The case has ended.');
    };
    // While it waits for something else it can be left; then nothing was done.
    await filled();
    vault.erasureStands = 'waiting';
    await page.getByLabel('Type EX-002 to erase it').fill('EX-002');
    await page.getByRole('button', { name: 'Erase for ever' }).click();
    await page.getByText('Nothing is erased yet.').waitFor();
    await page.getByRole('button', { name: 'Leave it as it is' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(vault.records.get('EX-002').erased).toBeUndefined();
    // Once it takes away, nothing is left as it is, and the dialog does not say so.
    vault.erasureStands = 'taking-away';
    await filled();
    await page.getByRole('button', { name: 'Erase for ever' }).click();
    await page.getByText('Type EX-002.').waitFor();
    await page.getByLabel('Type EX-002 to erase it').fill('ex-002');
    await picture('erase');
    await page.getByRole('button', { name: 'Erase for ever' }).click();
    await page.getByText(/^It is erased. Every trace/).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Leave it as it is' }).count()).toBe(0);
    // The page behind is that of an erased record by now, and does not say either that all is over.
    await page.getByText('Every trace is still being taken out of its files.').waitFor();
    expect(await page.getByText('Its content is gone from this vault.').count()).toBe(0);
    await picture('erase-taking-away');
    // Whoever closes the dialog sees that it goes on, and is told what came of it.
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('contentinfo').getByText('Taking every trace of EX-002 out of the vault').waitFor();
    expect(await page.getByRole('contentinfo').getByRole('button', { name: 'Cancel' }).count()).toBe(0);
    await picture('erase-closed');
    vault.erasureStands = 'traces-left';
    await page.getByText('traces of it are left in the vault’s files').waitFor();
    await page.getByText('Its content is gone from this vault.').waitFor();
    await picture('erased');
    expect(await page.getByRole('button', { name: 'Lift the sequestration…' }).count()).toBe(0);
  });

  test('a vault older than the one last opened here says so, is read-only, and is gone on with only for a written reason', async () => {
    const { page, vault } = await open({ behind: true });
    await page.getByText('This is an older copy of the vault than the one last opened here.').waitFor();
    expect(await page.getByRole('button', { name: 'New', exact: true }).count()).toBe(0);
    await goTo('#/settings');
    await page.getByText(/This vault ends at entry/).waitFor();
    await picture('behind');
    await page.getByRole('button', { name: 'Go on from this state…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Go on from an older state' });
    await dialog.getByRole('button', { name: 'Check, then go on' }).click();
    await dialog.getByText('Say why.').waitFor();
    expect(vault.takenUp).toBeNull();
    await dialog.getByLabel('Why this is the vault to go on with').fill('The drive failed; IT put back the copy of Sunday.');
    await picture('take-up');
    await dialog.getByRole('button', { name: 'Check, then go on' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(vault.takenUp).toBe('The drive failed; IT put back the copy of Sunday.');
    expect(await page.getByText('This is an older copy of the vault').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Go on from this state…' }).count()).toBe(0);
  });
});
