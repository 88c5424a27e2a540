import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer } from '../../../shared/failure/failure.ts';
import { readCalendar } from '../../evidence/reader/calendar.ts';
import { readOscal } from '../../evidence/reader/oscal.ts';
import { readTable } from '../../evidence/reader/table.ts';
import { makeTestVault, type TestVault } from '../../records/test-vault.ts';
import { memoryDestination } from '../destination.ts';
import { exportCalendar } from '../export-calendar.ts';
import { exportOscal } from '../export-oscal.ts';
import { exportTable } from '../export-records.ts';
import { formOfFile } from './form-of-file.ts';
import { importDrafts } from './import-drafts.ts';
import { planImport, type PlanAsked, type PlanDesk } from './plan-import.ts';

let home: TestVault;
let caseId: string;
beforeAll(async () => {
  home = await makeTestVault();
  caseId = (await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'A case' } }))).result.id;
});
afterAll(() => home.end());

const desk = (): PlanDesk => ({
  reading: home.records.reading(),
  now: { instant: home.now(), zone: 'America/New_York' },
  readTable: (bytes, file) => {
    const read = readTable(bytes, file);
    return read.ok ? Promise.resolve(read.sheets) : Promise.reject(new Error(read.why));
  },
  readOscal: (bytes) => {
    const read = readOscal(bytes);
    return read.ok ? Promise.resolve(read.value) : Promise.reject(new Error(`${read.line}: ${read.why}`));
  },
  readCalendar: (bytes) => {
    const read = readCalendar(bytes);
    return read.ok ? Promise.resolve(read) : Promise.reject(new Error(read.why));
  },
});
const plan = async (text: string | Uint8Array, more: Partial<PlanAsked> = {}) => planImport(desk(), Buffer.from(text), 'list.csv', { form: 'table', caseId, ...more });
const table = async (kind: string, text: string | Uint8Array, more: Partial<PlanAsked> = {}) => (await plan(text, { kind, ...more })).plan;
const fieldsOf = async (kind: string, text: string, more: Partial<PlanAsked> = {}) => {
  const { drafts, faults } = await table(kind, text, more);
  expect(faults).toEqual([]);
  return drafts.map((draft) => draft.fields);
};

test('a list of parties: columns by their headings, kinds by their words, several names by semicolons', async () => {
  expect(await fieldsOf('party', 'Party;Type;Other names;Jurisdiction\nBureau of Example;Agency;BoE\nHeron Labs;company;"Heron; Heron Research";Delaware\n')).toEqual([
    { name: 'Bureau of Example', type: 'agency', otherNames: ['BoE'] },
    { name: 'Heron Labs', type: 'company', otherNames: ['Heron', 'Heron Research'], jurisdiction: 'Delaware' },
  ]);
});

test('a list of deadlines: dates are read, what can be read two ways is a fault by row and column', async () => {
  expect(await fieldsOf('deadline', 'Title,Due date,Owner,Must be received by then\nAnswer,18 June 2031,Litigation,yes\nReply,2031-07-01 16:30,,\n')).toEqual([
    { title: 'Answer', date: { certainty: 'exact', day: '2031-06-18', asTyped: '18 June 2031' }, owner: 'Litigation', mustBeReceived: true, method: 'manual', side: 'ours' },
    { title: 'Reply', date: { certainty: 'exact', day: '2031-07-01', time: '16:30', zone: 'America/New_York', asTyped: '2031-07-01 16:30' }, method: 'manual', side: 'ours' },
  ]);
  const { faults, drafts } = await table('deadline', 'Title,Due\nA,05/06/2031\nB,soon\nC,2031-02-30\nD,next Friday\nE,1 July 2031\n');
  expect(faults.map(({ line, column }) => [line, column])).toEqual([
    [2, 'Due'],
    [3, 'Due'],
    [4, 'Due'],
    [5, 'Due'],
  ]);
  expect(drafts).toHaveLength(1);
});

