import type { Add } from '../sample.ts';
import type { Dates } from './calendar.ts';

const agency = { audience: 'agency' } as const;
const document = { level: 'document' } as const;

/** Tests, comparisons and searches behind the disputed issues. */
function technical({ on }: Dates, add: Add): void {
  add('finding', 'f-marrow', 'in_hand', {
    title: 'Test of Heron 2.1 by the evaluator, May',
    model: 'heron',
    version: '2.1',
    surface: 'research_preview',
    tester: ['marrow'],
    testerRoles: ['evaluator'],
    tested: on('2026-05-29'),
    methodClass: 'Rewording of a refused request',
    prompts: 'described',
    result: 'Working code on a part of the attempts; rated medium on the evaluator’s own scale.',
    safeguardInvolved: 'Output filter',
    source: ['e-test'],
    terms: 'agr-marrow',
    mayPassOn: 'no',
    attribution: { level: 'document', reliability: 'Its own report.' },
    assertions: ['a-exploit'],
    weight: 'Made under an agreement that forbids passing it on for ninety days; what was passed on, and when, is in dispute.',
  });
  add(
    'finding',
    'f-own',
    'reproduced',
    {
      title: 'Own test of August, versions 2.1 and 2.2',
      model: 'heron',
      version: '2.1, 2.2',
      surface: 'internal',
      tester: ['corvane'],
      testerRoles: ['developer'],
      tested: on('2026-08-18'),
      methodClass: 'Rewording of a refused request',
      prompts: 'in_hand',
      result: '3 of 212 attempts on 2.1, none on 2.2; published weaknesses only.',
      reproduced: [{ by: 'marrow', on: on('2026-05-29'), how: 'Its own prompts, shown to us in part.', result: 'partially', evidence: ['e-test'] }],
      source: ['e-test'],
      sealedDetail: 'e-snapshot',
      attribution: { level: 'first_hand' },
      assertions: ['a-exploit', 'a-versions'],
    },
    agency,
  );
  const compared = (id: string, system: string, version: string, availability: 'open_weights' | 'public_api', day: string, result: string) =>
    add(
      'comparator',
      id,
      'counts',
      { system, version, availability, tested: on(day), by: ['corvane'], samePrompts: true, result, evidence: ['e-test'], assertions: ['a-uplift'] },
      agency,
    );
  compared('cmp-a', 'Open model A', '3.1', 'open_weights', '2026-08-18', 'Same answers.');
  compared('cmp-b', 'Open model B', '70', 'open_weights', '2026-08-18', 'Same answers.');
  compared('cmp-c', 'Public model C', '2026-07', 'public_api', '2026-08-19', 'Fuller answers.');
  compared('cmp-d', 'Public model D', '5', 'public_api', '2026-08-19', 'Same answers.');
  add('search_record', 'src-first-contact', 'current', {
    proposition: 'A record that dates the first contact of the evaluator with officials',
    sources: ['Our mail', 'The evaluator’s report'],
    by: 'Litigation',
    on: on('2026-09-08'),
    outcome: 'none',
    result: 'None found.',
    limits: 'The evaluator’s own mail was not searched.',
    assertions: ['a-report'],
  });
}

