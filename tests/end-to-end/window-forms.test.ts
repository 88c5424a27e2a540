import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { askedPage } from './ask-page.ts';
import { faults } from './faults.ts';
import { openAt } from './open-at.ts';
import { toAddress } from './to-address.ts';

const later = 1_795_600_000_000;

describe('forms that are broken into', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow | undefined;
  const open = async (address?: string): Promise<FakeWindow> => (window = await openAt(address));
  afterEach(() => window?.close());
  const title = (page: Page) => page.getByLabel('Title', { exact: true });
  const byName = (page: Page) => page.getByLabel('Only for, by name');
  /** Until what was typed is in the vault. */
  const sealed = (page: Page) => page.getByText(/^Draft sealed in the vault at/).waitFor();

  test.each([
    ['the button pressed twice', (page: Page) => page.getByRole('button', { name: 'Record case' }).dblclick()],
    [
      'the keys and the button at once',
      (page: Page) =>
        page.evaluate(() => {
          dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
          dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
          document.querySelector<HTMLButtonElement>('form button[type=submit]')?.click();
        }),
    ],
  ])('a form is recorded once: %s', async (_how, press) => {
    const { page, vault } = await open('#/new/case');
    await title(page).fill('Pressed twice');
    await press(page);
    await page.getByRole('heading', { name: /Pressed twice/ }).waitFor();
    expect(vault.records.all().filter((record) => record.fields['title'] === 'Pressed twice')).toHaveLength(1);
    expect(vault.asked.filter((name) => name === 'records.create')).toHaveLength(1);
  });

  test('a lock while a record is on its way comes back to that record, not to an empty form', async () => {
    const { page, vault } = await open();
    await toAddress(page, '#/new/case');
    await title(page).fill('Recorded while it locked');
    const { tamper } = vault;
    vault.tamper = (message) => {
      vault.tamper = tamper;
      vault.tell('session.locking', { because: 'suspended' });
      return message;
    };
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await askedPage(page, 'place.read', {})).place?.address).toMatch(/^#\/record\/CASE-/);
    expect(vault.records.all().filter((record) => record.fields['title'] === 'Recorded while it locked')).toHaveLength(1);
    expect([...vault.drafts]).toEqual([]);
  });

  test('for whom alone a record is, is a part of the draft, and is not lost by a form that was found again', async () => {
    const { page, vault } = await open();
    const note = vault.records.get('NOTE-001');
    vault.records.keep(later, null, [{ verb: 'update', record: { ...note, named: ['Harrow & Finch, LLP'] } }]);
    await toAddress(page, '#/edit/NOTE-001');
    await expect.poll(() => byName(page).inputValue()).toBe('Harrow & Finch, LLP');
    await title(page).fill('Typed before the crash');
    await sealed(page);
    await page.reload();
    await page.getByText(/^What you typed until .* is here again/).waitFor();
    expect([await title(page).inputValue(), await byName(page).inputValue()]).toEqual(['Typed before the crash', 'Harrow & Finch, LLP']);
    await byName(page).fill('Harrow & Finch, LLP; Ottermole LLP');
    await expect.poll(() => JSON.stringify([...vault.drafts.values()])).toContain('Ottermole LLP');
    await page.reload();
    await page.getByText(/^What you typed until .* is here again/).waitFor();
    await expect.poll(() => byName(page).inputValue()).toBe('Harrow & Finch, LLP; Ottermole LLP');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => vault.records.get('NOTE-001').named).toEqual(['Harrow & Finch, LLP', 'Ottermole LLP']);
  });

  test('what another changed in other places meanwhile is taken into the form, and both stand after saving', async () => {
    const { page, vault } = await open('#/edit/NOTE-001');
    await title(page).fill('Mine');
    const note = vault.records.get('NOTE-001');
    vault.records.keep(later, null, [{ verb: 'update', record: { ...note, tags: ['theirs'], named: ['Ottermole LLP'], fields: { ...note.fields, body: 'Their words.' } } }]);
    await page.keyboard.press('Control+Enter');
    const said = page.getByRole('alert').filter({ hasText: 'NOTE-001 was changed by' });
    await said.waitFor();
    await said.getByText(/What they changed is in the form now: .*Text/).waitFor();
    expect(vault.records.get('NOTE-001').fields['title']).toBe(note.fields['title']);
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: /Mine/ }).waitFor();
    expect(vault.records.get('NOTE-001')).toMatchObject({ tags: ['theirs'], named: ['Ottermole LLP'], fields: { title: 'Mine', body: 'Their words.' } });
  });

  test('where both wrote in one place, nothing is replaced before it was shown, and theirs can be taken', async () => {
    const { page, vault } = await open('#/edit/NOTE-001');
    await title(page).fill('Mine');
    await page.getByLabel('Text', { exact: true }).first().fill('My words.');
    const note = vault.records.get('NOTE-001');
    vault.records.keep(later, null, [{ verb: 'update', record: { ...note, fields: { ...note.fields, title: 'Theirs', body: 'Their words.' } } }]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Recorded now: Theirs').waitFor();
    await page.getByText('Recorded now: Their words.').waitFor();
    expect(vault.records.get('NOTE-001').fields).toMatchObject({ title: 'Theirs', body: 'Their words.' });
    await page.getByRole('button', { name: 'Take what is recorded: Title' }).click();
    await expect.poll(() => title(page).inputValue()).toBe('Theirs');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => vault.records.get('NOTE-001').fields).toMatchObject({ title: 'Theirs', body: 'My words.' });
  });

  test('a place where theirs was taken is shown again when both have written there again', async () => {
    const { page, vault } = await open('#/edit/NOTE-001');
    const theirs = (words: string, at: number) => {
      const note = vault.records.get('NOTE-001');
      vault.records.keep(at, null, [{ verb: 'update', record: { ...note, fields: { ...note.fields, title: words } } }]);
    };
    await title(page).fill('Mine');
    theirs('Theirs', later);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Take what is recorded: Title' }).click();
    await title(page).fill('Mine again');
    theirs('Theirs again', later + 1);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Recorded now: Theirs again').waitFor();
    await page.getByRole('button', { name: 'Take what is recorded: Title' }).click();
    await expect.poll(() => title(page).inputValue()).toBe('Theirs again');
  });

  test('a draft that is found again on a record that was changed since says so, and takes in what was changed', async () => {
    const { page, vault } = await open('#/edit/NOTE-001');
    await title(page).fill('Typed before');
    await sealed(page);
    await toAddress(page, '#/docket');
    await page.getByRole('heading', { name: 'Docket' }).waitFor();
    const note = vault.records.get('NOTE-001');
    vault.records.keep(later, null, [{ verb: 'update', record: { ...note, fields: { ...note.fields, body: 'Written since.' } } }]);
    await page.reload();
    await toAddress(page, '#/edit/NOTE-001');
    await page.getByText(/What they changed is in the form now: .*Text/).waitFor();
    await expect.poll(() => title(page).inputValue()).toBe('Typed before');
    expect(await page.getByLabel('Text', { exact: true }).first().inputValue()).toBe('Written since.');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => vault.records.get('NOTE-001').fields).toMatchObject({ title: 'Typed before', body: 'Written since.' });
  });

  test('Back in the middle of typing loses nothing, and Forward finds it', async () => {
    const { page } = await open('#/record/NOTE-001');
    await page.getByRole('heading', { name: /^NOTE-001/ }).waitFor();
    await toAddress(page, '#/edit/NOTE-001');
    await title(page).fill('Left in the middle');
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('heading', { name: /^NOTE-001/ }).waitFor();
    await title(page).waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => title(page).inputValue()).toBe('Left in the middle');
  });

  /** A paste as a word processor gives it. */
  const paste = (page: Page, text: string) =>
    page.evaluate((pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      data.setData('text/html', `<table><tr><td>${pasted}</td></tr></table>`);
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);

  test('what is pasted from a word processor keeps its quotes and loses what nobody sees; the field’s own undo takes it back', async () => {
    const { page, vault } = await open('#/edit/NOTE-001');
    const was = await title(page).inputValue();
    await title(page).selectText();
    await paste(page, 'The\u00a0“Director’s” cross\u00adborder order\r\nORD\u2011003');
    expect(await title(page).inputValue()).toBe('The “Director’s” crossborder order ORD-003');
    await page.keyboard.press('Control+z');
    await expect.poll(() => title(page).inputValue()).toBe(was);
    await title(page).selectText();
    await paste(page, 'Cross\u00adborder\u00a0order');
    const text = page.getByLabel('Text', { exact: true }).first();
    await text.fill('');
    await paste(page, 'Item\tAnswer\r\n1\tnone\r\n\uf0b7\tlast');
    await expect.poll(() => text.inputValue()).toBe('Item\tAnswer\n1\tnone\n•\tlast');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => vault.records.get('NOTE-001').fields).toMatchObject({ title: 'Crossborder order', body: 'Item\tAnswer\n1\tnone\n•\tlast' });
  });

  test('Ctrl Z says what it took back, and in a past day takes nothing back', async () => {
    const { page, vault } = await open('#/edit/NOTE-001');
    await title(page).fill('Changed');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: /Changed/ }).waitFor();
    await page.getByRole('button', { name: 'As of now' }).click();
    await page.getByLabel('On which day').fill('23 November 2026');
    await page.getByText(/Mon.23.Nov.2026, 23:59/).waitFor();
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText(/^As known on Mon.23.Nov.2026/).waitFor();
    await page.locator('main').focus();
    await page.keyboard.press('Control+z');
    await window?.rest();
    expect(vault.asked).not.toContain('records.undo');
    await page.keyboard.press('Escape');
    await page.getByText(/^As known on/).waitFor({ state: 'detached' });
    await page.locator('main').focus();
    await page.keyboard.press('Control+z');
    await page.getByText('The change of NOTE-001 was undone.').waitFor();
  });
});
