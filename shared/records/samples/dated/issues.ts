import type { Add } from '../sample.ts';
import type { Dates } from './calendar.ts';

/** Disputed issues, with every assessor’s own severity side by side. */
export const issues =
  ({ on }: Dates) =>
  (add: Add): void => {
    const agency = { audience: 'agency' } as const;
    const document = { level: 'document' } as const;
    add(
      'assertion',
      'a-exploit',
      'contested',
      {
        statement: 'A prompt technique draws from Heron 2.1 working exploit code that its safeguards are meant to withhold.',
        type: 'vulnerability',
        assertedBy: ['bis', 'marrow'],
        asserted: on('2026-06-26'),
        attribution: document,
        via: ['letter', 'c-call'],
        models: ['heron'],
        positions: [
          {
            by: 'bis',
            stance: 'affirms',
            text: 'Repeatable across versions.',
            since: on('2026-08-11'),
            evidence: [{ item: 'e-bis-conclusions', weight: 'supports', pinpoint: 'p. 2' }],
          },
          { by: 'corvane', stance: 'qualifies', text: 'Reproduced on 2.1 in 3 of 212 attempts, not on 2.2; the output names published weaknesses only.', since: on('2026-08-21') },
          { by: 'marrow', stance: 'affirms', text: 'Seen in its test of May.', since: on('2026-05-29') },
        ],
        assessments: [
          {
            assessor: 'bis',
            severity: '“High” on a scale of four',
            basis: 'Two pages of conclusions; no method and no data.',
            on: on('2026-08-11'),
            evidence: [{ item: 'e-bis-conclusions', weight: 'supports' }],
          },
          {
            assessor: 'corvane',
            severity: 'Moderate on 2.1, low on 2.2',
            likelihood: '3 of 212 attempts',
            uplift: 'None over four comparable systems',
            basis: 'Its own test of August, on the scale of its published policy.',
            on: on('2026-08-21'),
          },
          { assessor: 'marrow', severity: 'Medium, on its own scale', basis: 'Its report of May.', on: on('2026-05-29') },
        ],
        reproducibility: 'partially',
        detailInHand: 'described',
        disclosureSafe: true,
        watch: 'Safety research',
      },
      agency,
    );
    add(
      'assertion',
      'a-uplift',
      'contested',
      {
        statement: 'The output gives a capability that is not otherwise available.',
        type: 'technical_capability',
        assertedBy: ['bis'],
        asserted: on('2026-06-26'),
        attribution: document,
        via: ['letter'],
        models: ['heron'],
        dependsOn: ['a-exploit'],
        positions: [
          { by: 'bis', stance: 'affirms', text: 'Meaningful uplift.', evidence: [{ item: 'e-letter', weight: 'supports', pinpoint: 'p. 1' }] },
          { by: 'corvane', stance: 'denies', text: 'Four comparable systems, tested with the same prompts, gave the same or fuller answers.', since: on('2026-08-21') },
        ],
        assessments: [
          { assessor: 'bis', severity: 'not stated' },
          { assessor: 'corvane', severity: 'None over comparable systems', basis: 'Test of August.', on: on('2026-08-21') },
        ],
      },
      agency,
    );
    add(
      'assertion',
      'a-versions',
      'contested',
      {
        statement: 'The weakness is repeatable across versions.',
        type: 'technical_capability',
        assertedBy: ['bis'],
        asserted: on('2026-08-11'),
        attribution: document,
        via: ['e-bis-conclusions'],
        models: ['heron'],
        dependsOn: ['a-exploit'],
        positions: [
          { by: 'bis', stance: 'affirms' },
          { by: 'corvane', stance: 'denies', text: 'Not reproduced on 2.2.' },
        ],
      },
      agency,
    );
    add(
      'assertion',
      'a-delivery',
      'contested',
      {
        statement: 'The letter was delivered on its date.',
        type: 'factual_timeline',
        assertedBy: ['oee'],
        asserted: on('2026-10-26'),
        attribution: document,
        via: ['e-charging'],
        models: ['letter'],
        positions: [
          { by: 'oee', stance: 'affirms' },
          { by: 'corvane', stance: 'denies', text: 'Delivered three days later, at 10:40 a.m.', evidence: [{ item: 'e-courier', weight: 'supports' }] },
        ],
      },
      agency,
    );
    add('assertion', 'a-report', 'asserted', {
      statement: 'The evaluator told officials before it told us.',
      type: 'factual_timeline',
      assertedBy: ['corvane'],
      asserted: on('2026-08-03'),
      attribution: { level: 'unnamed_source', via: ['A message forwarded twice'], hedge: 'said to', reliability: 'Low: source and date in doubt.' },
      via: ['e-transcript'],
      models: ['marrow'],
      excludedFromFacts: true,
    });
    add('assertion', 'a-staff', 'resolved', {
      statement: 'A barred person had access to Heron 2.1 after the letter.',
      type: 'factual_timeline',
      assertedBy: ['oee'],
      asserted: on('2026-07-08'),
      attribution: document,
      models: ['heron'],
      positions: [{ by: 'corvane', stance: 'denies' }],
      resolution: { outcome: 'unsubstantiated', by: 'Office of Export Enforcement, by e-mail', on: on('2026-09-02'), source: ['c-oee-closes'] },
    });

    add('decision', 'dec-limit', 'decided', {
      question: 'How to keep foreign nationals from Heron 2 within 72 hours',
      options: [
        { text: 'Switch every surface off.', feasible: 'yes', time: 'one hour', cost: 'Highest', risk: 'Harm to customers that the letter does not reach.' },
        { text: 'Identity check where there is one; off where there is none.', feasible: 'yes', time: 'two days', risk: 'A check may fail.' },
        { text: 'Bar by country of connection.', feasible: 'no', risk: 'The letter looks at the person, not at the place.' },
      ],
      chosen: 'Identity check on the API, for tenants and for staff; console and cloud platform off.',
      reasons: 'The narrowest course that can be shown to comply.',
      beyondClause: 'yes',
      beyondWhy: 'The console and the cloud platform had no identity check, so everybody lost them, not only those who are barred.',
      orders: ['letter'],
      models: ['heron'],
      decidedBy: 'General Counsel',
      decided: on('2026-06-30'),
      sources: ['e-letter'],
      revisit: on('2026-12-01'),
    });
    add('decision', 'dec-correct', 'decided', {
      question: 'Correct the weakness, or withdraw the models',
      options: [
        { text: 'Correct', feasible: 'yes' },
        { text: 'Withdraw', feasible: 'yes', cost: 'Ends the product', risk: 'Cannot be undone for customers.' },
      ],
      chosen: 'Correct.',
      reasons: 'It meets the concern and keeps access for those who are not barred. No safeguard is lowered.',
      beyondClause: 'no',
      orders: ['letter'],
      models: ['heron'],
      decidedBy: 'General Counsel',
      decided: on('2026-07-10'),
      dissent: 'Commercial would have withdrawn 2.0, which few still use.',
    });
    add('decision', 'dec-derivative', 'open', {
      question: 'Whether version 2.2 is a derivative in the sense of the October letter',
      options: [
        { text: 'Treat it as one until the Bureau answers.', feasible: 'yes' },
        { text: 'Release it after the independent test.', feasible: 'unclear', risk: 'Lateness of an answer is no leave.' },
      ],
      orders: ['amendment'],
      models: ['heron'],
      revisit: on('2026-12-14'),
    });

    add('legal_hold', 'h-hold', 'active', {
      title: 'Training, testing, release and access of Heron 2',
      trigger: {
        event: 'Call from the Office of Export Enforcement',
        date: on('2026-06-09'),
        reason: 'An enforcement case and litigation were to be expected.',
        record: ['c-call', 'letter'],
      },
      scope: {
        names: ['dated-case', 'heron'],
        topics: ['Safeguards and their tests', 'Access and its suspension', 'Exchanges with officials, the evaluator and the cloud partner'],
        from: on('2025-09-01'),
        sources: ['Prompt and serving logs', 'Red-team logs', 'Mail and chat', 'Weights'],
      },
      custodians: [
        ...(['Safety research', 'Model operations', 'Security', 'Identity team', 'Office of the General Counsel'] as const).map((who) => ({
          who,
          noticeSent: on('2026-06-12'),
          acknowledged: on('2026-06-15'),
        })),
        { who: 'Partnerships', noticeSent: on('2026-06-12'), acknowledged: on('2026-06-22'), reminders: [{ on: on('2026-06-19') }] },
        { who: 'Commercial', noticeSent: on('2026-06-12'), reminders: [{ on: on('2026-06-19') }, { on: on('2026-07-06') }, { on: on('2026-10-20') }] },
        { who: 'Two contractors of the identity team', noticeSent: on('2026-10-20'), reminders: [{ on: on('2026-10-27') }, { on: on('2026-11-06') }] },
      ],
      systems: [
        { name: 'Prompt and serving logs', owner: 'Platform', deletesAfter: '30 days', deletesAfterDays: 30, suspended: on('2026-06-10'), evidence: ['e-deletion-off'] },
        { name: 'Red-team logs', owner: 'Safety research', deletesAfter: '90 days', deletesAfterDays: 90, suspended: on('2026-06-10'), evidence: ['e-deletion-off'] },
        { name: 'Chat', owner: 'Workplace', deletesAfter: '180 days', deletesAfterDays: 180, suspended: on('2026-06-30'), evidence: ['e-deletion-off'] },
      ],
      noticeVersion: '2',
      issued: on('2026-06-12'),
      issuedBy: 'General Counsel',
      requests: ['r-records', 'letter'],
    });
    add(
      'note',
      'n-foreign-national',
      'final',
      {
        title: 'Meaning of “foreign national” in the letter',
        type: 'interpretation',
        about: ['letter', 'amendment'],
        body: 'The letter does not define the word. The regulations use “foreign person”, which leaves out permanent residents and protected individuals (15 CFR 772.1). Until the Bureau answers we follow the wider reading, for the class and not for any person; nobody is asked for a second nationality.',
      },
      { privilege: 'attorney_client' },
    );
    add('note', 'n-call', 'open', {
      title: 'Before the call of December 1 with the Bureau',
      type: 'meeting_prep',
      about: ['r-evidence', 'amendment'],
      body: 'Ask for items 1, 3, 6 and 7. Say nothing of version 2.2 beyond the report. Take a note and confirm in writing the same day.',
    });
    add('note', 'n-week', 'open', {
      title: 'This week',
      type: 'issue_list',
      about: ['r-records', 'd-report-3', 'd-answer'],
      body: 'Records request, item 3: privilege review of forty-one messages.\nReport of the end of November: numbers from Security.\nAnswer to the charging letter: hearing demand in the same paper.\nBrightwater: who signs the late notice?',
    });
  };
