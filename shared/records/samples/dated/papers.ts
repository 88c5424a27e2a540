import type { Add } from '../sample.ts';
import type { Dates } from './calendar.ts';

/** Contacts and the papers that went out, are approved, or are being written. */
export const papers = ({ on, long }: Dates) => (add: Add): void => {
  const agency = { audience: 'agency', privilege: 'none' } as const;
  const call = (party: string) => [{ party, part: 'from' as const, side: 'government' as const }, { party: 'corvane', part: 'to' as const, side: 'ours' as const }];
  add('communication', 'c-call', 'confirmed', {
    subject: 'Call: correct it, or withdraw it', at: on('2026-06-09', '15:05'), minutes: 12, channel: 'call', ourKnowledge: 'participated', author: 'Export counsel', noted: on('2026-06-09', '15:40'), participants: call('oee'), documents: ['e-call-note'], confirmedInWriting: 'e-letter', about: ['call-order', 'heron'],
    summary: 'A weakness in Heron 2 was described in general words. No version, no prompts, no name of a tester, no date.', quoted: 'correct it, or withdraw it', witnesses: ['Head of safety research'], commitments: [{ by: 'Corvane', text: 'Look into it and answer in writing.', due: on('2026-06-19'), state: 'kept' }],
  }, agency);
  add('communication', 'c-technique', 'final', {
    subject: 'Call on the technique', at: on('2026-07-16', '11:00'), minutes: 20, channel: 'call', ourKnowledge: 'participated', author: 'Export counsel', noted: on('2026-07-16', '13:10'), participants: call('bis'), about: ['r-evidence'], summary: 'Asked for steps and an example. Answer: “a jailbreak”.', quoted: 'a jailbreak', requestsMade: ['r-evidence'],
  }, agency);
  add('communication', 'clarification', 'final', {
    subject: 'Letter asking what “foreign national” and “access” mean', at: on('2026-07-20'), channel: 'letter', ourKnowledge: 'participated', author: 'Export counsel', noted: on('2026-07-20'), participants: [{ party: 'corvane', part: 'from', side: 'ours' }, { party: 'bis', part: 'to', side: 'government' }], about: ['letter'], requestsMade: ['r-evidence'], summary: 'No answer so far.',
  }, agency);
  add('communication', 'c-oee-closes', 'final', {
    subject: 'E-mail: no further questions on access by a barred person', at: on('2026-09-02'), channel: 'email', ourKnowledge: 'participated', author: 'Export counsel', noted: on('2026-09-02'), participants: call('oee'), about: ['a-staff'], summary: 'The Office has no further questions on the access reported in July.',
  }, agency);
  add('communication', 'c-halden', 'final', {
    subject: 'Call with the cloud partner on restoration', at: on('2026-10-27', '16:00'), minutes: 35, channel: 'video', ourKnowledge: 'participated', author: 'Partnerships', noted: on('2026-10-29'), participants: [{ party: 'halden', part: 'present', side: 'partner' }, { party: 'corvane', part: 'present', side: 'ours' }], about: ['s-halden'],
    summary: 'Late entry: noted two days after. The partner asks when its platform can resume; no date was given.', commitments: [{ by: 'Halden Cloud', text: 'Send its own access logs.', due: on('2026-11-17'), state: 'open' }, { by: 'Corvane', text: 'Say by the end of the month whether the platform can be separated.', due: on('2026-11-30'), state: 'open' }],
  }, { privilege: 'common_interest' });
  add('communication', 'c-marrow', 'draft', { subject: 'Whether the evaluator told officials', at: { certainty: 'range', earliest: on('2026-05-29').day, latest: on('2026-06-09').day, reason: 'Between its report to us and the call.' }, channel: 'unknown', ourKnowledge: 'told_by', attribution: { level: 'unnamed_source', hedge: 'said to', reliability: 'Low.' }, documents: ['e-transcript'], participants: [{ party: 'marrow', part: 'from', side: 'other' }, { party: 'oee', part: 'to', side: 'government' }], about: ['a-report'] });

  add('filing', 'f-report-1', 'closed', {
    title: 'First report of suspended access', forum: 'agency', profile: 'outgoing', type: 'status_report', to: ['bis'], models: ['heron'], orders: ['letter'], docketNumber: '26-BIS-0041 (invented)', sources: ['e-attestation', 'letter'],
    statements: [{ text: 'Access of every person whom paragraph 1 reaches was suspended within 72 hours of receipt.', sources: ['e-attestation', 'e-courier'] }], approval: { by: 'General Counsel', on: on('2026-07-21'), reviewedBy: 'Outside counsel' }, filed: on('2026-07-22'), received: on('2026-07-23'), proof: ['e-first-report'], deadlines: ['d-first-report'],
  }, agency);
  add('filing', 'f-appeal', 'filed', {
    title: 'Appeal to the Under Secretary', forum: 'agency', profile: 'outgoing', type: 'appeal_756', to: ['under-secretary'], models: ['heron'], orders: ['denial'], sources: ['e-denial', 'e-bis-conclusions', 'e-segregation'],
    statements: [{ text: 'The denial rests on conclusions of two pages, without method or data.', sources: ['e-bis-conclusions'] }, { text: 'Eligible users can be told from others on the API.', sources: ['e-segregation'] }],
    approval: { by: 'General Counsel', on: on('2026-11-13'), reviewedBy: 'Outside counsel' }, filed: on('2026-11-16'), received: on('2026-11-18'), proof: ['e-appeal-receipt'], deadlines: ['d-appeal'],
  }, agency);
  add('filing', 'f-report-2', 'filed', {
    title: 'Report of suspended access, mid-November', forum: 'agency', profile: 'outgoing', type: 'status_report', to: ['bis'], models: ['heron'], orders: ['letter', 'amendment'], sources: ['e-mini-off', 'e-attestation'], statements: [{ text: 'On the day of this report 349 persons had access to weights, each with a determination in force.', sources: ['e-mini-off'], confidential: true }],
    approval: { by: 'General Counsel', on: on('2026-11-11'), reviewedBy: 'Outside counsel' }, filed: on('2026-11-12'), received: on('2026-11-12'), proof: ['e-report-2-receipt'], deadlines: ['d-report-2'],
  }, agency);
  const left = (record: string, privilege: string) => ({ record, privilege, decision: 'leave_out' as const, by: 'General Counsel', reason: 'Not needed for the report.' });
  add('filing', 'f-report-3', 'approved', {
    title: 'Report of suspended access, end of November', forum: 'agency', profile: 'outgoing', type: 'status_report', to: ['bis'], models: ['heron'], orders: ['letter', 'amendment'], docketNumber: '26-BIS-0041 (invented)', purpose: `Report under paragraph 3 of the letter, as changed on ${long('2026-10-15')}.`,
    sources: ['e-letter', 'e-courier', 'e-attestation', 'e-amendment', 'e-amendment-receipt', 'e-mini-off', 'e-segregation', 'e-plan-acceptance', 'e-bis-conclusions', 'e-bis-refusal', 'd-report-3', 'r-evidence', 'r-amendment', 'a-exploit', 'a-uplift', 'a-versions', 'p-plan', 's-freeze', 's-identity', 's-cluster', 's-log', 's-redteam', 's-console', 's-tenants', 's-technique', 'k-text', 'k-lifted', 'k-accepted', 'k-fixed', 'k-separate', 'k-surfaces'],
    statements: [
      { text: 'No access by a barred person is known since the suspension.', sources: ['e-mini-off', 'e-segregation'] }, { text: 'Five of the seven items asked for in July have not been answered, or not in detail.', sources: ['r-evidence'] },
    ],
    exhibits: [{ label: 'Ex. 1', item: 'e-attestation' }, { label: 'Ex. 2', item: 'e-mini-off' }, { label: 'Ex. 3', item: 'e-segregation' }], markings: ['CONFIDENTIAL TREATMENT REQUESTED BY CORVANE RESEARCH, INC.'],
    touches: [left('dec-limit', 'attorney_client'), left('dec-correct', 'attorney_client'), left('e-test', 'under_review'), left('e-snapshot', 'none'), left('n-foreign-national', 'attorney_client'), left('h-hold', 'attorney_client'), left('e-ledger', 'under_review')],
    signatories: [{ name: 'General Counsel and Secretary', lines: ['Corvane Research, Inc.'] }], certification: { text: 'I have read this report. To the best of my knowledge, formed after reasonable inquiry, the statements of fact in it are true and complete.', official: 'General Counsel and Secretary', authority: ['dec-limit'] },
    approval: { by: 'General Counsel', on: on('2026-11-23'), reviewedBy: 'Outside counsel' }, deadlines: ['d-report-3'],
  }, agency);
  add('filing', 'f-records', 'draft', {
    title: 'Answer to the records request', forum: 'agency', profile: 'outgoing', type: 'response_letter', to: ['oee'], orders: ['letter'], models: ['heron'], sources: ['r-records', 'e-records-request'], statements: [{ text: 'Items 1, 2 and 4 are answered in full; item 3 in part.', sources: ['r-records'] }],
    touches: [{ record: 'e-ledger', privilege: 'under_review', decision: 'undecided' }], deadlines: ['d-records'],
  });
  add('filing', 'f-summary', 'draft', { title: 'Order summary for the board', forum: 'internal', profile: 'internal', type: 'order_summary', models: ['heron'], orders: ['letter', 'amendment'], sources: ['letter', 'amendment'], note: 'One page; risk, spend, next fourteen days, decisions needed.' });
};
