import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { importRecords } from '../../main/exchange/import-records.ts';
import { datedCase } from '../../shared/records/samples/dated.ts';
import { entire } from '../fault/seeded.ts';
import { askedPage, askPage } from './ask-page.ts';
import { Bench } from './cordon.ts';
import { passphrase, sampleVault } from './sample-vault.ts';
import { freshPlaces, noChromium, startChromium } from './start-chromium.ts';
import { unless } from './unless.ts';
import { toAddress } from './to-address.ts';

/** A legal hold as the lawyer who issued it meets it: who is silent, what still deletes, what cannot be destroyed, and what its release takes (domain.md §2.15, §7 U7). */
const bench = new Bench(entire ? 'apart' : 'here');
beforeAll(async () => {
  await bench.make('H.cordon');
  bench.write('dated.json', JSON.stringify(datedCase()));
  expect(await bench.on('import', 'H.cordon', bench.path('dated.json'))).toMatchObject({ code: 0 });
});
afterAll(() => bench.end());

test('from the command line: what is held cannot be erased, can be sequestered and lifted, and intake asks why it cannot wait', async () => {
  const note = ((await bench.on('list', 'H.cordon', '--kind', 'note')).json['records'] as { number: string }[])[0]?.number ?? '';
  const preview = await bench.on('erase', 'H.cordon', note);
  expect([preview.code, (preview.json['preview'] as { hinders: string[] }).hinders]).toEqual([1, [expect.stringContaining('HOLD-001 holds it')]]);
  const authority = ['--authority', 'privacy', '--paper', 'Request of a data subject', '--reason', 'Asked to.'];
  const erased = await bench.on('erase', 'H.cordon', note, ...authority, '--yes');
  expect([erased.code, erased.json]).toMatchObject([1, { failure: { code: 'held', holds: [expect.stringContaining('HOLD-001')] } }]);
  expect((await bench.on('sequester', 'H.cordon', note, ...authority)).code).toBe(0);
  expect((await bench.on('lift', 'H.cordon', note, '--reason', 'The request was withdrawn.')).code).toBe(0);
  const log = bench.write('serving.log', 'one line');
  expect((await bench.on('intake', 'H.cordon', log, '--case', 'CASE-001')).json).toMatchObject({ failure: { code: 'reason-missing', number: 'HOLD-001' } });
  expect(await bench.on('intake', 'H.cordon', log, '--case', 'CASE-001', '--reason', 'It deletes itself tonight.')).toMatchObject({ code: 0 });
  expect(await bench.on('verify', 'H.cordon')).toMatchObject({ code: 0 });
});

let stop: (() => Promise<void>) | undefined;
afterEach(() => stop?.());

unless(noChromium())('in the window: who is silent is named, nothing in its reach is removed, and its release takes two people', async () => {
  const places = freshPlaces();
  await sampleVault(places.vaults, places.state, async (records) => {
    await importRecords(records, Buffer.from(JSON.stringify(datedCase())), 'dated.json');
  });
  const app = await startChromium(places);
  ({ stop } = app);
  const page = app.page();
  await page.locator('input[type=password]').first().fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByText('Docket').first().waitFor();
  await toAddress(page, '#/record/HOLD-001');
  await page.getByRole('tab', { name: /What it waits for/ }).click();
  const waits = page.getByRole('region', { name: 'What it waits for' });
  await waits.getByText('Commercial').waitFor();
  expect(await waits.getByText('Office of the General Counsel').count()).toBe(0);
  const folder = process.env['CORDON_PICTURES'];
  if (folder) await page.screenshot({ path: path.join(folder, 'hold.png') });

  const hold = await askedPage(page, 'records.get', { number: 'HOLD-001' });
  const caseId = hold.record.caseId ?? '';
  // It reaches what is entered later.
  const later = await askedPage(page, 'records.create', { kind: 'note', caseId, fields: { title: 'Entered after the hold', type: 'note', body: 'Words.' } });
  const held = { ok: false, failure: { code: 'held', holds: [expect.stringContaining('HOLD-001')] } };
  expect(await askPage(page, 'records.remove', { id: later.id, reason: 'Entered twice.' })).toMatchObject(held);
  expect(await askPage(page, 'records.remove', { id: hold.record.id, reason: 'No longer wanted.' })).toMatchObject({ ok: false, failure: { code: 'held' } });

  const release = async (fields: object) => {
    const now = await askedPage(page, 'records.get', { number: 'HOLD-001' });
    await askedPage(page, 'records.update', { id: now.record.id, seq: now.seq, fields: { release: fields } });
    return askPage(page, 'records.move', { id: now.record.id, to: 'released' });
  };
  const refused = (fact: string) => ({ ok: false, failure: { code: 'guard', facts: expect.arrayContaining([expect.stringContaining(fact)]) } });
  expect(await askPage(page, 'records.move', { id: hold.record.id, to: 'released' })).toMatchObject(refused('Why it is released'));
  const reason = 'The matter is closed.';
  expect(await release({ reason, approvedBy: 'Rana Ilves', overlapsChecked: true })).toMatchObject(refused('second reviewer'));
  expect(await release({ reason, approvedBy: 'Rana Ilves', reviewedBy: 'Rana Ilves', overlapsChecked: true })).toMatchObject(refused('is the one who approved'));
  expect(await release({ reason, approvedBy: 'Rana Ilves', reviewedBy: 'Tomas Werle' })).toMatchObject(refused('other holds'));
  expect(await release({ reason, approvedBy: 'Rana Ilves', reviewedBy: 'Tomas Werle', overlapsChecked: true })).toMatchObject({ ok: true });
  // Free now, but for what an agency has asked for (15 CFR 762.6(b)).
  expect(await askPage(page, 'records.remove', { id: later.id, reason: 'Entered twice.' })).toMatchObject({ ok: true });
  const { rows } = await askedPage(page, 'records.list', { kind: 'evidence_request' });
  const asked = await Promise.all(rows.map(({ number }) => askedPage(page, 'records.get', { number })));
  const theirs = asked.find(({ record }) => record.fields['direction'] === 'from_government' && record.fields['destructionPermission'] === undefined);
  expect(await askPage(page, 'records.remove', { id: theirs?.record.id ?? '', reason: 'Answered.' })).toMatchObject({
    ok: false,
    failure: { code: 'held', holds: [expect.stringContaining('15 CFR 762.6(b)')] },
  });
});