test('rows of a request that belong together are one record with its items', async () => {
  const text =
    'Title,Direction,Item,What is asked\nSubpoena of May,From the government,1,Logs\n,,2,Prompts\nSubpoena of May,From the government,3,Mail\nAnother,To the government,1,Findings\n';
  expect(await fieldsOf('evidence_request', text, { columns: ['title', 'direction', 'items.number', 'items.text'] })).toEqual([
    { title: 'Subpoena of May', direction: 'from_government', items: ['Logs', 'Prompts', 'Mail'].map((asked, at) => ({ number: String(at + 1), text: asked, answer: 'none' })) },
    { title: 'Another', direction: 'to_government', items: [{ number: '1', text: 'Findings', answer: 'none' }] },
  ]);
});

test('an evidence list makes items without bytes that say so, with groups filled from columns and links found by name or number', async () => {
  const { result } = await home.records.change(null, (w) => w.create('party', { caseId, fields: { name: 'Front desk', type: 'company' } }));
  const [item] = await fieldsOf('evidence_item', 'Number,Title,Type,MD5,Source: From,Custodian\nA-7,Letter,document,0cc175b9c0f1b6a831c399e269772661,front desk,Ann\n');
  expect(item).toMatchObject({ title: 'Letter', source: { party: result.id, custodian: 'Ann' }, bytesNote: expect.stringContaining('not in this vault') });
  const { faults } = await table('evidence_item', 'Title,Source: From\nLetter,Nobody\nOther,EX-999\n');
  expect(faults.map((one) => one.why)).toEqual(['there is no record "Nobody" here that could stand there', 'there is no record "EX-999" here that could stand there']);
});

test('a mapping that leaves out what every record needs, fills a field twice or names none is told before any row', async () => {
  expect((await table('party', 'Foo,Bar\n1,2\n')).faults).toEqual([{ line: 1, column: 'Name', why: 'no column fills it, and every record needs it' }]);
  expect((await table('party', 'A,B\n1,2\n', { columns: ['name', 'name'] })).faults[0]?.why).toBe('two columns fill it');
  expect((await table('party', 'A,B\n1,2\n', { columns: ['name', 'secret'] })).faults[0]?.why).toContain('no such field');
  // What a key signs, and what has left, no list can say.
  for (const kind of ['approval', 'release']) expect((await table(kind, 'A\n1\n')).faults[0]?.why).toContain('made by the vault alone');
});

test('a rehearsal does everything and keeps nothing; the import is one act that an undo takes back', async () => {
  const planned = await table('party', `Name\n${Array.from({ length: 1_200 }, (_, n) => `Party ${n}`).join('\n')}\n`);
  const before = home.records.reading().seq;
  expect(await importDrafts(home.records, planned.drafts, 'list.csv', { rehearse: true })).toEqual({ act: null, numbers: [] });
  expect(home.records.reading().seq).toBe(before);
  const { act, numbers } = await importDrafts(home.records, planned.drafts, 'list.csv');
  expect([numbers.length, numbers[0]?.line, home.records.reading().seq]).toEqual([1_200, 2, before + 1_200]);
  expect((await home.records.undo(act ?? '')).numbers).toHaveLength(1_200);
});

test('what only the vault can see is refused by line, in a rehearsal as in an import, and nothing is kept', async () => {
  const before = home.records.reading().seq;
  const drafts = (await table('party', 'Name\nOne\nTwo\n')).drafts.map((draft, at) => (at === 1 ? { ...draft, fields: { ...draft.fields, partOf: 'nowhere' } } : draft));
  for (const rehearse of [true, false])
    expect(await answer(() => importDrafts(home.records, drafts, 'list.csv', { rehearse }))).toMatchObject({
      failure: { code: 'import-malformed', file: 'list.csv', line: 3, field: 'partOf' },
    });
  expect(home.records.reading().seq).toBe(before);
});

