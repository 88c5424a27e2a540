import { field } from '../field.ts';
import { activities } from '../parts/activities.ts';

export const instruments = {
  is_informed_letter: 'Letter informing of a license requirement', license_requirement_notice: 'Notice of a license requirement', license_denial: 'Denial of a license', federal_register_rule: 'Rule in the Federal Register',
  entity_listing: 'Entity listing', temporary_denial_order: 'Temporary denial order', denial_order: 'Denial order', executive_order: 'Executive order',
  ieepa_order: 'Order under IEEPA', cease_and_desist: 'Cease-and-desist order', subpoena: 'Subpoena', court_order: 'Court order', tro: 'Temporary restraining order',
  preliminary_injunction: 'Preliminary injunction', settlement_agreement: 'Settlement agreement', consent_order: 'Consent order', oral_instruction: 'Oral instruction',
  informal_demand: 'Informal demand', press_report_of_a_measure: 'Measure known from the press only', supply_chain_risk_designation: 'Supply-chain risk designation (10 USC 3252)',
  covered_procurement_action: 'Covered procurement action (41 USC 4713)', exclusion_or_removal_order: 'Exclusion or removal order (41 USC 1323)',
  suspension_or_debarment: 'Suspension or debarment', contract_termination_or_stop_work: 'Contract termination or stop-work order',
  foreign_authority_measure: 'Measure of a foreign authority', unknown: 'Unknown',
} as const;

export const obligationStates = {
  open: 'Open', in_progress: 'In progress', done: 'Done', met_continuing: 'Met, continuing', not_chosen: 'Not chosen', waived: 'Waived by the issuer', not_applicable: 'Does not apply',
} as const;

const clauses = field.rows({
  label: 'Clauses',
  fields: {
    number: field.text({ label: 'Clause', required: true }),
    quotation: field.quotation({ label: 'Quotation', help: 'The words exactly. Where the text is not in hand, the words of the source that tells of it.' }),
    pinpoint: field.text({ label: 'Pinpoint', help: 'Page or paragraph.' }),
    source: field.link({ label: 'Quoted from', to: ['evidence_item', 'communication'], role: 'quoted_from' }),
    ownWords: field.flag({ label: 'These are the order’s own words' }),
    change: field.choice({ label: 'Change of an earlier clause', options: { replaces: 'Replaces', adds: 'Adds', removes: 'Takes out' } }),
    changedOrder: field.link({ label: 'Order it changes', to: ['order'], role: 'changes' }),
    changedClause: field.text({ label: 'Clause it changes' }),
    ourReading: field.prose({ label: 'Our reading', audience: 'internal', privilege: 'attorney_client' }),
    terms: field.rows({
      label: 'Open terms', audience: 'internal', privilege: 'attorney_client',
      fields: {
        term: field.quotation({ label: 'Term', required: true }),
        question: field.prose({ label: 'Question' }),
        readings: field.rows({
          label: 'Readings',
          fields: { text: field.prose({ label: 'Reading', required: true }), takenBy: field.words({ label: 'Taken by' }), effect: field.prose({ label: 'Effect' }) },
        }),
        adopted: field.prose({ label: 'Reading we follow', help: 'For the whole class, never for one person.' }),
        adoptedWhy: field.prose({ label: 'Why' }),
        adoptedBy: field.text({ label: 'Adopted by' }),
        adoptedOn: field.date({ label: 'Adopted on' }),
        asked: field.links({ label: 'Asked in', to: ['communication', 'evidence_request', 'filing'], role: 'asked_in' }),
      },
    }),
    asksNothing: field.prose({ label: 'Why it asks nothing of us', help: 'For a clause without an obligation: an exception, a ground, a recital.' }),
  },
});

