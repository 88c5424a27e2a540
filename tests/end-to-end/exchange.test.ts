import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import { takeIn } from '../../main/evidence/intake.ts';
import { readCalendar } from '../../main/evidence/reader/calendar.ts';
import { readerJob } from '../../main/evidence/reader/read.ts';
import { readTable } from '../../main/evidence/reader/table.ts';
import { sourceOfBytes } from '../../main/evidence/source-file.ts';
import { planOscal } from '../../main/exchange/import/oscal-plan.ts';
import { importRecords } from '../../main/exchange/import-records.ts';
import type { Records } from '../../main/records/records.ts';
import type { Vault } from '../../main/vault/vault.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { datedCase } from '../../shared/records/samples/dated.ts';
import { askedPage } from './ask-page.ts';
import { passphrase, sampleVault } from './sample-vault.ts';
import { freshPlaces, noChromium, startChromium } from './start-chromium.ts';
import { electronPlaces, noElectron, startElectron } from './start-electron.ts';
import { oneHostOnly } from '../fault/seeded.ts';
import { unless } from './unless.ts';
import { toAddress } from './to-address.ts';

const clock = () => ({ instant: Date.now(), zone: 'UTC' });

/** The dated case with two exhibits that have bytes, one of them privileged. */
async function fill(records: Records, vault: Vault): Promise<void> {
  await importRecords(records, Buffer.from(JSON.stringify(datedCase())), 'dated.json');
  const caseId = records.reading().all('case')[0]?.id ?? null;
  const desk = { vault, records, runJob: (_entry: string, input: Parameters<typeof readerJob>[0]) => readerJob(input), clock };
  const reason = 'A second key is being made.';
  await takeIn(desk, sourceOfBytes('served.txt', Buffer.from('The letter was served.'), 0), { caseId, privilege: 'none', audience: 'agency', reason });
  const mail = 'From: Duty officer <duty@agency.example>\nTo: counsel@company.example\nDate: Fri, 12 Jun 2026 16:30:00 -0400\nSubject: Direction\n\nAccess shall cease.\n';
  await takeIn(desk, sourceOfBytes('notice.eml', Buffer.from(mail), 0), { caseId, privilege: 'none', audience: 'agency', reason });
  const late: typeof desk.runJob = () => refuse({ code: 'job-failed', job: 'reader', why: 'timed-out', detail: '' });
  await takeIn({ ...desk, runJob: late }, sourceOfBytes('slow.eml', Buffer.from(mail.replace('Access', 'The cormorant')), 0), { caseId, privilege: 'none', reason });
  await takeIn(desk, sourceOfBytes('advice.txt', Buffer.from('What counsel said.'), 0), { caseId, privilege: 'attorney_client', reason });
}

interface Host {
  readonly page: Page;
  /** A folder whose files the host can read. */
  readonly folder: string;
  /** The file that was saved last. */
  readonly saved: () => string;
}

