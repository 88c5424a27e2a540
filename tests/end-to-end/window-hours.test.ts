import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { compute } from '../../shared/law/compute.ts';
import { ruleById } from '../../shared/law/rules.ts';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { openAt } from './open-at.ts';
import { toAddress } from './to-address.ts';

/** Half past four in Berlin, half past ten in New York. */
const now = Date.UTC(2026, 10, 24, 15, 42);
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

/** Dates entered by hand that are less sure than a day. */
const unsure = [
  { certainty: 'range', latest: '2026-11-27' },
  { certainty: 'approximate', day: '2026-11-27' },
  { certainty: 'range', earliest: '2026-11-27', latest: '2026-12-02' },
  { certainty: 'range', earliest: '2026-11-27' },
  {
    certainty: 'disputed',
    readings: [
      { day: '2026-11-27', saidBy: 'us' },
      { day: '2026-12-02', saidBy: 'the Bureau' },
    ],
  },
];
const rests = [
  'On or before 27 Nov; the last day named counts.',
  'About 27 Nov; the true day may be earlier.',
  'Between 27 Nov and 2 Dec; the earliest day counts.',
  'On or after 27 Nov; the earliest day counts, no last day is named.',
  'Disputed: 27 Nov or 2 Dec; the earliest counts until it is settled.',
];

/** Deadlines in hours among the samples: at a court, by an agency, and a day that ends at a closing hour; one whose hour has passed. */
function withHours({ vault }: FakeWindow): void {
  const sample = vault.records.all().find((record) => record.kind === 'deadline' && record.fields['answer'] !== undefined);
  const limits = [
    ['DL-910', 'Answer the court within 48 hours', 'court.order.hours', { trigger: '2026-11-22T17:00', trigger_tz: 'America/Los_Angeles', offset: 48, court: 'us-cand' }],
    ['DL-911', 'Hand over the logs within 72 hours', 'generic.agency-order.hours', { trigger: '2026-11-24T10:30', trigger_tz: 'Europe/Berlin', offset: 72 }],
    ['DL-912', 'Respond to the motion', 'frap.27.response.10', { trigger: '2026-11-16', court: 'us-ca3', filing: 'electronic' }],
    ['DL-913', 'Name a contact within an hour', 'generic.agency-order.hours', { trigger: '2026-11-24T09:00', trigger_tz: 'America/New_York', offset: 1 }],
  ] as const;
  for (const [i, date] of unsure.entries()) {
    const fields = { title: `Unsure date ${i + 1}`, method: 'manual', side: 'ours', owner: 'Export counsel', date, source: 'The letter' };
    const number = `DL-92${i}`;
    vault.records.keep(now, null, [{ verb: 'create', record: { ...sample!, id: number, number, state: 'active', fields } }]);
  }
  for (const [number, title, rule, inputs] of limits) {
    const answer = JSON.parse(JSON.stringify(compute(ruleById(rule), inputs, { countedDays: false }))) as unknown;
    const fields = { title, method: 'rule', ruleId: rule, side: 'ours', owner: 'Export counsel', inputs, answer };
    vault.records.keep(now, null, [{ verb: 'create', record: { ...sample!, id: number, number, state: 'active', fields } }]);
  }
}

