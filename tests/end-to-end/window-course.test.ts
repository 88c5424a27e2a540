import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AnyRecord } from '../../shared/records/record.ts';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { goTo, openStill } from './open-at.ts';
import { faults } from './faults.ts';

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the course of a case, and large plans and casts', () => {
  let window: FakeWindow;
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  beforeAll(async () => {
    if (noWindow !== null) return;
    window = await openStill(1280, 800);
    const { records } = window.vault;
    const [step, party] = [records.get('STEP-012'), records.get('PTY-020')];
    const like = (model: AnyRecord, i: number, fields: Record<string, unknown>): AnyRecord => ({
      ...model,
      id: `${model.kind}-more-${i}`,
      number: `${model.number.split('-')[0]}-${500 + i}`,
      fields: { ...model.fields, ...fields },
    });
    const more = [
      // Thirty steps: each waits for one of the three before it, and every fifth for a request outside the plan.
      ...Array.from({ length: 30 }, (_, i) =>
        like(step, i, {
          title: `Step ${i + 1} of thirty, with a title long enough to need its second line`,
          dependsOn: [...(i < 3 ? [] : [`${step.kind}-more-${i - 1 - (i % 3)}`]), ...(i % 5 === 0 ? [records.get('REQ-004').id] : [])],
        }),
      ),
      ...Array.from({ length: 60 }, (_, i) =>
        like(party, i, {
          name: `Party ${i + 1}, ${i % 7 === 0 ? 'with a name that is longer than its column is wide and so is cut' : 'Ltd.'}`,
          roles: [{ role: 'competitor', about: [records.get('MODEL-003').id] }],
        }),
      ),
    ];
    for (const record of more) records.keep(window.vault.setting.now, null, [{ verb: 'create', record }]);
    await window.page.reload();
    await window.page.waitForSelector('main h1');
  });
  afterAll(() => window?.close());

  test('the chronology lists what nobody dated too, in the place that its relations give it, and draws no axis where nothing is dated', async () => {
    await goTo(window, '#/list/chronology_event');
    const rows = await window.page.getByRole('table', { name: 'Course of events' }).locator('tbody th').allInnerTexts();
    const place = (number: string) => rows.findIndex((row) => row.startsWith(number));
    expect(['EVT-001', 'EVT-002', 'EVT-004', 'EVT-005', 'EVT-006'].map(place)).toEqual(
      ['EVT-001', 'EVT-002', 'EVT-004', 'EVT-005', 'EVT-006'].map(place).toSorted((a, b) => a - b),
    );
    expect(place('EVT-001')).toBeGreaterThanOrEqual(0);
    expect(await window.page.getByText('Nothing here has a date').count()).toBe(1);
    expect(await window.page.getByRole('group', { name: /axis of time/ }).count()).toBe(0);
  });

  test('in a case with dates the axis is as wide as the doubt, says what it leaves out, and the list says all of it', async () => {
    await window.page.getByRole('combobox', { name: 'Which case' }).click();
    await window.page.getByRole('option', { name: /Corvane/ }).click();
    await window.rest();
    await window.page.getByRole('group', { name: /axis of time; the list below says all of it/ }).waitFor();
    const table = plain(await window.page.getByRole('table', { name: 'Course of events' }).innerText());
    expect(table).toContain('disputed: 26 or 29 Jun 2026');
    expect(table).toMatch(/Received: Letter of June 26, 2026/);
    expect(await faults(window.page)).toEqual([]);
    expect(await window.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  test.each(['findings', 'harm', 'timeline'])('the %s of a model stand on its page, without a fault of accessibility', async (tab) => {
    await goTo(window, `#/record/MODEL-003/${tab}`);
    expect(await window.page.getByRole('tab', { selected: true }).innerText()).toMatch(new RegExp(tab, 'i'));
    expect(await window.page.locator('main tbody tr').count()).toBeGreaterThan(1);
    expect(await faults(window.page)).toEqual([]);
    expect(await window.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  test('thirty steps and more are a graph that can be read and walked: no box over another, whole words, the chain of the one in focus', async () => {
    await goTo(window, '#/record/PLAN-002');
    await window.page.getByText('Graph', { exact: true }).click();
    const nodes = window.page.locator('main [data-node]');
    await expect.poll(() => nodes.count()).toBeGreaterThanOrEqual(41);
    await window.rest();
    const boxes = await nodes.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ left, right, top, bottom }) => ({ left, right, top, bottom })));
    for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
    expect(
      await window.page
        .locator('main [data-node]')
        .first()
        .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
    ).toBeGreaterThanOrEqual(13);
    // By the keys: focus comes into the graph, arrows go from box to box, what waits is named.
    const first = nodes.first();
    await first.focus();
    const before = await first.getAttribute('data-node');
    await window.page.keyboard.press('ArrowRight');
    const on = () => window.page.evaluate(() => (document.activeElement as HTMLElement).dataset['node'] ?? null);
    await expect.poll(on).not.toBeNull();
    expect(await on()).not.toBe(before);
    expect(await window.page.evaluate(() => document.activeElement?.textContent)).toMatch(/waits for (STEP|REQ)-\d+/);
    const inChain = await window.page.locator('main [data-node][data-in=true]').count();
    expect(inChain).toBeGreaterThan(1);
    expect(inChain).toBeLessThan(await nodes.count());
    expect(await faults(window.page)).toEqual([]);
    await window.page.keyboard.press('Enter');
    await window.page.waitForFunction(() => /#\/record\/(STEP|REQ)-/.test(location.hash));
  });

  test('sixty parties and more keep a line each, and the chosen one shows its ties alone', async () => {
    await goTo(window, '#/analysis/ties');
    const parties = window.page.locator('main [data-column=party]');
    expect(await parties.count()).toBeGreaterThanOrEqual(60);
    const tops = await parties.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(tops.length);
    await parties.nth(30).click();
    await expect.poll(() => parties.nth(30).getAttribute('aria-pressed')).toBe('true');
    const rows = await window.page.locator('main table tbody tr').count();
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThan(5);
    expect(await faults(window.page)).toEqual([]);
  });
});