/** What counsel does on the first day with the lists of others, and what goes out afterwards: every question is answered by the real vault process. */
async function comesAndGoes({ page, folder, saved }: Host): Promise<void> {
  await page.locator('input[type=password]').first().fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByText('Docket').first().waitFor();
  const go = (address: string) => toAddress(page, address);

  await go('#/import/party');
  const list = path.join(folder, 'parties.csv');
  const take = async (text: string) => {
    writeFileSync(list, text, { mode: 0o644 });
    await page.getByLabel(/^(Choose a file…|Another file…)$/).setInputFiles(list);
  };
  await take('Party,Type,Remark\nHarrier Labs,company,"first\nsecond"\nBorea Institute,planet,\n');
  await page.getByRole('heading', { name: 'Which column fills what' }).waitFor();
  const fault = page.getByRole('row').filter({ hasText: 'planet' });
  await fault.first().waitFor();
  expect((await fault.first().innerText()).split(/\t|\n/).slice(0, 2)).toEqual(['4', 'Type']);
  expect(await page.getByRole('button', { name: /^Import \d/ }).isDisabled()).toBe(true);
  await take('Party,Type,Remark\nHarrier Labs,company,"first\nsecond"\nBorea Institute,university,seen there\n');
  await page.getByRole('combobox', { name: 'What Remark fills' }).click();
  await page.getByRole('option', { name: 'Note', exact: true }).click();
  await page.locator('#page').getByRole('button', { name: 'Try it' }).click();
  await page.getByText('2 records would be imported. Everything was checked and nothing was kept.').waitFor();
  const parties = async () => (await askedPage(page, 'records.list', { kind: 'party' })).rows;
  const before = (await parties()).length;
  await page.getByRole('button', { name: 'Import 2 records' }).click();
  await page.getByText('It is one act: undo takes all of it back.').waitFor();
  const after = await parties();
  expect([after.length, after.map((row) => row.title).includes('Borea Institute')]).toEqual([before + 2, true]);
  const harrier = await askedPage(page, 'records.get', { number: after.find((row) => row.title === 'Borea Institute')?.number ?? '' });
  expect(harrier.record.fields).toMatchObject({ type: 'university', note: 'seen there' });

  const out = async (address: string, as: RegExp, more: () => Promise<void> = async () => {}): Promise<Buffer> => {
    await go(address);
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByRole('combobox', { name: 'As' }).click();
    await page.getByRole('option', { name: as }).click();
    await more();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page
      .getByText(/ went to /)
      .first()
      .waitFor({ timeout: 60_000 });
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    const bytes = readFileSync(saved());
    const { rows } = await askedPage(page, 'records.list', { kind: 'release', sort: 'changed' });
    const release = await askedPage(page, 'records.get', { number: rows[0]?.number ?? '' });
    expect(release.record.fields).toMatchObject({ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length });
    return bytes;
  };
  const rowsOf = (bytes: Uint8Array, name: string) => {
    const read = readTable(bytes, name);
    if (!read.ok) throw new Error(read.why);
    return read.sheets[0]?.rows.map((row) => row.cells) ?? [];
  };
  const csv = rowsOf(await out('#/list/party', /^CSV/), 'p.csv');
  const xlsx = rowsOf(await out('#/list/party', /^Excel/), 'p.xlsx');
  expect(csv.slice(1).map((cells) => cells[0])).toEqual(xlsx.slice(1).map((cells) => cells[0]));
  expect(csv.flat()).toContain('Borea Institute');
  const json = JSON.parse((await out('#/list/party', /JSON/)).toString()) as { format: string; records: { kind: string; fields: { name: string } }[] };
  expect([json.format, new Set(json.records.map((one) => one.kind)), json.records.some((one) => one.fields.name === 'Borea Institute')]).toEqual([
    'cordon/1',
    new Set(['party']),
    true,
  ]);

  const calendar = readCalendar(await out('#/list/deadline', /^Calendar/));
  expect(calendar.ok && calendar.faults).toEqual([]);
  // Calendars are shared: without being asked to, an event says nothing of the case.
  expect(calendar.ok && new Set(calendar.events.map((event) => event.title))).toEqual(new Set(['Case deadline']));
  const plan = planOscal(JSON.parse((await out('#/list/remediation_plan', /^OSCAL/)).toString()), 'plan.json', { caseId: null });
  expect([plan.faults, plan.drafts[0]?.kind, plan.drafts.length > 1]).toEqual([[], 'remediation_plan', true]);

  const bagged = (bytes: Uint8Array) => {
    const files = unzipSync(bytes);
    const at = (ending: string) => Object.entries(files).find(([name]) => name.endsWith(ending))?.[1] ?? new Uint8Array();
    const manifest = strFromU8(at('/manifest-sha256.txt')).trim().split('\n');
    for (const line of manifest)
      expect([
        line,
        createHash('sha256')
          .update(at(`/${line.slice(66)}`))
          .digest('hex'),
      ]).toEqual([line, line.slice(0, 64)]);
    return Object.values(files)
      .map((one) => strFromU8(one))
      .join('\n');
  };
  const bag = bagged(await out('#/evidence', /BagIt/));
  expect([bag.includes('The letter was served.'), bag.includes('What counsel said.')]).toEqual([true, false]);

  const identity = await generateIdentity();
  const handed = await out('#/evidence', /^Hand-over/, async () => {
    await page.getByLabel('Public keys').fill(await identityToRecipient(identity));
    await page.getByRole('combobox', { name: 'For' }).click();
    await page.getByRole('option', { name: 'Agency' }).click();
  });
  expect(handed.includes('The letter was served.')).toBe(false);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const within = bagged(await decrypter.decrypt(handed));
  expect([within.includes('The letter was served.'), within.includes('What counsel said.')]).toEqual([true, false]);
  for (const beside of ['.minisig', '.verify.txt']) expect(existsSync(`${saved()}${beside}`)).toBe(true);
}

