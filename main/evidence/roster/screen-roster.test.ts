import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refused } from '../../../shared/failure/failure.ts';
import type { NamedMapping } from '../../../shared/law/scope/roster-columns.ts';
import { importRecords } from '../../exchange/import-records.ts';
import { exportScreening } from '../../exchange/export-screening.ts';
import { memoryDestination } from '../../exchange/destination.ts';
import { reportedCase } from '../../../shared/records/samples/reported.ts';
import { datedCase } from '../../../shared/records/samples/dated.ts';
import { differing } from '../../records/screening-results.ts';
import { makeTestVault, type TestVault } from '../../records/test-vault.ts';
import { sourceOfBytes } from '../source-file.ts';
import type { RosterForm } from './roster-form.ts';
import { screenRoster } from './screen-roster.ts';

let home: TestVault;
beforeAll(async () => {
  home = await makeTestVault(Date.UTC(2026, 10, 24, 15));
  for (const sample of [reportedCase, datedCase()]) await importRecords(home.records, Buffer.from(JSON.stringify(sample)), 'sample.json');
  const numbered = (title: RegExp): string =>
    home.records
      .reading()
      .all('order')
      .find(({ fields }) => title.test(fields.title))?.number ?? '';
  restriction = numbered(/^Export-control restriction/);
  letter = numbered(/^Letter of .* license required/);
  scheduling = numbered(/^Scheduling order/);
});
afterAll(() => home.end());

let [restriction, letter, scheduling] = ['', '', ''];
const run = (order: string, roster: string | Uint8Array, more: { mapping?: NamedMapping; form?: Partial<RosterForm>; signal?: AbortSignal } = {}) =>
  screenRoster({ vault: home.vault, records: home.records, clock: home.setting.clock }, sourceOfBytes('roster.csv', Buffer.from(roster), 0), { order, ...more });
async function results(order: string, roster: string | Uint8Array, more: { mapping?: NamedMapping; form?: Partial<RosterForm> } = {}, reasons = false): Promise<string> {
  const { screening } = await run(order, roster, more);
  const destination = memoryDestination('out.csv');
  await exportScreening(home, { number: screening.number, reasons, destination });
  return Buffer.from(destination.bytes()).toString();
}
const failure = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work;
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.failure;
    throw thrown;
  }
  return null;
};

test('the nine columns are understood without a mapping, and rows keep their order', async () => {
  const roster = [
    'person_id,citizenships,us_permanent_resident,us_protected_individual,country_of_location,employer,relation,surface',
    'z9,US,,,US,,employee,api',
    'a1,GBR,no,no,GB,Acme,customer,api',
    'm5,Germany,yes,no,US,,employee,console',
    'b2,US;CA,,,CA,Acme,customer,api',
    'c3,,,,FR,Acme,reseller,api',
  ].join('\n');
  expect(await results(restriction, roster)).toBe('person_id,result\nz9,not_barred\na1,barred\nm5,barred\nb2,not_barred\nc3,undetermined\n');
});

test('a blank that matters makes somebody undetermined and is named; one that does not is nothing', async () => {
  const { screening } = await run(restriction, 'person_id,us_person,country_of_location\n1,no,\n2,,US\n3,yes,US\n');
  expect(screening.fields.counts).toEqual({ barred: 1, not_barred: 0, undetermined: 2 });
  expect((screening.fields.reasons ?? []).map(({ result, missing }) => [result, missing])).toEqual([
    ['barred', []],
    ['undetermined', ['us_person', 'us_citizen_or_national']],
    ['undetermined', ['us_citizen_or_national']],
  ]);
  const listed = await run(restriction, 'person_id,citizenships,us_permanent_resident\n1,,\n');
  expect(listed.screening.fields.reasons?.[0]?.missing).toEqual(['citizenships']);
});

