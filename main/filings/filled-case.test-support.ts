import type { DateFact } from '../../shared/records/date-fact.ts';
import type { Field, Fields } from '../../shared/records/field.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import { parseRecord } from '../../shared/records/parse.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { sampleOf, type Add } from '../../shared/records/samples/sample.ts';

/** Gives the words for the field at `path` of the record: a marker to look for, or something hostile. */
export type Fill = (record: AnyRecord, path: string, field: Field) => string;

const day = (text: string): DateFact => ({ certainty: 'exact', day: text });
const agency = { audience: 'agency', privilege: 'none' } as const;

/** Links and states only: a case in which every kind of row that the documents print is there once. Words are filled in by `filledCase`. */
function skeleton(add: Add): void {
  const party = (id: string, type: 'agency' | 'company') => add('party', id, 'current', { name: id, type }, agency);
  const exhibit = (id: string, marks: { readonly audience: 'agency' | 'internal'; readonly privilege: 'none' | 'under_review' | 'attorney_client' }) =>
    add(
      'evidence_item',
      id,
      'verified',
      {
        title: id,
        type: 'document',
        exhibit: `EX-${id === 'letter' ? '2' : id === 'log' ? '4' : '9'}`,
        date: day('2026-02-06'),
        received: day('2026-02-09'),
        original: { filename: 'letter.pdf', sha256: '2af5c5a237cf11366278be9e4aa72293aceade4e24f64b8a628630ac31137661' },
      },
      marks,
    );
  party('bureau', 'agency');
  party('developer', 'company');
  exhibit('letter', agency);
  exhibit('log', agency);
  exhibit('memo', { audience: 'internal', privilege: 'attorney_client' });
  add(
    'restricted_model',
    'model',
    'suspended_globally',
    {
      name: 'model',
      developer: 'developer',
      versions: [{ label: '4.1', coverage: 'covered' }],
      stateProof: ['log'],
      access: [{ version: '4.1', surface: 'api', state: 'identity_gated', since: day('2026-02-10'), proof: ['log', 'memo'], order: 'order' }],
    },
    agency,
  );
  add(
    'deadline',
    'report',
    'active',
    {
      title: 'report',
      method: 'rule',
      ruleId: 'ear.756.appeal.45',
      side: 'ours',
      consequence: 'regulatory_violation',
      mustBeReceived: true,
      order: ['order'],
      trigger: { record: 'order', value: day('2026-06-18'), evidence: ['letter'] },
      confirmation: { by: 'One', reviewedBy: 'Another' },
      answer: {
        due: '2026-06-30',
        safe: '2026-06-30',
        latest: '2026-07-01',
        citation: '15 CFR 766.5(e)',
        textAsOf: '2025-01',
        steps: ['Count 7 days.'],
        assumptions: [{ input: 'filing', text: 'Filed on paper.' }],
        countedDays: [
          { day: '2026-06-18', role: 'trigger' },
          { day: '2026-06-19', role: 'skipped', name: 'Juneteenth' },
          { day: '2026-06-20', role: 'counted', n: 1 },
          { day: '2026-06-21', role: 'last', n: 2 },
        ],
      },
    },
    agency,
  );
  add('deadline', 'own-target', 'active', { title: 'own-target', method: 'manual', side: 'ours', date: day('2026-05-29'), order: ['order'] });
  add('order', 'earlier', 'superseded', { title: 'earlier', instrument: 'oral_instruction', formSeen: 'none', authority: 'unknown', models: ['model'], contactLog: [] }, agency);
  add(
    'order',
    'order',
    'in_force',
    {
      title: 'order',
      instrument: 'is_informed_letter',
      formSeen: 'original',
      authority: 'stated',
      issuer: 'bureau',
      models: ['model'],
      papers: ['letter'],
      received: day('2026-02-09'),
      textInHand: true,
      addressees: [{ party: 'developer', copyInHand: true }],
      clauses: [{ number: '1', source: 'letter', ownWords: true, terms: [{ term: 'access' }] }],
      obligations: [
        { number: 'OB-1', clause: '1', text: 'x', state: 'open', due: 'report', evidence: ['log', 'memo'] },
        { number: 'OB-2', clause: '1', text: 'x', state: 'done', due: 'own-target' },
      ],
      scope: [{ rule: 'barred', persons: 'x', activities: ['weights_access'], models: ['model'] }],
      relations: [{ relation: 'supersedes', order: 'earlier', standing: 'absorbed' }],
      reviewDeadlines: ['report'],
      interpretation: ['reading'],
    },
    agency,
  );
  add('note', 'reading', 'open', { title: 'reading', body: 'x', type: 'interpretation' }, { audience: 'internal', privilege: 'attorney_client' });
  add(
    'evidence_request',
    'request',
    'sent',
    {
      title: 'request',
      direction: 'to_government',
      to: 'bureau',
      order: ['order', 'model'],
      asked: day('2026-03-02'),
      items: [
        { number: '1', text: 'x', answer: 'none' },
        { number: '2', text: 'x', answer: 'partial' },
      ],
    },
    agency,
  );
  add(
    'assertion',
    'issue',
    'contested',
    {
      statement: 'x',
      type: 'technical_capability',
      assertedBy: ['bureau'],
      models: ['model'],
      attribution: { level: 'document' },
      via: ['letter'],
      positions: [
        { by: 'bureau', stance: 'affirms', evidence: [{ item: 'letter', weight: 'supports' }] },
        { by: 'developer', stance: 'denies', evidence: [{ item: 'memo', weight: 'supports' }] },
      ],
      assessments: [{ assessor: 'bureau' }, { assessor: 'developer' }],
    },
    agency,
  );
  add('assertion', 'theory', 'asserted', { statement: 'x', type: 'motive', models: ['model'], excludedFromFacts: true }, { audience: 'internal', privilege: 'work_product' });
  add('remediation_plan', 'plan', 'in_progress', { title: 'plan', type: 'access_segregation', order: ['order'], models: ['model'], acceptance: ['letter'] }, agency);
  add('remediation_step', 'step', 'verified', { title: 'step', plan: 'plan', owner: 'Builder', verification: { method: 'TEST', by: 'Tester', evidence: ['log'] } }, agency);
  add(
    'restore_criterion',
    'criterion',
    'proved',
    { text: 'x', heading: 'law', source: 'regulator', models: ['model'], plan: 'plan', proof: ['log'], provedBy: 'One', reviewedBy: 'One' },
    agency,
  );
  add('communication', 'call', 'final', {
    subject: 'call',
    at: day('2026-01-13'),
    channel: 'call',
    ourKnowledge: 'participated',
    about: ['model'],
    participants: [{ party: 'bureau' }],
  });
  add('decision', 'shutdown', 'decided', { question: 'x', models: ['model'], orders: ['order'], decided: day('2026-02-10') });
  const chosen = {
    models: ['model'],
    orders: ['order'],
    sources: ['report', 'request', 'issue', 'plan', 'step', 'criterion', 'earlier'],
    exhibits: [
      { label: 'EX-2', item: 'letter' },
      { label: 'EX-4', item: 'log' },
    ],
    to: ['bureau'],
  };
  const touches = ['memo', 'theory', 'own-target', 'reading'].map((record) => ({ record, decision: 'leave_out' as const }));
  for (const [id, type] of [
    ['summary-filing', 'order_summary'],
    ['report-filing', 'status_report'],
  ] as const)
    add('filing', id, 'approved', {
      title: id,
      forum: 'agency',
      profile: 'outgoing',
      type,
      ...chosen,
      touches,
      statements: [{ text: 'x', sources: ['log'] }],
      approval: { by: 'One', reviewedBy: 'Another' },
      markings: ['CONFIDENTIAL TREATMENT REQUESTED'],
    });
}

