import { expect, test } from 'vitest';
import type { RecordOf } from '../kinds.ts';
import { facts, hindrances, lookInMemory } from '../samples/look-in-memory.ts';
import { sampleOf, type Add } from '../samples/sample.ts';

const on = (day: string) => ({ certainty: 'exact', day }) as const;
const world = (add: Add) => {
  add('case', 'c', 'open', { title: 'Case' });
  add('evidence_item', 'e', 'registered', { title: 'Log', type: 'log' }, { privilege: 'none' });
  add('evidence_item', 'memo', 'registered', { title: 'Memo', type: 'document' });
};
const of = (...parts: ((add: Add) => void)[]) => sampleOf('c', [world, ...parts]).records;

type Filing = RecordOf<'filing'>['fields'];
const filing =
  (fields: Partial<Filing>, state: 'in_review' | 'signed' | 'preflighted' = 'in_review') =>
  (add: Add) =>
    void add('filing', 'f', state, { title: 'Report', forum: 'agency', profile: 'outgoing', type: 'status_report', ...fields });
const approval = { by: 'General Counsel', reviewedBy: 'Outside counsel' };

test('a filing with no source is refused, and so is a sentence with none', () => {
  const into = (fields: Partial<Filing>) => hindrances(of(filing({ approval, ...fields })), 'f', 'approved');
  expect(into({})).toEqual(['It rests on no record: a filing with no source is refused.']);
  expect(into({ statements: [{ text: 'All is off.' }], sources: ['e'] })).toEqual(['Statement 1 has no source.']);
  expect(into({ statements: [{ text: 'All is off.', sources: ['e'] }] })).toEqual([]);
  expect(hindrances(of(filing({}, 'preflighted')), 'f', 'filed')).toContain('It rests on no record: a filing with no source is refused.');
});

test('a paper that goes out is approved by two people and touches nothing privileged without a decision', () => {
  const into = (fields: Partial<Filing>) => hindrances(of(filing({ sources: ['e'], ...fields })), 'f', 'approved');
  expect(into({})).toEqual(['Who approves it is not recorded.']);
  expect(into({ approval: { by: 'General Counsel' } })).toEqual(['A paper that goes out needs a second reviewer.']);
  expect(into({ approval, sources: ['e', 'memo'] })).toEqual(['EX-002 is privileged or under review, and no decision lets it leave.']);
  expect(into({ approval, sources: ['e', 'memo'], touches: [{ record: 'memo', decision: 'undecided' }] })).toEqual(['EX-002: whether it may leave is not decided.']);
  expect(into({ approval, sources: ['e', 'memo'], touches: [{ record: 'memo', decision: 'leave_out' }] })).toEqual([]);
  expect(into({ approval: { by: 'General Counsel' }, profile: 'internal', sources: ['memo'] })).toEqual([]);
});

test('what a signed paper says can no longer change; what happened to it can', () => {
  const signed = (fields: Partial<Filing>) => of(filing({ sources: ['e'], ...fields }, 'signed')).find((record) => record.id === 'f');
  const saving = (was: Partial<Filing>, is: Partial<Filing>) => {
    const now = signed(is);
    return now === undefined ? [] : facts('save', now, lookInMemory([now], '2026-11-24'), signed(was)).map(({ fact }) => fact);
  };
  expect(saving({}, { purpose: 'Other.' })).toEqual(['It is signed: purpose can no longer change.']);
  expect(saving({ markings: ['CBI'] }, {})).toEqual(['It is signed: markings can no longer change.']);
  expect(saving({}, { filed: on('2026-11-24'), proof: ['e'], outputs: [{ sha256: 'aa' }] })).toEqual([]);
});

test('filed and served need a day and proof, outside the house', () => {
  const into = (fields: Partial<Filing>) => hindrances(of(filing({ sources: ['e'], ...fields }, 'preflighted')), 'f', 'filed');
  expect(into({})).toEqual(['When it was filed or sent is not recorded.', 'No proof that it was filed, sent or served.']);
  expect(into({ filed: on('2026-11-24'), proof: ['e'] })).toEqual([]);
  expect(into({ forum: 'internal' })).toEqual([]);
});

test('a resolved assertion needs the source of its outcome; a contested one somebody who contests', () => {
  type Assertion = RecordOf<'assertion'>['fields'];
  const into = (state: string, fields: Partial<Assertion>) =>
    hindrances(
      of((add) => {
        add('party', 'us', 'current', { name: 'The developer', type: 'company' });
        add('assertion', 'a', 'asserted', { statement: 'Immediate.', type: 'vulnerability', ...fields });
      }),
      'a',
      state,
    );
  expect(into('resolved', {})).toEqual(['No outcome is recorded.']);
  expect(into('resolved', { resolution: { outcome: 'withdrawn', by: 'The agency' } })).toEqual(['The outcome has no source.']);
  expect(into('resolved', { resolution: { outcome: 'withdrawn', by: 'The agency', source: ['e'] } })).toEqual([]);
  expect(into('contested', { positions: [{ by: 'us', stance: 'affirms' }] })).toEqual(['No party denies or qualifies it.']);
  expect(into('contested', { positions: [{ by: 'us', stance: 'qualifies' }] })).toEqual([]);
});

