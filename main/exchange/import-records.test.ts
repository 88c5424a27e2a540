import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer } from '../../shared/failure/failure.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import { datedCase } from '../../shared/records/samples/dated.ts';
import { reportedCase } from '../../shared/records/samples/reported.ts';
import type { Sample } from '../../shared/records/samples/sample.ts';
import { makeTestVault, type TestVault } from '../records/test-vault.ts';
import { exportText, readExport, type ExportedRecord } from './cordon-json.ts';
import { memoryDestination } from './destination.ts';
import { exportRecords } from './export-records.ts';
import { importRecords, mostImported } from './import-records.ts';

let first: TestVault;
let second: TestVault;
beforeAll(async () => {
  first = await makeTestVault();
  second = await makeTestVault();
});
afterAll(async () => {
  await first.end();
  await second.end();
});
const bytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

async function exported(home: TestVault, caseId: string, privilegedBecause?: string): Promise<Uint8Array> {
  const destination = memoryDestination('e.json');
  await exportRecords(home.records, { audience: 'internal', caseId, destination, ...(privilegedBecause !== undefined && { privilegedBecause }) });
  return destination.bytes();
}
/** The text of an export with every id and number replaced by its place, so that two vaults can be compared. */
function comparable(file: Uint8Array): string {
  const records = [...readExport(file, 'e.json')];
  return records.reduce(
    (text, record, index) => text.replaceAll(`"${record.id}"`, `"id ${index}"`).replaceAll(`"number":"${record.number}"`, `"number":"n ${index}"`),
    Buffer.from(file).toString(),
  );
}
const caseIn = (home: TestVault): string => home.records.reading().all('case').at(-1)?.id ?? '';

for (const [name, sample] of [
  ['reported', reportedCase],
  ['dated', datedCase('2031-01-08')],
] as [string, Sample][]) {
  test(`the ${name} case comes back out as it went in, through two vaults`, async () => {
    const taken = await importRecords(first.records, bytes(sample), 'sample.json');
    expect([taken.records, taken.notes]).toEqual([sample.records.length, []]);
    const out = await exported(first, caseIn(first), 'round trip');
    await importRecords(second.records, out, 'out.json');
    expect(comparable(await exported(second, caseIn(second), 'round trip'))).toBe(comparable(out));
    // What is in a sealed compartment never leaves by an export.
    expect(readExport(out, 'out.json')).toHaveLength(sample.records.filter((record) => kindNamed(record.kind)?.compartment === undefined).length);
  });

  test(`an export of the ${name} case without what is privileged is still one that can be imported`, async () => {
    const out = await exported(first, caseIn(first));
    const kept = readExport(out, 'out.json');
    expect(kept.length).toBeGreaterThan(sample.records.length / 2);
    expect(kept.filter((record) => record.privilege !== 'none').every((record) => record.tags.includes('held-back'))).toBe(true);
    await expect(importRecords(second.records, out, 'out.json')).resolves.toMatchObject({
      records: kept.length,
      // It came in once before.
      notes: [{ why: expect.stringContaining('stands here already as CASE-') }],
    });
  });
}

test('an imported record keeps its old number and gets one of this vault', async () => {
  const { numbers } = await importRecords(
    first.records,
    bytes({ format: 'cordon/1', records: [{ id: 'a', kind: 'note', number: 'NOTE-777', fields: { title: 'T', type: 'note', body: 'B' } }] }),
    'one.json',
  );
  expect(first.records.reading().require(numbers[0]?.number ?? '')).toMatchObject({ formerNumber: 'NOTE-777', audience: 'internal', privilege: 'work_product', state: 'open' });
});

test('links lead to the new ids, forwards and in a circle', async () => {
  const one = { id: 'a', kind: 'note', number: 'NOTE-1', fields: { title: 'A', type: 'note', body: 'B', about: ['b'] } };
  const other = { id: 'b', kind: 'note', number: 'NOTE-2', fields: { title: 'B', type: 'note', body: 'B', about: ['a'] } };
  const { numbers } = await importRecords(first.records, bytes({ format: 'cordon/1', records: [one, other] }), 'two.json');
  const [a, b] = numbers.map((given) => first.records.reading().require(given.number));
  expect(a?.fields['about']).toEqual([b?.id]);
  expect(b?.fields['about']).toEqual([a?.id]);
});