test('counts, reasons and the EAR test beside the order are kept; the identifiers only in the sealed results', async () => {
  const { screening } = await run(letter, 'person_id,us_person,citizenships,us_permanent_resident,relation\nalpha-77,,GB,yes,employee\nbeta-78,,US,,employee\n');
  expect(screening.fields.beside).toEqual([
    { result: 'barred', ear: 'not_foreign_person', differs: true, rows: 1 },
    { result: 'not_barred', ear: 'not_foreign_person', differs: false, rows: 1 },
  ]);
  const who = [];
  for await (const one of differing(home.vault, screening)) who.push(one);
  expect(who).toEqual([{ id: 'alpha-77', result: 'barred', ear: 'not_foreign_person' }]);
  expect(JSON.stringify(home.records.reading().get(screening.number))).not.toMatch(/alpha-77|beta-78/);
  const bytes: Buffer[] = [];
  for await (const chunk of home.vault.blobs.open(screening.fields.results.sha256)) bytes.push(Buffer.from(chunk));
  expect(Buffer.concat(bytes).includes('alpha-77')).toBe(false);
  for (const entry of readdirSync(home.vault.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()))
    expect(readFileSync(path.join(entry.parentPath, entry.name)).includes('alpha-77'), entry.name).toBe(false);
});

test('the record says which order, rules, entry and file it was, and what is not looked at', async () => {
  const roster = 'person_id,us_person\n1,no\n';
  const { screening, scope } = await run(letter, roster);
  const { fields } = screening;
  expect(fields.file).toMatchObject({ name: 'roster.csv', bytes: roster.length, sha256: createHash('sha256').update(roster).digest('hex'), encoding: 'utf-8' });
  expect([fields.day, fields.rules?.length, fields.orderSeq > 0, fields.otherControls]).toEqual([
    '2026-11-24',
    scope.rules.length,
    true,
    'other controls not assessed (lists, end use, sanctions, General Prohibition Ten)',
  ]);
  expect(fields.mapping).toEqual([
    { column: 'person_id', header: 'person_id' },
    { column: 'us_person', header: 'us_person' },
  ]);
});

test('encodings, byte-order marks, separators and quotes are read as they are', async () => {
  const text = 'person_id;citizenships;employer\r\n1;"CA;US";"Größe; & ""Söhne"""\r\n2;Côte d’Ivoire;"two\r\nlines"\r\n';
  const said = 'person_id,result\n1,not_barred\n2,barred\n';
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  expect(await results(restriction, `\ufeff${text}`)).toBe(said);
  expect(await results(restriction, utf16)).toBe(said);
  expect(await results(restriction, utf16.subarray(2))).toBe(said);
  expect(await results(restriction, Buffer.from(utf16).swap16())).toBe(said);
  expect(await results(restriction, Buffer.from(text.replace('’', "'"), 'latin1'))).toBe(said);
  expect(await results(restriction, text.replaceAll(';', '\t').replace('CA\tUS', 'CA;US').replaceAll('\r\n', '\r'))).toBe(said);
});

test('a line that cannot be read costs that line and is named; the next one counts again', async () => {
  const roster = ['person_id,us_person', '1,no', '2', '3,no,more', '4,"no', '5,no', '6,n"o', ',no', '=cmd(),no', '7,no,', '"8",no', ''].join('\n');
  const { screening } = await run(restriction, roster);
  expect(screening.fields.badLines).toEqual([
    { line: 3, why: 'it has 1 cell, and the head has 2' },
    { line: 4, why: 'it has 3 cells, and the head has 2' },
    { line: 5, why: 'something stands after a closing quote' },
    { line: 7, why: 'a quote stands in the middle of a cell' },
    { line: 8, why: 'it has no person_id' },
    { line: 9, why: 'a spreadsheet would run its person_id as a formula' },
  ]);
  expect(screening.fields.rows).toBe(4);
  expect(screening.fields.counts.barred).toBe(4);
});

