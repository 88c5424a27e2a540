import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noWindow, openFakeWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { toAddress } from './to-address.ts';

const markup = '<img src="https://example.org/seen.png" onerror="document.title=\'owned\'"><script>document.title="owned"</script><b>bold</b>';
const turned = 'Order \u202Efdp.exe';
const megabyte = `${markup} `.repeat(8_000).slice(0, 1_000_000);
const instant = Date.UTC(2026, 10, 24, 16, 0);

/** What somebody may put into a record or a file name to be run, to fetch, or to be taken for something else. */
describe('hostile words', () => {
  let window: FakeWindow;
  const asked: string[] = [];
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  beforeAll(async () => {
    if (noWindow !== null) return;
    window = await openFakeWindow();
    const note = window.vault.records.get('NOTE-001');
    window.vault.records.keep(instant, markup, [
      { verb: 'update', record: { ...note, fields: { ...note.fields, title: markup, body: megabyte } } },
      { verb: 'update', record: { ...window.vault.records.get('ORD-005'), tags: [markup] } },
    ]);
    const party = window.vault.records.get('PTY-001');
    window.vault.records.keep(instant, null, [{ verb: 'update', record: { ...party, fields: { ...party.fields, name: turned } } }]);
    window.page.on('request', (request) => asked.push(request.url()));
    await window.page.reload();
    await window.page.getByRole('heading', { name: 'Docket' }).waitFor();
  });
  afterAll(() => window?.close());

  const go = (address: string) => toAddress(window.page, address);
  const inert = async (): Promise<void> => {
    expect(await window.page.locator('img[src*="example.org"], main b').count()).toBe(0);
    expect(await window.page.title()).toBe('Cordon');
    expect(asked.filter((url) => url.includes('example.org'))).toEqual([]);
    expect(window.faults).toEqual([]);
  };

  test.each([
    ['a list', '#/list/note'],
    ['the record', '#/record/NOTE-001'],
    ['its history', '#/record/NOTE-001/history'],
    ['the history of all', '#/history'],
    ['search', '#/search?text=owned'],
    ['a form', '#/edit/NOTE-001'],
    ['a tag', '#/record/ORD-005'],
  ])('markup in %s is shown as the letters it is', async (name, address) => {
    await go(address);
    if (name === 'a form') await expect.poll(() => window.page.getByLabel('Title', { exact: true }).inputValue(), { timeout: 30_000 }).toBe(markup);
    else await window.page.getByText('<b>bold</b>').first().waitFor();
    await inert();
  });

  test('a field of one megabyte is shown, and the page answers the next key at once', async () => {
    await go('#/record/NOTE-001');
    await window.page.getByText('<b>bold</b>').first().waitFor();
    const before = Date.now();
    await window.page.keyboard.press('Control+k');
    await window.page.getByRole('dialog').waitFor();
    expect(Date.now() - before).toBeLessThan(3_000);
    await window.page.keyboard.press('Escape');
    await inert();
  });

  test('a name that turns the direction of writing turns nothing beside it', async () => {
    await go('#/list/party');
    const row = window.page.getByRole('row', { name: /PTY-001/ });
    await row.waitFor();
    // The words after it still stand to its right, in their own order.
    const cells = await row.getByRole('gridcell').evaluateAll((all) => all.map((cell) => ({ x: cell.getBoundingClientRect().x, text: cell.textContent ?? '' })));
    expect(cells.map(({ x }) => x)).toEqual(cells.map(({ x }) => x).toSorted((a, b) => a - b));
    await go('#/record/PTY-001');
    await window.page.getByRole('heading', { name: /PTY-001/ }).waitFor();
    const isolated = await window.page.evaluate(() => {
      const holders = [...document.querySelectorAll('h1 *, h1')].filter((one) =>
        [...one.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').includes('\u202E')),
      );
      return holders.map((one) => getComputedStyle(one).unicodeBidi);
    });
    expect(isolated.length).toBeGreaterThan(0);
    expect(isolated.every((bidi) => bidi === 'isolate' || bidi === 'plaintext')).toBe(true);
  });

  test('the control: the same markup put in by hand does try to fetch, and is refused', async () => {
    await window.page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), markup);
    await expect.poll(() => window.faults.join('\n')).toMatch(/example\.org|Content Security Policy/);
    expect(await window.page.title()).toBe('Cordon');
  });
});