test('a column can say which state a record is in and its labels, never guessed, and the conditions of that state hold', async () => {
  const text = 'Title,State\nAnswer,Not applicable\nReply,open sesame\n';
  expect((await plan(text, { kind: 'deadline' })).table?.mapping.columns).toEqual(['title', null]);
  const columns = ['title', '#state'];
  expect((await table('deadline', text, { columns })).faults).toEqual([{ line: 3, column: 'State', why: expect.stringMatching(/^"open sesame" is none of Proposed, /) }]);
  const closed = await table('party', 'Name,State\nOld Labs,Former\n', { columns: ['name', '#state'] });
  const { numbers } = await importDrafts(home.records, closed.drafts, 'list.csv');
  expect(home.records.reading().require(numbers[0]?.number ?? '').state).toBe('former');
  const labelled = await table('party', 'Name,For whom,Priv\nNew Labs,Outside counsel,common interest\n', { columns: ['name', '#audience', '#privilege'] });
  const made = await importDrafts(home.records, labelled.drafts, 'list.csv');
  expect(home.records.reading().require(made.numbers[0]?.number ?? '')).toMatchObject({ audience: 'outside_counsel', privilege: 'common_interest' });
  const all = await table('party', 'Name\nOther Labs\n', { columns: ['name'], constants: { type: 'company', '#privilege': 'secret' } });
  expect(all.faults).toEqual([{ line: 2, column: 'Privilege', why: expect.stringMatching(/^"secret" is none of none, attorney client/) }]);
  // A deadline is met by proof, whoever says so.
  const met = await table('deadline', 'Title,State\nAnswer,Met\n', { columns });
  expect([met.faults, await answer(() => importDrafts(home.records, met.drafts, 'list.csv', { rehearse: true }))]).toMatchObject([
    [],
    { failure: { code: 'import-malformed', line: 2 } },
  ]);
});

test('a list of ours comes back: an apostrophe put before a formula is taken away again', async () => {
  await home.records.change(null, (w) => w.create('party', { caseId, fields: { name: '=Odd & Co', type: 'company', identifiers: ['x'] } }));
  for (const as of ['csv', 'xlsx'] as const) {
    const destination = memoryDestination(`p.${as}`);
    await exportTable(home.records, { kind: 'party', as, audience: 'internal', destination });
    const { drafts, faults } = await planImport(desk(), destination.bytes(), `p.${as}`, { form: 'table', kind: 'party', caseId }).then((one) => one.plan);
    expect(faults).toEqual([]);
    expect(drafts.map((draft) => draft.fields['name'])).toContain('=Odd & Co');
  }
});

test('a calendar becomes dates with their zone; taken in again it adds nothing; our own calendar comes back', async () => {
  const text = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:a',
    'SUMMARY:Hearing',
    'LOCATION:Court 4',
    'DTSTART;TZID=America/Chicago:20310310T093000',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:b',
    'SUMMARY:Off',
    'STATUS:CANCELLED',
    'DTSTART;VALUE=DATE:20310311',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
  const one = (await plan(text, { form: 'calendar' })).plan;
  expect(one.drafts.map((draft) => draft.fields)).toMatchObject([
    { title: 'Hearing', date: { day: '2031-03-10', time: '09:30', zone: 'America/Chicago' }, note: 'Where: Court 4' },
  ]);
  expect(one.notes.map((note) => [note.line, note.why])).toEqual([[8, 'it is cancelled and was left out']]);
  await importDrafts(home.records, one.drafts, 'hearings.ics');
  const again = (await plan(text, { form: 'calendar' })).plan;
  expect([again.drafts.length, again.notes[0]?.why]).toEqual([0, expect.stringMatching(/^it is here already as DL-\d+ and was left out$/)]);
  // A hearing that the court has put off, or called off, is not told as if nothing had changed.
  const later = (await plan(text.replace('20310310T093000', '20310312T093000'), { form: 'calendar' })).plan;
  expect(later.notes[0]?.why).toMatch(/with 2031-03-10, 09:30 \(America\/Chicago\), and the file now says 2031-03-12, 09:30 \(America\/Chicago\): change it there$/);
  const off = (await plan(text.replace('SUMMARY:Hearing', 'SUMMARY:Hearing\r\nSTATUS:CANCELLED'), { form: 'calendar' })).plan;
  expect(off.notes[0]?.why).toMatch(/^it is cancelled, and DL-\d+ still stands here with 2031-03-10/);

  const destination = memoryDestination('d.ics');
  await exportCalendar(home.records, { audience: 'internal', destination, titles: true, remindDays: [7], now: home.now() });
  const own = (await planImport(desk(), destination.bytes(), 'd.ics', { form: 'calendar', caseId })).plan;
  expect([own.drafts, own.notes.map((note) => note.why).every((why) => why.includes('it is here already as DL-'))]).toEqual([[], true]);
  const elsewhere = Buffer.from(Buffer.from(destination.bytes()).toString().replaceAll(/^UID:/gm, 'UID:of-another-vault-'));
  const back = (await planImport(desk(), elsewhere, 'd.ics', { form: 'calendar', caseId })).plan;
  expect(back.drafts.map((draft) => draft.fields)).toContainEqual(
    expect.objectContaining({ title: 'Hearing', date: { certainty: 'exact', day: '2031-03-10', time: '09:30', zone: 'America/Chicago' } }),
  );
});

