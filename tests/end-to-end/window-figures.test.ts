import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { half, long } from '../fault/seeded.ts';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { faults, standards } from './faults.ts';
import { oneWindow, openAt } from './open-at.ts';
import { toAddress } from './to-address.ts';
import { unless } from './unless.ts';

/** Some seconds by its nature. */
const inLong = unless(long ? null : 'told where CORDON_LONG is 1; five thousand records are laid out in relation-graph.test.ts here');

describe('figures', () => {
  let window: FakeWindow;
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  const goTo = oneWindow();

  const picture = async (name: string) => {
    const folder = process.env['CORDON_PICTURES'];
    if (folder) await window.page.screenshot({ path: path.join(folder, `${name}.png`) });
  };
  /** Faults in both schemes, or in light alone where CORDON_LONG is not set; leaves the page light. */
  async function bothFaults(name: string): Promise<string[]> {
    const found: string[] = [];
    for (const scheme of half(['dark', 'light'] as const, false)) {
      window.vault.appearance(scheme);
      await window.page.evaluate((to) => {
        document.documentElement.dataset['mantineColorScheme'] = to;
      }, scheme);
      found.push(...(await faults(window.page, { tags: standards })).map((one) => `${scheme}: ${one}`));
      await picture(`${name}-${scheme}`);
    }
    return found;
  }

  test('a bar opens the records that it counts, and Escape gives the focus back to it', async () => {
    window = await goTo('#/analysis/progress');
    const { page } = window;
    const bars = page.getByRole('button', { name: /steps? .*behind it|: \d+\. Show what is behind it/ });
    await bars.first().waitFor();
    const bar = page.getByRole('button', { name: /^(Planned|In progress|Blocked|Proposed).*: \d+\. Show what is behind it$/ }).first();
    const said = Number(/: (\d+)\./.exec((await bar.getAttribute('aria-label')) ?? '')?.[1]);
    await bar.focus();
    await page.keyboard.press('Enter');
    const rows = page.getByRole('region', { name: /^Behind “/ }).getByRole('row');
    await expect.poll(() => rows.count()).toBe(said + 1);
    expect(await bothFaults('figure-behind')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => bar.evaluate((it) => it === document.activeElement)).toBe(true);
    expect(await rows.count()).toBe(0);
  });

  test('open obligations of orders stand with their age, drawn and as a table, and how they went down', async () => {
    window = await goTo('#/analysis/progress');
    const { page } = window;
    const figure = page.getByRole('figure').filter({ has: page.getByRole('heading', { name: /obligations? of orders that bind/ }) });
    await figure.waitFor();
    const count = Number(/^(\d+)/.exec((await figure.getByRole('heading').first().textContent()) ?? '')?.[1]);
    expect(await figure.getByRole('listitem').count()).toBe(count);
    await figure.getByText('Table', { exact: true }).click();
    expect(await figure.getByRole('table').getByRole('row').count()).toBe(count + 1);
    await page.getByRole('heading', { name: /obligations? (is|are) neither done nor set aside/ }).waitFor();
    expect(await bothFaults('obligations')).toEqual([]);
  });

  test('patterns tell the tones apart without colour', async () => {
    window = await goTo('#/analysis/progress');
    const { page } = window;
    await page.locator('[data-tone]').first().waitFor();
    const looks = await page
      .locator('[data-tone]')
      .evaluateAll((all) => [...new Set(all.map((one) => `${one.getAttribute('data-tone')} ${getComputedStyle(one).backgroundImage.replaceAll(/rgba?\([^)]*\)|#\w+/g, 'c')}`))]);
    const tones = new Set(looks.map((one) => one.split(' ')[0]));
    expect(new Set(looks.map((one) => one.slice(one.indexOf(' ')))).size).toBe(tones.size);
  });

  test('the year is a grid of weeks that the arrows walk, and Enter shows what is due on the day', async () => {
    window = await goTo('#/list/deadline');
    const { page } = window;
    await page.getByText('Year', { exact: true }).click();
    const grid = page.getByRole('grid', { name: 'Deadlines by day' });
    await grid.waitFor();
    expect(await grid.locator('tbody tr').count()).toBe(53);
    expect(await grid.getByRole('gridcell', { name: /Thanksgiving Day/ }).count()).toBeGreaterThan(0);
    const first = grid.locator('td[tabindex="0"]');
    await first.focus();
    const before = await first.getAttribute('data-at');
    await page.keyboard.press('ArrowDown');
    const after = await page.evaluate(() => document.activeElement?.getAttribute('data-at'));
    expect([Number(after?.split(' ')[0]), after?.split(' ')[1]]).toEqual([Number(before?.split(' ')[0]) + 1, before?.split(' ')[1]]);
    const full = grid.locator('td[data-shade]:not([data-shade="0"])').first();
    const said = Number((await full.textContent())?.trim());
    await full.focus();
    await page.keyboard.press('Enter');
    const rows = page.getByRole('region', { name: /^Behind “/ }).getByRole('row');
    await expect.poll(() => rows.count()).toBe(said + 1);
    expect(await bothFaults('year')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => full.evaluate((it) => it === document.activeElement)).toBe(true);
  });

  test('who has what by week is a table whose figures open what they count, and what nobody has stands apart', async () => {
    window = await goTo('#/analysis/work');
    const { page } = window;
    const table = page.getByRole('table', { name: 'Work by person and week' });
    await table.waitFor();
    const cell = table.getByRole('button', { name: /All: \d+ pieces? of work/ }).first();
    const said = Number(await cell.textContent());
    await cell.click();
    await expect
      .poll(() =>
        page
          .getByRole('region', { name: /^Behind “/ })
          .getByRole('row')
          .count(),
      )
      .toBe(said + 1);
    expect(await bothFaults('workload')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => cell.evaluate((it) => it === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Export figure: work by person and week' }).click();
    await page.getByRole('combobox', { name: 'As', exact: true }).click();
    await page.getByRole('option', { name: 'Picture (PNG)' }).click();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByText(/records went to list\.png/).waitFor();
  });

  test('dates on an axis are walked by the arrows, Enter shows the line of one, and what is drawn can leave', async () => {
    window = await goTo('#/list/chronology_event');
    const { page } = window;
    await page.getByRole('combobox', { name: 'Which case' }).click();
    await page.getByRole('option', { name: /Corvane/ }).click();
    const axis = page.getByRole('figure').filter({ has: page.getByRole('heading', { name: /^\d+ dates from .+ to / }) });
    const marks = axis.getByRole('button', { name: /^[A-Z]+-\d+ / });
    const said = Number.parseInt((await axis.getByRole('heading').textContent()) ?? '', 10);
    expect([said > 3, await marks.count()]).toEqual([true, said]);
    await marks.first().focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    await page.keyboard.press('Enter');
    const line = page.getByRole('table', { name: 'Course of events' }).locator('tr[data-picked]');
    expect(await line.innerText()).toContain(name.split(' ')[0]);
    expect(await axis.getByRole('button', { pressed: true }).getAttribute('aria-label')).toBe(name);
    expect(await bothFaults('axis')).toEqual([]);
    // High contrast takes no ink away: marks are told apart from the ground there too.
    await page.emulateMedia({ forcedColors: 'active' });
    const inks = await axis
      .locator('svg [class*="day"]')
      .first()
      .evaluate((dot) => [getComputedStyle(dot).fill, getComputedStyle(document.body).backgroundColor]);
    expect(new Set(inks).size).toBe(2);
    await picture('axis-forced');
    await page.emulateMedia({ forcedColors: 'none' });
    await page.getByRole('button', { name: 'Export figure: course of events' }).click();
    await page.getByRole('combobox', { name: 'As', exact: true }).click();
    await page.getByRole('option', { name: 'Picture (SVG)' }).click();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByText(/records? went to /).waitFor();
  });

  test('the graph of a plan and that of ties say what they count and can leave, in high contrast too', async () => {
    window = await goTo('#/analysis/ties');
    const { page } = window;
    await page.getByRole('heading', { name: /^\d+ ties of parties on / }).waitFor();
    const count = Number.parseInt((await page.getByRole('heading', { name: /ties of parties on/ }).textContent()) ?? '', 10);
    await expect.poll(() => page.getByRole('table').locator('tbody tr').count()).toBe(count);
    await page.getByRole('button', { name: 'Export figure: who is tied to whom' }).waitFor();
    await page.emulateMedia({ forcedColors: 'active' });
    await picture('ties-forced');
    const [line, ground] = await page
      .locator('svg path')
      .first()
      .evaluate((path) => [getComputedStyle(path).stroke, getComputedStyle(document.body).backgroundColor]);
    expect(line).not.toBe(ground);
    await page.emulateMedia({ forcedColors: 'none' });
    await toAddress(page, '#/record/PLAN-001');
    await page.getByText('Graph', { exact: true }).click();
    await page.getByRole('heading', { name: /step(s wait| waits) for/ }).waitFor();
    expect(await bothFaults('waiting')).toEqual([]);
    const arrows = await page.getByRole('group', { name: 'What waits for what' }).locator('path[marker-end]').count();
    await page.getByText('List', { exact: true }).click();
    const waits = await page.getByRole('region', { name: 'Steps' }).locator('tbody td:nth-child(6)').allInnerTexts();
    expect(waits.flatMap((words) => words.match(/[A-Z]+-\d+/g) ?? []).length).toBe(arrows);
  });

  test('a search says how it can be asked, marks its words, names the page of a file, and is kept under a name', async () => {
    window = await goTo('#/search');
    const { page } = window;
    await page.getByRole('heading', { name: 'How to search' }).waitFor();
    expect(await bothFaults('search-how')).toEqual([]);
    const field = page.getByRole('textbox', { name: 'Search the vault' });
    await field.fill('kind:order');
    const hits = page.getByRole('region', { name: 'Results' }).getByRole('listitem');
    await expect.poll(() => hits.count()).toBeGreaterThan(0);
    for (const text of await hits.allInnerTexts()) expect(text).toMatch(/^ORD-/);
    await page.getByRole('button', { name: 'Save this search' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('All orders');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'All orders', exact: true }).waitFor();
    await field.fill('-"(((');
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
    await toAddress(page, '#/docket');
    await toAddress(page, '#/search');
    await page.getByRole('button', { name: 'All orders', exact: true }).click();
    await expect.poll(() => field.inputValue()).toBe('kind:order');
    expect(await bothFaults('search-kept')).toEqual([]);
    await page.getByRole('button', { name: 'Forget All orders' }).click();
    await expect.poll(() => page.getByRole('button', { name: 'All orders', exact: true }).count()).toBe(0);
  });

  test('what is tied to a record stands around it by distance, filtered by kind, and the way to another is said in words', async () => {
    window = await goTo('#/analysis/ties');
    const { page } = window;
    await page.getByText('Around a record', { exact: true }).click();
    const graph = page.getByRole('group', { name: 'Records around the chosen one' });
    await graph.waitFor();
    const list = page.getByRole('table', { name: 'Records around the chosen one, as a list' });
    const heading = page.getByRole('heading', { name: /records? within \d ties? of/ });
    const near = Number.parseInt((await heading.textContent()) ?? '', 10);
    await expect.poll(() => list.locator('tbody tr').count()).toBe(near);
    expect(await graph.getByRole('button').count()).toBe(near + 1);
    await page.getByText('3 ties', { exact: true }).click();
    await page.getByRole('heading', { name: /records within 3 ties of/ }).waitFor();
    const all = Number.parseInt((await heading.textContent()) ?? '', 10);
    expect(all).toBeGreaterThan(near);
    // A long list is drawn as it is scrolled to.
    const drawn = async (): Promise<number> => {
      await list.locator('tbody tr').last().scrollIntoViewIfNeeded();
      return list.locator('tbody tr').count();
    };
    await expect.poll(drawn, { timeout: 10_000 }).toBe(all);
    const last = (await list.locator('tbody tr').last().locator('th').innerText()).trim();
    const away = Number(await list.locator('tbody tr').last().locator('td').nth(1).innerText());
    expect(away).toBeGreaterThan(1);
    await page.getByRole('combobox', { name: 'Find the way to' }).fill(last.split(' ')[0] ?? '');
    await page.getByRole('option').first().click();
    const path = page.getByRole('region', { name: 'The way between the two' });
    await path.getByRole('heading', { name: `The shortest way has ${away} ties` }).waitFor();
    expect(await path.getByRole('listitem').count()).toBe(away);
    expect(await bothFaults('around')).toEqual([]);
    // By keys: to the right, and into the middle.
    await graph.locator('[data-column="0"]').focus();
    await page.keyboard.press('ArrowRight');
    const number = (await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')).split(' ')[0] ?? '';
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: new RegExp(`within 3 ties of ${number} `) }).waitFor();
    await page.getByRole('combobox', { name: 'All kinds' }).click();
    await page.getByRole('option', { name: 'Party', exact: true }).click();
    await page.keyboard.press('Escape');
    const kinds = await list.locator('tbody tr td:nth-child(2)').allInnerTexts();
    expect(kinds.filter((kind) => kind !== 'Party').length).toBeLessThan(2);
  });

  test('the docket says at one look what stands outside the vault', async () => {
    window = await goTo('#/docket');
    const { page } = window;
    await page.getByRole('heading', { name: 'Outside this vault' }).waitFor();
    await page.getByText(/The last checkpoint outside is in it: nothing up to entry/).waitFor();
    await page.getByRole('heading', { name: 'Not provided to us' }).waitFor();
    expect(await bothFaults('docket-outside')).toEqual([]);
  });

  test('a list goes under headings by a column, and a title is found by its beginning', async () => {
    window = await goTo('#/list/remediation_step');
    const { page } = window;
    const grid = page.getByRole('grid', { name: 'Remediation steps' });
    const plain = Number(await grid.getAttribute('aria-rowcount'));
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByRole('combobox', { name: 'Group by' }).click();
    await page.getByRole('option', { name: 'State', exact: true }).click();
    expect(await bothFaults('group-menu')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(async () => Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(plain);
    const titles = await grid.locator('[data-line] [role=gridcell]:nth-child(3) span[title]').allInnerTexts();
    const wanted = titles.at(-1) ?? '';
    await grid.locator('[data-line]').first().focus();
    await page.keyboard.type(`'${wanted.slice(0, 7).toLowerCase()}`);
    await page.getByText(`Jump to: ${wanted.slice(0, 7).toLowerCase()}`).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toContain(wanted.slice(0, 7));
    expect(await bothFaults('grouped')).toEqual([]);
  });

  inLong('five thousand records around one do not hold up the window: the nearest are drawn, and it says how many are not', async () => {
    // It fills its vault: a window of its own.
    window = await openAt('#/docket');
    const { page, vault } = window;
    const { records } = vault;
    const party = records.all().find((one) => one.kind === 'party' && one.caseId !== null) ?? records.get('PTY-020');
    const model = records.all().find((one) => one.kind === 'restricted_model' && one.caseId === party.caseId);
    const changes = Array.from({ length: 5_000 }, (_, i) => ({
      verb: 'create' as const,
      record: {
        ...party,
        id: `party-many-${i}`,
        number: `PTY-${2_000 + i}`,
        fields: { ...party.fields, name: `Party ${i}`, roles: [{ role: 'customer', about: [model?.id ?? ''] }] },
      },
    }));
    records.keep(vault.setting.now, null, changes);
    await page.reload();
    await page.waitForSelector('main h1');
    await toAddress(page, '#/analysis/ties');
    await page.getByText('Around a record', { exact: true }).click();
    await page.getByRole('combobox', { name: 'From which record' }).fill(model?.number ?? '');
    await page.getByRole('option').first().click();
    const began = performance.now();
    await page.getByText('3 ties', { exact: true }).click();
    await page.getByText(/The nearest 159 are drawn; [\d,]+ more stand in the list alone/).waitFor();
    await page.getByRole('button', { name: /^List all [\d,]+$/ }).waitFor();
    expect(performance.now() - began).toBeLessThan(10_000);
    if (process.env['CORDON_PICTURES']) console.log(`around 5,000: ${Math.round(performance.now() - began)} ms`);
    await picture('around-many');
    await window.close();
  });
});
