import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noWindow, openFakeWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { toAddress } from './to-address.ts';

describe('the first hour', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow | undefined;
  const open = async (samples: boolean) => {
    window = await openFakeWindow({ samples });
    await window.page.getByRole('heading', { name: 'Docket' }).waitFor();
    return window.page;
  };
  afterEach(() => window?.close());

  test('an empty docket asks for the case, the model and the order in turn, and no address names them', async () => {
    const page = await open(false);
    const docket = () => page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Docket' }).click();
    await page.getByRole('button', { name: 'New case', exact: true }).click();
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Heron 2 restriction');
    await page.getByRole('button', { name: 'Record case', exact: true }).click();
    // On the page of the case too.
    await page.getByRole('button', { name: 'New restricted model', exact: true }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Heron 2');
    await page.getByRole('button', { name: 'Record restricted model', exact: true }).click();
    await page.getByRole('heading', { name: /^MODEL-/ }).waitFor();
    await docket();
    await page.getByRole('button', { name: 'New order', exact: true }).click();
    await page.getByRole('heading', { name: /New order/ }).waitFor();
    expect(page.url()).not.toContain('Heron');
  });

  test('a field for a party that is not recorded leads to a new one of that name, which comes back into the field, and what was typed is there again', async () => {
    const page = await open(true);
    await toAddress(page, '#/new/order');
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Letter on access');
    const issuer = page.getByRole('combobox', { name: 'Issuer', exact: true });
    await issuer.click();
    await issuer.fill('Office nobody recorded');
    await page.getByRole('option', { name: 'New party “Office nobody recorded”' }).click();
    await page.getByRole('heading', { name: /New party/ }).waitFor();
    await expect.poll(() => page.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe('Office nobody recorded');
    expect(decodeURIComponent(page.url())).not.toContain('Office');
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByText(/What you typed until/).waitFor();
    await expect.poll(() => page.getByRole('textbox', { name: 'Title', exact: true }).inputValue()).toBe('Letter on access');
    // Recorded, the party stands in the field that led to it, and the focus too.
    await issuer.fill('Office nobody recorded');
    await page.getByRole('option', { name: 'New party “Office nobody recorded”' }).waitFor();
    // By the keys alone.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /New party/ }).waitFor();
    await page.getByRole('combobox', { name: 'Type', exact: true }).click();
    await page.getByRole('option', { name: 'Agency', exact: true }).click();
    await page.getByRole('combobox', { name: 'Case', exact: true }).click();
    await page.getByRole('option', { name: /Corvane/ }).click();
    await page.getByRole('button', { name: 'Record party', exact: true }).click();
    await page.getByRole('heading', { name: /New order/ }).waitFor();
    await expect.poll(() => issuer.inputValue()).toMatch(/^PTY-\d+ {2}Office nobody recorded$/);
    expect(await issuer.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await page.getByRole('textbox', { name: 'Title', exact: true }).inputValue()).toBe('Letter on access');
  });

  test('the form in which an order was seen ticks that its text is in hand, and a clause begins in its own words', async () => {
    const page = await open(true);
    await toAddress(page, '#/new/order');
    const inHand = page.getByRole('checkbox', { name: 'Text in hand', exact: true });
    const seen = async (form: string): Promise<void> => {
      await page.getByRole('combobox', { name: 'Form we have seen', exact: true }).click();
      await page.getByRole('option', { name: form, exact: true }).click();
    };
    await seen('Press report');
    expect(await inHand.isChecked()).toBe(false);
    await seen('Copy');
    expect(await inHand.isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Add to “Clauses”' }).click();
    const clause = page.getByRole('group', { name: 'Clauses 1', exact: true });
    await expect.poll(() => clause.getByRole('textbox', { name: 'Clause', exact: true }).inputValue()).toBe('1');
    expect(await clause.getByRole('checkbox', { name: 'These are the order’s own words' }).isChecked()).toBe(true);
    await seen('Read out to us');
    expect(await inHand.isChecked()).toBe(false);
    // Where the two do not agree, as an imported record may have it, its page says so.
    await seen('Copy');
    await inHand.uncheck();
    await page.getByLabel('Title', { exact: true }).fill('Letter');
    for (const [field, option] of [
      ['Instrument', 'Unknown'],
      ['Legal authority', 'Unknown'],
    ] as const) {
      await page.getByRole('combobox', { name: field, exact: true }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    }
    await page.getByRole('combobox', { name: 'Case', exact: true }).click();
    await page.getByRole('option').first().click();
    await page.getByRole('button', { name: 'Record order' }).click();
    await page.getByText('“Form we have seen” says “Copy”, and “Text in hand” is not ticked').waitFor();
  });

  test('a record that waits for a change of state has it as its one blue button, by W too', async () => {
    const page = await open(true);
    await toAddress(page, '#/record/REQ-002');
    const act = page.getByRole('button', { name: 'Record that it was sent', exact: true });
    await act.waitFor();
    expect(await page.locator('main header button[data-variant=filled], main button[data-variant=filled]').count()).toBe(1);
    await page.keyboard.press('w');
    await page.getByText('REQ-002 is now “Sent”.').waitFor();
    await expect.poll(() => act.count()).toBe(0);
  });
});