test('a plan of action becomes a plan with its weaknesses and planned steps, and our own comes back', async () => {
  const made = (
    await home.records.change(null, (w) => {
      const weak = w.create('weakness', { caseId, fields: { title: 'No check', rating: 'High' } });
      const whole = w.create('remediation_plan', { caseId, fields: { title: 'Separate access', type: 'access_segregation', weaknesses: [weak.id] } });
      w.create('remediation_step', {
        caseId,
        fields: {
          title: 'Check identity',
          plan: whole.id,
          weakness: weak.id,
          owner: 'Identity',
          start: { certainty: 'exact', day: '2031-02-01' },
          due: { certainty: 'exact', day: '2031-03-01' },
          milestones: [{ title: 'Built', state: 'open', due: { certainty: 'exact', day: '2031-02-15' } }],
        },
      });
      return whole;
    })
  ).result;
  const destination = memoryDestination('plan.json');
  await exportOscal(home.records, { plan: made.number, audience: 'internal', destination, now: home.now() });
  const { drafts, notes } = (await planImport(desk(), destination.bytes(), 'plan.json', { form: 'oscal', caseId })).plan;
  expect(notes).toEqual([]);
  expect(drafts.map((draft) => draft.fields)).toMatchObject([
    { title: 'Separate access', weaknesses: ['weakness-0'] },
    { title: 'No check', rating: 'High', oscalRiskUuid: expect.stringMatching(/-5/) },
    {
      title: 'Check identity',
      weakness: 'weakness-0',
      owner: 'Identity',
      start: { day: '2031-02-01' },
      due: { day: '2031-03-01' },
      milestones: [{ title: 'Built', due: { day: '2031-02-15' } }],
    },
  ]);
  const { numbers } = await importDrafts(home.records, drafts, 'plan.json');
  expect(numbers.map((one) => one.number.split('-')[0])).toEqual(['PLAN', 'WKN', 'STEP']);
  expect(await answer(() => planImport(desk(), Buffer.from('{"plan-of-action-and-milestones":{"uuid":1}}'), 'p.json', { form: 'oscal', caseId }))).toMatchObject({
    failure: { code: 'import-malformed', file: 'p.json', field: 'plan-of-action-and-milestones.uuid' },
  });
});

