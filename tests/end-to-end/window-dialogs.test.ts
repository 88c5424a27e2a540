import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { long } from '../fault/seeded.ts';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { faults, faultsInBoth, showIn } from './faults.ts';
import { goTo, openAt, openStill } from './open-at.ts';
import { toAddress } from './to-address.ts';

/** Chooses the first lines of the list of a kind. */
const chosen = async (page: Page): Promise<void> => {
  await page.getByRole('grid').getByRole('row').nth(2).focus();
  await page.keyboard.press('Control+a');
};
/** Opens the menu of a record and presses one of its acts. */
const fromMenu =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Change state', exact: true }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };
const pressed =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name }).first().click();
  };
/** Opens the menu of the last person in the list and presses one of its acts. */
const ofPerson =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await page
      .getByRole('button', { name: /^Change (?!your)[A-Z]/ })
      .last()
      .click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };
/** Lets the last person in the list read what is about persons, where they may not yet. */
const grantedOnce = async (page: Page): Promise<void> => {
  const all = page.getByRole('cell', { name: 'May read', exact: true });
  if ((await all.count()) < 2) await ofPerson('Let them read what is about persons')(page);
  await all.nth(1).waitFor();
};
const shown =
  (words: string) =>
  async (page: Page): Promise<void> =>
    page.getByRole('dialog').getByText(words).first().waitFor();
/** Takes in files, of which some make trouble, to the end. */
const takenIn = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Take in files…' }).first().click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Case' }).click();
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Take in', exact: true }).click();
  await page.getByRole('heading', { name: 'What was taken in' }).waitFor({ timeout: 30_000 });
};
/** The row of the exhibit that came has the same dialog in its menu. */
const savedFromRow = async (page: Page): Promise<void> => {
  await page.locator('[role=row][data-record]').first().focus();
  await page.keyboard.press('End');
  await page.locator('[data-record="EX-037"]').click({ button: 'right', position: { x: 60, y: 8 } });
  await page.getByRole('menuitem', { name: 'Save a copy…' }).click();
  await page.getByRole('dialog', { name: 'Save a copy of EX-037' }).waitFor();
  await page.keyboard.press('Escape');
};
const onPage =
  (address: string) =>
  async (page: Page): Promise<void> =>
    toAddress(page, address);
const both =
  (...steps: readonly ((page: Page) => Promise<void>)[]) =>
  async (page: Page): Promise<void> => {
    for (const step of steps) await step(page);
  };

interface Opened {
  readonly name: string;
  readonly address: string;
  readonly openIt: (page: Page) => Promise<void>;
  readonly behind?: true;
}
const dialogs: readonly Opened[] = [
  { name: 'change the state of many', address: '#/list/remediation_step', openIt: both(chosen, pressed('Change state…')) },
  { name: 'set who has many', address: '#/docket', openIt: both(chosen, pressed('Set who has it…')) },
  { name: 'change fields of many', address: '#/list/remediation_step', openIt: both(chosen, pressed('Change…')) },
  { name: 'remove many', address: '#/list/remediation_step', openIt: both(chosen, pressed('Remove…')) },
  { name: 'asked again', address: '#/requests', openIt: both(chosen, pressed('Asked again…')) },
  { name: 'go on from an older state', address: '#/settings', openIt: pressed('Go on from this state…'), behind: true },
  { name: 'why a state is changed', address: '#/record/STEP-013', openIt: fromMenu('Deferred') },
  { name: 'why a record is removed', address: '#/record/NOTE-001', openIt: fromMenu('Remove…') },
  { name: 'sequester', address: '#/record/NOTE-001', openIt: fromMenu('Sequester…') },
  { name: 'erase', address: '#/record/NOTE-001', openIt: fromMenu('Erase…') },
  { name: 'why a date', address: '#/docket', openIt: pressed(/^Why this date/) },
  { name: 'export a list', address: '#/list/order', openIt: pressed('Export…') },
  { name: 'another time', address: '#/docket', openIt: pressed('As of now') },
  { name: 'a filter', address: '#/docket', openIt: pressed('Filter by field') },
  { name: 'take in files', address: '#/evidence', openIt: pressed('Take in files…') },
  { name: 'what was taken in', address: '#/evidence', openIt: takenIn },
  { name: 'save a copy', address: '#/evidence', openIt: both(takenIn, pressed('Close'), savedFromRow, onPage('#/record/EX-037'), pressed('Save a copy…')) },
  { name: 'read again', address: '#/evidence', openIt: pressed('Read again…') },
  { name: 'what was read again', address: '#/evidence', openIt: both(pressed('Read again…'), pressed('Read 2 files again'), shown('EX-001')) },
  { name: 'add a person', address: '#/settings', openIt: pressed('Add a person…') },
  { name: 'rename a person', address: '#/settings', openIt: ofPerson('Rename…') },
  { name: 'remove a person', address: '#/settings', openIt: ofPerson('Remove…') },
  { name: 'take away what is about persons', address: '#/settings', openIt: both(grantedOnce, ofPerson('Take away what is about persons…')) },
  { name: 'change the passphrase', address: '#/settings', openIt: pressed('Change your passphrase…') },
  { name: 'type the words back', address: '#/settings', openIt: pressed('Type the words back…') },
  { name: 'recovery drill', address: '#/settings', openIt: pressed('Recovery drill…') },
  { name: 'print the sheet', address: '#/settings', openIt: pressed('Make the sheet as PDF…') },
  { name: 'make a new recovery key', address: '#/settings', openIt: pressed('Make a new recovery key…') },
  { name: 'a backup that was destroyed', address: '#/settings', openIt: pressed(/^Say that .* was destroyed$/) },
  { name: 'notices of third parties', address: '#/settings', openIt: pressed('Notices of third parties') },
];

