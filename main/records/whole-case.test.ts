import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestVault, type TestVault } from './test-vault.ts';
import { wholeCase } from './whole-case.ts';

let home: TestVault;
let caseId: string;
const day = { certainty: 'exact', day: '2026-06-01' };
beforeAll(async () => {
  home = await makeTestVault();
  let removed = '';
  await home.records.change(null, (w) => {
    caseId = w.create('case', { caseId: null, fields: { title: 'A case' } }).id;
    const other = w.create('case', { caseId: null, fields: { title: 'Another' } }).id;
    const speaker = w.createAny('party', { caseId, fields: { name: 'A speaker', type: 'individual', contact: 'by letter' } }).id;
    const said = w.createAny('assertion', { caseId, fields: { statement: 'It is safe.', type: 'policy', assertedBy: [speaker] } }).id;
    w.createAny('assertion', { caseId, fields: { statement: 'Nobody said this.', type: 'policy' } });
    w.createAny('assertion', { caseId: other, fields: { statement: 'Of another case.', type: 'policy' } });
    removed = w.createAny('assertion', { caseId, fields: { statement: 'Entered twice.', type: 'policy' } }).id;
    const row = (assertion: string) => ({ assertion, stance: 'affirms' });
    const fields = { title: 'A press release', side: 'ours', speaker: [speaker], forum: 'press', verbatim: 'It is safe.', at: day, assertions: [row(said), row(removed)] };
    w.createAny('statement', { caseId, fields });
  });
  await home.records.change(null, (w) => w.remove(removed, 'Entered twice.'));
});
afterAll(() => home.end());
const asked = (question: Partial<Parameters<typeof wholeCase>[1]>) =>
  wholeCase(home.records.reading(), { kinds: ['assertion', 'statement', 'party'], caseId, limit: 2_000, ...question });
const numbers = (found: ReturnType<typeof asked>) => found.records.map(({ number }) => number);

test('the records of a case are given whole, removed ones and those of other cases left out', () => {
  const found = asked({});
  expect(numbers(found)).toEqual(['AST-001', 'AST-002', 'STM-001', 'PTY-001']);
  expect(found.records.at(-1)?.fields).toMatchObject({ name: 'A speaker', contact: 'by letter' });
  expect(found.more).toBe(0);
});

test('of a kind with chosen fields only those are given, and only what they link to is named', () => {
  const found = asked({ kinds: ['assertion', 'party'], fields: { assertion: ['statement'], party: ['name'] } });
  expect(found.records.map(({ fields }) => fields)).toEqual([{ statement: 'It is safe.' }, { statement: 'Nobody said this.' }, { name: 'A speaker' }]);
  expect(found.names).toEqual([]);
  expect(asked({ kinds: ['assertion'], fields: { assertion: ['assertedBy'] } }).names.map(({ title }) => title)).toEqual(['A speaker']);
});

test('of a kind of which only linked records are wanted, those are given that the others link to and that still stand', () => {
  const found = asked({ kinds: ['assertion', 'statement'], fields: { assertion: ['statement'] }, linked: ['assertion'] });
  expect(numbers(found)).toEqual(['AST-001', 'STM-001']);
  // A field that is not given links to nothing.
  expect(numbers(asked({ kinds: ['assertion', 'statement'], fields: { statement: ['title'] }, linked: ['assertion'] }))).toEqual(['STM-001']);
});

test('what is beyond the limit is counted', () => {
  const found = asked({ limit: 3 });
  expect([numbers(found).length, found.more]).toEqual([3, 1]);
});
