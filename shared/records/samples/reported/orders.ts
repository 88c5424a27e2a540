import type { RecordOf } from '../../kinds.ts';
import type { Add } from '../sample.ts';
import { noDate } from './dates.ts';

type Terms = NonNullable<NonNullable<RecordOf<'order'>['fields']['clauses']>[number]['terms']>;
const nationals: Terms = [{
  term: 'all foreign nationals', question: 'Who is meant? The report does not say how the order defines the words, or whether it does.',
  readings: [
    { text: 'Everybody who is not a citizen of the United States.', effect: 'Permanent residents, refugees and asylees are barred.' },
    { text: 'Foreign persons as in 15 CFR 772.1.', effect: 'Permanent residents and protected individuals are not barred.' },
    { text: 'As defined in an order that we have not seen.', effect: 'Nothing can be said until the text is in hand.' },
  ],
  adopted: 'The widest, until the issuer answers. It applies to the class and to no single person.', adoptedWhy: 'The text is not in hand; undetermined means no access.', adoptedBy: 'General Counsel', adoptedOn: { certainty: 'exact', day: '2026-11-20' }, asked: ['evidence-request'],
}];
const access: Terms = [{
  term: 'access', question: 'Does it reach use through an interface, or only the release of technology or source code?',
  readings: [{ text: 'Every use on every surface.', effect: 'All surfaces stay off.' }, { text: 'Release of technology or source code only (15 CFR 734.13 to 734.15).', effect: 'Use through an interface might resume.' }],
  adopted: 'Every use.', adoptedWhy: 'The stricter reading is followed meanwhile.', adoptedBy: 'General Counsel', adoptedOn: { certainty: 'exact', day: '2026-11-20' }, asked: ['evidence-request'],
}];