/** NIST's own example (usnistgov/oscal-content, public domain), cut to one of its two items, with both of the defects it was published with. */
const published = {
  json: JSON.stringify({
    'plan-of-action-and-milestones': {
      uuid: '714210d2-f8df-448c-be3e-e2213816cf79',
      metadata: { title: 'IFA GoodRead Plan of Action and Milestones', version: '1.1' },
      observations: [
        {
          uuid: '8807eb6e-0c05-43bc-8438-799739615e34',
          description: 'Test roles.',
          methods: ['TEST'],
          collected: '2023-06-02T08:31:20-04:00',
          remarks: 'Two actions:\n\n* Delete\n* Administer',
        },
      ],
      risks: [
        {
          uuid: '1c65d2d3-7735-47fa-8f68-a236744beab7',
          title: 'IFA-GOODREAD-RISK-2: Over-Privileged Access',
          description: 'They can delete all records.',
          statement: 'First.\n\nSecond.',
          status: 'open',
          characterizations: [
            {
              facets: [
                { name: 'likelihood', value: 'low' },
                { name: 'impact', value: 'high' },
              ],
            },
          ],
          'mitigating-factors': [{ uuid: '401c15c9-ad6b-4d4a-a591-7d53a3abb3b6', description: 'Only by the VPN.' }],
          deadline: '2023-06-23T17:00:00-04:00',
          remediations: [
            {
              uuid: '4676b126-ba6d-40cc-9dc8-f2aa677b03ee',
              lifecycle: 'planned',
              title: 'Response',
              description: 'Budget & time are there.',
              props: [{ name: 'type', value: 'mitigate' }],
              tasks: [
                {
                  uuid: 'a0bb457d-0d14-4a74-801a-ffc9bc4cd636',
                  type: 'milestone',
                  title: 'Sprint',
                  timing: { 'within-date-range': { start: '2023-06-03T00:00:00-04:00', end: '2024-06-23T17:00:00-04:00' } },
                },
              ],
            },
          ],
        },
      ],
      'poam-items': [
        {
          title: 'Update',
          description: 'Improve.',
          'related-observations': [{ 'observation-uuid': '8807eb6e-0c05-43bc-8438-799739615e34' }],
          'related-risks': [{ 'risk-uuid': '401c15c9-ad6b-4d4a-a591-7d53a3abb3b6' }],
        },
      ],
    },
  }),
  xml: `<?xml version="1.0"?>
<!DOCTYPE plan-of-action-and-milestones [<!ENTITY big "never expanded">]>
<plan-of-action-and-milestones uuid="714210d2-f8df-448c-be3e-e2213816cf79" xmlns="http://csrc.nist.gov/ns/oscal/1.0">
  <metadata><title>IFA GoodRead Plan of
      Action and Milestones</title><version>1.1</version></metadata>
  <observation uuid="8807eb6e-0c05-43bc-8438-799739615e34">
    <description><p>Test roles.</p></description><method>TEST</method><collected>2023-06-02T08:31:20-04:00</collected>
    <remarks><p>Two
      <code>actions</code>:</p><ul><li>Delete</li><li>Administer</li></ul></remarks>
  </observation>
  <risk uuid="1c65d2d3-7735-47fa-8f68-a236744beab7">
    <title>IFA-GOODREAD-RISK-2: Over-Privileged Access</title>
    <description><p>They can delete all records.</p></description>
    <statement><p>First.</p><p>Second.</p></statement>
    <status>open</status>
    <characterization><origin><actor type="party"/></origin><facet name="likelihood" value="low"/><facet name="impact" value="high"/></characterization>
    <mitigating-factor uuid="401c15c9-ad6b-4d4a-a591-7d53a3abb3b6"><description><p>Only by the VPN.</p></description></mitigating-factor>
    <deadline>2023-06-23T17:00:00-04:00</deadline>
    <response uuid="4676b126-ba6d-40cc-9dc8-f2aa677b03ee" lifecycle="planned">
      <title>Response</title><description><p>Budget &amp; time are there.</p></description><prop name="type" value="mitigate"/>
      <task uuid="a0bb457d-0d14-4a74-801a-ffc9bc4cd636" type="milestone"><title>Sprint</title><timing><within-date-range start="2023-06-03T00:00:00-04:00" end="2024-06-23T17:00:00-04:00"/></timing></task>
    </response>
  </risk>
  <poam-item uuid="x"><title>Update</title><description><p>Improve.</p></description>
    <related-observation observation-uuid="8807eb6e-0c05-43bc-8438-799739615e34"/><associated-risk risk-uuid="401c15c9-ad6b-4d4a-a591-7d53a3abb3b6"/></poam-item>
</plan-of-action-and-milestones>`,
  yaml: `plan-of-action-and-milestones:
  uuid: 714210d2-f8df-448c-be3e-e2213816cf79
  metadata: { title: IFA GoodRead Plan of Action and Milestones, version: 1.1 }
  observations:
    - { uuid: 8807eb6e-0c05-43bc-8438-799739615e34, description: Test roles., methods: [TEST], collected: 2023-06-02T08:31:20-04:00, remarks: "Two actions:\\n\\n* Delete\\n* Administer" }
  risks:
    - uuid: 1c65d2d3-7735-47fa-8f68-a236744beab7
      title: 'IFA-GOODREAD-RISK-2: Over-Privileged Access'
      description: They can delete all records.
      statement: "First.\\n\\nSecond."
      status: open
      characterizations: [{ facets: [{ name: likelihood, value: low }, { name: impact, value: high }] }]
      mitigating-factors: [{ uuid: 401c15c9-ad6b-4d4a-a591-7d53a3abb3b6, description: Only by the VPN. }]
      deadline: 2023-06-23T17:00:00-04:00
      remediations:
        - uuid: 4676b126-ba6d-40cc-9dc8-f2aa677b03ee
          lifecycle: planned
          title: Response
          description: Budget & time are there.
          props: [{ name: type, value: mitigate }]
          tasks: [{ uuid: a0bb457d-0d14-4a74-801a-ffc9bc4cd636, type: milestone, title: Sprint, timing: { within-date-range: { start: 2023-06-03T00:00:00-04:00, end: 2024-06-23T17:00:00-04:00 } } }]
  poam-items:
    - title: Update
      description: Improve.
      related-observations: [{ observation-uuid: 8807eb6e-0c05-43bc-8438-799739615e34 }]
      related-risks: [{ risk-uuid: 401c15c9-ad6b-4d4a-a591-7d53a3abb3b6 }]
`,
};

