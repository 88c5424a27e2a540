import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noWindow, openFakeWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { oldest } from '../../shared/records/views/ageing.ts';
import { long } from '../fault/seeded.ts';
import { toAddress } from './to-address.ts';
import { unless } from './unless.ts';

/** Some seconds by its nature. */
const inLong = unless(long ? null : 'told where CORDON_LONG is 1; lists of thousands by window-lists and window-filters here');

const opened = async (): Promise<FakeWindow> => {
  const window = await openFakeWindow({});
  await window.page.getByRole('grid', { name: 'Due, by file-by date' }).waitFor();
  return window;
};

describe('the docket as it stands', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  // One window for all who change nothing.
  let window: FakeWindow;
  beforeAll(async () => {
    if (noWindow === null) window = await opened();
  });
  afterAll(() => window?.close());

  test('the day and the hour stand whole in its head, however narrow or enlarged the window is', async () => {
    const { page } = window;
    const day = page.getByText(/^Tue.24.Nov.2026, 10:42 in New York$/);
    const seen = () =>
      day.evaluate((line) => {
        const words = document.createRange();
        words.selectNodeContents(line);
        const [said, place] = [words.getBoundingClientRect(), line.getBoundingClientRect()];
        return said.bottom <= place.bottom && said.right <= place.right + 1 && said.right <= innerWidth;
      });
    for (const width of [1280, 760, 640]) {
      await page.setViewportSize({ width, height: 800 });
      await expect.poll(seen).toBe(true);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test('what is blocked says by what', async () => {
    const { page } = window;
    const blocked = page
      .getByRole('complementary')
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Blocked' }) });
    await blocked
      .getByText(/waits for (STEP|REQ|DEC|ORD)-\d+/)
      .first()
      .waitFor();
  });

  test('one letter tells how a date was found and what was assumed, and Esc leads back to the line', async () => {
    const { page } = window;
    await page.getByRole('grid').getByRole('row').filter({ hasText: 'DL-012' }).click();
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog', { name: /^DL-012/ });
    await dialog.getByRole('heading', { name: 'What was assumed' }).waitFor();
    await dialog.getByRole('table').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('every row is chosen by one chord and exported kind by kind, and Esc lets go', async () => {
    const { page } = window;
    await page.getByRole('grid').getByRole('row').nth(2).click();
    await page.keyboard.press('Control+a');
    await page
      .getByRole('status')
      .getByText(/^\d+ chosen$/)
      .waitFor();
    await page.getByRole('button', { name: 'Export…' }).focus();
    await page.keyboard.press('Enter');
    const item = page.getByRole('menuitem', { name: /^\d+ deadlines?$/ });
    const count = Number(/\d+/.exec((await item.textContent()) ?? '')?.[0]);
    await item.focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog')
      .getByText(new RegExp(`The ${count} rows? shown`))
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('grid').getByRole('row', { selected: true }).first().focus();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Docket' }).waitFor();
    await expect.poll(() => page.getByRole('row', { selected: true }).count()).toBe(0);
  });
});

describe('the docket in the window', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow | undefined;
  const open = async (): Promise<FakeWindow> => {
    window = await opened();
    return window;
  };
  afterEach(() => window?.close());

  test('what changed stands there until the person says that they looked, and again only what is newer', async () => {
    const { page, vault } = await open();
    const aside = page.getByRole('complementary', { name: 'Waiting and new' });
    await aside.getByRole('heading', { name: 'Last changes' }).waitFor();
    await aside.getByRole('button', { name: 'I have looked' }).click();
    await aside.getByRole('heading', { name: /^Changed since you looked/ }).waitFor();
    await aside.getByText('Nothing has changed since.').waitFor();
    await page.reload();
    await aside.getByText('Nothing has changed since.').waitFor();
    const note = vault.records.all().find((record) => record.kind === 'note');
    await toAddress(page, `#/edit/${note?.number}`);
    await page.getByLabel('Title', { exact: true }).fill('What the Bureau said since');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: /What the Bureau said since/ }).waitFor();
    await toAddress(page, '#/docket');
    await aside.getByText(/What the Bureau said since/).waitFor();
    expect(await aside.getByText('Nothing has changed since.').count()).toBe(0);
  });

  test('what came while it was closed stands over the docket in words, and goes once it is said to be seen', async () => {
    const { page, vault } = await open();
    expect(await page.getByRole('region', { name: 'While Cordon was closed' }).count()).toBe(0);
    const deadlines = vault.records.all().filter((record) => record.kind === 'deadline' && record.state !== 'superseded');
    for (const [i, left] of [-2, -1, 1].entries()) {
      const one = deadlines[i];
      vault.missed.push({
        number: one?.number ?? '',
        title: typeof one?.fields['title'] === 'string' ? one.fields['title'] : '',
        left,
        due: '2026-11-23',
        hour: i === 0 ? { time: '16:30', zone: 'America/New_York' } : null,
      });
    }
    await page.reload();
    const missed = page.getByRole('region', { name: 'While Cordon was closed' });
    await missed.getByText('While Cordon was closed: 2 deadlines passed; 1 fell due tomorrow.').waitFor();
    await missed.getByRole('button', { name: 'Show all 3' }).click();
    await missed.getByRole('link', { name: deadlines[0]?.number ?? '' }).waitFor();
    if (process.env['CORDON_PICTURES']) await page.screenshot({ path: `${process.env['CORDON_PICTURES']}/missed.png` });
    await missed.getByRole('button', { name: 'I have seen them' }).click();
    await missed.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('grid').waitFor();
    expect(await missed.count()).toBe(0);
  });

  test('the docket of one model leaves out what is about others', async () => {
    const { page, rest } = await open();
    const grid = page.getByRole('grid');
    await rest();
    const all = Number(await grid.getAttribute('aria-rowcount'));
    await page.getByRole('combobox', { name: 'Model' }).click();
    await page.getByRole('option', { name: /Heron 2/ }).click();
    await expect.poll(async () => Number(await grid.getAttribute('aria-rowcount'))).toBeLessThan(all);
    await grid.getByText('DL-012').waitFor();
  });

  test('rows are chosen by the keys, whoever has them is set in one act over several kinds, and one undo takes it back', async () => {
    const { page, vault } = await open();
    const grid = page.getByRole('grid');
    const numbers = vault.records
      .all()
      .filter((record) => ['remediation_step', 'evidence_request'].includes(record.kind))
      .map((record) => record.number);
    const shown = (await grid.getByRole('row').allTextContents()).flatMap((text) => /(?:STEP|REQ)-\d+/.exec(text)?.[0] ?? []).filter((number) => numbers.includes(number));
    const two = [shown.find((number) => number.startsWith('STEP')) ?? '', shown.findLast((number) => number.startsWith('STEP')) ?? ''];
    for (const number of two) {
      await grid.getByRole('row').filter({ hasText: number }).click();
      await page.keyboard.press('Space');
    }
    await page.getByRole('status').getByText('2 chosen').waitFor();
    const owners = () => two.map((number) => vault.records.get(number).fields['owner']);
    const before = owners();
    await page.getByRole('button', { name: 'Set who has it…' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Who has these 2' }).waitFor();
    await page.keyboard.press('ControlOrMeta+Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Set it on 2 records' }).click();
    await dialog.getByText('Name somebody, or say that nobody has it.').waitFor();
    await dialog.getByRole('combobox', { name: 'With' }).fill('Outside counsel');
    await dialog.getByRole('button', { name: 'Set it on 2 records' }).dblclick();
    await page.getByText('2 records changed.').waitFor();
    expect(owners()).toEqual(['Outside counsel', 'Outside counsel']);
    await page.keyboard.press('Control+z');
    await expect.poll(owners).toEqual(before);
  });

  inLong('requests too many to be read as a whole are all there, counted and sorted as a whole, and read as they are seen', async () => {
    const { page, vault } = await open();
    const one = vault.records.get('REQ-004');
    // The last of them has been owed for longest.
    const since = (i: number) => (i === 519 ? { asked: { certainty: 'exact', day: '2025-11-24' }, items: [{ number: '1', text: 'The logs', answer: 'none' }] } : {});
    const create = (i: number) => ({
      verb: 'create',
      record: { ...one, id: `${one.kind}-more-${i}`, number: `REQ-${1000 + i}`, fields: { ...one.fields, title: `Request ${i} of many`, ...since(i) } },
    });
    vault.records.keep(
      vault.setting.now,
      null,
      Array.from({ length: 520 }, (_, i) => create(i)),
    );
    const asked = vault.records.all().filter((record) => record.kind === 'evidence_request');
    const fromUs = asked.filter((record) => !String(record.fields['direction']).startsWith('from_'));
    await toAddress(page, '#/requests');
    const items = fromUs.flatMap((record) => (record.fields['items'] ?? []) as { answer: string }[]);
    const owed = items.filter(({ answer }) => ['none', 'not_in_detail', 'partial', 'deferred'].includes(answer));
    const figure = (n: number): string => n.toLocaleString('en-US');
    await page
      .getByText(`${figure(fromUs.length)} from us, ${asked.length - fromUs.length} to us. ${figure(owed.length)} of ${figure(items.length)} items we asked for are still owed.`)
      .waitFor();
    const grid = page.getByRole('grid', { name: 'Evidence requests' });
    // Both groups have a heading.
    expect(await grid.getAttribute('aria-rowcount')).toBe(String(asked.length + 2 + 1));
    await grid.getByRole('row', { selected: true }).focus();
    await page.keyboard.press('End');
    // Proof of the cast: records of a kind hold what its own schema parsed.
    const age = (record: (typeof asked)[number]): number => oldest(record as never, '2026-11-24')?.days ?? -1;
    const lastOf = (all: typeof asked): string => String(all.toSorted((a, b) => age(b) - age(a)).at(-1)?.fields['title']);
    await grid.getByText(lastOf(asked.filter((record) => !fromUs.includes(record)))).waitFor();
    await page.getByText('From us', { exact: true }).first().click();
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe(String(fromUs.length + 1 + 1));
    await grid.getByRole('row').nth(3).focus();
    await page.keyboard.press('End');
    await grid.getByText(lastOf(fromUs)).last().waitFor();
    // By its heading the whole of it is sorted, what is not on screen too.
    const first = (): Promise<string | null> => grid.locator('[role=row][aria-rowindex="3"]').textContent();
    await grid.getByRole('row').nth(3).focus();
    await page.keyboard.press('Home');
    await grid.getByRole('button', { name: 'Number' }).click();
    const byNumber = fromUs.toSorted((a, b) => Number(a.number.slice(4)) - Number(b.number.slice(4)));
    await expect.poll(first).toContain(byNumber[0]?.number);
    await grid.getByRole('button', { name: 'Number' }).click();
    await expect.poll(first).toContain('Request 519 of many');
    await grid.getByRole('row').nth(3).focus();
    await page.keyboard.press('Control+a');
    await page.getByText(`${fromUs.length.toLocaleString('en-US')} chosen`).waitFor();
    // Beside the docket stand those that have been owed for longest, and not those that were entered first.
    await page.reload();
    await toAddress(page, '#/docket');
    const owedFirst = page
      .getByRole('complementary', { name: 'Waiting and new' })
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Not provided to us' }) })
      .locator('li');
    await expect.poll(() => owedFirst.first().textContent()).toContain('Request 519 of many');
    await expect.poll(() => owedFirst.count()).toBe(60);
  });

  test('the direction of the requests and the model of the docket are chosen still when the window is opened anew', async () => {
    const { page } = await open();
    await page.getByRole('combobox', { name: 'Model', exact: true }).click();
    const model = page.getByRole('option').nth(1);
    const name = (await model.textContent()) ?? '';
    await model.click();
    await toAddress(page, '#/requests');
    await page.getByText('To us', { exact: true }).first().click();
    const grid = page.getByRole('grid', { name: 'Evidence requests' });
    await expect.poll(() => grid.getByText('From us', { exact: true }).count()).toBe(0);
    const lines = await grid.getAttribute('aria-rowcount');
    await page.reload();
    await toAddress(page, '#/requests');
    await expect.poll(() => page.getByRole('radio', { name: 'To us' }).isChecked()).toBe(true);
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe(lines);
    await toAddress(page, '#/docket');
    await expect.poll(() => page.getByRole('combobox', { name: 'Model', exact: true }).inputValue()).toBe(name);
  });

  test('that an answer was asked for again is recorded on the chosen requests, with the date read back, and undone at once', async () => {
    const { page, vault } = await open();
    await toAddress(page, '#/requests');
    const grid = page.getByRole('grid');
    await grid.getByRole('row').filter({ hasText: /REQ-/ }).first().click();
    const rows = await grid.getByRole('row').filter({ hasText: /REQ-/ }).allTextContents();
    const ours = vault.records
      .all()
      .filter((record) => record.kind === 'evidence_request' && String(record.fields['direction']).startsWith('to_') && !['draft', 'closed', 'withdrawn'].includes(record.state))
      .map((record) => record.number)
      .filter((number) => rows.some((text) => text.includes(number)))
      .slice(0, 2);
    expect(ours.length).toBeGreaterThan(0);
    for (const number of ours) {
      await grid.getByRole('row').filter({ hasText: number }).click();
      await page.keyboard.press('Space');
    }
    const chased = () => ours.map((number) => ((vault.records.get(number).fields['chased'] as unknown[] | undefined) ?? []).length);
    const before = chased();
    await page.getByRole('button', { name: 'Asked again…' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Asked again/ });
    await dialog.getByLabel('On', { exact: true }).fill('23 November 2026');
    await dialog.getByText(/Mon.23.Nov.2026/).waitFor();
    await dialog.getByLabel('How').fill('By letter to the Bureau');
    await dialog.getByRole('button', { name: /^Record it on / }).click();
    await page.getByText(/asked again\./).waitFor();
    expect(chased()).toEqual(before.map((count) => count + 1));
    await page.keyboard.press('Control+z');
    await expect.poll(chased).toEqual(before);
  });

  test('no line beside the docket begins with a mark between parts, and what is beside it is about the chosen model', async () => {
    const { page } = await open();
    const aside = page.getByRole('complementary', { name: 'Waiting and new' });
    await aside.getByRole('heading', { name: 'Blocked' }).waitFor();
    const texts = await aside.getByRole('listitem').allTextContents();
    expect(texts.some((text) => text.includes('·'))).toBe(true);
    expect(texts.filter((text) => /(?:^|[^\u00a0])·/.test(text))).toEqual([]);
    const undated = aside.locator('section').filter({ has: page.getByRole('heading', { name: 'Without a date' }) });
    const every = async () => (await undated.getByText(/^Show all \d+/).count()) > 0;
    const all = await every();
    await page.getByRole('combobox', { name: 'Model' }).click();
    await page.getByRole('option', { name: /Kestrel/ }).click();
    await expect.poll(async () => (await aside.getByRole('listitem').count()) < texts.length || all !== (await every())).toBe(true);
  });
});
