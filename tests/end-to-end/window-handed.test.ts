import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { outcomes, targets, type Outcome, type Target } from '../../renderer/handed/outcomes.ts';
import { sources } from '../../renderer/handed/source.ts';
import { faults } from './faults.ts';
import { goTo, openAt } from './open-at.ts';
import { toAddress } from './to-address.ts';

/** What comes into the window by pasting and dropping, and what goes out of it by copying: one window for all of it. */
describe('what is handed to the window and copied from it', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow;
  beforeAll(async () => {
    window = await openAt('#/list/order');
    // What the page puts on the clipboard, without one.
    await window.page.evaluate(() =>
      addEventListener('copy', (event) => {
        const got = event.clipboardData;
        Object.assign(globalThis, { copied: { text: got?.getData('text/plain') ?? '', html: got?.getData('text/html') ?? '' } });
      }),
    );
  });
  afterAll(() => window.close());
  const picture = async (name: string) => {
    const folder = process.env['CORDON_PICTURES'];
    if (folder) await window.page.screenshot({ path: path.join(folder, `${name}.png`) });
  };
  const copied = () => window.page.evaluate(() => (globalThis as { copied?: { text: string; html: string } }).copied);
  /** Pastes into what has the focus. */
  const paste = (forms: Readonly<Record<string, string>>) =>
    window.page.evaluate((given) => {
      const data = new DataTransfer();
      for (const [type, value] of Object.entries(given)) data.setData(type, value);
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, forms);

  test('the row that has the turn, or the chosen rows, are copied as a table and the release is told', async () => {
    const { page } = window;
    const rows = page.locator('[data-line]');
    await rows.first().click();
    await page.keyboard.press('Control+c');
    await page.getByText('1 row copied as a table', { exact: false }).waitFor();
    await picture('copied-note');
    expect((await copied())?.text.split('\r\n').map((line) => line.split('\t')[0])).toEqual(['Number', await rows.first().getAttribute('data-record'), '']);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await page.getByText('rows copied as a table', { exact: false }).waitFor();
    const all = await copied();
    expect(all?.html.match(/<tr>/g)?.length).toBe(all?.text.trimEnd().split('\r\n').length);
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: /Copy \d+ chosen rows as table/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+e');
    await page.getByRole('combobox', { name: 'As' }).click();
    await page.getByRole('option', { name: 'Table on the clipboard' }).click();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByText('on the clipboard, to paste in Word or Excel.', { exact: false }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  test('rows pasted into a form are matched, shown and added together, and taken out together', async () => {
    const { page } = window;
    await toAddress(page, '#/new/evidence_request');
    const add = page.getByRole('button', { name: 'Add to “Items”' });
    await add.click();
    await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
    const html =
      '<table><tr><td>Item</td><td>What is asked</td><td>Asked</td></tr><tr><td>7</td><td>Every log of <b>May</b>,<br>and its index</td><td>3 May 2026</td></tr><tr><td>8</td><td>All mails</td><td>03/05/2026</td></tr></table><script>document.title = "ran"</script><img src="https://example.invalid/x.png">';
    await paste({ 'text/html': html, 'text/plain': 'Item\tWhat is asked\tAsked\r\n7\t"Every log of May,\nand its index"\t3 May 2026\r\n8\tAll mails\t03/05/2026\r\n' });
    const dialog = page.getByRole('dialog', { name: 'Paste into “Items”' });
    await dialog.getByText('1 fault in the rows').waitFor();
    expect(await dialog.getByRole('button', { name: 'Add' }).isDisabled()).toBe(true);
    await picture('paste-rows-fault');
    // The column of dates that can be read two ways is left out.
    await dialog.getByRole('combobox', { name: 'What Asked fills' }).click();
    await page.getByRole('option', { name: 'Nothing: leave it out' }).click();
    await dialog.getByText('As rows of this list').waitFor();
    expect(await faults(page)).toEqual([]);
    await picture('paste-rows');
    await dialog.getByRole('button', { name: 'Add 2 rows' }).click();
    await page.getByText('2 rows added to “items”.').waitFor();
    const asked = page.locator('fieldset', { has: add }).last().getByRole('textbox', { name: 'What is asked' });
    await expect.poll(() => asked.evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))).toEqual(['Every log of May,\nand its index', 'All mails']);
    await page.getByRole('button', { name: 'Take them out again' }).click();
    await expect.poll(() => asked.count()).toBe(1);
    await asked.focus();
    await paste({ 'text/html': html, 'text/plain': 'a\tb\nc\td' });
    await dialog.getByRole('button', { name: 'Paste as text' }).click();
    await expect.poll(() => asked.inputValue()).toBe('a\tb\nc\td');
    expect(await page.title()).not.toBe('ran');
  });

  test('what is typed for every row of a table is there again when the same table comes again, and gone once it is imported', async () => {
    const { page, vault } = window;
    const give = async () => {
      await toAddress(page, '#/import/party');
      await page.getByLabel('Choose a file…').setInputFiles({ name: 'parties.csv', mimeType: 'text/csv', buffer: Buffer.from('Party,Type\nA,company\n') });
      await page.getByRole('heading', { name: 'Which column fills what' }).waitFor();
    };
    const keptAs = () => [...vault.drafts.keys()].filter((key) => key.startsWith('words:import-table:party'));
    const name = page.getByRole('region', { name: 'The same in every row' }).getByRole('textbox', { name: 'Name' });
    await give();
    await page.getByRole('combobox', { name: 'What Party fills' }).click();
    await page.getByRole('option', { name: 'Nothing: leave it out' }).click();
    await name.pressSequentially('Otter');
    await expect.poll(keptAs).toEqual(['words:import-table:party ["parties.csv","0"]']);
    await toAddress(page, '#/docket');
    await give();
    await page.getByText('What you typed until', { exact: false }).waitFor();
    await expect.poll(() => name.inputValue()).toBe('Otter');
    expect(await page.getByRole('combobox', { name: 'What Party fills' }).inputValue()).toBe('Nothing: leave it out');
    await page.getByRole('button', { name: 'Import 2 records' }).click();
    await page.getByText('It is one act: undo takes all of it back.').waitFor();
    await expect.poll(keptAs).toEqual([]);
  });

  /** Twelve things, each as the program that has it gives it: names of files, and forms of text. */
  const things: Readonly<Record<string, { readonly files?: readonly [name: string, type: string][]; readonly forms?: Readonly<Record<string, string>>; readonly folder?: true }>> =
    {
      file: { files: [['notes.docx', '']] },
      folder: { files: [['Correspondence', '']], folder: true },
      files: {
        files: [
          ['a.txt', 'text/plain'],
          ['b.txt', 'text/plain'],
        ],
      },
      pdf: { files: [['order.pdf', 'application/pdf']] },
      eml: { files: [['letter.eml', 'message/rfc822']] },
      msg: { files: [['letter.msg', '']], forms: { 'text/plain': 'From\tSubject\r\nBureau\tOrder\r\n' } },
      image: { files: [['image.png', 'image/png']] },
      text: { forms: { 'text/plain': 'Some words' } },
      html: { forms: { 'text/html': '<p>Some <b>words</b></p><script>document.title = "ran"</script>', 'text/plain': 'Some words' } },
      rows: { forms: { 'text/html': '<table><tr><td>Name</td></tr><tr><td>A</td></tr></table>', 'text/plain': 'Name\r\nA\r\n' } },
      url: {
        forms: {
          'text/uri-list': 'https://example.invalid/order',
          'text/plain': 'https://example.invalid/order',
          'text/html': '<a href="https://example.invalid/order">Order</a>',
        },
      },
      mail: { forms: { multimaillistmessagerows: '{}', 'text/plain': 'Order of the Bureau' } },
    };
  /** Hands one thing to a place of the page and says what came of it, as somebody sees it. */
  const hand = (way: 'drop' | 'paste', place: string, thing: (typeof things)[string] | undefined) =>
    window.page.evaluate(
      async ([how, selector, what]) => {
        const target = document.querySelector(selector);
        const from = location.hash;
        const field = target instanceof HTMLTextAreaElement ? target : null;
        field?.focus();
        const was = field?.value;
        // What was said before is closed first.
        for (const close of document.querySelectorAll<HTMLElement>('[role=status] button[aria-label=Close]')) close.click();
        while (document.querySelector('[role=status] button[aria-label=Close]')) await new Promise((then) => setTimeout(then, 5));
        const data = new DataTransfer();
        for (const [name, type] of what?.files ?? []) data.items.add(new File(['bytes'], name, { type }));
        for (const [type, value] of Object.entries(what?.forms ?? {})) data.setData(type, value);
        const entry = Object.getOwnPropertyDescriptor(DataTransferItem.prototype, 'webkitGetAsEntry');
        if (what?.folder && entry) Object.defineProperty(DataTransferItem.prototype, 'webkitGetAsEntry', { ...entry, value: () => ({ isDirectory: true, isFile: false }) });
        const event =
          how === 'drop'
            ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
            : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
        if (how === 'drop') target?.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }));
        target?.dispatchEvent(event);
        if (entry) Object.defineProperty(DataTransferItem.prototype, 'webkitGetAsEntry', entry);
        // What the page leaves alone, the field puts in as text.
        if (!event.defaultPrevented) return `left to ${target?.tagName ?? 'nothing'}`;
        if (field && field.value !== was) return `put in ${field.tagName}`;
        for (let waits = 0; waits < 400; waits++) {
          if (location.hash !== from) return `went to ${location.hash}`;
          const dialog = document.querySelector('[role=dialog]');
          const cancel = [...(dialog?.querySelectorAll('button') ?? [])].find((one) => one.textContent === 'Cancel');
          if (dialog && cancel && dialog.querySelector('form')) {
            const names = dialog.querySelector('form p')?.textContent ?? '';
            cancel.click();
            while (document.querySelector('[role=dialog]')) await new Promise((then) => setTimeout(then, 5));
            return `asked about ${names}`;
          }
          const said = [...document.querySelectorAll('[role=status]')].find((one) => one.querySelector('button[aria-label=Close]'));
          if (said) {
            const says = said.textContent;
            said.querySelector('button')?.click();
            while (said.querySelector('button')) await new Promise((then) => setTimeout(then, 5));
            return `said ${says}`;
          }
          await new Promise((then) => setTimeout(then, 10));
        }
        return 'nothing';
      },
      [way, place, thing ?? null] as const,
    );
  /** What is seen of each outcome. */
  const seen: Readonly<Record<Outcome, RegExp>> = {
    'take-in': /^asked about (notes\.docx|Correspondence|a\.txt, b\.txt|order\.pdf|letter\.(eml|msg)|Pasted picture 2026-11-24 10\.\d\d\.\d\d\.png)$/,
    exhibit: /^asked about Pasted (text|page) 2026-11-24 10\.\d\d\.\d\d\.(txt|html)$/,
    insert: /^(left to|put in) TEXTAREA$/,
    import: /^went to #\/import\/(evidence_item|party)$/,
    'only-in-fields': /^said Text goes into a field/,
    'rows-in-lists': /^said Rows go into a list/,
    link: /^said A link is not the page/,
    'save-mail': /^said The mail program gave a link/,
  };
  const places = {
    evidence: ['#/evidence', '#page'],
    field: ['#/edit/NOTE-001', '#page form textarea'],
    record: ['#/record/NOTE-001', '#page h1'],
    elsewhere: ['#/list/party', '#page [role=grid]'],
  } as const satisfies Readonly<Record<Target, readonly [string, string]>>;

  test.each(targets)('each of twelve things that is dropped or pasted comes to something: %s', async (target) => {
    const { page } = window;
    const [address, place] = places[target];
    await goTo(window, address);
    for (const source of sources) {
      const outcome = outcomes[source][target];
      // Files of every sort go one way once they are known for files: each of them on one page, and in a long run on all.
      if (outcome === 'take-in' && target !== 'evidence' && !['msg', 'image'].includes(source) && process.env['CORDON_LONG'] === undefined) continue;
      // A file is pasted as it is dropped: one of them is tried.
      for (const way of 'forms' in (things[source] ?? {}) || source === 'image' ? (['drop', 'paste'] as const) : (['drop'] as const)) {
        expect(await hand(way, place, things[source]), `${way} ${source} on ${target}`).toMatch(seen[outcome]);
        if (outcome !== 'import') continue;
        await page.getByRole('heading', { name: 'Which column fills what' }).waitFor();
        // Until the import page is gone: what is dropped there goes another way.
        await goTo(window, address);
      }
    }
    expect(await page.title()).not.toBe('ran');
    expect(window.faults).toEqual([]);
  });
});