test('an assertion does not rest on itself', () => {
  const records = of((add) => {
    add('assertion', 'a', 'asserted', { statement: 'A', type: 'legal', dependsOn: ['b'] });
    add('assertion', 'b', 'asserted', { statement: 'B', type: 'legal', dependsOn: ['a'] });
  });
  const a = records.find((record) => record.id === 'a');
  expect(a && facts('save', a, lookInMemory(records, '2026-11-24')).map(({ fact }) => fact)).toEqual(['It would rest on itself.']);
});

test('a hold names who issues it and whom it reaches; its release needs a second reviewer and a look at other holds', () => {
  type Hold = RecordOf<'legal_hold'>['fields'];
  const into = (state: string, fields: Partial<Hold>) =>
    hindrances(
      of((add) => void add('legal_hold', 'h', 'draft', { title: 'Hold', scope: { names: ['c'] }, ...fields })),
      'h',
      state,
    );
  expect(into('issued', {})).toEqual(['Who issues it is not recorded.', 'It names no custodian.']);
  expect(into('issued', { issuedBy: 'General Counsel', custodians: [{ who: 'Security' }] })).toEqual([]);
  expect(into('released', {})).toEqual(['Why it is released, and who approves, is not recorded.']);
  const release = { reason: 'The case is closed.', approvedBy: 'General Counsel' };
  expect(into('released', { release })).toEqual(['Release needs a second reviewer.', 'Whether other holds reach the same records was not checked.']);
  expect(into('released', { release: { ...release, reviewedBy: 'General counsel', overlapsChecked: true } })).toEqual(['The second reviewer is the one who approved.']);
  expect(into('released', { release: { ...release, reviewedBy: 'Outside counsel', overlapsChecked: true } })).toEqual([]);
});

test('a contact of ours needs author and time of the note, one of others its source', () => {
  type Contact = RecordOf<'communication'>['fields'];
  const into = (fields: Partial<Contact>) =>
    hindrances(
      of((add) => void add('communication', 'x', 'draft', { subject: 'Call', at: { certainty: 'unknown' }, channel: 'call', ourKnowledge: 'participated', ...fields })),
      'x',
      'final',
    );
  expect(into({})).toEqual(['Who noted it is not recorded.', 'When it was noted is not recorded.']);
  expect(into({ author: 'Counsel', noted: on('2026-06-09') })).toEqual([]);
  expect(into({ ourKnowledge: 'press' })).toEqual(['A contact of others needs its source.']);
  expect(into({ ourKnowledge: 'press', attribution: { level: 'press' } })).toEqual([]);
});

test('a decision says what, why, who and when, and why it goes beyond an order', () => {
  type Decision = RecordOf<'decision'>['fields'];
  const into = (fields: Partial<Decision>) =>
    hindrances(
      of((add) => void add('decision', 'd', 'open', { question: 'How?', ...fields })),
      'd',
      'decided',
    );
  expect(into({})).toHaveLength(4);
  const made = { chosen: 'Off.', reasons: 'Fastest.', decidedBy: 'General Counsel', decided: { certainty: 'unknown' } } as const;
  expect(into(made)).toEqual([]);
  expect(into({ ...made, beyondClause: 'yes' })).toEqual(['It goes beyond what the order asked, and nothing says why.']);
});

test('a request is answered when every item is; what is withheld says why', () => {
  type Request = RecordOf<'evidence_request'>['fields'];
  const into = (state: string, fields: Partial<Request>) =>
    hindrances(
      of((add) => void add('evidence_request', 'r', 'responding', { title: 'Records', direction: 'from_government', ...fields })),
      'r',
      state,
    );
  const item = (number: string, answer: NonNullable<Request['items']>[number]['answer'], more: object = {}) => ({ number, text: 'Logs', answer, ...more });
  expect(into('complied', {})).toEqual(['It has no items: what was answered is not recorded.']);
  expect(into('complied', { items: [item('1', 'full'), item('2', 'not_in_detail'), item('3', 'none')] })).toEqual([
    'Item 2 is not answered in full.',
    'Item 3 is not answered in full.',
  ]);
  expect(into('complied', { items: [item('1', 'privilege')] })).toEqual(['Item 1 is withheld and nothing says why.']);
  expect(into('complied', { items: [item('1', 'privilege', { withheldBecause: 'Advice of counsel.' })] })).toEqual([]);
  expect(into('complied', { direction: 'to_government', items: [item('1', 'refused')] })).toEqual([]);
  expect(into('closed', { items: [item('1', 'none')] })).toEqual(['Item 1 is not answered in full.']);
  expect(into('closed', { items: [item('1', 'none')], closedWithout: 'Overtaken.' })).toEqual([]);
});

test('a case with open work stays open', () => {
  const records = of((add) => {
    add('deadline', 'd', 'active', { title: 'Appeal', method: 'manual', side: 'ours' });
    add('legal_hold', 'h', 'released', { title: 'Hold', scope: { names: ['c'] } });
    add('note', 'n', 'open', { title: 'Note', type: 'note', body: 'Text' });
  });
  expect(hindrances(records, 'c', 'closed')).toEqual(['DL-001 is still open.']);
  expect(hindrances(of(), 'c', 'closed')).toEqual([]);
});

test('a role does not end before it begins', () => {
  const records = of((add) => void add('party', 'p', 'current', { name: 'Cloud', type: 'company', roles: [{ role: 'investor', from: on('2026-06-09'), to: on('2025-06-09') }] }));
  const party = records.find((record) => record.id === 'p');
  expect(party && facts('save', party, lookInMemory(records, '2026-11-24')).map(({ fact }) => fact)).toEqual(['Investor: it ends before it begins.']);
});