/** What a mail says of itself stands on the page of its exhibit, as that. */
async function saysOfItself(page: Page): Promise<void> {
  const { rows } = await askedPage(page, 'records.list', { kind: 'evidence_item' });
  await toAddress(page, `#/record/${rows.find((row) => row.title === 'notice.eml')?.number ?? ''}`);
  await page.getByRole('tab', { name: 'Text' }).click();
  const says = page.getByRole('region', { name: 'What the file says of itself' });
  await says.getByText('Fri, 12 Jun 2026 16:30:00 -0400').waitFor();
  await says.getByText('Direction').waitFor();
  const folder = process.env['CORDON_PICTURES'];
  if (folder) await page.screenshot({ path: path.join(folder, 'facts.png') });
}

/** A letter whose reading was stopped at intake is read again, with the others of its kind, and found by its words. */
async function readsAgain(page: Page): Promise<void> {
  const hits = async () => (await askedPage(page, 'records.search', { text: 'cormorant', ranked: true, limit: 5 })).hits.length;
  expect(await hits()).toBe(0);
  await toAddress(page, '#/evidence');
  await page.getByText('1 file took too long to read: its words are not found by search.').waitFor();
  await page.getByRole('button', { name: 'Read again…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Read again' });
  const folder = process.env['CORDON_PICTURES'];
  if (folder) await page.screenshot({ path: path.join(folder, 'read-again.png') });
  await dialog.getByRole('button', { name: 'Read 1 file again' }).click();
  await dialog.getByText('its words are read and found by search').waitFor({ timeout: 60_000 });
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect.poll(hits).toBe(1);
  await expect.poll(() => page.getByText('took too long to read').count()).toBe(0);
}

