import type { RecordOf } from '../../kinds.ts';
import type { Add } from '../sample.ts';
import type { Dates } from './calendar.ts';
import { amendmentWords, letterWords } from './letter.ts';

type Order = RecordOf<'order'>['fields'];
type Terms = NonNullable<NonNullable<Order['clauses']>[number]['terms']>;

const foreignNational = ({ on }: Dates): Terms => [{
  term: 'foreign national', question: 'Not defined in the letter.',
  readings: [
    { text: 'Anyone who is not a citizen or national of the United States.', takenBy: ['Corvane, provisionally'], effect: 'Permanent residents are barred.' },
    { text: 'Foreign person as in 15 CFR 772.1.', takenBy: ['Outside counsel'], effect: 'Permanent residents and protected individuals are not barred.' },
  ],
  adopted: 'The wider one, until the Bureau answers.', adoptedWhy: 'Undetermined means no access.', adoptedBy: 'General Counsel', adoptedOn: on('2026-07-01'), asked: ['clarification', 'r-evidence'],
}];

/** A call, a letter, a letter that changes it, a denial and a scheduling order. */
export const orders = (dates: Dates) => (add: Add): void => {
  const { on, long } = dates;
  const words = letterWords(dates);
  const amended = amendmentWords();
  const own = { source: 'e-letter', ownWords: true } as const;
  const sent = { audience: 'agency' } as const;

  add('order', 'call-order', 'superseded', {
    title: `Call of ${long('2026-06-09')}: correct or withdraw`, direction: 'government_to_us', instrument: 'oral_instruction', issuer: 'oee', addressees: [{ party: 'corvane', served: on('2026-06-09', '15:05'), copyInHand: false }], models: ['heron'], reaches: 'not_stated',
    formSeen: 'read_out', textInHand: false, textNote: 'Spoken on the telephone; the note was made the same day. The letter took it up in its fourth paragraph.', issued: on('2026-06-09', '15:05'), effective: { certainty: 'unknown', reason: 'The caller said “soon” and no more.' }, received: on('2026-06-09', '15:05'),
    papers: ['e-call-note'], receiptEvidence: ['c-call'], contactLog: ['c-call'], writtenConfirmation: ['letter'], publicity: 'non_public', authority: 'not_stated', grounds: [{ text: 'a jailbreak that draws out exploit code', source: 'e-call-note' }], reasons: 'conclusory',
    clauses: [{ number: '1', quotation: 'correct it, or withdraw it', pinpoint: 'item 2', source: 'e-call-note', ownWords: true, ourReading: 'Overtaken by the letter.' }],
    obligations: [
      { number: 'OB-1', clause: '1', text: 'Correct the weakness.', verb: 'correct', group: 'A', mode: 'any_of', state: 'not_applicable', reasonNotDone: 'Taken up in paragraph 4 of the letter.' },
      { number: 'OB-2', clause: '1', text: 'Withdraw the model.', verb: 'withdraw', group: 'A', mode: 'any_of', state: 'not_applicable', reasonNotDone: 'Taken up in paragraph 4 of the letter.' },
    ],
  }, sent);
  add('order', 'letter', 'amended', {
    title: `Letter of ${long('2026-06-26')}: license required for access to Heron 2`, direction: 'government_to_us', instrument: 'is_informed_letter', issuer: 'bis', signatory: 'Director, Office of Exporter Services', docketNumber: '26-BIS-0041 (invented)', addressees: [{ party: 'corvane', served: on('2026-06-29', '10:40'), copyInHand: true }],
    models: ['heron'], reaches: 'named_version', formSeen: 'original', textInHand: true, papers: ['e-letter', 'e-courier'], receiptEvidence: ['e-courier'],
    signed: { certainty: 'unknown', reason: 'The signature bears no date.' }, issued: on('2026-06-26'),
    received: { certainty: 'disputed', readings: [{ day: dates.day('2026-06-29'), time: '10:40', zone: 'America/New_York', saidBy: 'Corvane, by the courier’s receipt' }, { day: dates.day('2026-06-26'), saidBy: 'The Bureau, in its charging letter' }], reason: 'The Bureau’s file says that it was delivered on its date. Time runs from the earlier day until settled.' },
    effective: on('2026-06-29', '10:40'), expires: { certainty: 'unknown', reason: 'No term is stated; review “in due course”.' }, receivedVia: 'Courier', publicity: 'non_public', authority: 'stated',
    legalBasis: [{ citation: '50 USC 4813(e)', status: 'text_read', checkedOn: dates.day('2026-07-06') }, { citation: '15 CFR 744.22(b)', status: 'text_read', checkedOn: dates.day('2026-07-06') }],
    grounds: [{ text: 'meaningful uplift', source: 'e-letter' }], reasons: 'conclusory',
    clauses: [
      { number: '1', quotation: words.one, pinpoint: 'p. 1', ...own, ourReading: 'Every surface that gives weights, technical data or use. We asked whether use through an interface is meant.', terms: foreignNational(dates) },
      { number: '2', quotation: words.two, pinpoint: 'p. 1', ...own, ourReading: 'Hours run at once and through weekends.' },
      { number: '3', quotation: words.three, pinpoint: 'p. 1', ...own, ourReading: 'From the date of the letter, not from its receipt.' },
      { number: '4', quotation: words.four, pinpoint: 'p. 2', ...own, ourReading: 'Two branches, and a notice whichever is taken. No date is set.' },
      { number: '5', quotation: words.five, pinpoint: 'p. 2', ...own, ourReading: 'No destruction without written leave (15 CFR 762.6(b)).' },
      { number: '6', quotation: words.six, pinpoint: 'p. 2', ...own, asksNothing: 'An exception. It asks nothing of us.' },
    ],
    obligations: [
      { number: 'OB-10', clause: '1', text: 'Give no foreign national access to Heron 2.0 or 2.1 without a license.', verb: 'bar', owner: 'Model operations', dueWords: 'continuing', state: 'met_continuing', evidence: ['e-attestation', 'e-segregation'] },
      { number: 'OB-11', clause: '2', text: 'Suspend customers, partners and staff whom paragraph 1 reaches.', verb: 'disable', owner: 'Model operations', due: 'd-suspend', state: 'done', evidence: ['e-attestation'] },
      { number: 'OB-12', clause: '3', text: 'First report of suspended access.', verb: 'report', owner: 'Export counsel', due: 'd-first-report', state: 'done', evidence: ['e-first-report', 'f-report-1'] },
      { number: 'OB-13', clause: '4', text: 'Correct the weakness described in the call, and prove it.', verb: 'correct', group: 'A', mode: 'any_of', owner: 'Safety research', dueWords: 'no date set', state: 'in_progress', note: 'Reproduced on 2.1 only; the technique itself has not been given.' },
      { number: 'OB-14', clause: '4', text: 'Withdraw the models.', verb: 'withdraw', group: 'A', mode: 'any_of', owner: 'General Counsel', dueWords: 'no date set', state: 'not_chosen', decision: 'dec-correct', reasonNotDone: 'Correction was chosen: it meets the concern and keeps access for those who are not barred.' },
      { number: 'OB-15', clause: '5', text: 'Keep every record of training, testing and release.', verb: 'preserve', owner: 'Legal operations', dueWords: 'until released in writing', state: 'met_continuing', evidence: ['e-deletion-off'] },
    ],
    scope: [
      { rule: 'barred', clause: '1', persons: 'any foreign national, wherever located', definition: 'Not defined.', variant: 'any_foreign_national_as_worded', models: ['heron'], versions: ['Heron 2.0', 'Heron 2.1'], activities: ['access_undefined', 'weights_access', 'technical_data'], territory: 'Everywhere, the United States included.', from: on('2026-06-29', '10:40'), confirmedByIssuer: 'asked', confirmation: 'clarification' },
      { rule: 'exception', clause: '6', persons: 'the Government of the United States', models: ['heron'], activities: ['access_undefined'], from: on('2026-06-29', '10:40'), confirmedByIssuer: 'none' },
    ],
    relations: [{ relation: 'supersedes', order: 'call-order', standing: 'absorbed', note: 'Paragraph 4 takes up the call.' }],
    liftConditions: 'None stated.', reporting: 'Within 30 days of its date; every 14 days since it was changed.', review: 'Clarification asked; license denied and appealed; complaint filed. Part 756 reaches the denial and not the letter itself: check.', reviewDeadlines: ['d-appeal'], interpretation: ['n-foreign-national'],
  }, sent);
  add('order', 'amendment', 'in_force', {
    title: `Letter of ${long('2026-10-15')}, changing paragraphs 1 to 3`, direction: 'government_to_us', instrument: 'is_informed_letter', issuer: 'bis', signatory: 'Director, Office of Exporter Services', docketNumber: '26-BIS-0041 (invented)', addressees: [{ party: 'corvane', served: on('2026-10-19', '09:15'), copyInHand: true }],
    models: ['heron'], reaches: 'derivatives', formSeen: 'original', textInHand: true, papers: ['e-amendment'], receiptEvidence: ['e-amendment-receipt'], issued: on('2026-10-15'), received: on('2026-10-19', '09:15'), effective: on('2026-10-19', '09:15'), expires: { certainty: 'unknown', reason: 'No term is stated.' },
    publicity: 'non_public', authority: 'stated', legalBasis: [{ citation: '50 USC 4813(e)', status: 'text_read', checkedOn: dates.day('2026-10-20') }], grounds: [], reasons: 'none',
    clauses: [
      { number: '1', quotation: amended.one, pinpoint: 'p. 1', source: 'e-amendment', ownWords: true, change: 'replaces', changedOrder: 'letter', changedClause: '1', ourReading: 'Adds 2.1 mini and derivatives.' },
      { number: '2', quotation: amended.two, pinpoint: 'p. 1', source: 'e-amendment', ownWords: true, change: 'replaces', changedOrder: 'letter', changedClause: '2', ourReading: 'Adds the staff of contractors.' },
      { number: '3', quotation: amended.three, pinpoint: 'p. 1', source: 'e-amendment', ownWords: true, change: 'replaces', changedOrder: 'letter', changedClause: '3', ourReading: 'Every 14 days from the first report after the change.' },
    ],
    obligations: [
      { number: 'OB-20', clause: '1', text: 'The same for Heron 2.1 mini and derivatives.', verb: 'bar', owner: 'Model operations', dueWords: 'continuing', state: 'met_continuing', evidence: ['e-mini-off'] },
      { number: 'OB-21', clause: '2', text: 'Suspend the staff of contractors.', verb: 'disable', owner: 'People team', due: 'd-contractors', state: 'done', evidence: ['e-mini-off'] },
      { number: 'OB-22', clause: '3', text: 'Report every 14 days.', verb: 'report', owner: 'Export counsel', due: 'd-report-3', state: 'in_progress', evidence: ['f-report-2'] },
    ],
    scope: [{ rule: 'barred', clause: '1', persons: 'any foreign national, wherever located', definition: 'Not defined.', variant: 'any_foreign_national_as_worded', models: ['heron'], versions: ['Heron 2.0', 'Heron 2.1', 'Heron 2.1 mini', 'any derivative'], activities: ['access_undefined', 'weights_access', 'technical_data'], territory: 'Everywhere, the United States included.', from: on('2026-10-19', '09:15'), confirmedByIssuer: 'none' }],
    relations: [{ relation: 'amends', order: 'letter', standing: 'still_binding' }],
  }, sent);
  add('order', 'denial', 'in_force', {
    title: `Denial of the license application of ${long('2026-07-20')}`, direction: 'government_to_us', instrument: 'license_denial', issuer: 'bis', addressees: [{ party: 'corvane', served: on('2026-10-13'), copyInHand: true }], models: ['heron'], reaches: 'named_version', formSeen: 'original', textInHand: true, papers: ['e-denial'], receiptEvidence: ['e-denial'],
    issued: on('2026-10-08'), received: on('2026-10-13'), effective: on('2026-10-08'), publicity: 'non_public', authority: 'stated', legalBasis: [{ citation: '15 CFR 750.6', status: 'text_read' }], grounds: [{ text: 'the risk described in the letter', source: 'e-denial' }], reasons: 'summary',
    clauses: [{ number: '1', quotation: 'The application is denied.', pinpoint: 'p. 1', source: 'e-denial', ownWords: true, asksNothing: 'It denies a license; the bar is that of the letter.' }], obligations: [], reviewDeadlines: ['d-appeal'],
  }, sent);
  add('order', 'scheduling-order', 'in_force', {
    title: `Scheduling order of ${long('2026-11-10')}`, direction: 'court', instrument: 'court_order', issuer: 'court', docketNumber: '1:26-cv-02417 (invented)', addressees: [{ party: 'corvane', served: on('2026-11-10'), copyInHand: true }], formSeen: 'copy', textInHand: true, papers: ['e-scheduling'], receiptEvidence: ['e-scheduling'],
    issued: on('2026-11-10'), received: on('2026-11-10'), effective: on('2026-11-10'), publicity: 'public', authority: 'stated', legalBasis: [{ citation: 'Fed. R. Civ. P. 16(b)', status: 'text_read' }], reasons: 'none',
    clauses: [{ number: '2', quotation: `The parties shall exchange privilege logs no later than ${long('2026-11-30')}.`, pinpoint: 'p. 2', source: 'e-scheduling', ownWords: true, ourReading: 'A date fixed by an order does not roll.' }],
    obligations: [{ number: 'OB-30', clause: '2', text: 'Exchange privilege logs.', verb: 'submit', owner: 'Outside counsel', due: 'd-privilege-log', state: 'open' }],
  }, { audience: 'court' });
};