/** What was said, to whom, and what it says of the disputed issues. */
function said({ on }: Dates, add: Add): void {
  add(
    'statement',
    'stm-report',
    'made',
    {
      title: 'First report to the Bureau',
      side: 'ours',
      speaker: ['corvane'],
      forum: 'regulator',
      verbatim: 'No barred person has had access to Heron 2.1 since July 2.',
      ownWords: true,
      at: on('2026-07-23'),
      medium: 'Report under the letter',
      capture: ['e-first-report'],
      attribution: document,
      assertions: [{ assertion: 'a-staff', stance: 'denies' }],
      facts: ['heron', 'e-attestation'],
      continuing: true,
      approvedBy: 'General Counsel',
    },
    agency,
  );
  add('statement', 'stm-customers', 'made', {
    title: 'Notice to customers',
    side: 'ours',
    speaker: ['corvane'],
    forum: 'customer',
    verbatim: 'Independent tests show that the reported weakness does not exist in any version that we offer.',
    ownWords: true,
    at: on('2026-07-06'),
    medium: 'E-mail',
    capture: ['e-attestation'],
    attribution: document,
    assertions: [{ assertion: 'a-exploit', stance: 'denies' }],
    facts: ['f-own'],
    note: 'Goes further than what was told to the Bureau. Nobody in the legal department saw it.',
  });
  add(
    'statement',
    'stm-bureau-august',
    'made',
    {
      title: 'Our answer to the conclusions of the Bureau',
      side: 'ours',
      speaker: ['corvane'],
      forum: 'regulator',
      verbatim: 'We reproduced the technique on version 2.1 in 3 of 212 attempts. It names published weaknesses only.',
      ownWords: true,
      at: on('2026-08-21'),
      capture: ['e-test'],
      attribution: document,
      assertions: [
        { assertion: 'a-exploit', stance: 'qualifies' },
        { assertion: 'a-uplift', stance: 'denies' },
      ],
      facts: ['f-own', 'cmp-a', 'cmp-b'],
      continuing: true,
      approvedBy: 'General Counsel',
    },
    agency,
  );
  add(
    'statement',
    'stm-bis',
    'made',
    {
      title: 'Conclusions of the Bureau',
      side: 'government',
      speaker: ['bis'],
      forum: 'regulator',
      verbatim: 'The technique is repeatable across versions.',
      ownWords: true,
      at: on('2026-08-11'),
      capture: ['e-bis-conclusions'],
      attribution: document,
      assertions: [
        { assertion: 'a-versions', stance: 'affirms' },
        { assertion: 'a-exploit', stance: 'affirms' },
      ],
    },
    agency,
  );
}

