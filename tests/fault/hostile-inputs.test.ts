import { readdirSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { stringify as yaml } from 'yaml';
import { afterEach, expect, test } from 'vitest';
import { takeIn } from '../../main/evidence/intake.ts';
import { readCalendarFile, readOscalFile, readTableFile } from '../../main/evidence/read-tables.ts';
import { readerJob } from '../../main/evidence/reader/read.ts';
import { sourceOfBytes } from '../../main/evidence/source-file.ts';
import { exportText } from '../../main/exchange/cordon-json.ts';
import { importDrafts } from '../../main/exchange/import/import-drafts.ts';
import { planImport, refuseFaults } from '../../main/exchange/import/plan-import.ts';
import { importRecords } from '../../main/exchange/import-records.ts';
import { xlsx } from '../../main/exchange/xlsx.ts';
import { makeTestVault, type TestVault } from '../../main/records/test-vault.ts';
import type { RunJob } from '../../main/jobs/run-job.ts';
import { answer, type Failure } from '../../shared/failure/failure.ts';
import { entire, long } from './seeded.ts';

/** All of them with CORDON_LONG=all; otherwise fewer, which meet every format and every kind of damage. */
const files = entire ? 10_000 : long ? 2_000 : 700;

let home: TestVault;
/** The job's own work, here: what is tested is that nothing in a file gets past it. */
const runJob: RunJob = (_entry, input) => readerJob(input);
afterEach(() => home.end());

/** Mulberry32: the same damage in every run, told by its number. */
function randomness(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Pieces that mean something to one parser or another. */
const spiteful = [
  '"',
  '""',
  ',',
  ';',
  '\r\n',
  '\n',
  '\0',
  '=cmd()',
  '{',
  '}',
  '[',
  ']',
  '\\',
  '\\u0000',
  'BEGIN:VEVENT',
  'END:VCALENDAR',
  'DTSTART:99999999',
  '../',
  '__proto__',
  '"__proto__":{},',
  '1e999',
  'ÿþ',
  '\u202e',
  'PK\u0001\u0002',
  '--x--',
  'Content-Type: multipart/mixed; boundary=x\r\n',
  '&#x0;',
  '<![CDATA[',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '2031-02-30',
  '9'.repeat(400),
].map((text) => Buffer.from(text));

function damaged(seed: Uint8Array, random: () => number): Uint8Array {
  let bytes = Buffer.from(seed);
  const at = () => Math.floor(random() * (bytes.length + 1));
  for (let times = 1 + Math.floor(random() * 4); times > 0; times--) {
    const [from, to] = [at(), at()].sort((a, b) => a - b) as [number, number];
    switch (Math.floor(random() * 6)) {
      case 0:
        if (bytes.length > 0) bytes[Math.min(from, bytes.length - 1)] = Math.floor(random() * 256);
        break;
      case 1:
        bytes = Buffer.concat([bytes.subarray(0, from), bytes.subarray(Math.min(to, from + 40))]);
        break;
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, Math.min(to, from + 200)), bytes.subarray(to)]);
        break;
      case 3:
        bytes = Buffer.concat([bytes.subarray(0, from), spiteful[Math.floor(random() * spiteful.length)] ?? Buffer.alloc(0), bytes.subarray(from)]);
        break;
      case 4:
        if (random() < 0.3) bytes = bytes.subarray(0, from);
        break;
      default:
        for (let byte = from; byte < Math.min(to, from + 8); byte++) bytes[byte] = (bytes[byte] ?? 0) ^ (1 << Math.floor(random() * 8));
    }
  }
  return bytes;
}

const collected = async (chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
};
const table = 'Title,Due,Owner,Note\nAnswer,2031-02-03,Litigation,"two\nlines"\nReply,18 June 2031,Export,"say ""so"""\n';
const mail = [
  'From: Ann <ann@example.test>',
  'Subject: =?utf-8?q?=C3=9Cber?=',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=x',
  '',
  '--x',
  'Content-Type: text/html',
  '',
  '<p>Off</p>',
  '--x',
  'Content-Disposition: attachment; filename="a.txt"',
  'Content-Transfer-Encoding: base64',
  '',
  'aGVsbG8=',
  '--x--',
  '',
].join('\r\n');
const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VTIMEZONE',
  'TZID:Own',
  'BEGIN:STANDARD',
  'DTSTART:20300101T000000',
  'TZOFFSETFROM:-0500',
  'TZOFFSETTO:-0500',
  'END:STANDARD',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  'UID:1',
  'SUMMARY:Hearing\\, first',
  'DTSTART;TZID=Own:20310310T093000',
  'RRULE:FREQ=WEEKLY',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');
const plan = {
  'plan-of-action-and-milestones': {
    uuid: 'a',
    metadata: { title: 'Plan' },
    risks: [
      {
        uuid: 'r',
        title: 'R',
        description: 'D',
        status: 'open',
        remediations: [
          { uuid: 's', lifecycle: 'planned', title: 'S', tasks: [{ uuid: 't', type: 'action', title: 'T', timing: { 'on-date': { date: '2031-02-03T00:00:00Z' } } }] },
        ],
      },
    ],
    'poam-items': [{ title: 'I', description: 'D', 'related-risks': [{ 'risk-uuid': 'r' }] }],
  },
};

