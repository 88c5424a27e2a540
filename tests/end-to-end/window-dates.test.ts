import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { goTo, openStill } from './open-at.ts';

/** The words of a part of the page, with plain spaces. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const words = async (window: FakeWindow, selector = 'main'): Promise<string> => plain(await window.page.locator(selector).first().innerText());
async function choose(window: FakeWindow, label: string, option: RegExp): Promise<void> {
  await goTo(window, '#/settings');
  await window.page.getByRole('combobox', { name: label }).click();
  await window.page.getByRole('option', { name: option }).click();
}
const weekdaysShown = (window: FakeWindow): Promise<string[]> => window.page.locator('main table thead th').allInnerTexts();

/** Every form in which the window may write a day: the month as a word, or the year first. */
const numbersOnly = /(?<![\d-])\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?<!\d{4}-)\b\d{1,2}-\d{1,2}-\d{2,4}\b/;
const dayFirst = /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;
const monthFirst = /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}/;
const pages = ['#/docket', '#/list/deadline', '#/record/DL-012', '#/record/ORD-006', '#/record/MODEL-003', '#/requests', '#/record/PLAN-002', '#/analysis/knew', '#/history'];

describe('dates as the person writes them', () => {
  let window: FakeWindow;
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  beforeAll(async () => {
    if (noWindow !== null) return;
    window = await openStill(1440, 900);
  });
  afterAll(() => window?.close());

  test('until somebody chooses, the day comes first and weeks begin on Monday', async () => {
    await goTo(window, '#/docket');
    expect(await words(window)).toContain('Tue 24 Nov 2026');
    await goTo(window, '#/record/DL-012');
    expect(await words(window)).toContain('30 days after Thu 29 Oct 2026: Sat 28 Nov 2026.');
  });

  test('with the month first, the docket, the month, the steps of a deadline and an order follow at once, and no date keeps the other form', async () => {
    await choose(window, 'Dates', /^Tue, Nov 24, 2026$/);
    await choose(window, 'Weeks begin on', /^Sunday$/);
    await goTo(window, '#/docket');
    expect(await words(window)).toContain('Tue, Nov 24, 2026');
    expect(await words(window)).toMatch(/Mon, Oct 26\b/);
    await goTo(window, '#/list/deadline');
    await window.page.getByText('Month', { exact: true }).click();
    await expect.poll(() => weekdaysShown(window)).toEqual(['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']);
    // Thanksgiving stands under Thursday, whatever day the week begins on.
    const holiday = await window.page.getByText('Thanksgiving Day').evaluate((one) => one.closest('td')?.cellIndex);
    expect(holiday).toBe(4);
    await goTo(window, '#/record/DL-012');
    const steps = await words(window);
    expect(steps).toContain('30 days after Thu, Oct 29, 2026: Sat, Nov 28, 2026.');
    expect(steps).toContain('Sat, Nov 28, 2026 is a Saturday, so the last day is Mon, Nov 30, 2026.');
    // The count on the calendar: the start under Thursday, the last day under Monday.
    const column = (role: string) =>
      window.page
        .locator(`main td[data-role=${role}]`)
        .first()
        .evaluate((one) => (one as HTMLTableCellElement).cellIndex);
    expect([await column('trigger'), await column('due')]).toEqual([4, 1]);
    await goTo(window, '#/record/ORD-006');
    expect(await words(window)).toContain('disputed: Jun 26 or 29, 2026');
    for (const address of pages) {
      await goTo(window, address);
      const shown = await words(window);
      expect(shown, address).not.toMatch(dayFirst);
      expect(shown, address).not.toMatch(numbersOnly);
    }
  });

  test('with the year first every date has its year, and the form reads what it shows', async () => {
    await choose(window, 'Dates', /^Tue 2026-11-24$/);
    for (const address of pages) {
      await goTo(window, address);
      const shown = await words(window);
      expect(shown, address).not.toMatch(dayFirst);
      expect(shown, address).not.toMatch(monthFirst);
      expect(shown, address).not.toMatch(numbersOnly);
    }
    await goTo(window, '#/record/DL-012');
    expect(await words(window)).toContain('30 days after Thu 2026-10-29: Sat 2026-11-28.');
    await goTo(window, '#/edit/ORD-006');
    const effective = window.page.getByRole('textbox', { name: 'Effective' });
    expect(await effective.inputValue()).toBe('2026-06-29, 10:40');
    await effective.fill('2026-07-01');
    await expect.poll(() => words(window, 'main form')).toContain('Wed 2026-07-01');
  });

  test('the choice is kept, figures follow theirs, and words quoted from others keep the form they came in', async () => {
    await choose(window, 'Figures', /^12\.345,6$/);
    await window.page.reload();
    await goTo(window, '#/docket');
    await expect.poll(() => words(window)).toContain('Tue 2026-11-24');
    await goTo(window, '#/record/MODEL-003');
    expect(await words(window, '[data-facts], aside')).toContain('212.400');
    await goTo(window, '#/record/ORD-006');
    expect(await words(window)).toContain('June 9, 2026');
    await choose(window, 'Dates', /^As the system: Tue, Nov 24, 2026$/);
    await goTo(window, '#/docket');
    expect(await words(window)).toContain('Tue, Nov 24, 2026');
  });
});