const obligations = field.rows({
  label: 'Obligations',
  fields: {
    number: field.text({ label: 'Number', required: true }),
    clause: field.text({ label: 'Clause', required: true }),
    text: field.prose({ label: 'What must be done', required: true }),
    verb: field.choice({
      label: 'Act',
      options: { disable: 'Disable', bar: 'Bar', notify: 'Notify', preserve: 'Preserve', report: 'Report', correct: 'Correct', withdraw: 'Withdraw', submit: 'Submit', other: 'Other' },
    }),
    group: field.text({ label: 'Group', help: 'Obligations with the same letter belong together.' }),
    mode: field.choice({ label: 'Of the group', options: { all_of: 'All of them', any_of: 'Any one of them' } }),
    owner: field.text({ label: 'With' }),
    due: field.link({ label: 'Deadline', to: ['deadline'], role: 'obligation_due' }),
    dueWords: field.text({ label: 'When', help: 'Where no date is set: continuing, on the event, none given.' }),
    state: field.choice({ label: 'State', required: true, options: obligationStates }),
    evidence: field.links({ label: 'Evidence', to: ['evidence_item', 'filing', 'communication'], role: 'obligation_evidence' }),
    reasonNotDone: field.prose({ label: 'Why this branch was not taken', help: 'Needed for the other branches of an “any one of them” group, and wherever the obligation is set aside.' }),
    decision: field.link({ label: 'Decision', to: ['decision'], role: 'obligation_decision' }),
    note: field.prose({ label: 'Note' }),
  },
});

const scope = field.rows({
  label: 'Scope', help: 'Who is barred from what, as the order says it.',
  fields: {
    rule: field.choice({ label: 'Rule', required: true, options: { barred: 'Barred', exception: 'Exception', reporting_only: 'Reporting only' } }),
    clause: field.text({ label: 'Clause' }),
    persons: field.quotation({ label: 'Class of persons', required: true }),
    definition: field.prose({ label: 'How the order defines it', help: 'Say so when it does not.' }),
    variant: field.choice({
      label: 'Test of nationality',
      options: {
        any_foreign_person_EAR: 'Foreign person as in 15 CFR 772.1', any_non_citizen: 'Anyone who is not a citizen', any_foreign_national_as_worded: '“Foreign national”, as worded',
        most_recent_citizenship_or_PR_in: 'Most recent citizenship or permanent residency in listed countries', any_citizenship_in: 'Any citizenship in listed countries', as_worded: 'As worded',
      },
    }),
    countries: field.words({ label: 'Countries' }),
    models: field.links({ label: 'Models', to: ['restricted_model'], role: 'scope_model' }),
    versions: field.words({ label: 'Versions' }),
    activities: field.choices({ label: 'Activities', options: activities }),
    territory: field.prose({ label: 'Territory' }),
    from: field.date({ label: 'From' }),
    to: field.date({ label: 'To' }),
    confirmedByIssuer: field.choice({ label: 'Confirmed by the issuer', options: { none: 'Not asked', asked: 'Asked', answered: 'Answered' } }),
    confirmation: field.link({ label: 'Asked or answered in', to: ['communication', 'evidence_request'], role: 'scope_confirmation' }),
  },
});

const relations = field.rows({
  label: 'Other orders',
  fields: {
    relation: field.choice({
      label: 'Relation', required: true,
      options: {
        amends: 'Amends', supersedes: 'Supersedes', revokes: 'Revokes', stays: 'Stays', implements: 'Implements', extends: 'Extends', escalates: 'Goes beyond', follows: 'Follows', overlaps: 'Overlaps',
      },
    }),
    order: field.link({ label: 'Order', required: true, to: ['order'], role: 'relates' }),
    standing: field.choice({ label: 'Is the earlier one still owed', options: { still_binding: 'Still binding', absorbed: 'Absorbed', unclear: 'Unclear' } }),
    note: field.prose({ label: 'Note' }),
  },
});