/** Words of the skeleton that mean something to the documents and stay as they are. */
const kept =
  /^(exhibit|ruleId|original|answer|inputs|completion|override|extensions|resolution|removed|approval|exhibits|markings|provedBy|reviewedBy|confirmation|owner|risk|verification\.by|clauses\.\d+\.number|items\.\d+\.number|obligations\.\d+\.(number|group)|access\.\d+\.version|versions\.\d+\.label)(\.|$)/;

/** A whole case in which every field that takes words has some, by `fill`; each record parses as its kind. */
export function filledCase(fill: Fill): AnyRecord[] {
  const { records } = sampleOf('case', [(add) => add('case', 'case', 'open', { title: 'case' }), skeleton]);
  return records.map((record) => parseRecord({ ...record, fields: withWords(kindNamed(record.kind)?.fields ?? {}, record.fields, record, fill, '') }));
}

type Values = Readonly<Record<string, unknown>>;

function withWords(fields: Fields, values: Values, record: AnyRecord, fill: Fill, within: string): Values {
  const made: Record<string, unknown> = { ...values };
  for (const [name, field] of Object.entries(fields)) {
    const path = within + name;
    if (kept.test(path) && (values[name] !== undefined || !field.required)) continue;
    const value = wordsFor(field, values[name], path, record, fill);
    if (value !== undefined) made[name] = value;
  }
  return made;
}

function wordsFor(field: Field, value: unknown, path: string, record: AnyRecord, fill: Fill): unknown {
  switch (field.widget) {
    case 'line':
    case 'prose':
    case 'quotation':
      return fill(record, path, field);
    case 'words':
      return [fill(record, path, field)];
    case 'date-fact':
      return value ?? { certainty: 'unknown', reason: fill(record, path, field) };
    case 'group':
      // Proof of the cast: a group that is there is an object; one that is not is made where nothing in it has to be linked.
      return value === undefined && needsChoice(field) ? undefined : withWords(field.fields ?? {}, (value ?? {}) as Values, record, fill, `${path}.`);
    case 'rows':
      return Array.isArray(value)
        ? value.map((row: Values, i) => withWords(field.fields ?? {}, row, record, fill, `${path}.${i}.`))
        : needsChoice(field)
          ? undefined
          : [withWords(field.fields ?? {}, {}, record, fill, `${path}.0.`)];
    default:
      return value;
  }
}

/** Whether words alone cannot make it: it has a required link, choice, day or count. */
const needsChoice = (field: Field): boolean =>
  Object.values(field.fields ?? {}).some((inside) => inside.required && !['line', 'prose', 'quotation', 'words', 'date-fact'].includes(inside.widget));