test("NIST's own plan says the same as JSON, XML and YAML, and its two defects are told and stop nothing", async () => {
  const made = await Promise.all(
    Object.entries(published).map(
      async ([form, text]) => (await planImport(desk(), Buffer.from(text), `plan.${form}`, { form: formOfFile(Buffer.from(text), `plan.${form}`) as 'oscal', caseId })).plan,
    ),
  );
  const [json, ...others] = made.map((one) => JSON.stringify(one).replaceAll(/plan\.(json|xml|yaml)/g, 'plan'));
  for (const other of others) expect(other).toBe(json);
  expect(made[0]?.notes.map((note) => [note.column, note.why])).toEqual([
    ['Update', 'it names the risk 401c15c9-ad6b-4d4a-a591-7d53a3abb3b6, which is a mitigating factor'],
    ['Sprint', 'it ends on 2024-06-23, after the deadline of its risk, 2023-06-23'],
  ]);
  const { numbers } = await importDrafts(home.records, made[1]?.drafts ?? [], 'plan.xml');
  expect(numbers.map((one) => one.number.split('-')[0])).toEqual(['PLAN', 'WKN', 'WKN', 'STEP']);
});

test('a plan in XML or YAML that is not well formed is refused by its line', () => {
  const read = (text: string) => readOscal(Buffer.from(text));
  expect(read('<plan-of-action-and-milestones>\n<metadata>\n</metdata>')).toEqual({ ok: false, line: 3, why: '</metdata> closes <metadata>' });
  expect(read('<plan-of-action-and-milestones>\n<metadata>\n')).toEqual({ ok: false, line: 3, why: '<metadata> is opened and never closed' });
  expect(read('<a>'.repeat(100))).toMatchObject({ ok: false, why: 'its elements lie more than 60 deep' });
  expect(read('plan-of-action-and-milestones:\n  uuid: a\n  uuid: b\n')).toEqual({ ok: false, line: 3, why: 'a name stands twice in one place' });
  expect(read('plan-of-action-and-milestones:\n  metadata: { title: "x\n')).toMatchObject({ ok: false, line: expect.any(Number) });
  const bomb = [
    'plan-of-action-and-milestones:',
    '  a: &a [x, x, x, x, x, x, x, x, x, x]',
    ...'bcdefgh'.split('').map((name, at) => `  ${name}: &${name} [${Array.from({ length: 10 }, () => `*${'abcdefg'[at]}`).join(', ')}]`),
  ];
  expect(read(bomb.join('\n'))).toEqual({ ok: false, line: null, why: 'its aliases unfold into more than a plan holds' });
});
