import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quietOutside } from './quiet-outside.test-support.ts';
import { run } from './run.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'cordon-commands-'));
const at = (name: string): string => path.join(folder, name);
const vault = at('Case.cordon');
let today = Date.UTC(2026, 10, 25, 15);
const clock = () => ({ instant: today, zone: 'America/New_York' });
const random = (bytes: number): Uint8Array => randomBytes(bytes);

/** Runs one command line in this process; gives its exit code and what `--json` printed. */
async function cordon(...words: string[]): Promise<{ code: number; json: Record<string, unknown> }> {
  const lines: string[] = [];
  const vaultSetting = { clock, random, stateFolder: at('state'), kdf: { memoryMiB: 64, passes: 3 } };
  const outside = quietOutside({ clock, random, vaultSetting, line: (text) => void lines.push(text) });
  const code = await run([...words, '--passphrase-file', at('passphrase'), '--json'], outside);
  return { code, json: JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}
const roster = (name: string, bytes: string | Uint8Array): string => {
  writeFileSync(at(name), bytes);
  return at(name);
};
let out = 0;
/** Screens a roster against ORD-001; gives the answer and the file that was written. */
async function screened(file: string, ...words: string[]): Promise<{ code: number; json: Record<string, unknown>; text: string }> {
  const to = at(`out-${++out}.csv`);
  const { code, json } = await cordon('screen', vault, '--order', 'ORD-001', '--roster', file, '--out', to, ...words);
  return { code, json, text: code === 0 ? readFileSync(to, 'utf8') : '' };
}

const on = (day: string) => ({ certainty: 'exact', day });
const order = { instrument: 'is_informed_letter', formSeen: 'original', textInHand: true, authority: 'stated' };
const rule = { clause: '1', rule: 'barred' };
const records = [
  { id: 'c', kind: 'case', fields: { title: 'Heron 2' } },
  { id: 'm', kind: 'restricted_model', caseId: 'c', fields: { name: 'Heron 2' } },
  {
    id: 'o',
    kind: 'order',
    caseId: 'c',
    state: 'received',
    fields: {
      ...order,
      title: 'Letter',
      effective: on('2026-06-01'),
      received: on('2026-06-01'),
      models: ['m'],
      clauses: [{ number: '1', quotation: 'any foreign person' }],
      obligations: [{ number: 'OB-1', clause: '1', text: 'Report', verb: 'report', state: 'open' }],
    },
  },
  {
    id: 'a',
    kind: 'order',
    caseId: 'c',
    state: 'received',
    fields: {
      ...order,
      title: 'Amendment',
      effective: on('2026-10-01'),
      received: on('2026-10-01'),
      clauses: [{ number: '1', quotation: 'everybody', change: 'replaces', changedOrder: 'o', changedClause: '1' }],
    },
  },
  {
    id: 'r1',
    kind: 'scope_rule',
    caseId: 'c',
    state: 'adopted',
    fields: { ...rule, order: 'o', persons: 'any foreign person', tests: [{ join: 'must', test: 'nationality', nationality: 'any_foreign_person_EAR' }] },
  },
  {
    id: 'r2',
    kind: 'scope_rule',
    caseId: 'c',
    state: 'adopted',
    fields: {
      ...rule,
      order: 'a',
      persons: 'everybody but those at home',
      models: ['m'],
      tests: [{ join: 'must', test: 'nationality', nationality: 'any_citizenship_in', countries: ['FR'] }],
    },
  },
];

beforeAll(async () => {
  writeFileSync(at('passphrase'), 'correct horse battery staple');
  writeFileSync(at('case.json'), JSON.stringify({ format: 'cordon/1', records }));
  const made = await cordon('new', vault, '--person', 'Ada Reyes', '--recovery-key-file', at('words'), '--memory-mib', '64', '--passes', '3');
  expect(made.code, JSON.stringify(made.json)).toBe(0);
  const taken = await cordon('import', vault, at('case.json'));
  expect(taken.code, JSON.stringify(taken.json)).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a roster is screened against the order as amended, or as it stood on a day', async () => {
  const file = roster('plain.csv', 'person_id,us_person,citizenships\np-1,yes,\np-2,no,FR\np-3,,\n');
  const now = await screened(file);
  expect(now).toMatchObject({ code: 0, json: { order: 'ORD-001', amendedBy: ['ORD-002'], rows: 3 } });
  expect(now.text).toBe('person_id,result\np-1,undetermined\np-2,barred\np-3,undetermined\n');
  const then = await screened(file, '--as-of', '2026-09-30');
  expect(then.json).toMatchObject({ day: '2026-09-30', counts: { barred: 1, not_barred: 1, undetermined: 1 } });
  expect(then.text).toBe('person_id,result\np-1,not_barred\np-2,barred\np-3,undetermined\n');
  expect(await screened(file, '--as-of', '2026-02-30')).toMatchObject({ code: 2, json: { failure: { code: 'misuse' } } });
});

test('with reasons the clause, the definition and what is missing stand beside each result, and those over whom the tests differ are listed', async () => {
  const file = roster('reasons.csv', 'person_id,us_person,citizenships\np-1,no,DE\np-2,,\n');
  const { json, text } = await screened(file, '--reasons', '--list-differing');
  const [head, first, second] = text.split('\n');
  expect(head).toBe('person_id,result,clause,definition,missing');
  expect(first).toMatch(/^p-1,not_barred,ORD-002 cl\. 1,/);
  expect(second).toMatch(/^p-2,undetermined,ORD-002 cl\. 1,.*citizenships/);
  // By the EAR a foreign person, by the amendment not barred.
  expect(json['differing']).toEqual([{ id: 'p-1', result: 'not_barred', ear: 'foreign_person' }]);
});

test('columns of other names are mapped, and a mapping to a column that is not there is refused', async () => {
  const file = roster('mapped.csv', 'Badge;Nationality;US Person?\np-1;"France";no\np-2;"United States; France";yes\n');
  const mapped = ['--map', 'person_id=Badge', '--map', 'citizenships=Nationality', '--map', 'us_person=US Person?', '--as-of', '2026-07-01'];
  expect((await screened(file, ...mapped)).text).toBe('person_id,result\np-1,barred\np-2,not_barred\n');
  expect(await screened(file)).toMatchObject({ code: 1, json: { failure: { code: 'import-malformed', line: 1 } } });
  expect(await screened(file, '--map', 'person_id=Nobody')).toMatchObject({ code: 1, json: { failure: { code: 'import-malformed' } } });
  expect(await screened(file, '--map', 'badge=Badge')).toMatchObject({ code: 2, json: { failure: { code: 'misuse' } } });
});

test('encodings, byte order marks and quotes are read, and lines that cannot be are named and in no result', async () => {
  const day = ['--as-of', '2026-07-01'] as const;
  const words = 'person_id,us_person\r\n"p-é",no\r\n';
  const results = 'person_id,result\np-é,barred\n';
  expect((await screened(roster('bom.csv', `\uFEFF${words}`), ...day)).text).toBe(results);
  expect((await screened(roster('wide.csv', Buffer.from(`\uFEFF${words}`, 'utf16le')), ...day)).text).toBe(results);
  const latin = roster('latin.csv', Buffer.from(words, 'latin1'));
  expect((await screened(latin, ...day, '--encoding', 'windows-1252')).text).toBe(results);
  expect(await screened(latin, ...day, '--encoding', 'ebcdic')).toMatchObject({ code: 2 });
  const bad = roster('bad.csv', 'person_id,us_person,employer\n"p ""1""",no,"Two\nlines, Inc."\np-2,yes\n,no,x\n=cmd|x,no,y\np-3,no,z\n');
  const { json, text } = await screened(bad, ...day);
  expect(text).toBe('person_id,result\n"p ""1""",barred\np-3,barred\n');
  expect(json).toMatchObject({ rows: 2, badLineCount: 3, badLines: [{ line: 4 }, { line: 5 }, { line: 6 }] });
  expect(JSON.stringify(json['roster'])).toContain(createHash('sha256').update(readFileSync(bad)).digest('hex'));
});

test('an order without a rule in use, and a number that is none, are refused: silence is not “not barred”', async () => {
  const file = roster('one.csv', 'person_id\np-1\n');
  expect(await cordon('screen', vault, '--order', 'MODEL-001', '--roster', file, '--out', at('none.csv'))).toMatchObject({
    code: 1,
    json: { failure: { code: 'record-not-found' } },
  });
  expect(await cordon('screen', vault, '--roster', file, '--out', at('none.csv'))).toMatchObject({ code: 2 });
});

test('a roster is kept only by choice, is raised on its day, and its bytes are gone once it is purged', async () => {
  const file = roster('kept.csv', 'person_id,us_person\np-secret,no\n');
  expect((await screened(file)).json['kept']).toBeNull();
  const day = ['--as-of', '2026-07-01'];
  expect(await screened(file, ...day, '--keep-roster-until', '2026-12-01')).toMatchObject({ code: 2 });
  expect(await screened(file, ...day, '--keep-roster-until', '2026-11-01', '--keep-because', 'audit')).toMatchObject({ code: 2, json: { failure: { code: 'misuse' } } });
  expect(await screened(file, ...day, '--keep-roster-until', '2026-11-26', '--keep-because', 'audit')).toMatchObject({ code: 0, json: { kept: 'ROS-001' } });
  const files = () => readdirSync(path.join(vault, 'blobs'), { recursive: true }).length;
  expect(await cordon('purge-roster', vault)).toMatchObject({ code: 0, json: { due: [] } });
  today += 86_400_000;
  expect(await cordon('purge-roster', vault)).toMatchObject({ code: 1, json: { due: ['ROS-001'] } });
  const before = files();
  expect(await cordon('purge-roster', vault, 'ROS-001')).toMatchObject({ code: 2 });
  expect(await cordon('purge-roster', vault, 'ROS-001', '--reason', 'its day has come')).toMatchObject({ code: 0, json: { purged: 'ROS-001' } });
  expect(files()).toBe(before - 1);
  expect(await cordon('show', vault, 'ROS-001')).toMatchObject({ json: { record: { state: 'purged', fields: { purgedOn: '2026-11-26' } } } });
  expect(await cordon('purge-roster', vault, 'ROS-001', '--reason', 'again')).toMatchObject({ code: 1, json: { failure: { code: 'guard' } } });
  expect(await cordon('verify', vault)).toMatchObject({ code: 0, json: { ok: true } });
});

test('what stands without a date is raised with exit code 1', async () => {
  const { code, json } = await cordon('deadline', 'raised', vault);
  expect(code).toBe(1);
  expect(json['raised']).toEqual(
    expect.arrayContaining([expect.objectContaining({ why: 'no-next-date', about: 'ORD-001 OB-1' }), expect.objectContaining({ why: 'no-open-deadline', about: 'CASE-001' })]),
  );
});

test('what was not read at intake is read again later, and the answer is no where nothing can be read', async () => {
  writeFileSync(at('letter.txt'), 'the avocet answers');
  expect(await cordon('intake', vault, at('letter.txt'), '--no-text')).toMatchObject({ code: 0 });
  expect(await cordon('search', vault, 'avocet')).toMatchObject({ json: { hits: [] } });
  // What took too long is another thing than what nobody asked to be read.
  expect(await cordon('read-again', vault)).toMatchObject({ code: 0, json: {} });
  expect(await cordon('read-again', vault, '--status', 'not-read')).toMatchObject({ code: 0, json: { number: 'EX-001', before: 'not-read', reading: 'text' } });
  expect((await cordon('search', vault, 'avocet')).json['hits']).toHaveLength(1);
  expect(await cordon('read-again', vault, 'EX-001')).toMatchObject({ code: 1, json: { number: 'EX-001', failure: { code: 'intake-refused' } } });
  expect(await cordon('read-again', vault, 'EX-001', '--status', 'damaged')).toMatchObject({ code: 2 });
  expect(await cordon('read-again', vault, '--read-seconds', '0')).toMatchObject({ code: 2 });
});
