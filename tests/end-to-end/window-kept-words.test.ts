import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noWindow, openFakeWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { faults } from './faults.ts';
import { goTo, openAt, reloadIn } from './open-at.ts';
import { entire, long } from '../fault/seeded.ts';

/** Where to put pictures of what is tested, for whoever wants to look. */
const pictures = process.env['CORDON_PICTURES'];
const said = 'The parties agreed on this by telephone on Tuesday';

const chosen = async (page: Page): Promise<void> => {
  await page.getByRole('grid').getByRole('row').nth(2).focus();
  await page.keyboard.press('Control+a');
};
const fromMenu = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name: 'Change state', exact: true }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
};
const pressed = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const both =
  (...steps: readonly ((page: Page) => Promise<void>)[]) =>
  async (page: Page): Promise<void> => {
    for (const step of steps) await step(page);
  };
const inDialog = (label: string) => (page: Page) => page.getByRole('dialog').getByLabel(label, { exact: true });

interface Asked {
  readonly name: string;
  readonly address: string;
  readonly openIt: (page: Page) => Promise<void>;
  readonly field: (page: Page) => Locator;
  /** The button that leaves everything as it is. */
  readonly leaves: string;
}
const everyDialog: readonly Asked[] = [
  { name: 'why a record is removed', address: '#/record/NOTE-001', openIt: fromMenu('Remove…'), field: inDialog('Why'), leaves: 'Keep it' },
  { name: 'why a state is changed', address: '#/record/STEP-013', openIt: fromMenu('Deferred'), field: inDialog('Why'), leaves: 'Keep it' },
  { name: 'sequester', address: '#/record/NOTE-001', openIt: fromMenu('Sequester…'), field: inDialog('Which notice or order'), leaves: 'Leave it as it is' },
  { name: 'erase', address: '#/record/NOTE-001', openIt: fromMenu('Erase…'), field: inDialog('Why'), leaves: 'Leave it as it is' },
  { name: 'export a list', address: '#/list/order', openIt: pressed('Export…'), field: inDialog('Who receives it'), leaves: 'Cancel' },
  { name: 'remove many', address: '#/list/remediation_step', openIt: both(chosen, pressed('Remove…')), field: inDialog('Why'), leaves: 'Keep them' },
  { name: 'change the state of many', address: '#/list/remediation_step', openIt: both(chosen, pressed('Change state…')), field: inDialog('Why'), leaves: 'Cancel' },
  { name: 'change fields of many', address: '#/list/remediation_step', openIt: both(chosen, pressed('Change…')), field: inDialog('Why'), leaves: 'Cancel' },
  { name: 'set who has many', address: '#/docket', openIt: both(chosen, pressed('Set who has it…')), field: inDialog('With'), leaves: 'Cancel' },
  { name: 'asked again', address: '#/requests', openIt: both(chosen, pressed('Asked again…')), field: inDialog('How'), leaves: 'Cancel' },
  { name: 'a backup that was destroyed', address: '#/settings', openIt: pressed(/^Say that .* was destroyed$/), field: inDialog('How it was destroyed'), leaves: 'Keep it' },
];
/** Every fourth, which are of one record, of many and of none; the first and the last where CORDON_LONG is not set, all of them where it is all. */
const asked = everyDialog.filter((_, index) => index % (entire ? 1 : long ? 7 : 10) === 0);

describe('what is typed in a dialog', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow;
  beforeAll(async () => {
    if (noWindow !== null) return;
    window = await openAt();
    await window.page.setViewportSize({ width: 1280, height: 860 });
  });
  afterAll(() => window?.close());
  const again = (page: Page) => page.getByText(/^What you typed until .* is here again\.$/);

  test.each(asked)('$name: is there again after the window dies and after Esc, and is gone once it is left by its button', async ({ name, address, openIt, field, leaves }) => {
    const { page, vault, rest } = window;
    await goTo(window, address);
    await openIt(page);
    await field(page).fill(said);
    await expect.poll(() => vault.drafts.size, { timeout: 1500, message: 'sealed within a second' }).toBe(1);
    await page.reload();
    await page.waitForSelector('main h1');
    await page.getByText(/^You were in the middle of /).waitFor();
    await rest();
    // The notice is the same whatever was begun.
    if (name === asked[0]?.name) expect(await faults(page)).toEqual([]);
    if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, `interrupted ${name}.png`) });
    await page.getByRole('button', { name: /^Go on with / }).click();
    await again(page).waitFor();
    expect(await field(page).inputValue()).toBe(said);
    await rest();
    expect(await faults(page, { within: '[role=dialog]' })).toEqual([]);
    if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, `again ${name}.png`) });
    await page.keyboard.press('Escape');
    if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await goTo(window, '#/unfinished');
    expect(await page.getByText(said).count()).toBe(1);
    expect(await page.getByText(/^You were in the middle of /).count(), 'nobody was interrupted who pressed Esc').toBe(0);
    await goTo(window, address);
    await openIt(page);
    await again(page).waitFor();
    expect(await field(page).inputValue()).toBe(said);
    await page.getByRole('dialog').getByRole('button', { name: leaves, exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => vault.drafts.size).toBe(0);
    await page.reload();
    await page.waitForSelector('main h1');
    await goTo(window, address);
    await openIt(page);
    await field(page).waitFor();
    expect(await field(page).inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(vault.drafts.size, 'an empty dialog leaves nothing').toBe(0);
  });
});

