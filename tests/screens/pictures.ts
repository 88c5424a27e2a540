import type { Page } from 'playwright-core';
import type { Failure } from '../../shared/failure/failure.ts';
import { toAddress } from '../end-to-end/to-address.ts';
import type { FakeSetting } from '../fakes/fake-vault.ts';

/** A picture of the window: where it is taken, in which vault, and what is done there before. */
export interface Picture {
  readonly name: string;
  /** Where it is taken; none for the door. */
  readonly address: string | null;
  /** What is done once, before it is taken in either scheme. */
  readonly first?: (page: Page) => Promise<void>;
  /** What is done there each time before it is taken. */
  readonly then?: (page: Page) => Promise<void>;
  /** In the vault of 10,000 open deadlines instead of the sample. */
  readonly large?: true;
  /** In a vault with nothing in it. */
  readonly empty?: true;
  /** What else is so of the vault. */
  readonly setting?: Partial<FakeSetting>;
  /** Why the vault cannot be opened. */
  readonly notOpened?: Failure;
  /** With the colors of a system of high contrast; in one scheme only, which is the system's. */
  readonly contrast?: true;
  /** As at 200 % zoom on the smallest window. */
  readonly zoomed?: true;
  /** Taken only when it is asked for by name: looked at, and not kept among the others. */
  readonly seldom?: true;
}
const at = (name: string, address: string, then?: Picture['then']): Picture => ({ name, address, ...(then && { then }) });
/** The same page in the sample and in the large vault. */
const both = (name: string, address: string, then?: Picture['then']): readonly Picture[] => [at(name, address, then), { ...at(`${name}-large`, address, then), large: true }];

const text =
  (words: string) =>
  (page: Page): Promise<void> =>
    page.getByText(words, { exact: true }).first().click();
const button =
  (name: string | RegExp) =>
  (page: Page): Promise<void> =>
    page.getByRole('button', { name, exact: true }).first().click();
/** Opens the first line of a list's grid by what `press` does to it, once it has the focus. */
const firstRow = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  await page.getByRole('grid').getByRole('row').nth(1).focus();
  for (const key of keys) await page.keyboard.press(key);
};
/** The case of which most is recorded. */
const ofCorvane = async (page: Page): Promise<void> => {
  await page.getByRole('combobox', { name: 'Which case' }).click();
  await page.getByRole('option', { name: /Corvane/ }).click();
  // What is looked at is the page, not where the pointer and the focus were left.
  await page.mouse.move(640, 790);
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
};

/** Tries to open the vault of the list, and waits for what is said then. */
const unlocked =
  (typed: string) =>
  async (page: Page): Promise<void> => {
    await page.getByLabel('Passphrase', { exact: true }).fill(typed);
    await page.keyboard.press('Enter');
    await page
      .getByText(/Nothing was changed|does not open the vault/)
      .first()
      .waitFor();
  };
const file = 'Model restrictions.cordon';
const notOpened: readonly (readonly [name: string, why: Failure])[] = [
  ['wrong-passphrase', { code: 'wrong-passphrase' }],
  ['newer-format', { code: 'vault-newer', file, format: 3, known: 1 }],
  ['damaged', { code: 'vault-damaged', file, part: 'both copies of the key slots' }],
  ['open-elsewhere', { code: 'vault-open-elsewhere', file }],
  ['folder-not-safe', { code: 'folder-not-safe', file, why: 'It is on a network drive that does not say when a file is written' }],
];
/** The whole window as it was known on a day before. */
const onAPastDay = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'As of now' }).click();
  await page.getByLabel('On which day').fill('23 November 2026');
  await page.getByText(/23.Nov.2026, 23:59/).waitFor();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByText(/^As known on/).waitFor();
};
/** Goes on in the tour until its note `of` five. */
const stop =
  (of: number) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Take the tour' }).first().click();
    await page.getByRole('dialog').waitFor();
    for (let at = 1; at < of; at++) await page.keyboard.press('ArrowRight');
    await page.getByText(`${of} of 5`).waitFor();
  };

/** Opens a dialog from the menu of a record. */
const fromMenu =
  (act: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Change state', exact: true }).click();
    await page.getByRole('menuitem', { name: act, exact: true }).click();
    await page.getByRole('dialog').getByText('Why', { exact: true }).waitFor();
  };

const beginning: readonly Picture[] = [
  { name: 'unlock', address: null },
  { name: 'new-vault', address: null, then: (page) => page.getByRole('button', { name: 'New vault…' }).first().click() },
  {
    name: 'unlock-menu',
    address: null,
    then: (page) =>
      page
        .getByRole('button', { name: /^More for / })
        .first()
        .click(),
  },
  { name: 'unlock-recovery', address: null, then: button('Use the recovery key') },
  ...notOpened.map(([name, why]): Picture => ({ name: `unlock-${name}`, address: null, notOpened: why, then: unlocked('correct horse') })),
  { ...at('unlock-rolled-back', '#/docket'), setting: { behind: true } },
  ...[1, 2, 3, 4, 5].map((of): Picture => ({ ...at(`tour-${of}`, '#/docket', stop(of)), setting: { sample: true } })),
  { ...at('sample', '#/docket'), setting: { sample: true } },
  { ...at('first-docket', '#/docket'), empty: true },
];

