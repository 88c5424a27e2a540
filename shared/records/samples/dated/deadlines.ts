import type { Add } from '../sample.ts';
import type { Dates } from './calendar.ts';

/** Time limits by rule and by hand: met, running, late, extended, theirs. */
export const deadlines =
  ({ on, day, long, computed }: Dates) =>
  (add: Add): void => {
    const agency = { audience: 'agency' } as const;
    const court = { audience: 'court' } as const;
    const zone = 'America/New_York';
    const confirmed = (when: string) => ({ confirmation: { by: 'Export counsel', on: day(when), reviewedBy: 'Outside counsel' } });
    const ours = { side: 'ours', owner: 'Export counsel', backup: 'General Counsel' } as const;

    add(
      'deadline',
      'd-suspend',
      'met',
      {
        ...ours,
        title: 'Suspend access of everybody whom paragraph 1 reaches',
        ...computed('generic.agency-order.hours', '2026-06-29T10:40', { offset: 72, tz: zone, filing: 'agency' }),
        trigger: { record: 'letter', dateKind: 'Received', value: on('2026-06-29', '10:40'), evidence: ['e-courier'] },
        order: ['letter'],
        clause: '2',
        ...confirmed('2026-06-29'),
        completion: {
          acted: on('2026-07-01', '22:40'),
          how: 'Surface by surface',
          received: on('2026-07-01', '22:40'),
          proof: ['e-attestation'],
          by: 'Model operations',
          verifiedBy: 'Security',
        },
      },
      agency,
    );
    add(
      'deadline',
      'd-first-report',
      'met',
      {
        ...ours,
        title: 'First report of suspended access',
        ...computed('generic.agency-order.days', '2026-06-26', { offset: 30, filing: 'agency' }),
        trigger: { record: 'letter', dateKind: 'Date on the paper', value: on('2026-06-26'), evidence: ['e-letter'] },
        order: ['letter'],
        clause: '3',
        ...confirmed('2026-06-30'),
        completion: {
          acted: on('2026-07-22'),
          how: 'Courier and e-mail',
          received: on('2026-07-23'),
          proof: ['e-first-report', 'f-report-1'],
          by: 'Export counsel',
          verifiedBy: 'Legal operations',
        },
      },
      agency,
    );
    add(
      'deadline',
      'd-contractors',
      'met',
      {
        ...ours,
        title: 'Suspend the staff of contractors',
        ...computed('generic.agency-order.hours', '2026-10-19T09:15', { offset: 72, tz: zone, filing: 'agency' }),
        trigger: { record: 'amendment', dateKind: 'Received', value: on('2026-10-19', '09:15'), evidence: ['e-amendment-receipt'] },
        order: ['amendment'],
        clause: '2',
        ...confirmed('2026-10-19'),
        completion: { acted: on('2026-10-21', '16:20'), received: on('2026-10-21', '16:20'), proof: ['e-mini-off'], by: 'People team', verifiedBy: 'Security' },
      },
      agency,
    );
    add(
      'deadline',
      'd-report-2',
      'met',
      {
        ...ours,
        title: 'Report of suspended access, mid-November',
        method: 'manual',
        date: on('2026-11-13'),
        source: 'Paragraph 3 as changed: every 14 days.',
        nature: 'our_act',
        consequence: 'regulatory_violation',
        mustBeReceived: true,
        order: ['amendment'],
        clause: '3',
        ...confirmed('2026-10-30'),
        completion: {
          acted: on('2026-11-12'),
          how: 'E-mail',
          received: on('2026-11-12'),
          proof: ['e-report-2-receipt', 'f-report-2'],
          by: 'Export counsel',
          verifiedBy: 'Legal operations',
        },
      },
      agency,
    );
    add(
      'deadline',
      'd-report-3',
      'active',
      {
        ...ours,
        title: 'Report of suspended access, end of November',
        method: 'manual',
        date: on('2026-11-27'),
        source: `Paragraph 3 as changed: 14 days after ${long('2026-11-13')}. The day after Thanksgiving is no holiday.`,
        nature: 'our_act',
        consequence: 'regulatory_violation',
        mustBeReceived: true,
        order: ['amendment'],
        clause: '3',
        act: 'Report in writing, received',
        ...confirmed('2026-11-13'),
        internalTargets: [{ target: on('2026-11-25'), what: 'Numbers from the access log', owner: 'Security' }],
      },
      agency,
    );
    add(
      'deadline',
      'd-records',
      'active',
      {
        ...ours,
        title: 'Answer the records request',
        ...computed('generic.fixed-date', '2026-11-04', { fixed_date: '2026-11-25' }),
        mustBeReceived: true,
        trigger: { record: 'r-records', dateKind: 'The day the request names', value: on('2026-11-25'), evidence: ['e-records-request'] },
        order: ['r-records'],
        owner: 'Litigation',
        act: 'Answer, received',
        ...confirmed('2026-11-05'),
      },
      agency,
    );
    add(
      'deadline',
      'd-appeal',
      'met',
      {
        ...ours,
        title: 'Appeal to the Under Secretary against the denial of the license',
        ...computed('bis.appeal.45', '2026-10-08', { filing: 'agency' }),
        trigger: { record: 'denial', dateKind: 'Date on the paper', value: on('2026-10-08'), evidence: ['e-denial'] },
        order: ['denial'],
        act: 'Appeal in writing, received',
        ...confirmed('2026-10-14'),
        completion: {
          acted: on('2026-11-16'),
          how: 'Courier',
          received: on('2026-11-18'),
          proof: ['e-appeal-receipt', 'f-appeal'],
          by: 'Export counsel',
          verifiedBy: 'Legal operations',
        },
      },
      agency,
    );
    add(
      'deadline',
      'd-vsd',
      'active',
      {
        ...ours,
        title: 'Full narrative of the voluntary self-disclosure',
        ...computed('bis.vsd.narrative.180', '2026-07-14', { filing: 'agency' }),
        trigger: { record: 'e-vsd-receipt', dateKind: 'Received by the Office of Export Enforcement', value: on('2026-07-14'), evidence: ['e-vsd-receipt'] },
        order: ['letter'],
        ...confirmed('2026-07-15'),
        internalTargets: [{ target: on('2026-12-11'), what: 'Complete draft', owner: 'Outside counsel' }],
      },
      agency,
    );
    add(
      'deadline',
      'd-answer',
      'active',
      {
        ...ours,
        title: 'Answer to the charging letter, with the demand for a hearing',
        ...computed('bis.766.answer.30', '2026-10-29', { filing: 'agency' }),
        trigger: { record: 'e-charging', dateKind: 'Service, by delivery', value: on('2026-10-29'), evidence: ['e-charging'] },
        order: ['letter'],
        owner: 'Outside counsel',
        ...confirmed('2026-10-30'),
        note: 'What is not denied is admitted; a hearing not demanded with the answer is waived.',
      },
      agency,
    );
    add(
      'deadline',
      'd-production',
      'active',
      {
        ...ours,
        title: 'Response to the requests for production, first set',
        ...computed('frcp.34.response.30', '2026-11-02', { service_method: 'mail', court: 'us-dcd', filing: 'electronic' }),
        trigger: { record: 'e-rfp', dateKind: 'Service, by mail', value: on('2026-11-02'), evidence: ['e-rfp'] },
        order: ['r-production'],
        owner: 'Outside counsel',
        ...confirmed('2026-11-06'),
      },
      court,
    );
    add(
      'deadline',
      'd-admissions',
      'confirmed',
      {
        ...ours,
        title: 'Response to the requests for admission, first set',
        ...computed('frcp.36.admissions.30', '2026-11-09', { court: 'us-dcd', filing: 'electronic' }),
        trigger: { record: 'e-rfa', dateKind: 'Service, electronic', value: on('2026-11-09'), evidence: ['e-rfa'] },
        order: ['r-admissions'],
        owner: 'Outside counsel',
        ...confirmed('2026-11-10'),
      },
      court,
    );
    add(
      'deadline',
      'd-subpoena',
      'proposed',
      {
        ...ours,
        title: 'Objections to the subpoena for access logs',
        ...computed('frcp.45.objection.14', '2026-11-12', { compliance_time: '2026-12-03T10:00', court: 'us-dcd' }),
        trigger: { record: 'e-subpoena', dateKind: 'Service', value: on('2026-11-12'), evidence: ['e-subpoena'] },
        order: ['r-subpoena'],
        owner: 'Outside counsel',
      },
      court,
    );
    add('deadline', 'd-customer', 'late', {
      ...ours,
      title: 'Notice to Brightwater under its contract',
      ...computed('contract.notice-clause', '2026-10-19', { offset: 5, unit: 'business_day', method: 'BUSINESS_DAYS', agreement: 'Services agreement, section 14.2' }),
      trigger: { record: 'amendment', dateKind: 'Effective', value: on('2026-10-19'), evidence: ['e-amendment-receipt'] },
      order: ['amendment'],
      owner: 'Commercial',
      ...confirmed('2026-10-20'),
      note: 'Sent in time to a wrong address; it came back and was found in November.',
    });
    add(
      'deadline',
      'd-privilege-log',
      'extended',
      {
        ...ours,
        title: 'Exchange of privilege logs',
        method: 'manual',
        date: on('2026-11-30'),
        source: 'Paragraph 2 of the scheduling order; a date fixed by an order does not roll.',
        nature: 'our_act',
        consequence: 'court_order',
        order: ['scheduling-order'],
        clause: '2',
        owner: 'Outside counsel',
        ...confirmed('2026-11-11'),
        extensions: [
          { requested: on('2026-11-12'), basis: 'Forty-one messages to review', grantedBy: 'The court, on stipulation', newDate: on('2026-12-04'), evidence: 'e-log-extension' },
        ],
      },
      court,
    );
    add(
      'deadline',
      'd-us-answer',
      'active',
      {
        title: 'Answer of the United States to the complaint',
        ...computed('frcp.12.us-answer.60', '2026-09-16', { court: 'us-dcd', filing: 'electronic' }),
        side: 'theirs',
        trigger: { record: 'e-summons', dateKind: 'Service on the United States Attorney', value: on('2026-09-16'), evidence: ['e-summons'] },
        order: ['letter'],
        owner: 'Outside counsel',
        ...confirmed('2026-09-18'),
      },
      court,
    );
    add('deadline', 'd-foia', 'active', {
      title: 'Determination of the FOIA request',
      ...computed('foia.determination.20wd', '2026-09-28', { first_designated_receipt: 'same', unusual_circumstances: 'no', holds: [] }),
      side: 'theirs',
      trigger: { record: 'r-foia', dateKind: 'Received by the component', value: on('2026-09-28'), evidence: ['e-foia-ack'] },
      order: ['r-foia'],
      owner: 'Outside counsel',
      ...confirmed('2026-10-01'),
    });
    add('deadline', 'd-license', 'superseded', {
      title: 'Decision on the license application',
      ...computed('bis.licence.resolve.90', '2026-07-20'),
      side: 'theirs',
      order: ['denial'],
      whyNot: 'The application was denied before this date.',
      trigger: { record: 'denial', dateKind: 'Registered', value: on('2026-07-20') },
    });
    add('deadline', 'd-determinations', 'active', {
      ...ours,
      title: 'Second-person review of fourteen access determinations',
      method: 'manual',
      date: on('2026-11-25'),
      source: 'Our own target.',
      nature: 'our_act',
      consequence: 'internal',
      order: ['amendment'],
      ...confirmed('2026-11-16'),
    });
    add('deadline', 'd-correct', 'proposed', {
      ...ours,
      title: 'Notify the Bureau when the weakness is corrected',
      method: 'manual',
      date: { certainty: 'unknown', reason: 'Paragraph 4 sets no date.' },
      nature: 'our_act',
      consequence: 'regulatory_violation',
      order: ['letter'],
      clause: '4',
      owner: 'Safety research',
      source: 'Paragraph 4 of the letter.',
    });
  };