test('a quote that is not closed does not swallow the rows behind it', async () => {
  const { screening } = await run(restriction, 'person_id,us_person\n1,"no\n2,no\n3,"\n4,no\n');
  expect(screening.fields.badLines?.map(({ line }) => line)).toEqual([2, 4]);
  expect(screening.fields.rows).toBe(2);
});

test('what is not understood counts as blank and is named with its line', async () => {
  const { screening } = await run(restriction, 'person_id,us_person,citizenships,relation\n1,perhaps,Narnia,boss\n2,no,,\n3,,US;Narnia,\n');
  expect(screening.fields.counts).toEqual({ barred: 1, not_barred: 1, undetermined: 1 });
  expect(screening.fields.notUnderstood).toEqual([
    { column: 'citizenships', firstLine: 2, rows: 2 },
    { column: 'us_person', firstLine: 2, rows: 1 },
    { column: 'relation', firstLine: 2, rows: 1 },
  ]);
});

test('columns of other names are mapped, and a name that is not in the file is refused', async () => {
  const roster = 'Badge,US Person?,citizen\n1,no,no\n2,yes,yes\n';
  const mapping = { person_id: 'Badge', us_person: 'US Person?', us_citizen_or_national: 'citizen' };
  expect(await results(letter, 'Badge,US Person?,citizen,employer\n1,no,no,Corvane\n2,yes,yes,\n', { mapping })).toBe('person_id,result\n1,barred\n2,not_barred\n');
  expect(await failure(run(letter, roster))).toMatchObject({ code: 'import-malformed', line: 1, why: 'no column is called person_id, and none is mapped to it' });
  expect(await failure(run(letter, roster, { mapping: { person_id: 'Nobody' } }))).toMatchObject({ code: 'import-malformed', why: 'no column is called “Nobody”' });
  expect(await failure(run(letter, 'person_id,a,A\n'))).toMatchObject({ code: 'import-malformed', why: 'two columns are called “a”' });
  expect(await failure(run(letter, ''))).toMatchObject({ code: 'import-malformed', why: 'it is empty' });
});

test('an order without rules on whom it reaches is refused: silence is not “not barred”', async () => {
  expect(await failure(run(scheduling, 'person_id\n1\n'))).toMatchObject({ code: 'guard', guard: 'no-scope-rule', number: scheduling });
  expect(await failure(run('MODEL-001', 'person_id\n1\n'))).toMatchObject({ code: 'record-not-found' });
});

test('a run that is stopped leaves nothing: no record, no file', async () => {
  const files = (): number => readdirSync(home.vault.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;
  const standing = (): number[] => [home.records.reading().list({ kind: 'screening' }).total, files()];
  const before = standing();
  expect(await failure(run(restriction, 'person_id,us_person\n1,no\n', { signal: AbortSignal.abort() }))).toEqual({ code: 'cancelled' });
  expect(standing()).toEqual(before);
});

test('results leave as person_id,result only; with reasons they name clause, definition and what is missing', async () => {
  const roster = 'person_id,us_person\n"a,""b""",no\n-5,\n';
  expect(await results(restriction, roster)).toBe('person_id,result\n"a,""b""",barred\n-5,undetermined\n');
  const [head, first, second] = (await results(restriction, roster, {}, true)).split('\n');
  expect(head).toBe('person_id,result,clause,definition,missing');
  expect(first?.startsWith(`"a,""b""",barred,${restriction} cl. 1,"“all foreign nationals”: Everybody who is not a citizen`)).toBe(true);
  expect(second).toMatch(/,us_person; us_citizen_or_national$/);
  const releases = home.records.reading().all('release');
  expect(releases.at(-1)?.fields).toMatchObject({ format: 'screening', releasedTo: 'internal', privilegedIncluded: true, numbers: [restriction] });
});

test('the vault holds the results as it holds everything: verify finds nothing', async () => {
  const report = await home.vault.verify({ upgrade: home.records.upgrade, compare: home.records.compare });
  expect(report.findings).toEqual([]);
});