/** A volume as the other side delivers it: a Concordance load file with its page images and the text the scanner read. One line names a file that is not there. */
async function volumeComes({ page, folder }: Host, inBrowser: boolean): Promise<void> {
  const volume = path.join(folder, 'VOL001');
  for (const name of ['', 'IMAGES', 'NATIVES', 'TEXT']) mkdirSync(path.join(volume, name));
  for (const number of ['1', '2']) writeFileSync(path.join(volume, 'IMAGES', `${number}.tif`), Buffer.from([0x49, 0x49, 0x2a, 0, Number(number)]));
  writeFileSync(path.join(volume, 'NATIVES', '3.txt'), 'native words');
  writeFileSync(path.join(volume, 'TEXT', '1.txt'), 'words that the scanner read');
  const line = (...cells: string[]) => `${cells.map((cell) => `\u00fe${cell}\u00fe`).join('\u0014')}\r\n`;
  const load = path.join(volume, 'VOL001.dat');
  const documents = [line('AC-1', 'AC-2', '', 'TEXT\\1.txt'), line('AC-3', 'AC-3', 'NATIVES\\3.txt', ''), line('AC-4', 'AC-4', 'NATIVES\\4.txt', '')];
  writeFileSync(load, `\ufeff${line('BEGBATES', 'ENDBATES', 'NATIVEPATH', 'TEXTPATH')}${documents.join('')}`);
  writeFileSync(path.join(volume, 'VOL001.opt'), 'AC-1,VOL001,IMAGES\\1.tif,Y,,,2\r\nAC-2,VOL001,IMAGES\\2.tif,,,,\r\n');
  await toAddress(page, '#/import/evidence_item');
  await page.getByLabel('Choose a file…').setInputFiles(load);
  const section = page.getByRole('region', { name: 'A load file' });
  await section.getByText('It lists 3 documents.').waitFor();
  if (inBrowser) {
    const [picker] = await Promise.all([page.waitForEvent('filechooser'), section.getByRole('button', { name: 'Choose the folder of the volume…' }).click()]);
    await picker.setFiles(volume);
  }
  await section.getByText('2 page images are listed beside it.').waitFor();
  // What would go wrong is said by line and column before anything is taken in; a column is told what it says, and told back.
  const fault = section
    .getByRole('group', { name: '1 fault in the load file' })
    .getByRole('row')
    .filter({ hasText: /there is no such file/ });
  await fault.waitFor();
  expect((await fault.innerText()).split(/\t|\n/).slice(0, 2)).toEqual(['4', 'NATIVEPATH']);
  await section.getByText('What its columns say: 4 of 4 are used').click();
  const says = section.getByRole('combobox', { name: 'What NATIVEPATH says' });
  const tell = async (what: string) => {
    await says.click();
    await page.getByRole('option', { name: what, exact: true }).click();
  };
  await tell('Nothing: leave it out');
  await section.getByText('the load file names no file for it').first().waitFor();
  await tell('File');
  await fault.waitFor();
  await section.getByRole('button', { name: 'Try it: read every file' }).click();
  await section.getByText('Every file was read: 1 fault.').waitFor();
  expect((await askedPage(page, 'records.search', { text: 'scanner', ranked: true, limit: 5 })).hits).toEqual([]);
  await section.getByLabel('Why it cannot wait').fill('A second key is being made.');
  await section.getByRole('button', { name: 'Take in 3 documents' }).click();
  await section.getByText('3 files taken in, 1 not.').waitFor({ timeout: 60_000 });
  await section.getByRole('row').filter({ hasText: 'AC-4' }).getByText('there is no such file').first().waitFor();
  const folderOfPictures = process.env['CORDON_PICTURES'];
  if (folderOfPictures) await page.screenshot({ path: path.join(folderOfPictures, 'load-file.png') });
  const { hits } = await askedPage(page, 'records.search', { text: 'scanner', ranked: true, limit: 5 });
  expect(hits).toHaveLength(1);
}

/** The newest file of a folder, companions of a hand-over apart. */
const newest = (folder: string) => (): string =>
  readdirSync(folder)
    .filter((name) => !/\.(minisig|verify\.txt)$/.test(name))
    .map((name) => path.join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0] ?? '';

let stop: (() => Promise<void>) | undefined;
afterEach(() => stop?.());
const limit = 300_000;

unless(noChromium())(
  'lists of others come in and the case goes out, over a real vault in a browser',
  async () => {
    const places = freshPlaces();
    await sampleVault(places.vaults, places.state, fill);
    const app = await startChromium(places);
    ({ stop } = app);
    await comesAndGoes({ page: app.page(), folder: app.folder, saved: newest(app.downloads) });
    await saysOfItself(app.page());
    await readsAgain(app.page());
    await volumeComes({ page: app.page(), folder: app.folder, saved: newest(app.downloads) }, true);
  },
  limit,
);

unless(noElectron() ?? oneHostOnly)(
  'lists of others come in and the case goes out, in Electron',
  async () => {
    const places = electronPlaces();
    const sample = await sampleVault(places.vaults, places.state, fill);
    const app = await startElectron(places, { sample });
    ({ stop } = app);
    const home = path.join(app.folder, 'home');
    const documents = path.join(home, 'Documents');
    await app.electron.evaluate(({ dialog }, folder) => {
      dialog.showSaveDialog = (...given: unknown[]) => {
        const { defaultPath = 'file' } = (given.at(-1) ?? {}) as { defaultPath?: string };
        return Promise.resolve({ canceled: false, filePath: `${folder}/${defaultPath.split('/').at(-1)}` });
      };
    }, documents);
    const host = { page: await app.page(), folder: home, saved: newest(documents) };
    await comesAndGoes(host);
    await volumeComes(host, false);
  },
  limit,
);