/** Whom it hits, what binds us against what, and the ways out. */
function around({ on, day }: Dates, add: Add): void {
  add('agreement', 'agr-marrow', 'in_force', {
    title: 'Evaluation agreement with the evaluator',
    type: 'evaluation',
    parties: ['corvane', 'marrow'],
    signed: on('2026-03-02'),
    papers: ['e-test'],
    clauses: [
      {
        number: '7.2',
        type: 'confidentiality',
        quotation: 'shall not disclose Findings to any third party for ninety (90) days after delivery',
        pinpoint: 'p. 4',
        source: 'e-test',
      },
    ],
  });
  add('agreement', 'agr-halden', 'in_force', {
    title: 'Cloud agreement with Halden',
    type: 'cloud',
    parties: ['corvane', 'halden'],
    signed: on('2023-05-15'),
    papers: ['e-halden-contract'],
    clauses: [
      { number: '14.1', type: 'information_rights', quotation: 'shall provide usage records of the hosted Models upon request', pinpoint: 'p. 11', source: 'e-halden-contract' },
    ],
  });
  add('interest', 'int-corvane', 'current', {
    party: 'corvane',
    in: ['letter'],
    direction: 'harmed_by_restriction',
    description: 'Lost revenue and three joint research projects; foreign members of its staff are kept from their work.',
    source: ['e-ledger'],
  });
  add('interest', 'int-halden-harm', 'current', {
    party: 'halden',
    in: ['letter'],
    direction: 'harmed_by_restriction',
    description: 'Thirty-seven tenants of its platform lost access.',
    source: ['e-attestation'],
  });
  add('interest', 'int-halden-gain', 'current', {
    party: 'halden',
    in: ['letter'],
    direction: 'benefits_from_restriction',
    description: 'Its own model is offered to the customers who lost ours.',
  });
  add('conflict_of_interest', 'coi-halden', 'identified', {
    party: 'halden',
    roles: ['cloud_provider', 'distributor', 'investor', 'competitor'],
    description: 'Hosts, distributes, invests in and competes with the model.',
    interests: ['int-halden-harm', 'int-halden-gain'],
    disclosed: 'in_part',
  });
  add('audience', 'aud-tenants', 'current', {
    label: 'Tenants of the cloud platform',
    basis: 'contract',
    size: { low: 37, high: 37, asOf: on('2026-07-02'), method: 'Count of tenants in the attestation.' },
    agreements: ['agr-halden'],
    noticeState: 'given',
    access: [{ model: 'heron', surface: 'cloud_partner', planned: 'none', actual: 'none', ended: on('2026-07-02'), proof: ['e-attestation'] }],
    restrictedBy: ['letter'],
    source: ['e-attestation'],
  });
  add('audience', 'aud-research', 'current', {
    label: 'Joint research projects with foreign universities',
    basis: 'role',
    size: { words: 'three projects', asOf: on('2026-07-02') },
    noticeState: 'owed',
    access: [{ model: 'heron', surface: 'research_network', planned: 'none', actual: 'unknown' }],
    restrictedBy: ['letter'],
  });
  add('impact', 'imp-revenue', 'quantified', {
    title: 'Revenue lost on the console and the cloud platform',
    type: 'financial',
    status: 'confirmed',
    audience: ['aud-tenants'],
    models: ['heron'],
    cause: ['letter', 'dec-limit'],
    causedBy: 'both',
    start: on('2026-07-02'),
    measure: {
      low: '3.1 million',
      likely: '3.6 million',
      high: '4.0 million',
      unit: 'USD a quarter',
      method: 'Ledger of the closed accounts against the quarter before.',
      asOf: on('2026-09-30'),
    },
    evidence: ['e-ledger'],
    mnpi: 'yes',
    confidentiality: 'confidential',
  });
  add('impact', 'imp-research', 'reported', {
    title: 'Three joint research projects stand still',
    type: 'research',
    status: 'reported',
    audience: ['aud-research'],
    models: ['heron'],
    cause: ['letter'],
    causedBy: 'order_text',
    start: on('2026-07-02'),
    source: ['e-ledger'],
    irreparable: 'The funding year ends; the students leave. No sum of money gives the year back.',
  });
  add('conflict_of_duties', 'cod-logs', 'open', {
    title: 'Usage records for the cloud partner, or kept for the Bureau alone',
    type: 'order_contract',
    one: 'r-records',
    other: 'agr-halden',
    effect: 'The agreement gives the partner usage records on request; the request of the Bureau asks that nothing of the inquiry be told to it.',
    meanwhile: 'Nothing is handed to the partner; the request is acknowledged without a reason.',
    owner: 'Litigation',
  });
  const route = (id: string, name: 'clarification' | 'appeal_756' | 'court', state: 'open' | 'taken' | 'chosen', fields: object) =>
    add('review_route', id, state, { route: name, order: 'letter', available: 'yes', why: 'The letter names it.', ...fields });
  route('rte-clarify', 'clarification', 'open', { why: 'The Bureau answers questions on its own letters; no period runs.', effectOnOrder: 'none' });
  route('rte-court', 'court', 'open', {
    available: 'arguable',
    why: 'Export control functions stand outside most of the Administrative Procedure Act (50 USC 4821(a)); what lies beyond the statute does not.',
    causeOfAction: 'Beyond the statute; due process',
    effectOnOrder: 'stay_possible',
  });
  add('watch', 'wch-rule', 'watching', {
    trigger: 'A rule that defines “foreign national” for access to models',
    where: ['Federal Register'],
    ifItComes: 'Determinations are looked at again.',
    nextReview: on('2026-12-01'),
    owner: 'Export counsel',
    about: ['letter'],
  });
  add('chronology_event', 'evt-call', 'stands', {
    text: 'The Office of Export Enforcement telephones.',
    at: on('2026-06-09'),
    received: on('2026-06-09'),
    type: 'contact',
    actors: ['oee', 'corvane'],
    known: [
      { by: 'corvane', at: on('2026-06-09'), how: 'The call itself' },
      {
        by: 'oee',
        at: { certainty: 'range', earliest: day('2026-05-29'), latest: day('2026-06-09'), reason: 'Between the report of the evaluator and the call.' },
        how: 'From the evaluator, as it seems',
      },
    ],
    source: ['c-call'],
    attribution: { level: 'first_hand' },
    visibility: 'filing_safe',
  });
}

/** The records behind counsel’s views of the invented case. */
export const views =
  (dates: Dates) =>
  (add: Add): void => {
    technical(dates, add);
    said(dates, add);
    around(dates, add);
  };