const everyDay: readonly Picture[] = [
  ...both('docket', '#/docket'),
  at('why-this-date', '#/docket', async (page) => {
    // Chosen as a person does: by a press on its words, which makes it the line that the key is about.
    await page.getByRole('row').filter({ hasText: 'DL-012' }).getByText('Answer to the charging letter').click();
    await page.mouse.move(640, 790);
    await page.keyboard.press('a');
    await page.getByRole('dialog').waitFor();
  }),
  at('new-menu', '#/docket', button('New')),
  at('row-menu', '#/list/order', (page) => firstRow(page, 'Shift+F10')),
  at('beside', '#/list/order', (page) => firstRow(page, 'Control+Enter')),
  at('chosen', '#/list/remediation_step', (page) => firstRow(page, 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown')),
  at('print', '#/list/order', (page) => page.keyboard.press('Control+p')),
  at('remove', '#/record/NOTE-001', fromMenu('Remove…')),
  at('erase', '#/record/NOTE-001', fromMenu('Erase…')),
  at('models', '#/list/restricted_model'),
  at('model', '#/record/MODEL-003'),
  at('model-findings', '#/record/MODEL-003/findings'),
  at('model-timeline', '#/record/MODEL-003/timeline'),
  at('orders', '#/list/order'),
  at('order', '#/record/ORD-006'),
  at('order-amended', '#/record/ORD-006/others'),
  at('order-reported', '#/record/ORD-002'),
  ...both('deadlines', '#/list/deadline'),
  ...both('deadlines-month', '#/list/deadline', text('Month')),
  at('deadlines-week', '#/list/deadline', text('Week')),
  ...both('deadlines-agenda', '#/list/deadline', text('Agenda')),
  ...both('year', '#/list/deadline', text('Year')),
  at('deadline', '#/record/DL-012'),
  at('moved', '#/moved'),
  at('requests', '#/requests'),
  at('request', '#/record/REQ-004'),
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
  at('custody', '#/record/EX-008/custody'),
  at('remediation', '#/record/PLAN-002'),
  at('plan-graph', '#/record/PLAN-002', text('Graph')),
  at('chronology', '#/list/chronology_event', async (page) => {
    await ofCorvane(page);
    await page.getByRole('group', { name: /axis of time/ }).waitFor();
  }),
  at('issue', '#/record/AST-001'),
  at('parties', '#/list/party'),
  at('party', '#/record/PTY-001'),
  at('filings', '#/filings'),
  at('filing', '#/record/FIL-001'),
  at('make-a-pdf', '#/press/status-report/MODEL-003'),
  ...both('history', '#/history'),
  {
    ...at('earlier-version', '#/record/STEP-010/history', async (page) => {
      await page
        .getByRole('button', { name: /^Restore what STEP-010 said/ })
        .last()
        .click();
      await page.getByRole('dialog').waitFor();
    }),
    first: async (page) => {
      await toAddress(page, '#/edit/STEP-010');
      await page.getByLabel('Title', { exact: true }).fill('Output filter revised in version 2.3');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('heading', { name: /version 2\.3/ }).waitFor();
    },
  },
  at('form', '#/new/order'),
];
const analysis: readonly Picture[] = [
  at('reach', '#/record/ORD-006/reach'),
  at('whom-orders-reach', '#/reach'),
  at('who-has-access', '#/access'),
  at('scope-against-evidence', '#/analysis/scope'),
  at('statements', '#/analysis/said', ofCorvane),
  at('who-knew', '#/analysis/knew', ofCorvane),
  at('disputed-by-party', '#/analysis/disputed', ofCorvane),
  at('duties', '#/analysis/duties', ofCorvane),
  at('options', '#/analysis/options', ofCorvane),
  at('harm', '#/analysis/harm', ofCorvane),
  at('interests', '#/analysis/interests', ofCorvane),
  at('intake-sheet', '#/analysis/intake'),
  at('ties', '#/analysis/ties', ofCorvane),
  at('around', '#/analysis/ties', async (page) => {
    await ofCorvane(page);
    await text('Around a record')(page);
    await text('2 ties')(page);
    await page.getByRole('heading', { name: /records? within 2 ties of/ }).waitFor();
  }),
  at('workload', '#/analysis/work', ofCorvane),
  // The many deadlines are of the first case.
  { ...at('workload-large', '#/analysis/work'), large: true },
  at('progress', '#/analysis/progress', ofCorvane),
  at('rows-behind', '#/analysis/progress', async (page) => {
    await ofCorvane(page);
    await page
      .getByRole('button', { name: /^(Planned|In progress|Blocked|Proposed).*: \d+\. Show what is behind it$/ })
      .first()
      .click();
    await page.getByRole('region', { name: /^Behind “/ }).waitFor();
  }),
];

const finding: readonly Picture[] = [
  ...both('search', '#/search?text=export'),
  at('search-how', '#/search'),
  {
    ...at('searches-kept', '#/search', async (page) => {
      await button('All orders')(page);
      await page.getByRole('region', { name: 'Results' }).getByRole('listitem').first().waitFor();
    }),
    first: async (page) => {
      await toAddress(page, '#/search');
      await page.getByRole('textbox', { name: 'Search the vault' }).fill('kind:order');
      await page.getByRole('region', { name: 'Results' }).getByRole('listitem').first().waitFor();
      await button('Save this search')(page);
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('All orders');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'All orders', exact: true }).waitFor();
    },
  },
  ...both('palette', '#/docket', async (page) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('heron');
    await page.getByRole('option').filter({ hasText: 'MODEL-003' }).first().waitFor();
  }),
  at('keys', '#/docket', (page) => page.keyboard.press('Control+/')),
  at('as-known', '#/docket', onAPastDay),
];