const note = (more: object = {}, fields: object = {}) => ({ id: 'n', kind: 'note', number: 'NOTE-009', fields: { title: 'T', type: 'note', body: 'B', ...fields }, ...more });
const file = (...records: unknown[]) => ({ format: 'cordon/1', records });
const faults: [string, unknown, object][] = [
  ['a missing field', file(note({}, { title: undefined })), { record: 'NOTE-009', field: 'fields.title' }],
  ['an unknown field', file(note({}, { colour: 'red' })), { record: 'NOTE-009', field: 'fields.colour' }],
  ['an unknown part of a record', file(note({ owner: 'me' })), { record: 'NOTE-009', field: 'owner' }],
  ['an unknown kind', file(note({ kind: 'spell' })), { record: 'NOTE-009', field: 'kind' }],
  ['an unknown state', file(note({ state: 'lost' })), { record: 'NOTE-009', field: 'state' }],
  ['an unknown audience', file(note({ audience: 'press' })), { record: 'NOTE-009', field: 'audience' }],
  ['a link to nothing', file(note({}, { about: ['x', 'y'] })), { record: 'NOTE-009', field: 'fields.about.0' }],
  ['a case that is not there', file(note({ caseId: 'x' })), { record: 'NOTE-009', field: 'caseId' }],
  ['the same id twice', file(note(), note({ number: 'NOTE-010' })), { record: 'NOTE-010', field: 'id' }],
  ['a record that is none', file(7), { record: 'no. 1', field: 'kind' }],
  ['a release', file({ id: 'r', kind: 'release', number: 'REL-001', fields: {} }), { record: 'REL-001', field: 'kind' }],
  ['another format', { format: 'cordon/2', records: [] }, { field: 'format' }],
  ['no format', [], { field: 'format' }],
  ['records that are no list', { format: 'cordon/1', records: {} }, { field: 'records' }],
  ['an unknown part of the file', { ...file(), by: 'me' }, { field: 'by' }],
];
for (const [what, content, expected] of faults) {
  test(`${what} stops the whole import and is named`, async () => {
    const before = first.records.reading().seq;
    expect(await answer(() => importRecords(first.records, bytes(content), 'f.json'))).toMatchObject({
      ok: false,
      failure: { code: 'import-malformed', file: 'f.json', ...expected },
    });
    expect(first.records.reading().seq).toBe(before);
  });
}

test('a condition that a record does not meet stops the import in the words of the file', async () => {
  const filing = { id: 'f', kind: 'filing', number: 'FIL-042', state: 'approved', fields: { title: 'T', forum: 'agency', profile: 'outgoing', type: 'other' } };
  expect(await answer(() => importRecords(first.records, bytes(file(filing)), 'f.json'))).toMatchObject({ failure: { code: 'import-malformed', record: 'FIL-042' } });
});

test('text that is not JSON is named by its line, bytes that are not text by that', async () => {
  expect(await answer(() => importRecords(first.records, Buffer.from('{\n"format": "cordon/1",\n"records": [}\n'), 'f.json'))).toMatchObject({
    failure: { code: 'import-malformed', line: 3 },
  });
  expect(await answer(() => importRecords(first.records, Uint8Array.of(0x7b, 0xff, 0x7d), 'f.json'))).toMatchObject({
    failure: { code: 'import-malformed', why: 'it is not UTF-8 text' },
  });
});

test('more records than one act may hold are refused before anything is done', async () => {
  const many = Array.from({ length: mostImported + 1 }, (_, index) => ({ ...note(), id: `n${index}` }));
  expect(await answer(() => importRecords(first.records, bytes(file(...many)), 'f.json'))).toEqual({
    ok: false,
    failure: { code: 'too-many-records', count: mostImported + 1, limit: mostImported },
  });
});

test('an import that is cancelled leaves nothing', async () => {
  const before = first.records.reading().seq;
  const many = Array.from({ length: 2000 }, (_, index) => ({ ...note(), id: `n${index}` }));
  const stop = new AbortController();
  const tell = () => stop.abort();
  expect(await answer(() => importRecords(first.records, bytes(file(...many)), 'f.json', { signal: stop.signal, tell }))).toEqual({ ok: false, failure: { code: 'cancelled' } });
  expect(first.records.reading().seq).toBe(before);
});

test('whatever text a record holds is read back as it was written', () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).filter((words) => words.isWellFormed());
  fc.assert(
    fc.property(fc.array(fc.record({ title: text, body: text, tags: fc.array(text, { maxLength: 3 }) }), { maxLength: 8 }), (notes) => {
      const records = notes.map(
        ({ title, body, tags }, index): ExportedRecord => ({
          id: `id-${index}`,
          kind: 'note',
          number: `NOTE-${index}`,
          caseId: null,
          state: 'open',
          audience: 'internal',
          privilege: 'none',
          tags,
          fields: { title, type: 'note', body },
        }),
      );
      expect(readExport(Buffer.concat([...exportText(records)]), 'f.json')).toEqual(records);
    }),
  );
});
