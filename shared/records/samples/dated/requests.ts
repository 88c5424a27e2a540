import type { Add } from '../sample.ts';
import type { Dates } from './calendar.ts';

/** Requests in both directions: what they have not given ages, what we owe has its date. */
export const requests = ({ on }: Dates) => (add: Add): void => {
  const agency = { audience: 'agency' } as const;
  const court = { audience: 'court' } as const;
  add('evidence_request', 'r-evidence', 'partially_complied', {
    title: 'Technical evidence for the reported weakness', direction: 'to_government', instrument: 'informal_letter', from: 'corvane', to: 'bis', asked: on('2026-07-06'), answerBy: on('2026-07-31'), chaseAfterDays: 28, owner: 'Export counsel', order: ['letter', 'heron', 'a-exploit'], papers: ['e-bis-conclusions', 'e-bis-refusal'],
    items: [
      { number: '1', text: 'The technique used to obtain the output', basis: 'Nothing can be corrected that has not been shown', answer: 'not_in_detail', answered: on('2026-07-16'), given: 'A jailbreak.' },
      { number: '2', text: 'The prompts submitted and the outputs received', answer: 'refused', answered: on('2026-08-12'), given: 'law-enforcement sensitive', evidence: ['e-bis-refusal'] },
      { number: '3', text: 'Logs: dates, accounts, model version, settings', answer: 'none' },
      { number: '4', text: 'The report of the specialists who examined the claim', answer: 'not_in_detail', answered: on('2026-08-12'), given: 'Two pages of conclusions. No method, no data.', evidence: ['e-bis-conclusions'] },
      { number: '5', text: 'The severity rating and the scale used', answer: 'full', answered: on('2026-08-12'), given: '“High” on a scale of four.', evidence: ['e-bis-conclusions'] },
      { number: '6', text: 'Whether comparable systems were tested', answer: 'none' },
      { number: '7', text: 'Who is a “foreign national”, and whether use through an interface is access', basis: 'Terms of the letter', answer: 'none', asked: on('2026-07-20') },
    ],
    chased: [{ on: on('2026-08-24'), how: 'Letter' }, { on: on('2026-10-05'), how: 'Letter' }],
  }, agency);
  add('evidence_request', 'r-amendment', 'sent', {
    title: 'Basis for reaching contractors and derivatives', direction: 'to_government', instrument: 'informal_letter', from: 'corvane', to: 'bis', asked: on('2026-10-23'), chaseAfterDays: 28, owner: 'Export counsel', order: ['amendment', 'heron'],
    items: [{ number: '1', text: 'What “derivative” means', answer: 'none' }, { number: '2', text: 'What gave rise to the change', answer: 'none' }],
  }, agency);
  add('evidence_request', 'r-foia', 'acknowledged', {
    title: 'Records of the exchanges before the call', direction: 'foia_out', instrument: 'foia', from: 'corvane', to: 'bis', asked: on('2026-09-28'), owner: 'Outside counsel', chaseAfterDays: 30, deadlines: ['d-foia'], papers: ['e-foia-ack'], legalBasis: '5 USC 552', order: ['letter'],
    items: [{ number: '1', text: 'Records of exchanges with the evaluator and with the cloud partner on Heron 2', answer: 'none' }],
  });
  add('evidence_request', 'r-marrow', 'responding', {
    title: 'Replication data', direction: 'to_third_party', instrument: 'informal_letter', from: 'corvane', to: 'marrow', asked: { certainty: 'approximate', day: on('2026-08-03').day, reason: 'By telephone; the note gives the week only.' }, chaseAfterDays: 21, owner: 'Safety research', order: ['a-exploit', 'heron'],
    items: [{ number: '1', text: 'Prompts of the test of May', answer: 'full', answered: on('2026-08-19') }, { number: '2', text: 'Settings and version', answer: 'full', answered: on('2026-08-19') }, { number: '3', text: 'What was passed on to officials, and when', answer: 'none' }],
  });
  add('evidence_request', 'r-records', 'responding', {
    title: 'Records on the testing of safeguards and on access', direction: 'from_government', instrument: 'records_request_762_7', legalBasis: '15 CFR 762.7', from: 'oee', to: 'corvane', received: on('2026-11-04'), answerBy: on('2026-11-25'), deadlines: ['d-records'], owner: 'Litigation', papers: ['e-records-request'], order: ['letter', 'heron'],
    items: [
      { number: '1', text: 'Records of access to weights, June to October', answer: 'full', state: 'ready', evidence: ['e-attestation', 'e-mini-off'] }, { number: '2', text: 'Determinations made under the letter, by number and without names', answer: 'full', state: 'ready' },
      { number: '3', text: 'Communications with the distributor on restoration', answer: 'partial', state: 'in_review', reviewNote: 'Forty-one messages; two look privileged.' }, { number: '4', text: 'Reports of the verifier', answer: 'full', state: 'ready', evidence: ['e-segregation'] },
      { number: '5', text: 'Credits and refunds paid', answer: 'none', state: 'collecting', evidence: ['e-ledger'] },
    ],
    responsive: ['e-attestation', 'e-mini-off', 'e-segregation', 'e-ledger', 'e-halden-contract', 'heron'],
  }, agency);
  add('evidence_request', 'r-production', 'responding', {
    title: 'Requests for production, first set', direction: 'from_court_opponent', instrument: 'rfp', legalBasis: 'Fed. R. Civ. P. 34', from: 'us-attorney', to: 'corvane', received: on('2026-11-05'), deadlines: ['d-production'], owner: 'Outside counsel', papers: ['e-rfp'], order: ['letter'],
    items: [{ number: '1', text: 'Documents on the decision to limit access', answer: 'none', state: 'collecting' }, { number: '2', text: 'Documents on harm claimed', answer: 'none', state: 'collecting' }, { number: '3', text: 'Advice on the meaning of “foreign national”', answer: 'privilege', state: 'in_review', withheldBecause: 'Three memos of counsel to the company on the meaning of the letter.' }],
  }, court);
  add('evidence_request', 'r-admissions', 'received', {
    title: 'Requests for admission, first set', direction: 'from_court_opponent', instrument: 'rfa', legalBasis: 'Fed. R. Civ. P. 36', from: 'us-attorney', to: 'corvane', received: on('2026-11-09'), deadlines: ['d-admissions'], owner: 'Outside counsel', papers: ['e-rfa'], order: ['letter'],
    items: [{ number: '1', text: 'That the letter was delivered on its date', answer: 'none', state: 'in_review' }, { number: '2', text: 'That Heron 2.1 produced the output described', answer: 'none', state: 'in_review' }],
  }, court);
  add('evidence_request', 'r-subpoena', 'received', {
    title: 'Subpoena for access logs, January to May', direction: 'from_third_party', instrument: 'subpoena', legalBasis: 'Fed. R. Civ. P. 45', from: 'orrin', to: 'corvane', received: on('2026-11-12'), deadlines: ['d-subpoena'], owner: 'Outside counsel', papers: ['e-subpoena'],
    items: [{ number: '1', text: 'Access logs, January to May', answer: 'none', state: 'open' }],
  }, court);
  add('evidence_request', 'r-number', 'closed', {
    title: 'Number and location of persons suspended', direction: 'from_government', instrument: 'informal_letter', from: 'bis', to: 'corvane', received: on('2026-06-29'), answerBy: on('2026-07-24'), owner: 'Export counsel', order: ['letter'],
    items: [{ number: '1', text: 'Number and location of persons suspended', answer: 'full', answered: on('2026-07-23'), state: 'produced', evidence: ['e-first-report'] }], responsive: ['e-first-report', 'e-attestation'],
  }, agency);
};