const xmlPlan = `<?xml version="1.0"?>
<plan-of-action-and-milestones uuid="a" xmlns="http://csrc.nist.gov/ns/oscal/1.0">
 <metadata><title>Plan</title></metadata>
 <risk uuid="r"><title>R</title><description><p>D</p></description><status>open</status>
  <response uuid="s" lifecycle="planned"><title>S</title><task uuid="t" type="action"><title>T</title><timing><on-date date="2031-02-03T00:00:00Z"/></timing></task></response>
 </risk>
 <poam-item uuid="i"><title>I</title><description><p>D</p></description><associated-risk risk-uuid="r"/></poam-item>
</plan-of-action-and-milestones>
`;

async function seeds(): Promise<Record<string, { bytes: Uint8Array; take: (bytes: Uint8Array, file: string) => Promise<unknown> }>> {
  const list = { name: 'Deadlines', header: ['Title', 'Due'], dayColumn: 1, rows: () => [['Answer', '2031-02-03']] };
  const note = (
    await home.records.change(null, (w) => w.create('note', { caseId: null, privilege: 'none', fields: { title: 'A', type: 'note', body: 'Text with "quotes" and ünïcode.' } }))
  ).result;
  const desk = () => ({
    reading: home.records.reading(),
    now: { instant: home.now(), zone: 'UTC' },
    readTable: (bytes: Uint8Array, file: string) => readTableFile(runJob, bytes, file),
    readCalendar: (bytes: Uint8Array, file: string) => readCalendarFile(runJob, bytes, file),
    readOscal: (bytes: Uint8Array, file: string) => readOscalFile(runJob, bytes, file),
  });
  const planned = (form: 'table' | 'calendar' | 'oscal') => async (bytes: Uint8Array, file: string) => {
    const { plan: made } = await planImport(desk(), bytes, file, { form, kind: 'deadline', caseId: null });
    refuseFaults(file, made.faults);
    await importDrafts(home.records, made.drafts, file);
  };
  const evidence = (bytes: Uint8Array, file: string) =>
    takeIn({ vault: home.vault, records: home.records, runJob, clock: () => ({ instant: home.now(), zone: 'UTC' }) }, sourceOfBytes(file, bytes, 0), { caseId: null });
  return {
    csv: { bytes: Buffer.from(table), take: planned('table') },
    xlsx: { bytes: await collected(xlsx(list)), take: planned('table') },
    ics: { bytes: Buffer.from(calendar), take: planned('calendar') },
    'poam.json': { bytes: Buffer.from(JSON.stringify(plan, null, 1)), take: planned('oscal') },
    'poam.yaml': { bytes: Buffer.from(yaml(plan)), take: planned('oscal') },
    'poam.xml': { bytes: Buffer.from(xmlPlan), take: planned('oscal') },
    json: { bytes: await collected(exportText([note])), take: (bytes, file) => importRecords(home.records, bytes, file) },
    eml: { bytes: Buffer.from(mail), take: evidence },
    zip: { bytes: zipSync({ 'a.txt': strToU8('words'), 'b/c.eml': strToU8(mail) }, { level: 6 }), take: evidence },
  };
}

/** Whether a refusal says where: file and line, or the record or field where the form has no lines; a file that is none of its sort is named as a whole. */
function says(failure: Failure, file: string): boolean {
  if (failure.code !== 'import-malformed' && failure.code !== 'intake-refused') return false;
  if (!failure.file.startsWith(file) || failure.why.trim() === '') return false;
  const placed = failure.code === 'intake-refused' || failure.line !== undefined || failure.record !== undefined || failure.field !== undefined;
  return placed || /UTF-8|neither text|not text|empty|damaged|workbook|sheet|heading/.test(failure.why);
}

/** Files and rows of the vault's stored bytes are counted after so many inputs: as many files as rows, or something was left behind. */
const between = 100;

test('damaged files: each is taken in whole or refused by name and place, and a refused one leaves nothing', async () => {
  home = await makeTestVault();
  const all = Object.entries(await seeds());
  const stored = () => ({
    files: readdirSync(path.join(home.vault.folder, 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length,
    rows: home.vault.reader.prepare('SELECT count(*) FROM blob').pluck().get(),
  });
  const count = { taken: 0, refused: 0 };
  let slowest = 0;
  for (let number = 0; number < files; number++) {
    const [ending, seed] = all[number % all.length] ?? ['', undefined];
    if (!seed) throw new Error('no seed');
    const { bytes, take } = seed;
    const file = `hostile-${number}.${ending}`;
    const evil = damaged(bytes, randomness(number));
    const { seq } = home.records.reading();
    const started = performance.now();
    const done = await answer(() => take(evil, file));
    slowest = Math.max(slowest, performance.now() - started);
    if (done.ok) count.taken++;
    else {
      count.refused++;
      expect([file, says(done.failure, file), done.failure]).toEqual([file, true, done.failure]);
      expect([file, home.records.reading().seq]).toEqual([file, seq]);
    }
    if (number % between === 0) expect([file, stored()]).toEqual([file, { files: stored().rows, rows: stored().rows }]);
  }
  // Both happen, and often: damage that nothing notices would test nothing.
  expect(count.refused).toBeGreaterThan(files / 10);
  expect(count.taken).toBeGreaterThan(files / 10);
  expect(slowest).toBeLessThan(20_000);
  const { files: kept, rows } = stored();
  expect(kept).toBe(rows);
  expect(await home.vault.verify({ upgrade: home.records.upgrade, compare: home.records.compare })).toMatchObject({ ok: true, findings: [] });
  process.stdout.write(`${count.taken} taken in, ${count.refused} refused, ${kept} stored, slowest ${slowest.toFixed(0)} ms\n`);
}, 1_200_000);
