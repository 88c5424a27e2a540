import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noWindow, openFakeWindow, type FakeWindow } from '../fakes/fake-window.ts';

const words =
  'harbor lantern meadow cobalt anchor velvet summit thistle ember quarry willow drift canyon pepper violet marble falcon island copper tundra orchard saddle breeze kettle';

let window: FakeWindow;
afterEach(() => window?.close());
/** Where pictures go when somebody wants to look at them. */
const picture = async (name: string): Promise<void> => {
  const folder = process.env['CORDON_PICTURES'];
  if (folder) await window.page.screenshot({ path: path.join(folder, `${name}.png`) });
};
async function settings(setting: Parameters<typeof openFakeWindow>[0] = {}): Promise<void> {
  window = await openFakeWindow(setting, '#/settings');
  await window.page.setViewportSize({ width: 1280, height: 900 });
  await window.page.waitForSelector('main h1');
  await window.page.getByRole('heading', { name: 'People' }).waitFor();
}
const dialog = () => window.page.getByRole('dialog');
const row = (name: string) => window.page.getByRole('row').filter({ has: window.page.getByRole('rowheader', { name }) });

describe('people in the window', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  test('somebody is added with a passphrase typed twice, may be granted what is about persons, is renamed and removed, and each dialog says what it does not do', async () => {
    await settings();
    const { page } = window;
    await picture('settings-people');
    await page.getByRole('button', { name: 'Add a person…' }).click();
    await dialog().getByLabel('Their name').fill('Ben Ode');
    await dialog().getByLabel('Their passphrase').fill('a passphrase of his own');
    await dialog().getByLabel('The same once more').fill('another');
    await dialog().getByRole('button', { name: 'Add' }).click();
    await dialog().getByText('The two do not agree').waitFor();
    await picture('settings-add-person');
    await dialog().getByLabel('The same once more').fill('a passphrase of his own');
    await dialog().getByRole('button', { name: 'Add' }).click();
    await row('Ben Ode').getByText('Sees numbers and states').waitFor();
    await page.getByRole('button', { name: 'Change Ben Ode' }).click();
    await page.getByRole('menuitem', { name: 'Let them read what is about persons' }).click();
    await row('Ben Ode').getByText('May read').waitFor();
    await page.getByRole('button', { name: 'Change Ben Ode' }).click();
    await page.getByRole('menuitem', { name: 'Rename…' }).click();
    await dialog().getByLabel('New name').fill('General Counsel');
    await dialog().getByRole('button', { name: 'Rename' }).click();
    await dialog().getByText('misuse').waitFor();
    await dialog().getByLabel('New name').fill('Benjamin Ode');
    await dialog().getByRole('button', { name: 'Rename' }).click();
    await row('Benjamin Ode').getByText('formerly Ben Ode').waitFor();
    await page.getByRole('button', { name: 'Change Benjamin Ode' }).click();
    await page.getByRole('menuitem', { name: 'Remove…' }).click();
    await dialog().getByText('It does not reach copies').waitFor();
    await picture('settings-remove-person');
    await dialog().getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => row('Benjamin Ode').count()).toBe(0);
    await page.getByText(/Former: Summer associate, Benjamin Ode/).waitFor();
    const alone = page.getByRole('contentinfo').getByText('Only you can open this vault.');
    expect(await alone.count()).toBe(0);
    await page.getByRole('button', { name: 'Change General Counsel' }).click();
    await page.getByRole('menuitem', { name: 'Remove…' }).click();
    await dialog().getByRole('button', { name: 'Remove' }).click();
    await alone.waitFor();
    await picture('settings-alone');
    expect(window.faults).toEqual([]);
  });

  test('the person at work can be renamed but not removed, and a wrong passphrase of now keeps what was typed', async () => {
    await settings();
    const { page } = window;
    await page.getByRole('button', { name: 'Change Export counsel' }).click();
    await expect.poll(() => page.getByRole('menuitem').allTextContents()).toEqual(['Rename…']);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Change your passphrase…' }).click();
    await dialog().getByLabel('Current passphrase').fill('not this one');
    await dialog().getByLabel('New passphrase', { exact: true }).fill('a wholly new passphrase');
    await dialog().getByLabel('New passphrase, once more').fill('a wholly new passphrase');
    await dialog().getByRole('button', { name: 'Change' }).click();
    await dialog().getByText('wrong-passphrase').waitFor();
    expect(await dialog().getByLabel('New passphrase', { exact: true }).inputValue()).toBe('a wholly new passphrase');
    await dialog().getByLabel('Current passphrase').fill('correct horse battery staple');
    await dialog().getByRole('button', { name: 'Change' }).click();
    await page.getByText('Your passphrase is changed.').waitFor();
    expect(window.faults).toEqual([]);
  });

  test('a recovery key that nobody typed back is said over every page until it is, and the drill says what it found', async () => {
    await settings({ recoveryConfirmed: false });
    const { page } = window;
    const notice = page.getByText('Nobody has shown yet that the recovery key can be read from its paper.');
    await notice.waitFor();
    await page.getByRole('button', { name: 'Type the words back…' }).click();
    await dialog().getByLabel('The 24 words').fill('harbor lantern');
    await dialog().getByRole('button', { name: 'Try them' }).click();
    await dialog().getByText('wrong-recovery-key').waitFor();
    await dialog().getByLabel('The 24 words').fill(words.toUpperCase());
    await dialog().getByRole('button', { name: 'Try them' }).click();
    await expect.poll(() => notice.count()).toBe(0);
    await page.getByText('The yearly drill is due').waitFor();
    const neverTried = page.getByRole('contentinfo').getByText('The recovery key was never tried.');
    await neverTried.waitFor();
    await page.getByRole('button', { name: 'Recovery drill…' }).click();
    await dialog().getByLabel('The 24 words').fill(words);
    await dialog().getByRole('button', { name: 'Open a copy' }).click();
    await page.getByText('The paper opens the vault. The copy held 412 entries, 96 records and 14 stored files').waitFor();
    await picture('settings-recovery');
    await expect.poll(() => page.getByText('The yearly drill is due').count()).toBe(0);
    await expect.poll(() => neverTried.count()).toBe(0);
    await page.getByRole('button', { name: 'Make a new recovery key…' }).click();
    await dialog().getByRole('button', { name: 'Make a new key' }).click();
    await dialog().getByText('harbor').waitFor();
    await picture('settings-new-key');
    expect(window.faults).toEqual([]);
  });

  test('the recovery key opens nothing before somebody in particular has a new passphrase', async () => {
    window = await openFakeWindow({ open: false });
    const { page } = window;
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('button', { name: 'Use the recovery key' }).click();
    await page.getByLabel('Recovery key').fill(words);
    await page.getByRole('button', { name: 'Open with the recovery key' }).click();
    await page.getByRole('heading', { name: 'Model restrictions: a new passphrase' }).waitFor();
    await picture('unlock-recover');
    expect(await page.getByRole('navigation', { name: 'Rooms' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Set it and open the vault' }).click();
    await page.getByText('Type a passphrase.').waitFor();
    await page.getByLabel('New passphrase').fill('a wholly new passphrase');
    await page.getByLabel('Passphrase, once more').fill('a wholly new passphrase');
    await page.getByRole('button', { name: 'Set it and open the vault' }).click();
    await page.getByRole('navigation', { name: 'Rooms' }).waitFor();
    expect(window.faults).toEqual([]);
  });

  test('a filing shows who stands behind it and is signed by the person at work', async () => {
    window = await openFakeWindow({}, '#/record/FIL-003');
    const { page } = window;
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.waitForSelector('main h1');
    await page.getByRole('heading', { name: 'Signatures' }).waitFor();
    await page.getByText('General Counsel: attested, not authenticated').waitFor();
    await page.getByRole('button', { name: 'Sign… Approve', exact: true }).click();
    await dialog().getByText('with your own key').waitFor();
    await picture('filing-sign');
    await dialog().getByRole('button', { name: 'Sign' }).click();
    await page.getByText('APP-001').waitFor();
    await picture('filing-signed');
    expect(await page.getByRole('button', { name: 'Sign… Approve', exact: true }).count()).toBe(0);
    expect(window.faults).toEqual([]);
  });
});