const program: readonly Picture[] = [
  {
    ...at('removed', '#/removed'),
    first: async (page) => {
      await toAddress(page, '#/list/note');
      await firstRow(page, 'Space', 'Shift+ArrowDown');
      await page.getByRole('button', { name: 'Remove…' }).click();
      await page.getByRole('dialog').getByLabel('Why').fill('entered twice');
      await page.getByRole('button', { name: 'Remove 2 records', exact: true }).click();
      await page.getByText('2 records removed.').waitFor();
    },
  },
  {
    ...at('unfinished', '#/unfinished', (page) =>
      page
        .getByRole('button', { name: /^Go on/ })
        .first()
        .waitFor(),
    ),
    first: async (page) => {
      await toAddress(page, '#/new/order');
      await page.getByLabel('Title', { exact: true }).fill('Second letter on access to Heron 2');
      await page
        .getByText(/sealed in the vault at/i)
        .first()
        .waitFor();
      await toAddress(page, '#/list/note');
      await firstRow(page, 'Space');
      await page.getByRole('button', { name: 'Remove…' }).click();
      await page.getByRole('dialog').getByLabel('Why').fill('The same call is in COM-003');
      await page.waitForTimeout(1500);
      await page.keyboard.press('Escape');
    },
  },
  at('help', '#/help/deadline'),
  at('help-words', '#/help/glossary'),
  at('network', '#/network'),
  at('diagnostics', '#/diagnostics'),
  at('settings', '#/settings'),
];

/** Pages that are looked at in the colors of the system, on a past day, at 200 % zoom. */
const often: readonly (readonly [name: string, address: string])[] = [
  ['docket', '#/docket'],
  ['order', '#/record/ORD-006'],
  ['deadlines', '#/list/deadline'],
  ['evidence', '#/evidence'],
  ['requests', '#/requests'],
  ['remediation', '#/record/PLAN-002'],
];
const zoomedToo: readonly (readonly [name: string, address: string])[] = [
  ['model', '#/record/MODEL-003'],
  ['deadline', '#/record/DL-012'],
  ['orders', '#/list/order'],
  ['reach', '#/record/ORD-006/reach'],
  ['form', '#/new/order'],
  ['history', '#/history'],
  ['options', '#/analysis/options'],
  ['make-a-pdf', '#/press/status-report/MODEL-003'],
  ['settings', '#/settings'],
];
const emptyLists: readonly (readonly [name: string, address: string])[] = [
  ...['deadline', 'restricted_model', 'order', 'remediation_plan', 'assertion', 'party', 'chronology_event', 'communication', 'legal_hold', 'decision', 'note'].map(
    (kind): readonly [string, string] => [kind, `#/list/${kind}`],
  ),
  ['requests', '#/requests'],
  ['evidence', '#/evidence'],
  ['filings', '#/filings'],
  ['history', '#/history'],
  ['reach', '#/reach'],
  ['removed', '#/removed'],
  ['unfinished', '#/unfinished'],
  ['analysis', '#/analysis/scope'],
];
const seldom: readonly Picture[] = [
  ...often.slice(0, 4).map(([name, address]): Picture => ({ ...at(name, address), contrast: true })),
  ...often.map(([name, address]): Picture => ({ ...at(`past-${name}`, address, onAPastDay), seldom: true })),
  ...[...often, ...zoomedToo].map(([name, address]): Picture => ({ ...at(`zoomed-${name}`, address), zoomed: true, seldom: true })),
  ...emptyLists.map(([name, address]): Picture => ({ ...at(`empty-${name}`, address), empty: true, seldom: true })),
  {
    ...at('change-many', '#/list/remediation_step', async (page) => {
      await firstRow(page, 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown');
      await button('Change…')(page);
      await page.getByRole('dialog').waitFor();
    }),
    seldom: true,
  },
];

/** All pictures, in the order in which a newcomer meets the pages. */
export const pictures: readonly Picture[] = [...beginning, ...everyDay, ...analysis, ...finding, ...program, ...seldom];
