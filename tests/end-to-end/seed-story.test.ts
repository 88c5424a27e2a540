import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportedCase } from '../../shared/records/samples/reported.ts';
import { entire } from '../fault/seeded.ts';
import { Bench, sha256 } from './cordon.ts';

/**
 * The story of the seed through the command line alone, as counsel would live it: what was reported is taken in, the evidence comes, others' lists and calendars
 * are imported, something is done, and the case leaves: to the files of counsel, to outside counsel, to the agency.
 */
/** The built program, anew for each command, where CORDON_LONG is all, as in command-line.test.ts. */
const bench = new Bench(entire ? 'apart' : 'here');
interface Listed {
  readonly records: readonly { number: string; title: string; state: string; due: string | null }[];
}
const list = async (kind: string) => ((await bench.on('list', 'S.cordon', '--kind', kind)).json as unknown as Listed).records;
const done = async (...words: [string, ...string[]]) => {
  const [command, ...rest] = words;
  const ran = await bench.on(command, 'S.cordon', ...rest);
  expect([command, ran.err, ran.code]).toEqual([command, '', 0]);
  return ran;
};
const why = ['--reason', 'A second key is being made.'];

beforeAll(async () => {
  await bench.make('S.cordon');
  bench.write('seed.json', JSON.stringify(reportedCase));
});
afterAll(() => bench.end());

test('the reported case is taken in: first tried, then for good', async () => {
  expect((await done('import', bench.path('seed.json'), '--dry-run')).json).toMatchObject({ dryRun: true, records: reportedCase.records.length });
  expect(await list('order')).toEqual([]);
  await done('import', bench.path('seed.json'));
  const orders = await list('order');
  // The direction to correct or withdraw, then the restriction for all foreign nationals.
  expect(orders.length).toBeGreaterThan(1);
  expect((await list('restricted_model')).length).toBe(2);
});

test('the letter comes by mail with what is attached to it, and its words are found', async () => {
  const mail = [
    'From: "Duty officer" <duty@agency.example>',
    'To: counsel@company.example',
    'Subject: Direction',
    'Date: Fri, 12 Jun 2026 16:30:00 -0400',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'The direction is attached.',
    '--b',
    'Content-Type: text/plain; name="direction.txt"',
    'Content-Disposition: attachment; filename="direction.txt"',
    '',
    'Access by foreign nationals shall cease: quetzalcoatlus.',
    '--b--',
    '',
  ].join('\r\n');
  const [taken] = (await done('intake', bench.write('direction.eml', mail), '--custodian', 'General Counsel', ...why)).lines;
  expect(taken?.['children']).toMatchObject([{ name: 'direction.txt', parent: taken?.['number'], reading: 'text' }]);
  const found = (await done('search', 'quetzalcoatlus')).json as { hits: { number: string }[] };
  const [child] = (taken?.['children'] ?? []) as { number: string }[];
  expect(found.hits.map((hit) => hit.number)).toContain(child?.number);
  expect(((await done('show', String(taken?.['number']))).json as { linkedFrom: object[] }).linkedFrom.length).toBeGreaterThan(1);
});

test("others' lists, a court calendar and a plan of another system are imported, each after a try that names what is wrong", async () => {
  const parties = bench.write('parties.csv', 'Name,Type\nOttermole LLP,company\nHarbor Insurance,insurer\n');
  const tried = await bench.on('import', 'S.cordon', parties, '--kind', 'party', '--dry-run');
  expect(tried).toMatchObject({ code: 1, json: { faults: [{ line: 3, column: 'Type', why: expect.stringContaining('"insurer" is none of') }] } });
  expect((await bench.on('import', 'S.cordon', parties, '--kind', 'party')).json).toMatchObject({
    failure: { code: 'import-malformed', file: 'parties.csv', line: 3, field: 'Type' },
  });
  const before = (await list('party')).length;
  await done('import', parties, '--kind', 'party', '--map', 'Type=', '--set', 'type=Company');
  expect((await list('party')).length).toBe(before + 2);

  await done('import', bench.write('deadlines.csv', 'Deadline;Due;With\nAnswer to the agency;6 July 2026;Litigation\n'), '--kind', 'deadline');
  await done(
    'import',
    bench.write(
      'court.ics',
      [
        'BEGIN:VCALENDAR',
        'BEGIN:VEVENT',
        'UID:h1@court.example',
        'SUMMARY:Hearing on the motion',
        'DTSTART;TZID=America/New_York:20260713T100000',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    ),
  );
  const deadlines = await list('deadline');
  expect(deadlines.find((one) => one.title === 'Hearing on the motion')).toMatchObject({ due: '2026-07-13', state: 'proposed' });
  expect(deadlines.find((one) => one.title === 'Answer to the agency')).toMatchObject({ due: '2026-07-06' });
});

test('the case goes out: a calendar, tables, the plan, a bag, and the whole of it comes in again elsewhere', async () => {
  const calendar = await done('export', '--as', 'ics', '--out', bench.path('case.ics'));
  expect(readFileSync(bench.path('case.ics'), 'utf8')).not.toContain('Hearing');
  expect(calendar.json['records']).toBeGreaterThan(1);
  for (const kind of ['order', 'deadline', 'assertion', 'party']) await done('export', '--as', 'xlsx', '--kind', kind, '--out', bench.path(`${kind}.xlsx`));
  for (const { number } of await list('remediation_plan')) await done('export', '--plan', number, '--out', bench.path(`${number}.json`));
  const refused = await bench.on('export', 'S.cordon', '--as', 'bag', '--out', bench.path('evidence.zip'));
  // Whether it is privileged is under review until somebody has said: nothing of it goes by itself.
  expect(refused.json).toMatchObject({ failure: { code: 'release-withheld' } });
  await done('export', '--as', 'bag', '--out', bench.path('evidence.zip'), '--with-privileged', 'Working copy for the General Counsel');

  const whole = await done('export', '--out', bench.path('case.json'), '--with-privileged', 'Move to another machine');
  expect(sha256(bench.read('case.json'))).toBe(whole.json['sha256']);
  await bench.make('T.cordon');
  expect(await bench.on('import', 'T.cordon', bench.path('case.json'))).toMatchObject({ code: 0, json: { records: whole.json['records'] } });

  const releases = await list('release');
  expect(releases.length).toBeGreaterThan(6);
  expect(await bench.on('verify', 'S.cordon')).toMatchObject({ code: 0, json: { ok: true, findings: [] } });
});
