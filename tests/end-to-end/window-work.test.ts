import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { half } from '../fault/seeded.ts';
import { noWindow, openFakeWindow, type FakeWindow } from '../fakes/fake-window.ts';
import type { FakeSetting } from '../fakes/fake-vault.ts';
import { hasFocus } from './has-focus.ts';
import { toAddress } from './to-address.ts';

describe('at work in the window', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow | undefined;
  const open = async (setting: Partial<FakeSetting> = {}, address?: string): Promise<FakeWindow> => {
    window = await openFakeWindow(setting, address);
    await window.page.waitForSelector('h1');
    return window;
  };
  const goTo = (address: string) => window && toAddress(window.page, address);
  afterEach(() => window?.close());

  test('a wrong passphrase says so beside the field, and the right one opens the docket', async () => {
    const { page } = await open({ open: false });
    await page.fill('input[type=password]', 'correct horse');
    await page.keyboard.press('Enter');
    await page.getByText('This passphrase does not open the vault. Nothing was changed.').waitFor();
    await page.fill('input[type=password]', 'correct horse battery staple');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Docket' }).waitFor();
  });

  test('each failure of opening is told apart, with what to do', async () => {
    const { page } = await open({ open: false });
    await page.getByRole('button', { name: /^Sample case/ }).click();
    await page.fill('input[type=password]', 'x');
    await page.keyboard.press('Enter');
    await page.getByText('was written by a newer Cordon').waitFor();
    await page.getByText('Open another vault…').click();
    await page.getByRole('heading', { name: 'Outside counsel' }).waitFor();
    await page.fill('input[type=password]', 'x');
    await page.keyboard.press('Enter');
    await page.getByText('is damaged: both copies of the key slots').waitFor();
  });

  test('the list of vaults is kept with the keyboard: pinned, found again, taken off and put back; hidden names are nowhere', async () => {
    const { page, vault } = await open({ open: false });
    const { recent } = vault;
    const names = () => page.locator('nav [data-vault] > :first-child').allTextContents();
    await page.getByRole('button', { name: /^Model restrictions/ }).focus();
    await page.keyboard.press('ArrowDown');
    await hasFocus(page.getByRole('button', { name: /^Sample case/ }));
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Pin to the top' }).press('Enter');
    await expect.poll(names).toEqual(['Sample case', 'Model restrictions']);
    await page.getByRole('img', { name: 'Pinned' }).waitFor();

    recent.showsFolders = false;
    await page.getByRole('button', { name: 'More for Model restrictions' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Show in folder' }).click();
    await page.getByText('/home/counsel/Documents/Cordon/Model restrictions.cordon').waitFor();

    recent.lose('sample', '~/Documents/Cordon/Model restrictions.cordon');
    await page.reload();
    await page.getByText('Not found at ~/Documents/Cordon/Model restrictions.cordon').waitFor();
    recent.finds = 'another';
    await page.getByRole('main').getByRole('button', { name: 'Find it…' }).press('Enter');
    await page.getByText('Outside counsel.cordon is another vault.').waitFor();
    recent.finds = 'it';
    await page.getByRole('main').getByRole('button', { name: 'Find it…' }).press('Enter');
    await page.getByLabel('Passphrase', { exact: true }).waitFor();

    await page.getByRole('button', { name: /^Sample case/ }).focus();
    await page.keyboard.press('Delete');
    await page.getByText('Sample case is off the list.').waitFor();
    expect(await names()).toEqual(['Model restrictions']);
    await page.getByRole('button', { name: 'Put it back' }).press('Enter');
    await expect.poll(names).toEqual(['Sample case', 'Model restrictions']);

    recent.hidden = true;
    await page.reload();
    await page.getByRole('heading', { name: 'Vault 2' }).waitFor();
    expect(await names()).toEqual(['Vault 1', 'Vault 2']);
    expect(await page.content()).not.toMatch(/Model restrictions|Sample case/);
  });

  test('the sample is looked at by one press, says on every page that it is one, and is removed by another', async () => {
    const { page } = await open({ open: false });
    await page.getByRole('button', { name: 'Look at the sample case' }).press('Enter');
    await page.getByRole('heading', { name: 'Docket' }).waitFor();
    for (const address of ['#/docket', '#/list/order', '#/settings']) {
      await goTo(address);
      await page.getByRole('region', { name: 'Sample' }).getByText('everything here is invented').waitFor();
      await page.getByTitle('This vault was made as a sample.').waitFor();
    }
    await page.getByRole('button', { name: 'Remove the sample' }).press('Enter');
    await expect.poll(() => window?.vault.recent.sampleRemoved).toBe(true);
    await page.reload();
    await page.getByText('Nothing of it is left on this computer.').waitFor();
    await page.getByRole('button', { name: 'Look at the sample case' }).waitFor();
  });

  test('a new vault is made, its recovery key shown, typed back, and only then entered', async () => {
    const { page } = await open({ open: false, samples: false });
    await page.getByText('New vault…').click();
    await page.getByLabel('Name of the vault').fill('Roe: restrictions');
    // From a keeper of passphrases: pasting is not prevented.
    await page.getByLabel('Your name').fill('harbor velvet tundra quarry');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await page.locator('input[type=password]').nth(0).focus();
    await page.keyboard.press('Control+v');
    expect(await page.locator('input[type=password]').nth(0).inputValue()).toBe('harbor velvet tundra quarry');
    await page.getByLabel('Your name').fill('A. Counsel');
    await page.locator('input[type=password]').nth(1).fill('harbor velvet tundra');
    await page.getByRole('button', { name: 'Make the vault' }).click();
    await page.getByText('The two do not agree.').waitFor();
    await page.getByText('It becomes the name of a folder').waitFor();
    await page.getByLabel('Name of the vault').fill('Restrictions');
    await page.getByRole('navigation', { name: 'Vaults' }).getByRole('button', { name: 'Restore a backup' }).waitFor();
    await page.locator('input[type=password]').nth(1).fill('harbor velvet tundra quarry');
    await page.getByRole('button', { name: 'Make the vault' }).click();
    await page.getByRole('heading', { name: 'Recovery key' }).waitFor();
    // It is shown once: nothing stands beside it that would come in its place.
    expect(await page.getByRole('navigation', { name: 'Vaults' }).getByRole('button').count()).toBe(0);
    const words = await page.locator('main ol li').evaluateAll((lines) => lines.map((line) => (line.textContent ?? '').replace(/^\d+/, '')));
    expect(words).toHaveLength(24);
    await page.getByRole('button', { name: 'I have them on paper' }).click();
    const fields = await page.getByLabel(/^Word \d+$/).all();
    expect(fields).toHaveLength(4);
    await fields[0]?.fill('wrong');
    await page.getByRole('button', { name: 'Open the vault' }).click();
    await page.getByText('This is not the word at that place').first().waitFor();
    for (const field of fields) {
      const label = await page.locator(`label[for="${await field.getAttribute('id')}"]`).textContent();
      await field.fill(words[Number(label?.replace(/\D/g, '')) - 1] ?? '');
    }
    await page.getByRole('button', { name: 'Open the vault' }).click();
    await page.getByText('Nothing is due.').waitFor();
  });

  test('what is typed is sealed within a second and is there again after the window dies', async () => {
    const { page, vault } = await open({}, '#/new/note');
    await page.getByLabel('Title', { exact: true }).fill('Call with the Bureau');
    await expect.poll(() => vault.drafts.size, { timeout: 1500 }).toBe(1);
    await page.getByText(/Draft sealed in the vault at/).waitFor();
    await page.reload();
    await goTo('#/new/note');
    await expect.poll(() => page.getByLabel('Title', { exact: true }).inputValue()).toBe('Call with the Bureau');
    await page.getByText(/What you typed until/).waitFor();
    await page.getByRole('button', { name: 'Discard draft' }).click();
    await expect.poll(() => vault.drafts.size).toBe(0);
  });

  test('what cannot be sealed is said in the form, with what to do, and is sealed without another key once it can be', async () => {
    const { page, vault } = await open({}, '#/new/note');
    await page.getByLabel('Title', { exact: true }).fill('Call with the Bureau');
    await page.getByText(/Draft sealed in the vault at/).waitFor();
    vault.diskFull = true;
    await page.getByLabel('Title', { exact: true }).fill('Call with the Bureau, second part');
    await page.getByText('Not sealed in the vault').first().waitFor();
    await page.getByRole('contentinfo').getByText('Not sealed in the vault').waitFor();
    await page.getByText('what you typed last is in this window only').waitFor();
    await page.getByText('There is no space left to write vault.db.').waitFor();
    await page.getByText('Free some space').waitFor();
    vault.diskFull = false;
    await page.getByText(/Draft sealed in the vault at/).waitFor();
    await page.getByText('There is no space left to write vault.db.').waitFor({ state: 'detached' });
    expect([...vault.drafts.values()][0]?.body).toMatchObject({ values: { title: 'Call with the Bureau, second part' } });
  });

  test('a record is refused in words beside its fields, then recorded, undone and gone from the docket', async () => {
    const { page, vault } = await open({}, '#/new/deadline');
    await page.getByLabel('Date', { exact: true }).fill('31 June');
    await page.getByRole('button', { name: 'Record deadline' }).click();
    await page.getByText('Title is missing.').waitFor();
    await page.getByText(/“31 June”/).waitFor();
    await page.getByLabel('Title', { exact: true }).fill('Answer the Bureau');
    await page.getByRole('combobox', { name: 'Whose' }).click();
    await page.getByRole('option', { name: 'Ours' }).click();
    await page.getByRole('combobox', { name: 'Case' }).click();
    await page.getByRole('option').first().click();
    await page.getByLabel('Date', { exact: true }).fill('30 November 2026');
    await page
      .getByText(/Mon.30.Nov.2026/)
      .first()
      .waitFor();
    const before = vault.records.all().length;
    await page.getByRole('button', { name: 'Record deadline' }).click();
    await page.getByRole('heading', { name: /Answer the Bureau/ }).waitFor();
    expect(vault.records.all().length).toBe(before + 1);
    expect(vault.drafts.size).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect.poll(() => vault.records.all().length).toBe(before);
    await goTo('#/docket');
    await page.getByRole('grid').waitFor();
    expect(await page.getByRole('grid').getByText('Answer the Bureau').count()).toBe(0);
  });

  test('a date saved a moment after it was typed is the one that was typed', async () => {
    const { page, vault } = await open();
    const deadline =
      vault.records.all().find((record) => record.kind === 'deadline' && record.state === 'proposed' && 'date' in record.fields) ??
      vault.records.all().find((record) => record.kind === 'deadline' && record.state === 'proposed');
    await goTo(`#/edit/${deadline?.number}`);
    await page.getByLabel('Date', { exact: true }).fill('7 December 2026');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => vault.records.get(deadline?.number ?? '').fields['date']).toMatchObject({ certainty: 'exact', day: '2026-12-07' });
  });

  test('a change that a guard refuses says what stands in the way, and changes nothing', async () => {
    const { page, vault } = await open({}, '#/record/STEP-013');
    await page.getByRole('button', { name: 'Change state' }).click();
    await page.getByRole('menuitem', { name: 'Implemented' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Change state' }).click();
    await page.getByText('STEP-013 was not changed.').waitFor();
    await page.getByText('No evidence of what was done.').waitFor();
    expect(vault.records.get('STEP-013').state).toBe('in_progress');
    // The way on: what it says is missing is entered in the form.
    await page.getByRole('alert').getByRole('button', { name: 'Edit STEP-013' }).click();
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/edit/STEP-013');
    await page.getByRole('button', { name: /^Save/ }).waitFor();
    expect(await page.getByText('No evidence of what was done.').count()).toBe(1);
  });

  test('two people cannot overwrite each other', async () => {
    const { page, vault } = await open({}, '#/edit/NOTE-001');
    await page.getByLabel('Title', { exact: true }).fill('Mine');
    const note = vault.records.get('NOTE-001');
    vault.records.keep(fixed, null, [{ verb: 'update', record: { ...note, fields: { ...note.fields, title: 'Theirs' } } }]);
    await page.keyboard.press('Control+Enter');
    await page.getByText(/NOTE-001 was changed by .*, after this was opened\. Nothing was saved/).waitFor();
    await page.getByText('Recorded now: Theirs').waitFor();
    expect(vault.records.get('NOTE-001').fields['title']).toBe('Theirs');
  });

  test('the past is framed, counts what it leaves out, and offers no act', async () => {
    const { page, vault } = await open();
    await page.getByRole('button', { name: 'As of now' }).click();
    await page.getByLabel('On which day').fill('23 November 2026');
    await page.getByText(/Mon.23.Nov.2026, 23:59/).waitFor();
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText(/^As known on Mon.23.Nov.2026/).waitFor();
    await page.getByText(/later entries are left out. Nothing can be changed here\./).waitFor();
    // Days are counted from the day that is shown, not from today.
    await page.getByRole('row', { name: /Wed.25.Nov in 2 days Answer the records request/ }).waitFor();
    await goTo('#/record/DL-001');
    await page.getByRole('heading', { name: /DL-001/ }).waitFor();
    expect(await page.getByRole('button', { name: /^(Edit|Change state|New|Record that it is done)$/ }).count()).toBe(0);
    expect(vault.asked.filter((name) => /create|update|move|remove/.test(name))).toEqual([]);
    await goTo('#/record/FIL-006');
    await page.getByText('There is no record FIL-006 here.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: /FIL-006/ }).waitFor();
  });

  test('Ctrl K takes the very next letter, finds records, and gives the focus back; Ctrl L locks and blanks at once', async () => {
    const { page, vault } = await open();
    await page.waitForSelector('[role=row][tabindex="0"]');
    await page.locator('[role=row][tabindex="0"]').focus();
    const line = () => page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-line]')?.dataset['line']);
    const from = await line();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('heron');
    await expect.poll(() => page.getByRole('combobox', { name: 'Search or give a command' }).inputValue()).toBe('heron');
    await page.getByRole('option').filter({ hasText: 'MODEL-003' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(line).toBe(from);
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await page.getByRole('heading', { name: 'Orders' }).waitFor();
    await page.keyboard.press('Control+l');
    await expect.poll(() => vault.locks).toBe(1);
    expect(await page.locator('#root').innerText()).toBe('');
  });

  test('the docket is walked by arrows and opened by Enter; Alt Left comes back', async () => {
    const { page } = await open();
    await page.waitForSelector('[role=row][tabindex="0"]');
    await page.locator('[role=row][tabindex="0"]').focus();
    const line = () => page.evaluate(() => Number(document.activeElement?.closest<HTMLElement>('[data-line]')?.dataset['line']));
    const first = await line();
    await page.keyboard.press('ArrowDown');
    await expect.poll(line).toBe(first + 1);
    await page.keyboard.press('ArrowDown');
    await expect.poll(line).toBe(first + 2);
    const number = await page.evaluate(() => document.activeElement?.querySelector('a')?.textContent);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: new RegExp(number ?? 'nothing') }).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('heading', { name: 'Docket' }).waitFor();
  });

  test('a step moves between columns by the keys, is told of, keeps the focus, and all six columns stand in view at 1280 × 800', async () => {
    const { page, vault } = await open();
    await page.setViewportSize({ width: 1280, height: 800 });
    await goTo('#/record/PLAN-002');
    const card = (state: string) => page.getByRole('listitem', { name: new RegExp(`^STEP-014 .*, ${state}$`) });
    await card('Planned').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByRole('status').filter({ hasText: 'STEP-014 is now “In progress”.' }).waitFor();
    await hasFocus(card('In progress'));
    expect(vault.records.get('STEP-014').state).toBe('in_progress');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^STEP-\d+ .*, In progress$/);
    await page.keyboard.press('Control+z');
    await card('Planned').waitFor();
    const [board, columns] = await page.getByRole('region', { name: 'Steps' }).evaluate((one) => {
      const edge = one.getBoundingClientRect();
      return [edge.right, [...one.querySelectorAll('section')].map((column) => column.getBoundingClientRect().right)] as const;
    });
    // Beyond them only the rare ones, which the board scrolls to.
    expect(columns.length).toBeGreaterThanOrEqual(6);
    for (const right of columns.slice(0, 6)) expect(right).toBeLessThanOrEqual(board + 1);
  });

  test('Tab goes round the whole window from every page and is caught nowhere', async () => {
    const { page } = await open();
    for (const address of half(['#/docket', '#/record/ORD-005', '#/record/PLAN-002', '#/new/note', '#/settings'], false)) {
      await goTo(address);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await window?.rest();
      await page.locator('nav a').first().focus();
      const seen = new Set<string>();
      let footer = false;
      for (let i = 0; i < 220; i++) {
        await page.keyboard.press('Tab');
        const here = await page.evaluate(() => {
          const on = document.activeElement;
          const all = [...document.querySelectorAll('*')];
          return { at: String(on === null || on === document.body ? -1 : all.indexOf(on)), end: on === document.body || on?.closest('footer') !== null };
        });
        footer ||= here.end;
        if (footer || (seen.has(here.at) && here.at !== '-1')) break;
        seen.add(here.at);
      }
      expect(footer, `${address}: ${seen.size} places, and never out of the page`).toBe(true);
    }
  });

  test('a docket of 10,000 lines fills by itself and then rests', async () => {
    const { page } = await open({ more: 10_000 });
    const lines = () => page.evaluate(() => Number(document.querySelector('main [role=grid]')?.getAttribute('aria-rowcount')));
    await expect.poll(lines, { timeout: 15_000 }).toBeGreaterThan(10_000);
    await page.waitForTimeout(1000);
    const frames = await page.evaluate(async () => {
      let tasks = 0;
      const watch = new PerformanceObserver((list) => {
        tasks += list.getEntries().length;
      });
      watch.observe({ type: 'longtask' });
      await new Promise((resolve) => setTimeout(resolve, 1500));
      return tasks;
    });
    expect(frames).toBe(0);
    expect(await page.locator('main [role=row]').count()).toBeLessThan(100);
  });

  test('a change made elsewhere shows without asking for it', async () => {
    const { page, vault, rest } = await open();
    await page.getByText('Notice to Brightwater under its contract').waitFor();
    await rest();
    const deadline = vault.records.get('DL-016');
    const from = vault.records.entries.length;
    vault.records.keep(fixed, null, [{ verb: 'update', record: { ...deadline, fields: { ...deadline.fields, title: 'Renamed elsewhere' } } }]);
    vault.tell('records.changed', { from, to: from + 1, puts: [vault.records.slim(vault.records.get('DL-016'))], removes: [] });
    await page.getByText('Renamed elsewhere').first().waitFor();
  });

  test('files are taken in with progress and can be stopped; what was done stays', async () => {
    const { page, vault } = await open({}, '#/evidence');
    const before = vault.records.all().filter((record) => record.kind === 'evidence_item').length;
    await page.getByRole('button', { name: 'Take in files…' }).click();
    await page.getByRole('combobox', { name: 'Case' }).click();
    await page.getByRole('option').first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take in', exact: true }).click();
    await page.getByRole('progressbar').first().waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).first().click();
    await page.getByText(/^Stopped\. Files already taken in stay/).waitFor();
    expect(vault.records.all().filter((record) => record.kind === 'evidence_item').length).toBeLessThan(before + 2);
  });

  test('a paper is pressed with progress, and its place, pages and digest are told', async () => {
    const { page } = await open({}, '#/press/status-report/MODEL-003');
    await page.getByRole('button', { name: 'Make the PDF' }).click();
    await page.getByRole('progressbar').first().waitFor();
    await page.getByText('Saved as Status report.pdf').waitFor();
    await page.getByText('Sending out').click();
    await page.getByText('1 finding stands in the way.').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Make the PDF' }).isDisabled()).toBe(true);
  });
});

/** An instant after the fake vault's last entry. */
const fixed = Date.UTC(2026, 10, 24, 16, 0);