describe('words outside forms', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow;
  beforeEach(async () => {
    if (noWindow !== null) return;
    // Where most of them go first: the docket would be drawn for nothing.
    window = await openFakeWindow({}, '#/record/NOTE-001');
    await window.page.waitForSelector('main h1');
  });
  afterEach(async () => {
    expect(window?.faults ?? []).toEqual([]);
    await window?.close();
  });
  const why = () => inDialog('Why')(window.page);
  const removing = async (number: string) => {
    await goTo(window, `#/record/${number}`);
    await fromMenu('Remove…')(window.page);
  };
  const keptWords = () => [...window.vault.drafts.values()].map(({ body }) => (body as { words: { reason: string } }).words.reason);

  test('a lock right after the last letter keeps all of them, and the dialog is offered after unlocking', async () => {
    const { page, vault } = window;
    await removing('NOTE-001');
    await page.keyboard.type(said);
    await page.keyboard.press('Control+l');
    await expect.poll(() => vault.locks).toBe(1);
    expect(keptWords()).toEqual([said]);
    await page.reload();
    await page.fill('input[type=password]', 'correct horse battery staple');
    await page.keyboard.press('Enter');
    await page.getByText('You were in the middle of “Remove NOTE-001” at').waitFor();
    await page.getByRole('button', { name: 'Later', exact: true }).click();
    expect(await page.getByText('You were in the middle of').count()).toBe(0);
    await page.getByRole('link', { name: /^Unfinished/ }).click();
    await page.getByRole('button', { name: 'Go on with “Remove NOTE-001”' }).click();
    await expect.poll(() => why().inputValue()).toBe(said);
  });

  test('two dialogs on different records, and two of one record, do not mix', async () => {
    const { page, vault } = window;
    await removing('NOTE-001');
    await page.keyboard.type('of the first');
    await page.keyboard.press('Escape');
    await removing('NOTE-002');
    expect(await why().inputValue()).toBe('');
    await page.keyboard.type('of the second');
    await page.keyboard.press('Escape');
    await fromMenu('Erase…')(page);
    await expect.poll(() => why().inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await removing('NOTE-001');
    await expect.poll(() => why().inputValue()).toBe('of the first');
    await page.keyboard.press('Escape');
    await expect.poll(() => vault.drafts.size).toBe(2);
    expect(keptWords().sort()).toEqual(['of the first', 'of the second']);
  });

  test('Esc and the same dialog again in the same moment lose no letter', async () => {
    const { page } = window;
    await removing('NOTE-001');
    await page.keyboard.type(said);
    await page.keyboard.press('Escape');
    await fromMenu('Remove…')(page);
    expect(await why().inputValue()).toBe(said);
  });

  test('once the act is done nothing is kept; where it is refused, what was written is', async () => {
    const { page, vault } = window;
    await removing('NOTE-001');
    await page.keyboard.type(said);
    await page.keyboard.press('Control+Enter');
    await page.getByText('NOTE-001 removed.').waitFor();
    await expect.poll(() => vault.drafts.size).toBe(0);
    await goTo(window, '#/record/STEP-013');
    await fromMenu('Implemented')(page);
    await page.keyboard.type('Done by the contractor');
    await page.keyboard.press('Control+Enter');
    await page.getByText('STEP-013 was not changed.').waitFor();
    await fromMenu('Implemented')(page);
    await expect.poll(() => why().inputValue()).toBe('Done by the contractor');
    expect(keptWords()).toEqual(['Done by the contractor']);
  });

  test('words that are thrown away in the dialog are gone, and the focus is where one writes anew', async () => {
    const { page, vault } = window;
    await removing('NOTE-001');
    await page.keyboard.type(said);
    await page.keyboard.press('Escape');
    await fromMenu('Remove…')(page);
    await page.getByRole('button', { name: 'Discard it' }).click();
    expect(await why().inputValue()).toBe('');
    await expect.poll(() => vault.drafts.size).toBe(0);
    await page.keyboard.type('anew');
    expect(await why().inputValue()).toBe('anew');
    await expect.poll(keptWords).toEqual(['anew']);
  });

  test('what cannot be sealed is said in the dialog and in the status bar, and sealed once it can be', async () => {
    const { page, vault } = window;
    await removing('NOTE-001');
    vault.diskFull = true;
    await page.keyboard.type(said);
    await page.getByRole('dialog').getByText('Not sealed in the vault: what you typed last is in this window only.').waitFor();
    await page.getByRole('dialog').getByText('There is no space left to write vault.db.').waitFor();
    await page.getByRole('contentinfo').getByText('Not sealed in the vault').waitFor();
    if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, 'unsealed.png') });
    vault.diskFull = false;
    await expect.poll(keptWords, { timeout: 6000 }).toEqual([said]);
    await page.getByText('what you typed last is in this window only').waitFor({ state: 'detached' });
  });

  test('a reason on a page is there again with the page', async () => {
    const { page, vault } = window;
    await goTo(window, '#/press/status-report/MODEL-003');
    const recipient = page.getByRole('combobox', { name: 'Recipient' });
    await recipient.fill('Bureau of Example');
    await expect.poll(() => vault.drafts.size, { timeout: 1500 }).toBe(1);
    await page.reload();
    await expect.poll(() => recipient.inputValue()).toBe('Bureau of Example');
    expect(await page.getByText('You were in the middle of').count()).toBe(0);
  });

  test('forms and dialogs stand under what is unfinished until they are done or thrown away', async () => {
    const { page, vault } = window;
    expect(await page.getByRole('link', { name: /^Unfinished/ }).count()).toBe(0);
    await goTo(window, '#/new/order');
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Letter on access');
    await page.getByText(/Draft sealed in the vault at/).waitFor();
    await goTo(window, '#/edit/NOTE-002');
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Changed');
    await page.getByText(/Draft sealed in the vault at/).waitFor();
    await removing('NOTE-001');
    await page.keyboard.type(said);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Unfinished 3', exact: false }).click();
    await page.reload();
    const names = page.getByRole('rowheader');
    await expect.poll(() => names.allTextContents()).toEqual(['Remove NOTE-001', 'Change of NOTE-002', 'New order']);
    for (const scheme of ['dark', 'light'] as const) {
      await reloadIn(window, scheme);
      await names.first().waitFor();
      await window.rest();
      expect(await faults(page), scheme).toEqual([]);
    }
    if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, 'unfinished.png') });
    await page.getByRole('button', { name: 'Go on with “New order”' }).click();
    await expect.poll(() => page.getByRole('textbox', { name: 'Title', exact: true }).inputValue()).toBe('Letter on access');
    await goTo(window, '#/unfinished');
    for (const one of ['Remove NOTE-001', 'New order', 'Change of NOTE-002']) {
      await page.getByRole('button', { name: `Discard “${one}”` }).click();
      await names.filter({ hasText: one }).waitFor({ state: 'detached' });
    }
    await page.getByText('Nothing is unfinished.').waitFor();
    await expect.poll(() => vault.drafts.size).toBe(0);
  });

  test('a form that was open is told of after the window dies, and not once it was looked at or left', async () => {
    const { page, vault } = window;
    await goTo(window, '#/new/order');
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Letter on access');
    await page.getByText(/Draft sealed in the vault at/).waitFor();
    await goTo(window, '#/docket');
    await expect.poll(() => JSON.stringify([...vault.drafts.values()])).toContain('"open":false');
    await page.reload();
    await page.getByRole('link', { name: /^Unfinished/ }).waitFor();
    expect(await page.getByText('You were in the middle of').count(), 'it was left').toBe(0);
    await goTo(window, '#/new/order');
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Letter on access to Heron');
    await expect.poll(() => JSON.stringify([...vault.drafts.values()])).toContain('"open":true');
    await page.goto(page.url().replace(/#.*/, ''));
    await page.reload();
    await page.getByText('You were in the middle of “New order” at').waitFor();
    await page.getByRole('button', { name: 'Go on with “New order”' }).click();
    await expect.poll(() => page.getByRole('textbox', { name: 'Title', exact: true }).inputValue()).toBe('Letter on access to Heron');
    expect(await page.getByText('You were in the middle of').count()).toBe(0);
    await page.getByRole('button', { name: 'Discard draft' }).click();
    await expect.poll(() => vault.drafts.size).toBe(0);
  });

  test('a passphrase, recovery words and what is searched for are kept nowhere', async () => {
    const { page, vault } = window;
    await page.keyboard.press('Control+k');
    await page.keyboard.type('heron');
    await page.keyboard.press('Escape');
    await goTo(window, '#/search');
    await page.keyboard.type('heron');
    await goTo(window, '#/settings');
    for (const opener of ['Change your passphrase…', 'Add a person…', 'Type the words back…']) {
      await pressed(opener)(page);
      for (const field of await page.getByRole('dialog').locator('input[type=password], input[type=text], textarea').all()) await field.fill('correct horse');
      await page.waitForTimeout(1200);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    expect(vault.asked.length).toBeGreaterThan(0);
    expect(vault.drafts.size).toBe(0);
  });
});
