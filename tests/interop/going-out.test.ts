import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { datedCase } from '../../shared/records/samples/dated.ts';
import { Bench, sha256 } from '../end-to-end/cordon.ts';
import { entire } from '../fault/seeded.ts';
import { python, pythonMissing } from './python.ts';

const bench = new Bench(entire ? 'apart' : 'here');
interface Out {
  readonly release: string;
  readonly records: number;
  readonly sha256: string;
  readonly withheld: readonly { number: string; why: string }[];
  readonly beside?: readonly string[];
}
async function out(name: string, ...words: string[]): Promise<{ file: string; said: Out }> {
  const file = bench.path(name);
  const ran = await bench.on('export', 'V.cordon', '--out', file, ...words);
  expect([ran.err, ran.code]).toEqual(['', 0]);
  expect(sha256(readFileSync(file))).toBe(ran.json['sha256']);
  return { file, said: ran.json as unknown as Out };
}
const missing = (tool: string): string | null => (spawnSync(tool, ['--version']).error ? `${tool} is not installed` : null);

beforeAll(async () => {
  await bench.make('V.cordon');
  bench.write('sample.json', JSON.stringify(datedCase()));
  expect(await bench.on('import', 'V.cordon', bench.path('sample.json'))).toMatchObject({ code: 0 });
  const files = [bench.write('Heron log.txt', 'switched off at 14:05'), bench.write('naïve 100%.csv', '=cmd(),1\n'), bench.write('empty.bin', '')];
  expect(
    await bench.on('intake', 'V.cordon', ...files, '--case', 'CASE-001', '--privilege', 'none', '--audience', 'agency', '--reason', 'A second key is being made.'),
  ).toMatchObject({ code: 0 });
  expect(
    await bench.on('intake', 'V.cordon', bench.write('memo.txt', 'advice'), '--case', 'CASE-001', '--privilege', 'attorney_client', '--reason', 'A second key is being made.'),
  ).toMatchObject({ code: 0 });
});
afterAll(() => bench.end());

test('a calendar is read by the icalendar package, every event with its own UID', async ({ skip }) => {
  const why = pythonMissing('icalendar');
  if (why) skip(why);
  const { file, said } = await out('d.ics', '--as', 'ics');
  const read = python(
    `import sys, json, icalendar
c = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
events = list(c.walk('VEVENT'))
print(json.dumps({'errors': [str(e) for x in c.walk() for e in x.errors], 'uids': [str(e['UID']) for e in events], 'titles': sorted({str(e['SUMMARY']) for e in events}),
  'dates': [type(e.decoded('DTSTART')).__name__ for e in events], 'status': sorted({str(e['STATUS']) for e in events}), 'alarms': len(list(c.walk('VALARM'))), 'method': str(c['METHOD'])}))`,
    file,
  );
  const { errors, uids, titles, dates, status, alarms, method } = JSON.parse(read) as {
    errors: string[];
    uids: string[];
    titles: string[];
    dates: string[];
    status: string[];
    alarms: number;
    method: string;
  };
  expect([errors, titles, method]).toEqual([[], ['Case deadline'], 'PUBLISH']);
  expect(new Set(uids).size).toBe(said.records);
  expect(dates).toHaveLength(said.records);
  expect(status).toContain('CONFIRMED');
  expect(alarms).toBeGreaterThan(0);
});

test('a workbook is read by openpyxl, the same rows as the CSV that Python reads', async ({ skip }) => {
  const why = pythonMissing('openpyxl');
  if (why) skip(why);
  for (const kind of ['order', 'deadline', 'evidence_item', 'party']) {
    const { file: sheet, said } = await out(`${kind}.xlsx`, '--as', 'xlsx', '--kind', kind);
    const { file: text } = await out(`${kind}.csv`, '--as', 'csv', '--kind', kind);
    const read = python(
      `import sys, json, csv, openpyxl
b = openpyxl.load_workbook(sys.argv[1])
rows = [['' if v is None else v.date().isoformat() if hasattr(v, 'date') else str(v) for v in r] for r in b.active.iter_rows(values_only=True)]
print(json.dumps({'sheet': rows, 'csv': list(csv.reader(open(sys.argv[2], encoding='utf-8-sig', newline=''))), 'who': [b.properties.creator, b.properties.title]}))`,
      sheet,
      text,
    );
    const { sheet: rows, csv, who } = JSON.parse(read) as { sheet: string[][]; csv: string[][]; who: unknown[] };
    expect(rows).toEqual(csv.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@])/, '').replaceAll('\r\n', '\n'))));
    expect(rows).toHaveLength(said.records + 1);
    // openpyxl names itself where a file names nobody.
    expect(who).toEqual(['openpyxl', null]);
  }
});

test('a plan is a POA&M to compliance-trestle', async ({ skip }) => {
  const why = pythonMissing('trestle');
  if (why) skip(why);
  const { file, said } = await out('plan.json', '--plan', 'PLAN-001');
  const read = python(
    `import sys, json, pathlib
from trestle.oscal.poam import Model, PlanOfActionAndMilestones
p = PlanOfActionAndMilestones.oscal_read(pathlib.Path(sys.argv[1]))
ids = {str(r.uuid) for r in p.risks}
obs = {str(o.uuid) for o in (p.observations or [])}
print(json.dumps({'items': len(p.poam_items), 'responses': sum(len(r.remediations or []) for r in p.risks), 'links': all(str(x.risk_uuid) in ids for i in p.poam_items for x in i.related_risks)
  and all(str(x.observation_uuid) in obs for i in p.poam_items for x in (i.related_observations or []))}))`,
    file,
  );
  const { items, responses, links } = JSON.parse(read) as { items: number; responses: number; links: boolean };
  const counted = async (kind: string) => ((await bench.on('list', 'V.cordon', '--kind', kind)).json as { records: object[] }).records.length;
  const [weaknesses, steps] = [await counted('weakness'), await counted('remediation_step')];
  // The plan, its weaknesses and its steps; steps that mend no weakness stand under an item of the plan's own.
  expect([links, said.records, responses, items]).toEqual([true, 1 + weaknesses + steps, steps, weaknesses + 1]);
  expect(items).toBeGreaterThan(1);
});

