import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askedPage } from './ask-page.ts';
import { sampleVault } from './sample-vault.ts';
import { freshPlaces, noChromium, startChromium, type ChromiumApp } from './start-chromium.ts';
import { toAddress } from './to-address.ts';
import { unlockPage } from './unlock-page.ts';

describe('scope against evidence, in a real vault', () => {
  const missing = noChromium();
  let app: ChromiumApp;
  let page: Page;
  let caseId = '';
  let model = '';
  let order = '';
  beforeEach((context) => context.skip(missing !== null, missing ?? ''));
  beforeAll(async () => {
    if (missing !== null) return;
    const places = freshPlaces();
    await sampleVault(places.vaults, places.state, async (records) => {
      await records.change(null, (w) => {
        caseId = w.create('case', { caseId: null, fields: { title: 'The case of Heron' } }).id;
        model = w.create('restricted_model', { caseId, fields: { name: 'Heron 2' } }).id;
        const clause = (number: string, quotation: string) => ({ number, quotation });
        const clauses = [clause('1', 'Access by foreign nationals is suspended.'), clause('2', 'The weights may not leave the United States.')];
        order = w.create('order', {
          caseId,
          fields: { title: 'Letter', instrument: 'is_informed_letter', formSeen: 'copy', authority: 'not_stated', models: [model], clauses },
        }).id;
      });
      await records.change(null, (w) => w.move(order, 'received'));
    });
    app = await startChromium(places);
    page = app.page();
    await unlockPage(page);
  });
  afterAll(() => app?.stop());

  const toScope = async (): Promise<void> => {
    await toAddress(page, '#/analysis/scope');
    await page.getByRole('columnheader', { name: /^Heron 2/ }).waitFor();
  };
  const requests = () => askedPage(page, 'records.list', { kind: 'evidence_request' });
  const rowOf = (clause: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: `clause ${clause}` }) });

  test('one key asks for the evidence behind a clause: the request names model, order and clause, and undo takes it back', async () => {
    await toScope();
    expect(await page.getByText('No finding in hand for this model').count()).toBe(2);
    await page.getByRole('button', { name: 'Ask for it: evidence on Heron 2 behind ORD-001, clause 2' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^REQ-001\s*Evidence on Heron 2 behind ORD-001/ }).waitFor();
    await page.getByText('Any test, finding or other evidence on Heron 2 on which ORD-001, clause 2, rests').first().waitFor();
    const { record } = await askedPage(page, 'records.get', { number: 'REQ-001' });
    expect(record).toMatchObject({
      caseId,
      kind: 'evidence_request',
      fields: {
        direction: 'to_government',
        order: [order, model],
        items: [{ number: '1', text: 'Any test, finding or other evidence on Heron 2 on which ORD-001, clause 2, rests', answer: 'none', state: 'open' }],
      },
    });

    await toScope();
    await rowOf('2').getByText('Asked in').waitFor();
    // Nothing was asked about the other clause.
    expect(await rowOf('1').getByText('Asked in').count()).toBe(0);
    await page.locator('main').focus();
    await page.keyboard.press('Control+z');
    await page.getByText('Asked in').waitFor({ state: 'detached' });
    expect((await requests()).total).toBe(0);
    expect(await page.getByText('No finding in hand for this model').count()).toBe(2);
  });

  test('two presses make one request', async () => {
    await toScope();
    const before = (await requests()).total;
    await page.getByRole('button', { name: 'Ask for it: evidence on Heron 2 behind ORD-001, clause 1' }).dblclick();
    await page.getByRole('heading', { name: /^REQ-\d+\s*Evidence on Heron 2/ }).waitFor();
    expect((await requests()).total).toBe(before + 1);
  });
});