describe('dialogs while they are open', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));

  describe.each([false, true])('in a vault that is behind: %s', (behind) => {
    let window: FakeWindow;
    beforeAll(async () => {
      if (noWindow !== null) return;
      window = await openStill(1280, 800, { behind, appearance: 'system' });
      window.vault.records.troubledFiles = true;
      window.vault.records.intakePace = 5;
    });
    afterAll(() => window?.close());

    const here = dialogs.filter((one) => (one.behind ?? false) === behind).map((one, at) => ({ ...one, scheme: at % 2 === 0 ? ('light' as const) : ('dark' as const) }));
    test.each(here)('$name: no fault of accessibility in light and in dark, and the focus goes back', async ({ name, address, openIt, scheme }) => {
      const { page } = window;
      await showIn(page, scheme);
      await goTo(window, address);
      await openIt(page);
      const dialog = page.getByRole('dialog').first();
      await dialog.waitFor();
      await expect.poll(() => dialog.evaluate((one) => one.contains(document.activeElement)), { message: 'the focus is in the dialog' }).toBe(true);
      await window.rest();
      expect(await dialog.evaluate((one) => one.contains(document.activeElement)), 'and stays there').toBe(true);
      // Only the dialog: what lies behind it is asked of page by page, in light and dark; once both together.
      const looked = name === dialogs[0]?.name ? {} : { within: '[role=dialog]' };
      expect(long ? await faultsInBoth(page, scheme, looked) : await faults(page, looked)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.matches('button, a, [role=row]') ?? false), { message: 'the focus is back on what opened it' })
        .toBe(true);
    });
  });
});

/** Presses keys one behind the other, none of them waiting for what the one before it does: as somebody types who knows the window. */
async function atOnce(page: Page, keys: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const sent = keys.flatMap((key) => {
    const about =
      key === 'Enter'
        ? { key, code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' }
        : { key, code: `Key${key.toUpperCase()}`, windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0), text: key };
    return [session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...about }), session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...about })];
  });
  await Promise.all(sent);
  await session.detach();
}
/** Puts the focus on a button without pressing it. */
const on =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name }).first().focus();
  };
/** Opens the menu of a record by the keys and goes to one of its acts. */
const onInMenu =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Change state', exact: true }).click();
    const item = page.getByRole('menuitem', { name, exact: true });
    await item.waitFor();
    await item.focus();
  };
