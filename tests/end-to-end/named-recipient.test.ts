import { cpSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect } from 'vitest';
import { readPdf } from '../../main/evidence/reader/pdf.ts';
import { importRecords } from '../../main/exchange/import-records.ts';
import { datedCase } from '../../shared/records/samples/dated.ts';
import { askedPage } from './ask-page.ts';
import { Bench } from './cordon.ts';
import { passphrase, sampleVault } from './sample-vault.ts';
import { freshPlaces, noChromium, startChromium } from './start-chromium.ts';
import { entire, long } from '../fault/seeded.ts';
import { unless } from './unless.ts';
import { toAddress } from './to-address.ts';

const clean: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of clean.splice(0).toReversed()) await one();
});
const partner = 'Ottermole LLP';
const words = async (pdf: Uint8Array) => (await readPdf(pdf)).text;

unless(noChromium() ?? (long ? null : 'told where CORDON_LONG is 1; the rule and the pages by the tests of main/filings and main/exchange'))(
  'a paper for a named recipient is refused, made and recorded alike in the window and on the command line, and names them on every page',
  async () => {
    const places = freshPlaces();
    clean.push(() => rmSync(places.folder, { recursive: true, force: true }));
    const vault = await sampleVault(places.vaults, places.state, async (records) => {
      await importRecords(records, Buffer.from(JSON.stringify(datedCase())), 'dated.json');
    });
    const app = await startChromium(places);
    let running = true;
    clean.push(() => running && app.host.close());
    const page = app.page();
    page.setDefaultTimeout(60_000);
    await page.locator('input[type=password]').first().fill(passphrase);
    await page.keyboard.press('Enter');
    await page.getByText('Docket').first().waitFor();
    const order = await askedPage(page, 'records.get', { number: 'ORD-001' });
    await askedPage(page, 'records.update', { id: order.record.id, seq: order.seq, fields: {}, named: [partner] });

    await toAddress(page, '#/press/status-report/MODEL-001');
    await page.getByText('it is for named recipients only: say by name which of them receives the paper').first().waitFor();
    const make = page.getByRole('button', { name: 'Make the PDF' });
    expect(await make.isDisabled()).toBe(true);
    const recipient = page.locator('input').and(page.getByLabel('Recipient, by name'));
    await recipient.fill('Pinniped LLP');
    await page.getByText('it is for named recipients, and Pinniped LLP is none of them').first().waitFor();
    await recipient.fill(partner);
    await expect.poll(() => make.isEnabled()).toBe(true);
    const folder = process.env['CORDON_PICTURES'];
    if (folder) await page.screenshot({ path: path.join(folder, 'named-recipient.png') });
    await make.click();
    await page.getByText(/Saved as status-report/).waitFor();
    const { rows } = await askedPage(page, 'records.list', { kind: 'release' });
    const inWindow = (await askedPage(page, 'records.get', { number: rows[0]?.number ?? '' })).record.fields;
    const saved = readFileSync(path.join(places.downloads, readdirSync(places.downloads)[0] ?? ''));
    running = false;
    await app.host.close();

    const bench = new Bench(entire ? 'apart' : 'here');
    clean.push(bench.end);
    bench.write('passphrase', passphrase);
    cpSync(vault, bench.path('V.cordon'), { recursive: true });
    const file = (...more: string[]) => bench.on('file', 'V.cordon', 'status-report', '--model', 'MODEL-001', '--out', bench.path('paper.pdf'), ...more);
    expect((await file()).json).toMatchObject({
      failure: { code: 'filing-refused', findings: expect.arrayContaining([expect.objectContaining({ number: 'ORD-001', field: 'named' })]) },
    });
    const made = (await file('--recipient', partner)).json as { release: string; recipient: string };
    expect(made.recipient).toBe(partner);
    const shown = (await bench.on('show', 'V.cordon', made.release)).json as { record: { fields: Record<string, unknown> } };
    const same = ({ what, format, releasedTo, recipient: to, numbers, withheld, privilegedIncluded, reason }: Record<string, unknown>) => ({
      what,
      format,
      releasedTo,
      to,
      numbers,
      withheld,
      privilegedIncluded,
      reason,
    });
    expect(same(shown.record.fields)).toEqual(same(inWindow));
    expect(inWindow).toMatchObject({ recipient: partner, releasedTo: 'internal' });

    const [first, second] = [await words(saved), await words(bench.read('paper.pdf'))];
    // What an inside paper says of the vault itself (entry, root) moves with every act, and its minute with the clock; all else is the same.
    const plain = (text: string) => text.split('\n').filter((line) => !/checkpoint|entry|root|^This copy Made on |[A-Za-z0-9+/]{20,}|^[0-9a-f]{1,8}\.$/i.test(line));
    expect(plain(second)).toEqual(plain(first));
    // Each page ends with its number; what stands before it is the page.
    const pages = first.split(/Page \d+ of \d+/).slice(0, -1);
    expect(pages.length).toBeGreaterThan(1);
    for (const one of pages) expect(one).toContain(partner);
  },
  180_000,
);
