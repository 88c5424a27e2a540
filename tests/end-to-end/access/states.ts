import type { Page } from 'playwright-core';
import type { Failure } from '../../../shared/failure/failure.ts';
import type { FakeSetting } from '../../fakes/fake-vault.ts';
import type { FakeWindow } from '../../fakes/fake-window.ts';
import { toAddress } from '../to-address.ts';

/** What stands on a page only after somebody did something there: what is open, chosen, running, refused or empty. */
export interface State {
  readonly name: string;
  /** None before unlocking. */
  readonly address: string | null;
  readonly setting?: Partial<FakeSetting>;
  readonly act: (page: Page, window: FakeWindow) => Promise<unknown>;
  /** It leaves nothing that Esc and another page do not take away: the next state is come to in the same window. */
  readonly passes?: true;
}

const at = (name: string, address: string, act: State['act'], setting?: Partial<FakeSetting>): State => ({ name, address, act, ...(setting && { setting }) });
const passing = (states: readonly State[]): readonly State[] => states.map((one) => ({ ...one, passes: true }));
const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
    .first()
    .click();
const keys = async (page: Page, ...all: readonly string[]): Promise<void> => {
  for (const one of all) await page.keyboard.press(one);
};
const onRow = async (page: Page, ...all: readonly string[]): Promise<void> => {
  await page.locator('[role=row][data-record]').first().focus();
  await keys(page, ...all);
};
const text = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

const refused = (name: string, failure: Failure): State => ({
  name: `unlock: ${name}`,
  address: null,
  setting: { open: false },
  async act(page, { vault }) {
    vault.tamper = (message) => (message.t === 'answer' && !message.answer.ok ? { ...message, answer: { ok: false, failure } } : message);
    await page.fill('input[type=password]', 'x');
    await page.keyboard.press('Enter');
    // A passphrase that is wrong is said beside its field.
    await page.locator('[role=alert], [aria-invalid=true]').first().waitFor();
  },
});
const door = (name: string, act: State['act'], setting: Partial<FakeSetting> = {}): State => ({
  name: `unlock: ${name}`,
  address: null,
  setting: { open: false, ...setting },
  act,
});

const file = 'Model restrictions.cordon';
const unlocking: readonly State[] = [
  door('as it opens', () => Promise.resolve()),
  door('no vault yet', () => Promise.resolve(), { samples: false }),
  refused('wrong passphrase', { code: 'wrong-passphrase' }),
  refused('newer', { code: 'vault-newer', file, format: 3, known: 1 }),
  refused('damaged', { code: 'vault-damaged', file, part: 'both copies of the key slots' }),
  refused('open elsewhere', { code: 'vault-open-elsewhere', file }),
  refused('folder not safe', { code: 'folder-not-safe', file, why: 'the write-ahead log does not hold there' }),
  refused('rolled back', { code: 'vault-read-only', reason: 'behind-anchor' }),
  refused('slot limits', { code: 'slot-limits', file, memoryMiB: 4096, passes: 60 }),
  door('menu of a vault', async (page) => {
    await press(page, /^More for Model restrictions/);
    await page.getByRole('menu').waitFor();
  }),
  door('passphrase shown', async (page) => {
    await page.fill('input[type=password]', 'correct horse');
    await page.getByRole('button', { name: /^Show/ }).first().click();
  }),
  door('a vault is missing', async (page, { vault }) => {
    vault.recent.lose('sample', '~/Documents/Cordon/Model restrictions.cordon');
    await page.reload();
    await text(page, /^Not found at/);
  }),
  door('new vault, passphrase measured', async (page) => {
    await page.getByText('New vault…').first().click();
    await page.getByLabel('Name of the vault').fill('Restrictions');
    await page.locator('input[type=password]').nth(0).fill('harbor velvet tundra');
    await press(page, 'Make the vault');
  }),
  door('recovery key and typing back', async (page) => {
    await page.getByText('New vault…').first().click();
    await page.getByLabel('Name of the vault').fill('Restrictions');
    await page.getByLabel('Your name').fill('A. Counsel');
    for (const n of [0, 1]) await page.locator('input[type=password]').nth(n).fill('harbor velvet tundra quarry');
    await press(page, 'Make the vault');
    await page.getByRole('heading', { name: 'Recovery key' }).waitFor();
    await press(page, 'I have them on paper');
    await page
      .getByLabel(/^Word \d+$/)
      .first()
      .fill('wrong');
    await press(page, 'Open the vault');
    await text(page, 'This is not the word at that place');
  }),
  door('restore', (page) =>
    page
      .getByRole('button', { name: /estore/ })
      .first()
      .click(),
  ),
  door('sample', (page) => press(page, /^Sample case/)),
];

const tour: readonly State[] = passing(
  [1, 2, 3, 4, 5].map((stop) =>
    at(`tour, stop ${stop}`, '#/help', async (page) => {
      await press(page, 'Take the tour');
      await page.getByRole('dialog').waitFor();
      for (let n = 1; n < stop; n++) await page.keyboard.press('ArrowRight');
      await text(page, `${stop} of 5`);
    }),
  ),
);