/** Sequesters the record that is shown. */
const sequestered = async (page: Page): Promise<void> => {
  await fromMenu('Sequester…')(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Authority' }).click();
  await page.getByRole('option').first().click();
  await dialog.getByLabel('Which notice or order').fill('Letter of 3 January');
  await dialog.getByLabel('Why').fill('Sent by mistake.');
  await dialog.getByRole('button', { name: 'Sequester', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
};
const typedInto: readonly { readonly name: string; readonly address: string; readonly toOpener: (page: Page) => Promise<void> }[] = [
  { name: 'change the state of many', address: '#/list/remediation_step', toOpener: both(chosen, on('Change state…')) },
  { name: 'set who has many', address: '#/docket', toOpener: both(chosen, on('Set who has it…')) },
  { name: 'change fields of many', address: '#/list/remediation_step', toOpener: both(chosen, on('Change…')) },
  { name: 'remove many', address: '#/list/remediation_step', toOpener: both(chosen, on('Remove…')) },
  { name: 'asked again', address: '#/requests', toOpener: both(chosen, on('Asked again…')) },
  { name: 'filter by field', address: '#/list/order', toOpener: on('Filter by field') },
  { name: 'why a state is changed', address: '#/record/STEP-013', toOpener: onInMenu('Deferred') },
  { name: 'why a record is removed', address: '#/record/NOTE-001', toOpener: onInMenu('Remove…') },
  { name: 'sequester, whose preview comes later', address: '#/record/NOTE-001', toOpener: onInMenu('Sequester…') },
  { name: 'erase, whose preview comes later', address: '#/record/NOTE-001', toOpener: onInMenu('Erase…') },
  { name: 'lift a sequestration, whose preview comes later', address: '#/record/NOTE-002', toOpener: both(sequestered, on('Lift the sequestration…')) },
  { name: 'another time', address: '#/docket', toOpener: on('As of now') },
  { name: 'a person more', address: '#/settings', toOpener: on('Add a person…') },
];

describe('a dialog opened by a key', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow;
  beforeAll(async () => {
    if (noWindow !== null) return;
    window = await openAt();
    await window.page.setViewportSize({ width: 1280, height: 800 });
  });
  afterAll(() => window?.close());

  test.each(typedInto)('$name: takes the very next letters, and gives the focus back', async ({ address, toOpener }) => {
    const { page } = window;
    await goTo(window, address);
    await toOpener(page);
    const opener = await page.evaluateHandle(() => document.activeElement);
    await atOnce(page, ['Enter', 'g', 'o', 'a', 'l']);
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value)).toBe('goal');
    const dialog = page.getByRole('dialog');
    expect(await dialog.evaluate((one) => one.contains(document.activeElement))).toBe(true);
    expect(await page.evaluate(() => location.hash), 'the page behind heard none of them').toBe(address);
    // By Tab one stays inside, forwards and backwards.
    for (const key of ['Tab', 'Shift+Tab'])
      for (let i = 0; i < (long ? 12 : 5); i++) {
        await page.keyboard.press(key);
        expect(await page.evaluate(() => document.activeElement?.closest('#floats') !== null)).toBe(true);
      }
    await page.keyboard.press('Escape');
    if (await dialog.isVisible()) await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const back = () => page.evaluate((one) => (one?.isConnected === true ? document.activeElement === one : document.activeElement?.matches('button, a, [role=row]')), opener);
    await expect.poll(back, { message: 'the focus is back on what opened it' }).toBe(true);
  });

  const placesOf = (page: Page) => page.evaluate(() => [document.activeElement?.closest('[role=menu], [role=dialog]') != null, location.hash] as const);
  const stateOf = (number: string) => window.vault.records.get(number).state;
  const menus: readonly { readonly name: string; readonly address: string; readonly toOpener: (page: Page) => Promise<void> }[] = [
    { name: 'the acts of a record', address: '#/record/STEP-013', toOpener: on('Change state') },
    { name: 'which case', address: '#/docket', toOpener: on('All cases') },
    { name: 'what is new', address: '#/docket', toOpener: on('New') },
    { name: 'view and columns', address: '#/list/order', toOpener: on('View') },
    { name: 'the acts of a person', address: '#/settings', toOpener: on(/^Change (?!your)[A-Z]/) },
    { name: 'export by kind', address: '#/docket', toOpener: both(chosen, on('Export…')) },
  ];

  test.each(menus)('the menu of $name: has the very next keys, which the page behind does not hear, and gives the focus back', async ({ address, toOpener }) => {
    const { page } = window;
    await goTo(window, address);
    await toOpener(page);
    const opener = await page.evaluateHandle(() => document.activeElement);
    await atOnce(page, ['Enter', 'g', 'o', 'w']);
    expect(await placesOf(page)).toEqual([true, address]);
    expect(stateOf('STEP-013')).toBe('in_progress');
    await window.rest();
    expect(await placesOf(page)).toEqual([true, address]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate((one) => document.activeElement === one, opener), { message: 'the focus is back on what opened it' }).toBe(true);
  });

  test('letters and arrows that follow at once choose in the menu', async () => {
    const { page } = window;
    await goTo(window, '#/record/STEP-013');
    await on('Change state')(page);
    await atOnce(page, ['Enter', 's', 'e', 'q']);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Sequester…');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent), 'Tab leaves no menu that stays open').toBe('Sequester…');
    await page.keyboard.press('Escape');
  });

  test('a field that comes after its dialog has the focus, unless somebody has moved it; what goes leaves it in the dialog', async () => {
    const { page } = window;
    await goTo(window, '#/docket');
    const standing = (tabs: boolean) =>
      page.evaluate(async (moved) => {
        const turn = () => new Promise((resolve) => setTimeout(resolve));
        const dialog = document.createElement('div');
        dialog.setAttribute('role', 'dialog');
        dialog.innerHTML = '<button>First</button><button>Second</button>';
        document.getElementById('floats')?.append(dialog);
        await turn();
        const at = [document.activeElement?.textContent];
        if (moved) dialog.querySelector<HTMLElement>('button:nth-of-type(2)')?.focus();
        dialog.insertAdjacentHTML('beforeend', '<input data-autofocus value="Field">');
        await turn();
        at.push(document.activeElement?.textContent || (document.activeElement as HTMLInputElement).value);
        document.activeElement?.remove();
        await turn();
        at.push(document.activeElement?.textContent || (document.activeElement as HTMLInputElement).value);
        dialog.remove();
        await turn();
        return at;
      }, tabs);
    expect(await standing(false)).toEqual(['First', 'Field', 'First']);
    expect(await standing(true)).toEqual(['First', 'Second', 'Field']);
  });

  test('where the preview takes the fields away, the focus is on what leaves everything as it is', async () => {
    const { page } = window;
    await goTo(window, '#/record/EX-001');
    await fromMenu('Erase…')(page);
    await page.getByText('HOLD-001 holds it').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Leave it as it is');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});
