import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { kinds } from '../../shared/records/kinds.ts';
import { askedPage } from './ask-page.ts';
import { notes, sampleVault } from './sample-vault.ts';
import { freshPlaces, noChromium, startChromium, type ChromiumApp } from './start-chromium.ts';
import { toAddress } from './to-address.ts';
import { unlockPage } from './unlock-page.ts';

/** What an undo does not take back (domain.md §7 U12): the kind, the states in which it stands, and how what to do instead begins. */
const standing = [
  ['filing', ['signed', 'filed', 'served'], 'File a correction'],
  ['production_set', ['delivered'], 'Deliver a replacement volume'],
  ['legal_hold', ['issued', 'active', 'released'], 'Issue a new version'],
  ['deadline', ['confirmed', 'met'], 'Enter the new date as an override'],
] as const;

test.each(standing)('a %s in the states %j is not undone, and its kind says what to do instead', (name, states, instead) => {
  const { final } = kinds[name];
  expect(final?.states).toEqual(expect.arrayContaining([...states]));
  expect(final?.instead).toMatch(new RegExp(`^${instead}`));
});

describe('undo in the window', () => {
  const missing = noChromium();
  let app: ChromiumApp;
  let page: Page;
  let caseId = '';
  beforeEach((context) => context.skip(missing !== null, missing ?? ''));
  beforeAll(async () => {
    if (missing !== null) return;
    const places = freshPlaces();
    await sampleVault(places.vaults, places.state, (records) => notes(records, 110, 'ordinary'));
    app = await startChromium(places);
    page = app.page();
    await unlockPage(page);
    caseId = (await askedPage(page, 'records.list', { kind: 'case' })).rows[0]?.id ?? '';
  });
  afterAll(() => app?.stop());

  const undo = async (number: string): Promise<void> => {
    await toAddress(page, `#/record/${number}`);
    await page.getByRole('heading', { name: new RegExp(`^${number}`) }).waitFor();
    await page.locator('main').focus();
    await page.keyboard.press('Control+z');
  };

  test('a hold that was issued stays issued, and the window says what to do instead', async () => {
    const made = await askedPage(page, 'records.create', {
      kind: 'legal_hold',
      caseId,
      fields: { title: 'Hold on training logs', scope: { names: [] }, issuedBy: 'General counsel', custodians: [{ who: 'Research' }] },
    });
    await askedPage(page, 'records.move', { id: made.id, to: 'issued' });
    await undo(made.number);
    await page.getByText(`${made.number} cannot be undone.`).waitFor();
    await page.getByText(/Issue a new version, or release it with a second reviewer\./).waitFor();
    expect((await askedPage(page, 'records.get', { number: made.number })).record.state).toBe('issued');
  });

  test('an event of custody stays, and the window says what to do instead', async () => {
    const event = { action: 'received', occurred: { certainty: 'exact', day: '2026-06-14' }, by: 'Counsel' };
    const made = await askedPage(page, 'records.create', { kind: 'evidence_item', caseId, fields: { title: 'Letter', type: 'document', custody: [event] } });
    const { seq } = await askedPage(page, 'records.get', { number: made.number });
    await askedPage(page, 'records.update', { id: made.id, seq, fields: { custody: [event, { ...event, action: 'viewed' }] } });
    await undo(made.number);
    await page.getByText(`${made.number} cannot be undone.`).waitFor();
    await page.getByText(/Custody is only ever added to\./).waitFor();
    expect((await askedPage(page, 'records.get', { number: made.number })).record.fields['custody']).toHaveLength(2);
  });

  test('each press goes one step, however fast they come; one act of many records is one step too', async () => {
    const made = await askedPage(page, 'records.create', { kind: 'note', caseId, fields: { title: 'T0', type: 'note', body: 'Undone in steps' } });
    let { seq } = made;
    for (const title of ['T1', 'T2', 'T3']) ({ seq } = await askedPage(page, 'records.update', { id: made.id, seq, fields: { title } }));
    const { numbers } = await askedPage(page, 'records.numbers', { kind: 'note' });
    await askedPage(page, 'records.updateMany', { numbers, fields: {}, addTags: ['looked at'] });
    const now = async () => {
      const { record } = await askedPage(page, 'records.get', { number: made.number });
      return [record.fields['title'], record.tags.length];
    };
    const pressed = async (keys: string, times: number): Promise<void> => {
      for (let i = 0; i < times; i++) await page.keyboard.press(keys);
    };
    await toAddress(page, '#/docket');
    await page.getByRole('heading', { name: 'Docket' }).waitFor();
    await page.locator('main').focus();
    await pressed('Control+z', 4);
    await expect.poll(now).toEqual(['T0', 0]);
    await pressed('Control+y', 4);
    await expect.poll(now).toEqual(['T3', 1]);
    await pressed('Control+y', 1);
    await page.getByText('There is nothing to do again: nothing was undone last.').waitFor();
  });

  const toHistory = async (number: string): Promise<void> => {
    await toAddress(page, `#/record/${number}/history`);
    await page.getByRole('region', { name: 'Entries' }).waitFor();
  };
  const entryOf = async (number: string, changed: string): Promise<number> => {
    const { entries } = await askedPage(page, 'records.history', { number, limit: 20 });
    return entries.find((entry) => entry.changes.some((one) => one.new === changed))?.seq ?? 0;
  };

  test('an earlier act is undone from the history by the keys, and what was changed since stands', async () => {
    const made = await askedPage(page, 'records.create', { kind: 'note', caseId, fields: { title: 'First', type: 'note', body: 'words' } });
    const first = await askedPage(page, 'records.get', { number: made.number });
    await askedPage(page, 'records.update', { id: made.id, seq: first.seq, fields: { title: 'Second' } });
    const second = await askedPage(page, 'records.get', { number: made.number });
    await askedPage(page, 'records.update', { id: made.id, seq: second.seq, fields: { body: 'later words' } });
    await toHistory(made.number);
    const button = page.getByRole('button', { name: `Undo the change to ${made.number} in entry ${await entryOf(made.number, 'Second')}` });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await askedPage(page, 'records.get', { number: made.number })).record.fields).toMatchObject({ title: 'First', body: 'later words' });
  });

  test('where the same was changed since, the window says by which entry, and leads to it', async () => {
    const made = await askedPage(page, 'records.create', { kind: 'note', caseId, fields: { title: 'First', type: 'note', body: 'words' } });
    for (const title of ['Second', 'Third']) {
      const { seq } = await askedPage(page, 'records.get', { number: made.number });
      await askedPage(page, 'records.update', { id: made.id, seq, fields: { title } });
    }
    await toAddress(page, '#/history');
    await page.getByRole('button', { name: `Undo the change to ${made.number} in entry ${await entryOf(made.number, 'Second')}` }).click();
    await page.getByText(`${made.number} was changed again since: Title.`).waitFor();
    await page.getByText(`in entry ${await entryOf(made.number, 'Third')}.`).waitFor();
    await page.getByRole('button', { name: `History of ${made.number}` }).click();
    await page.getByRole('button', { name: `Undo the change to ${made.number} in entry ${await entryOf(made.number, 'Third')}` }).click();
    await expect.poll(async () => (await askedPage(page, 'records.get', { number: made.number })).record.fields['title']).toBe('Second');
  });

  test('as the control, another change is taken back by the same keys', async () => {
    const made = await askedPage(page, 'records.create', { kind: 'note', caseId, fields: { title: 'Before', type: 'note', body: 'x' } });
    const { seq } = await askedPage(page, 'records.get', { number: made.number });
    await askedPage(page, 'records.update', { id: made.id, seq, fields: { title: 'After' } });
    await undo(made.number);
    await page.getByRole('heading', { name: /Before/ }).waitFor();
  });
});