/** The two measures the report tells of, and the older one beside them. No text is in hand; every quotation is the report's. */
export function orders(add: Add): void {
  add('order', 'direction', 'unconfirmed', {
    title: 'Direction to correct or withdraw', direction: 'government_to_us', instrument: 'oral_instruction', issuers: ['senior-officials', 'white-house'], issuerUnknown: 'The report names no office and no speaker.',
    addressees: [{ party: 'developer', served: noDate(), copyInHand: false }], models: ['fable'], reaches: 'not_stated', formSeen: 'press', textInHand: false,
    textNote: 'Known from one press report. Whether it was spoken or written is not known; it is kept as an oral instruction until somebody shows otherwise.',
    issued: noDate(['before', 'the restriction'], ['after', 'the discussions at the White House']), effective: noDate(['before', 'the restriction']), received: noDate(['before', 'the restriction']),
    expires: { certainty: 'unknown', reason: 'No term is reported.' }, papers: ['report', 'direction-text'], receiptEvidence: ['report'], contactLog: ['instruction'], publicity: 'unknown', authority: 'not_stated',
    grounds: [{ text: 'vulnerabilities', source: 'report' }], reasons: 'unknown',
    clauses: [{ number: '1', quotation: 'correct the vulnerabilities or withdraw the affected technology', pinpoint: '¶ 4', source: 'report', ownWords: false, ourReading: 'Two branches, either of which satisfies it. Which one the issuer accepts was never said.' }],
    obligations: [
      { number: 'OB-1a', clause: '1', text: 'Correct the reported vulnerabilities and prove it.', verb: 'correct', group: 'A', mode: 'any_of', owner: 'Safety research', dueWords: 'none given', state: 'in_progress', note: 'Waits for the technique, which has not been given.' },
      { number: 'OB-1b', clause: '1', text: 'Withdraw the affected technology.', verb: 'withdraw', group: 'A', mode: 'any_of', owner: 'Model operations', dueWords: 'none given', state: 'open', decision: 'switch-off', evidence: ['report'], note: 'Both models are off, as reported. Whether that is withdrawal in the sense of the direction has not been confirmed.' },
    ],
    relations: [], liftConditions: 'None reported.',
  });
  add('order', 'restriction', 'unconfirmed', {
    title: 'Export-control restriction on Fable 5 and Mythos 5', direction: 'government_to_us', instrument: 'unknown', issuer: 'commerce', addressees: [{ party: 'developer', served: noDate(), copyInHand: false }],
    models: ['fable', 'mythos'], reaches: 'not_stated', formSeen: 'press', textInHand: false,
    textNote: 'Known from one press report. Number, date, signature, form and legal basis are not given. The report itself calls it an export-control restriction.',
    signed: noDate(), issued: noDate(['after', 'the direction to correct or withdraw'], ['within', 'the private test', 'days']), effective: noDate(['after', 'the direction to correct or withdraw'], ['before', 'the switch-off']), received: noDate(['before', 'the switch-off']),
    published: { certainty: 'unknown', reason: 'It is not known whether the order is public.' }, expires: { certainty: 'unknown', reason: 'No term, sunset or review is reported.' },
    papers: ['report', 'restriction-text'], receiptEvidence: ['report'], publicity: 'unknown', authority: 'not_stated', grounds: [{ text: 'Citing national-security concerns', source: 'report' }], reasons: 'conclusory',
    clauses: [
      { number: '1', quotation: '… an export-control restriction barring all foreign nationals from accessing Fable 5 and the more capable Mythos 5 model.', pinpoint: '¶ 6', source: 'report', ownWords: false, ourReading: 'Every surface, every activity, both models. Treated as in force.', terms: [...nationals, ...access] },
      { number: '2', quotation: 'The measure applied not only to users in countries regarded as strategic adversaries, but also to citizens of allied states and foreign employees working inside the United States.', pinpoint: '¶ 6', source: 'report', ownWords: false, ourReading: 'No country, entity or end-use limit is found in the text in hand. The test is nationality, not place.' },
      { number: '3', quotation: 'Citing national-security concerns …', pinpoint: '¶ 6', source: 'report', ownWords: false, asksNothing: 'A ground. Statute, regulation and emergency declaration are not stated.' },
    ],
    obligations: [
      { number: 'OB-2', clause: '1', text: 'Keep all foreign nationals from access to Fable 5, on every surface.', verb: 'bar', owner: 'Model operations', dueWords: 'continuing', state: 'met_continuing', evidence: ['report'], decision: 'switch-off', note: 'Met by switching off worldwide, as reported. The attestation is still to be made.' },
      { number: 'OB-3', clause: '1', text: 'Keep all foreign nationals from access to Mythos 5, on every surface.', verb: 'bar', owner: 'Model operations', dueWords: 'continuing', state: 'met_continuing', evidence: ['report'], decision: 'switch-off', note: 'As above.' },
      { number: 'OB-4', clause: '2', text: 'Make no exception for citizens of allied states, trusted customers among them.', verb: 'bar', owner: 'Commercial', dueWords: 'continuing', state: 'met_continuing', evidence: ['report'] },
      { number: 'OB-5', clause: '2', text: 'Keep foreign employees inside the United States from access, our own researchers among them.', verb: 'bar', owner: 'People team', dueWords: 'continuing', state: 'open', note: 'Access of staff is not evidenced.' },
    ],
    scope: [
      { rule: 'barred', clause: '1', persons: 'all foreign nationals', definition: 'Not given.', variant: 'any_foreign_national_as_worded', models: ['fable', 'mythos'], versions: ['all'], activities: ['access_undefined'], territory: 'Everywhere, the United States included.', from: noDate(), confirmedByIssuer: 'asked', confirmation: 'evidence-request' },
    ],
    relations: [{ relation: 'escalates', order: 'direction', standing: 'unclear', note: 'Whether the direction to correct or withdraw is still owed after the ban is not known.' }],
    liftConditions: 'None reported.', reporting: 'None reported. The general five years of 15 CFR 762.6 are applied; nothing an agency has asked for is destroyed.',
    review: 'The route depends on form and authority, which are not stated. Functions under the Export Control Reform Act stand outside most of the Administrative Procedure Act (50 USC 4821(a)); no theory is chosen.',
    reviewDeadlines: ['appeal'], interpretation: ['authority-memo'],
  });
  add('order', 'supply-chain', 'draft', {
    title: 'Earlier measure over alleged supply-chain concerns', direction: 'government_to_us', instrument: 'press_report_of_a_measure', issuer: 'defense', formSeen: 'press', textInHand: false, models: [], reaches: 'not_stated',
    textNote: 'The report mentions it as background. Form, date and effect are not given. It is kept apart: another issuer, another ground.', issued: noDate(['before', 'the restriction']), received: noDate(), authority: 'not_stated', papers: ['report'], reasons: 'unknown',
    clauses: [{ number: '1', quotation: 'alleged supply-chain concerns', source: 'report', ownWords: false, asksNothing: 'Background. What it asks is not reported.' }], obligations: [],
  }, { tags: ['background'] });
}