test('evidence goes as a bag that bagit validates, byte for byte, and its custody says so', async ({ skip }) => {
  const why = pythonMissing('bagit');
  if (why) skip(why);
  const { file, said } = await out('evidence.zip', '--as', 'bag');
  const into = bench.path('bag');
  const read = python(
    `import sys, zipfile, bagit, json
zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])
b = bagit.Bag(sys.argv[2] + '/evidence')
b.validate()
print(json.dumps(sorted(b.payload_files())))`,
    file,
    into,
  );
  const payload = JSON.parse(read) as string[];
  expect(payload).toHaveLength(said.records + 2);
  expect(said.withheld.map((one) => one.why)).toContain('privileged');
  const stored = readdirSync(path.join(into, 'evidence/data/evidence')).map((name) => readFileSync(path.join(into, 'evidence/data/evidence', name), 'utf8'));
  expect(stored.sort()).toEqual(['', '=cmd(),1\n', 'switched off at 14:05']);
  const custody = (await bench.on('show', 'V.cordon', payload[2]?.match(/EX-\d+/)?.[0] ?? '')).json as { record: { fields: { custody: { action: string; note: string }[] } } };
  expect(custody.record.fields.custody.at(-1)).toMatchObject({ action: 'exported', note: 'as evidence.zip' });
  // One changed byte and it is no longer one.
  const one = path.join(into, 'evidence/data/evidence', readdirSync(path.join(into, 'evidence/data/evidence')).at(-1) ?? '');
  writeFileSync(one, 'changed');
  expect(() => python('import sys, bagit; bagit.Bag(sys.argv[1]).validate()', path.join(into, 'evidence'))).toThrow();
});

test('a hand-over opens with age, verifies with minisign and sha256sum as its sheet says, and holds what its audience may have', async ({ skip }) => {
  const why = missing('age') ?? pythonMissing('bagit') ?? (spawnSync('minisign', ['-v']).error ? 'minisign is not installed' : null);
  if (why) skip(why);
  const keys = [bench.path('one.key'), bench.path('two.key')];
  const recipients = keys.map(
    (key) => /age1\w+/.exec(execFileSync('age-keygen', ['-o', key], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }) + readFileSync(key, 'utf8'))?.[0] ?? '',
  );
  const file = bench.path('Case.zip.age');
  const ran = await bench.on('hand-over', 'V.cordon', '--out', file, '--case', 'CASE-001', '--audience', 'agency', ...recipients.flatMap((one) => ['--to', one]));
  expect(ran).toMatchObject({ code: 0, json: { format: 'hand-over', beside: [`${file}.minisig`, `${file}.verify.txt`] } });

  const sheet = readFileSync(`${file}.verify.txt`, 'utf8');
  const commands = sheet.split('\n').flatMap((line) => /^ {5}((?:echo|minisign) .*)$/.exec(line)?.[1] ?? []);
  expect(commands).toHaveLength(2);
  for (const command of commands) execFileSync('bash', ['-c', command], { cwd: bench.folder, stdio: 'pipe' });

  for (const [at, key] of keys.entries()) {
    const into = bench.path(`open-${at}`);
    mkdirSync(into);
    execFileSync('age', ['-d', '-i', key, '-o', path.join(into, 'Case.zip'), file]);
    python("import sys, zipfile, bagit; zipfile.ZipFile(sys.argv[1] + '/Case.zip').extractall(sys.argv[1]); bagit.Bag(sys.argv[1] + '/Case').validate()", into);
  }
  const records = (JSON.parse(readFileSync(bench.path('open-0/Case/data/records.json'), 'utf8')) as { records: { audience: string; privilege: string }[] }).records;
  expect(records.length).toBe(ran.json['records']);
  expect(records.every((record) => ['agency', 'court', 'public'].includes(record.audience) && record.privilege === 'none')).toBe(true);
  expect(readFileSync(bench.path('open-0/Case/data/evidence.csv'), 'utf8')).not.toContain(bench.folder);

  // Changed bytes do not pass.
  const bytes = readFileSync(file);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  writeFileSync(file, bytes);
  for (const command of commands) expect(spawnSync('bash', ['-c', command], { cwd: bench.folder }).status).not.toBe(0);
});

test('a hand-over to nobody, to no key, or of nothing is refused and leaves no file', async () => {
  const refused = async (...words: string[]) => (await bench.on('hand-over', 'V.cordon', '--out', bench.path('no.age'), ...words)).json;
  expect(await refused()).toMatchObject({ failure: { code: 'misuse' } });
  expect(await refused('--to', 'age1qqqqqqqqqqqq')).toMatchObject({ failure: { code: 'not-a-recipient', typed: 'age1qqqqqqqqqqqq' } });
  expect(await refused('--to', 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg', '--only', 'EX-001', '--audience', 'public')).toMatchObject({
    failure: { code: 'release-withheld' },
  });
  expect(readdirSync(bench.folder).filter((name) => name.includes('no.age'))).toEqual([]);
});