export const orderFields = {
  title: field.text({ label: 'Title', required: true }),
  direction: field.choice({
    label: 'Direction',
    options: { government_to_us: 'From the government to us', court: 'From a court', us_to_third_party: 'From us to somebody else', informal_request: 'Informal request' },
  }),
  instrument: field.choice({ label: 'Instrument', required: true, column: true, options: instruments }),
  issuer: field.link({ label: 'Issuer', to: ['party'], role: 'issuer', column: true }),
  issuers: field.links({ label: 'Issuers acting together', to: ['party'], role: 'issuer' }),
  issuerUnknown: field.prose({ label: 'Why the issuer is not known' }),
  signatory: field.text({ label: 'Signed by' }),
  docketNumber: field.text({ label: 'Number or docket' }),
  registerCitation: field.text({ label: 'Federal Register citation' }),
  addressees: field.rows({
    label: 'Addressees',
    fields: { party: field.link({ label: 'Addressee', required: true, to: ['party'], role: 'addressee' }), served: field.date({ label: 'Served' }), copyInHand: field.flag({ label: 'Copy in hand' }) },
  }),
  models: field.links({ label: 'Models', to: ['restricted_model'], role: 'covers' }),
  reaches: field.choice({
    label: 'Reaches', options: { named_version: 'Named versions', successors: 'Successors', derivatives: 'Derivatives', capability_threshold: 'A threshold of capability', not_stated: 'Not stated' },
  }),
  signed: field.date({ label: 'Signed' }),
  issued: field.date({ label: 'Date on the paper', help: 'Some periods run from the date printed on the notice, not from its arrival.' }),
  effective: field.date({ label: 'Effective' }),
  received: field.date({ label: 'Received' }),
  served: field.date({ label: 'Served' }),
  published: field.date({ label: 'Published' }),
  expires: field.date({ label: 'Expires' }),
  receivedVia: field.text({ label: 'Received by way of' }),
  formSeen: field.choice({ label: 'Form we have seen', required: true, column: true, options: { original: 'Original', copy: 'Copy', read_out: 'Read out to us', press: 'Press report', none: 'None' } }),
  textInHand: field.flag({ label: 'Text in hand' }),
  textNote: field.prose({ label: 'What we know without the text' }),
  papers: field.links({ label: 'Papers', help: 'The exhibits that hold its text, its receipt or its publication.', to: ['evidence_item'], role: 'paper' }),
  receiptEvidence: field.links({ label: 'Evidence of receipt or publication', to: ['evidence_item', 'communication'], role: 'receipt' }),
  contactLog: field.links({ label: 'Contact log', help: 'Needed for an oral instruction: who said what to whom.', to: ['communication'], role: 'contact_log' }),
  writtenConfirmation: field.links({ label: 'Confirmed in writing by', to: ['evidence_item', 'communication', 'order'], role: 'confirmation' }),
  publicity: field.choice({ label: 'Publicity', options: { public: 'Public', non_public: 'Not public', sealed: 'Under seal', unknown: 'Unknown' } }),
  authority: field.choice({ label: 'Legal authority', required: true, options: { stated: 'Stated', not_stated: 'Not stated', unknown: 'Unknown' } }),
  legalBasis: field.rows({
    label: 'Legal basis', help: 'What the order itself rests on. A ground is not an authority.',
    fields: {
      citation: field.text({ label: 'Citation', required: true }), pinpoint: field.text({ label: 'Pinpoint' }),
      status: field.choice({ label: 'Text', options: { text_read: 'Text read', secondary: 'From another source', general_knowledge: 'General knowledge: check with counsel' } }),
      checkedOn: field.day({ label: 'Checked on' }),
    },
  }),
  grounds: field.rows({
    label: 'Grounds', fields: { text: field.quotation({ label: 'Ground', required: true }), source: field.link({ label: 'Source', to: ['evidence_item', 'communication'], role: 'ground_source' }) },
  }),
  reasons: field.choice({
    label: 'Reasons given',
    options: { none: 'None', conclusory: 'A conclusion only', summary: 'In summary', detailed: 'In detail', classified_annex_said_to_exist: 'A classified annex is said to exist', unknown: 'Unknown' },
  }),
  clauses,
  obligations,
  scope,
  relations,
  liftConditions: field.prose({ label: 'Conditions for lifting' }),
  reporting: field.prose({ label: 'Reporting' }),
  review: field.prose({ label: 'Ways to have it reviewed', audience: 'internal', privilege: 'attorney_client' }),
  reviewDeadlines: field.links({ label: 'Time limits for review', to: ['deadline'], role: 'review_deadline' }),
  penalties: field.prose({ label: 'Penalties' }),
  confidentiality: field.prose({ label: 'Confidentiality' }),
  interpretation: field.links({ label: 'Memos on its meaning', to: ['note'], role: 'interpretation' }),
};