const open: readonly State[] = [
  ...passing([
    at('menu of new records', '#/docket', (page) => press(page, 'New')),
    at('menu of views', '#/list/order', (page) => press(page, 'View')),
    at('menu of states', '#/record/STEP-013', (page) => press(page, 'Change state')),
    at('menu of a row', '#/list/order', (page) => onRow(page, 'Shift+F10')),
    at('filter of a field', '#/docket', (page) => press(page, 'Filter by field')),
    at('list of a field', '#/new/order', (page) => page.getByRole('combobox', { name: 'Instrument', exact: true }).click()),
    at('search window', '#/docket', async (page) => {
      await keys(page, 'Control+k');
      await page.keyboard.type('heron');
      await page.getByRole('option').first().waitFor();
    }),
    at('search window with nothing found', '#/docket', async (page) => {
      await keys(page, 'Control+k');
      await page.keyboard.type('qqqqxx');
    }),
    at('sheet of keys', '#/docket', (page) => keys(page, 'Control+/')),
    at('help over the page', '#/docket', (page) => keys(page, 'F1')),
  ]),
  at('date read', '#/new/deadline', async (page) => {
    await page.getByRole('textbox').nth(1).fill('3/4/2027');
    await page.keyboard.press('Tab');
  }),
  at('beside the list', '#/list/order', (page) => onRow(page, 'Control+Enter')),
  at('drop veil', '#/docket', async (page) => {
    const dropped = await page.evaluateHandle(() => {
      const files = new DataTransfer();
      files.items.add(new File(['x'], 'served letter.txt', { type: 'text/plain' }));
      return files;
    });
    await page.locator('main').dispatchEvent('dragenter', { dataTransfer: dropped });
    await page.locator('main').dispatchEvent('dragover', { dataTransfer: dropped });
  }),
];

const chosen: readonly State[] = [
  ...passing([
    at('rows chosen', '#/list/remediation_step', (page) => onRow(page, 'Space', 'Shift+ArrowDown')),
    at('rows chosen on the docket', '#/docket', (page) => onRow(page, 'Space', 'Shift+ArrowDown')),
    at('form refused', '#/new/order', async (page) => {
      await keys(page, 'Control+Enter');
    }),
  ]),
  at('note of undo', '#/list/note', async (page) => {
    await onRow(page, 'Delete');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Why' }).fill('written twice');
    await keys(page, 'Control+Enter');
    await page.getByRole('button', { name: /^Undo/ }).first().waitFor();
  }),
  at('past day', '#/docket', async (page) => {
    await press(page, 'As of now');
    await page.getByLabel('On which day').fill('23 November 2026');
    await page.getByText(/23.Nov.2026, 23:59/).waitFor();
    await press(page, 'Show');
    await text(page, /^As known on/);
  }),
  at('behind', '#/docket', () => Promise.resolve(), { behind: true }),
  at('setting of pages runs', '#/press/status-report/MODEL-003', async (page, { vault }) => {
    vault.pagesStand = true;
    await keys(page, 'Control+Enter');
    await page.getByRole('progressbar').first().waitFor({ timeout: 5000 });
  }),
  at('pages are set', '#/press/status-report/MODEL-003', async (page) => {
    await keys(page, 'Control+Enter');
    await text(page, /Saved as /);
  }),
  at('files taken in', '#/evidence', async (page) => {
    await press(page, 'Take in files…');
    await page.getByRole('dialog').getByRole('combobox', { name: 'Case' }).click();
    await page.getByRole('option').first().click();
    await press(page, 'Take in');
    await page.getByRole('heading', { name: 'What was taken in' }).waitFor({ timeout: 30_000 });
  }),
];

const looks: readonly State[] = passing([
  ...['Week', 'Month', 'Agenda', 'Year'].map((look) => at(`deadlines: ${look}`, '#/list/deadline', (page) => page.getByText(look, { exact: true }).first().click())),
  ...['List', 'Graph'].map((look) => at(`plan: ${look}`, '#/record/PLAN-002', (page) => page.getByText(look, { exact: true }).first().click())),
  at('ties around a record', '#/analysis/ties', (page) => page.getByText('Around a record', { exact: true }).click()),
  at('rows behind a bar', '#/analysis/progress', (page) =>
    page
      .getByRole('button', { name: /Show what is behind it$/ })
      .first()
      .click(),
  ),
  ...['workload', 'progress'].map((name) =>
    at(`${name} as a table`, name === 'workload' ? '#/analysis/work' : '#/analysis/progress', async (page) => {
      for (const one of await page.getByText('Table', { exact: true }).all()) await one.click();
    }),
  ),
  at('search', '#/search?text=export', (page) => text(page, /export/i)),
  at('search with nothing found', '#/search?text=qqqqxx', () => Promise.resolve()),
]);

const empty: readonly State[] = passing(
  [
    ['docket', '#/docket'],
    ['orders', '#/list/order'],
    ['deadlines', '#/list/deadline'],
    ['requests', '#/requests'],
    ['evidence', '#/evidence'],
    ['filings', '#/filings'],
    ['chronology', '#/list/chronology_event'],
    ['workload', '#/analysis/work'],
    ['progress', '#/analysis/progress'],
    ['ties', '#/analysis/ties'],
    ['whom orders reach', '#/reach'],
    ['access', '#/access'],
    ['history', '#/history'],
    ['unfinished', '#/unfinished'],
    ['moved', '#/moved'],
  ].map(([name = '', address = '']) => at(`empty: ${name}`, address, () => Promise.resolve(), { samples: false })),
);

/** Every state that axe is shown beside the pages as they open; the dialogs have a list of their own in `window-dialogs.test.ts`. */
export const states: readonly State[] = [...unlocking, ...tour, ...open, ...chosen, ...looks, ...empty];

/** Brings a window that was opened with the state's setting to it. */
export async function toState(window: FakeWindow, { address, act }: State): Promise<void> {
  await window.page.waitForSelector('h1');
  if (address !== null) {
    await toAddress(window.page, address);
    await window.rest();
    await window.page.waitForSelector('main h1');
  }
  await act(window.page, window);
  await window.rest();
}
