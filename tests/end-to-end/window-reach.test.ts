import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isKind } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { half } from '../fault/seeded.ts';
import { noWindow, openFakeWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { faults, standards } from './faults.ts';
import { toAddress } from './to-address.ts';

/** Faults in both schemes, or in light alone where CORDON_LONG is not set; leaves the page light. */
async function bothFaults({ page, vault }: FakeWindow, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const scheme of half(['dark', 'light'] as const, false)) {
    vault.appearance(scheme);
    await page.evaluate((to) => {
      document.documentElement.dataset['mantineColorScheme'] = to;
    }, scheme);
    found.push(...(await faults(page, { tags: standards })).map((one) => `${scheme}: ${one}`));
    const pictures = process.env['CORDON_PICTURES'];
    if (pictures) await page.screenshot({ path: path.join(pictures, `${name}-${scheme}.png`) });
  }
  return found;
}

describe('whom orders reach', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow | undefined;
  afterEach(() => window?.close());
  const goTo = async (page: Page, address: string, heading: string) => {
    await toAddress(page, address);
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
  };

  test('who still has access is told person by person and group by group, and a determination is replaced only where somebody says so, by the keyboard alone', async () => {
    window = await openFakeWindow();
    const { page, vault } = window;
    const all = vault.records.all();
    const order = all.find((one) => isKind(one, 'order') && one.number === 'ORD-005');
    const model = all.find((one) => isKind(one, 'restricted_model') && one.caseId === order?.caseId);
    const common = { caseId: order?.caseId ?? null, audience: 'internal', privilege: 'none', tags: [] } as const;
    const person: AnyRecord = { ...common, tags: [], id: 'p-1', kind: 'person', number: 'PER-001', state: 'current', fields: { name: 'p-4711', kindOfPerson: 'employee' } };
    const determination = (id: string, fields: object): AnyRecord => ({
      ...common,
      tags: [],
      id,
      kind: 'access_determination',
      number: id,
      state: 'approved',
      fields: { person: 'p-1', order: order?.id, model: model?.id, result: 'barred', ...fields },
    });
    const records = [person, determination('DET-001', { surface: 'internal', rules: ['gone'] }), determination('DET-002', { surface: 'weights_download', result: 'undetermined' })];
    vault.records.keep(
      Date.UTC(2026, 10, 24, 9),
      null,
      records.map((record) => ({ verb: 'create', record })),
    );
    await page.getByRole('heading', { name: 'Docket' }).waitFor();
    await page.getByRole('link', { name: 'Whom orders reach' }).click();
    await page.getByRole('link', { name: 'Who still has access' }).click();
    await page.getByRole('heading', { name: 'Who still has access', level: 1 }).waitFor();
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'p-4711' }) });
    expect(await row.first().textContent()).toContain('May still have access');
    expect(await page.getByText('Nobody decided').count()).toBeGreaterThan(0);
    expect(await bothFaults(window, 'access')).toEqual([]);
    const choose = page.getByRole('checkbox', { name: 'Determine DET-001 again' });
    await choose.focus();
    await page.keyboard.press('Space');
    await page.getByLabel('Reason').focus();
    await page.keyboard.type('The order was amended');
    await page.keyboard.press('Enter');
    await page.getByText('1 determination replaced by proposed ones.').waitFor();
    expect(vault.records.get('DET-001').state).toBe('superseded');
    expect(vault.records.get('DET-002').state).toBe('approved');
    expect(window.faults).toEqual([]);
  });

  test('the load of the coming weeks is a map with a figure in each square, and a table for whoever cannot see it', async () => {
    window = await openFakeWindow();
    const { page } = window;
    await page.getByRole('heading', { name: 'Docket' }).waitFor();
    await goTo(page, '#/list/deadline', 'Deadlines');
    await page.getByText('Year', { exact: true }).click();
    await page.getByText(/is the fullest: \d+ deadlines? of ours/).waitFor();
    expect(await bothFaults(window, 'load')).toEqual([]);
    await page.getByText('Table', { exact: true }).click();
    await expect.poll(() => page.getByRole('table', { name: 'Deadlines by day' }).getByRole('row').count()).toBeGreaterThan(1);
    expect(await faults(page, { tags: standards })).toEqual([]);
  });

  test('a kept roster whose day has come is raised until it is purged', async () => {
    window = await openFakeWindow();
    const { page, vault } = window;
    const fields = { screening: 's', file: { name: 'roster.csv', bytes: 9, sha256: 'ab' }, sealed: { sha256: 'cd', bytes: 9 }, purgeOn: '2026-11-20', why: 'Audit' };
    const record: AnyRecord = { id: 'ros', kind: 'roster', number: 'ROS-001', caseId: null, state: 'kept', audience: 'internal', privilege: 'none', tags: [], fields };
    vault.records.keep(Date.UTC(2026, 10, 24, 9), null, [{ verb: 'create', record }]);
    await page.getByRole('heading', { name: 'Docket' }).waitFor();
    await goTo(page, '#/reach', 'Whom orders reach');
    await page.getByText('a kept roster, is to be purged since').waitFor();
    expect(await faults(page, { tags: standards })).toEqual([]);
    await page.getByRole('button', { name: 'Purge the roster' }).click();
    await page.getByText('ROS-001 is purged: its bytes are gone.').waitFor();
    expect(vault.records.get('ROS-001')).toMatchObject({ state: 'purged', fields: { purgedOn: '2026-11-24' } });
  });

  test('a case without a recorded way to a model says so, and offers the first record', async () => {
    window = await openFakeWindow();
    const { page, vault } = window;
    for (const one of vault.records.all())
      if (isKind(one, 'audience')) vault.records.keep(Date.UTC(2026, 10, 24, 9), null, [{ verb: 'move', record: { ...one, state: 'former' } }]);
    await page.getByRole('heading', { name: 'Docket' }).waitFor();
    await goTo(page, '#/access', 'Who still has access');
    await page.getByText('No way of a person or a group to a model is recorded.').waitFor();
    expect(await faults(page, { tags: standards })).toEqual([]);
    await page.getByRole('button', { name: 'New group' }).click();
    await page.getByRole('heading', { name: 'New group of users' }).waitFor();
  });

  test('a screened roster, before and after, has no fault of accessibility in light and dark', async () => {
    window = await openFakeWindow();
    const { page } = window;
    await page.getByRole('heading', { name: 'Docket' }).waitFor();
    await goTo(page, '#/screen/ORD-005', 'Screen a roster');
    await page.getByRole('button', { name: 'Choose a roster' }).click();
    const run = page.getByRole('button', { name: 'Screen this roster' });
    await run.waitFor();
    await page.getByRole('combobox', { name: 'person_id', exact: true }).click();
    await page.getByRole('option', { name: 'Badge' }).click();
    // Not kept by default; with the choice a day and a reason are wanted first.
    await page.getByLabel('Keep the roster itself').check();
    await expect.poll(() => run.isDisabled()).toBe(true);
    await page.getByRole('textbox', { name: 'Purge it on' }).fill('31 December 2026');
    await page.getByLabel('Why it is kept').fill('For the audit');
    await page.getByText(/Purged on\sThu\s31\sDec/).waitFor();
    await expect.poll(() => run.isDisabled()).toBe(false);
    expect(await bothFaults(window, 'screening-columns')).toEqual([]);
    await run.click();
    // Its tabs: the number of people alone stands on the page that is left, too.
    await page.getByRole('tab').first().waitFor();
    await page.getByText('1,000,000').first().waitFor();
    await window.rest();
    expect(await bothFaults(window, 'screening-result')).toEqual([]);
    for (const tab of half(await page.getByRole('tab').all(), false)) {
      await tab.click();
      await window.rest();
      expect(await bothFaults(window, `screening-${(await tab.textContent())?.replaceAll(/\W+/g, '-').toLowerCase() ?? ''}`)).toEqual([]);
    }
    expect(window.faults).toEqual([]);
  });
});