describe('hours in the window of somebody in Berlin', () => {
  let window: FakeWindow;
  const body = async (): Promise<string> => plain(await window.page.locator('main').innerText());
  const row = async (number: string): Promise<string> => plain(await window.page.getByRole('row').filter({ hasText: number }).first().innerText()).replaceAll('\n', ' ');
  const agency = 'By 04:30 in New York (10:30 in Berlin).';
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  beforeAll(async () => {
    if (noWindow !== null) return;
    window = await openAt(undefined, { now, zone: 'Europe/Berlin' });
    withHours(window);
    await window.page.reload();
    await window.page.waitForSelector('main h1');
  });
  afterAll(() => window?.close());

  test('the docket says the hour, whose clocks show it and what the reader’s own shows, and that an hour of today has passed', async () => {
    await toAddress(window.page, '#/docket');
    await expect.poll(() => row('DL-910')).toContain('By 17:00 in Los Angeles (Wed 25 Nov, 02:00 in Berlin).');
    expect(await row('DL-910')).toContain('by 17:00');
    expect(await row('DL-911')).toContain(agency);
    expect(await row('DL-913')).toMatch(/10:00 passed.*late.*By 10:00 in New York \(16:00 in Berlin\)/);
  });

  test('what is late by its hour stands and is counted under “Overdue”, in the sidebar too', async () => {
    await toAddress(window.page, '#/list/deadline');
    const rows = window.page.getByRole('row');
    await expect.poll(async () => (await rows.allInnerTexts()).findIndex((text) => text.includes('DL-913'))).toBeGreaterThan(0);
    const all = (await rows.allInnerTexts()).map(plain);
    const at = (text: string): number => all.findIndex((one) => one.includes(text));
    expect(at('DL-913')).toBeGreaterThan(at('Overdue'));
    expect(at('DL-913')).toBeLessThan(at('Today'));
    expect(all[at('Overdue')]).toMatch(/Overdue\s*2/);
    expect(at('DL-910')).toBeGreaterThan(at('Today'));
    // DL-016 and DL-913 are late, DL-910 is for today.
    expect(plain(await window.page.getByRole('link', { name: /^Deadlines/ }).innerText())).toMatch(/^Deadlines\s*3/);
  });

  test('a date that is less sure than a day stands under one day with its mark, and says what that rests on', async () => {
    await toAddress(window.page, '#/docket');
    for (const [i, why] of rests.entries()) await expect.poll(() => row(`DL-92${i}`)).toContain(why);
    for (const i of unsure.keys()) expect(await row(`DL-92${i}`)).toContain('Fri 27 Nov');
    const pictures = process.env['CORDON_PICTURES'];
    if (pictures) {
      await window.page.getByText('Unsure date 5', { exact: true }).scrollIntoViewIfNeeded();
      await window.page.screenshot({ path: path.join(pictures, 'unsure-docket.png') });
    }
    await toAddress(window.page, '#/record/DL-920');
    await window.page.getByRole('heading', { name: /Unsure date 1/ }).waitFor();
    expect(await body()).toContain(`${rests[0] ?? ''} The letter`);
    if (pictures) await window.page.screenshot({ path: path.join(pictures, 'unsure-deadline.png') });
    await toAddress(window.page, '#/list/deadline');
    await window.page.getByText('Month', { exact: true }).first().click();
    const day = window.page.getByRole('cell').filter({ hasText: 'Report of suspended access' });
    await expect.poll(async () => plain(await day.innerText())).toContain('more');
    if (pictures) await window.page.screenshot({ path: path.join(pictures, 'unsure-month.png') });
    await window.page.getByText('Week', { exact: true }).first().click();
    await expect.poll(async () => plain(await day.innerText())).toMatch(/on or before 27 Nov\s*Unsure date 1/);
    if (pictures) await window.page.screenshot({ path: path.join(pictures, 'unsure-week.png') });
  });

  test.each(['List', 'Agenda'])('so does the %s of deadlines, the closing hour of a court too', async (look) => {
    await toAddress(window.page, '#/list/deadline');
    await window.page.getByText(look, { exact: true }).first().click();
    await expect.poll(() => row('DL-911')).toContain(agency);
    expect(await row('DL-912')).toContain('By 17:00 in New York (23:00 in Berlin).');
    expect(await row('DL-008')).not.toContain('in New York');
  });

  test.each(['Week', 'Month'])('so does the %s', async (look) => {
    await toAddress(window.page, '#/list/deadline');
    await window.page.getByText(look, { exact: true }).first().click();
    const day = window.page.getByRole('cell').filter({ hasText: 'Answer the court within 48 hours' });
    await expect.poll(async () => plain(await day.innerText())).toContain('17:00 in Los Angeles (Wed 25 Nov, 02:00 in Berlin)');
  });

  test('the page of a deadline says it of both its dates and in its head', async () => {
    await toAddress(window.page, '#/record/DL-910');
    await window.page.getByRole('heading', { name: /Answer the court within 48 hours/ }).waitFor();
    await window.page.getByRole('heading', { name: 'Check the count' }).waitFor();
    const page = await body();
    expect(page).toContain('File-by date Tue 24 Nov 2026, 17:00 in Los Angeles (Wed 25 Nov, 02:00 in Berlin), today');
    expect(page.match(/Tue 24 Nov 2026, 17:00 in Los Angeles\n/g)).toHaveLength(2);
    expect(page.match(/Wed 25 Nov, 02:00 in Berlin, by your clock/g)).toHaveLength(2);
  });

  test('an hour that is typed is by the clocks that are named, and the court that is chosen counts it', async () => {
    const { page, vault } = window;
    await toAddress(page, '#/new/deadline');
    await page.getByRole('combobox', { name: 'Rule', exact: true }).fill('stated in hours by a court');
    await page.keyboard.press('Tab');
    await page.getByRole('textbox', { name: 'Day the time starts' }).fill('22 November 2026, 17:00');
    await page.getByRole('textbox', { name: 'Length of the period' }).fill('48');
    // Typed in Berlin, it is by the clocks of Berlin.
    await expect.poll(body).toContain('Sun 22 Nov 2026, 17:00 in Berlin');
    await expect.poll(body).toContain('the time zone in which the hours are counted');
    await page.getByRole('combobox', { name: 'Court', exact: true }).fill('Northern District of California');
    await page.keyboard.press('Tab');
    await expect.poll(body).toContain('Last day Tue 24 Nov 2026, 08:00 in Los Angeles (17:00 in Berlin)');
    await page.getByRole('textbox', { name: 'Day the time starts' }).fill('22 November 2026, 17:00 in Los Angeles');
    await expect.poll(body).toContain('Last day Tue 24 Nov 2026, 17:00 in Los Angeles (Wed 25 Nov, 02:00 in Berlin)');
    expect(await page.getByRole('combobox', { name: 'By the clocks of' }).inputValue()).toBe('Los Angeles (America/Los_Angeles)');
    // An hour that its clocks skip is none: what may be meant is one press away; one that they show twice is said to be.
    const start = page.getByRole('textbox', { name: 'Day the time starts' });
    await start.fill('8 March 2026, 2:30');
    await page.getByRole('button', { name: '8 Mar 2026, 03:30', exact: true }).click();
    await expect.poll(body).toContain('Sun 8 Mar 2026, 03:30 in Los Angeles');
    await start.fill('1 November 2026, 1:30');
    await expect.poll(body).toContain('show it twice: the first counts');
    await start.fill('22 November 2026, 17:00');
    await expect.poll(body).toContain('Last day Tue 24 Nov 2026, 17:00 in Los Angeles (Wed 25 Nov, 02:00 in Berlin)');
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Answer the court');
    await page.getByRole('combobox', { name: 'Case', exact: true }).click();
    await page.getByRole('option').first().click();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: /Answer the court/ }).waitFor();
    const made = vault.records.all().find((record) => record.fields['title'] === 'Answer the court');
    expect(made?.fields['trigger']).toMatchObject({ value: { certainty: 'exact', day: '2026-11-22', time: '17:00', zone: 'America/Los_Angeles' } });
    expect(made?.fields['answer']).toMatchObject({ due: '2026-11-24T17:00', zone: 'America/Los_Angeles' });
  });

  test('what is typed for a date that cannot be counted yet is there again after the window dies, and is counted once it can be', async () => {
    const { page, vault } = window;
    await toAddress(page, '#/new/deadline');
    await page.getByRole('combobox', { name: 'Rule', exact: true }).fill('stated in hours by a court');
    await page.keyboard.press('Tab');
    await page.getByRole('textbox', { name: 'Length of the period' }).fill('48');
    await page.getByRole('textbox', { name: 'Day the time starts' }).fill('22 Nov');
    await page.getByRole('textbox', { name: 'Day the time starts' }).pressSequentially('ember 2026, 17');
    await expect.poll(() => JSON.stringify([...vault.drafts.values()]), { timeout: 1500 }).toContain('ember 2026, 17');
    await page.reload();
    await toAddress(page, '#/new/deadline');
    await expect.poll(() => page.getByRole('textbox', { name: 'Day the time starts' }).inputValue()).toBe('22 November 2026, 17');
    expect(await page.getByRole('combobox', { name: 'Rule', exact: true }).inputValue()).toContain('stated in hours by a court');
    expect(await page.getByRole('textbox', { name: 'Length of the period' }).inputValue()).toBe('48');
    await page.getByRole('textbox', { name: 'Day the time starts' }).fill('22 November 2026, 17:00 in Los Angeles');
    await page.getByRole('combobox', { name: 'Court', exact: true }).fill('Northern District of California');
    await page.keyboard.press('Tab');
    await expect.poll(body).toContain('Last day Tue 24 Nov 2026, 17:00 in Los Angeles');
    await page.getByRole('button', { name: 'Discard draft' }).click();
    await expect.poll(() => vault.drafts.size).toBe(0);
  });
});
