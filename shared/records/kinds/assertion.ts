import { field } from '../field.ts';
import { defineKind } from '../kind.ts';
import { attribution } from '../parts/attribution.ts';
import { weighedEvidence } from '../parts/evidence-weight.ts';
import { circular } from './assertion-guards.ts';

export const assertionFields = {
  statement: field.prose({ label: 'Statement', required: true }),
  type: field.choice({
    label: 'Type',
    required: true,
    column: true,
    options: {
      technical_capability: 'Technical capability',
      vulnerability: 'Weakness',
      legal: 'Law',
      procedural: 'Procedure',
      factual_timeline: 'Course of events',
      impact: 'Effect',
      characterization: 'Characterization',
      policy: 'Policy',
      motive: 'Motive',
    },
  }),
  assertedBy: field.links({ label: 'Asserted by', to: ['party'], role: 'asserted_by' }),
  asserted: field.date({ label: 'Asserted on' }),
  attribution,
  via: field.links({ label: 'Found in', to: ['communication', 'filing', 'order', 'evidence_item', 'statement'], role: 'found_in' }),
  pinpoint: field.text({ label: 'Pinpoint' }),
  models: field.links({ label: 'About', to: ['restricted_model', 'party', 'order', 'decision'], role: 'about' }),
  dependsOn: field.links({ label: 'Rests on', help: 'Each link of the chain can be attacked alone.', to: ['assertion'], role: 'depends_on' }),
  positions: field.rows({
    label: 'Positions',
    fields: {
      by: field.link({ label: 'Party', required: true, to: ['party'], role: 'position_by' }),
      stance: field.choice({ label: 'Stance', required: true, options: { affirms: 'Affirms', denies: 'Denies', qualifies: 'Qualifies', no_position: 'No position' } }),
      text: field.prose({ label: 'In words' }),
      since: field.date({ label: 'Since' }),
      evidence: weighedEvidence,
      attributed: field.text({ label: 'As told by' }),
    },
  }),
  assessments: field.rows({
    label: 'Assessments',
    help: 'One for each assessor. They are shown side by side and never merged into one.',
    fields: {
      assessor: field.link({ label: 'Assessor', required: true, to: ['party'], role: 'assessor' }),
      severity: field.text({ label: 'Severity', help: 'In the assessor’s own words or scale; “not stated” where none was given.' }),
      likelihood: field.text({ label: 'Likelihood' }),
      uplift: field.text({ label: 'Beyond what is available elsewhere' }),
      basis: field.prose({ label: 'Basis' }),
      on: field.date({ label: 'On' }),
      evidence: weighedEvidence,
    },
  }),
  publicReferences: field.words({ label: 'Public references', help: 'CVE number, paper, other.' }),
  reproducibility: field.choice({
    label: 'Reproduced',
    options: { not_attempted: 'Not attempted', reproduced: 'Yes', not_reproduced: 'No', partially: 'In part', unknown: 'Unknown' },
  }),
  detailInHand: field.choice({ label: 'Technical detail', options: { in_hand: 'In hand', described: 'Described only', not_in_hand: 'Not in hand' } }),
  disclosureSafe: field.flag({ label: 'Can be shown without exploit detail' }),
  excludedFromFacts: field.flag({ label: 'Kept out of statements of fact', help: 'So by default for characterization, policy and motive.' }),
  needsApproval: field.flag({ label: 'Needs approval before any filing uses it' }),
  mayNotBeLeftOut: field.flag({ label: 'May not be left out of a filing on this issue', help: 'For what speaks against our own case, or for the other side.' }),
  onInformationAndBelief: field.flag({ label: 'On information and belief' }),
  watch: field.text({ label: 'Who watches it', help: 'What we have told an agency is a continuing statement (15 CFR 764.2(g)).' }),
  resolution: field.group({
    label: 'Outcome',
    fields: {
      outcome: field.choice({
        label: 'Outcome',
        required: true,
        options: { substantiated: 'Borne out', unsubstantiated: 'Not borne out', partly: 'Borne out in part', withdrawn: 'Withdrawn', moot: 'Moot', adjudicated: 'Decided' },
      }),
      by: field.text({ label: 'By', required: true }),
      on: field.date({ label: 'On' }),
      source: field.links({ label: 'Source', to: ['evidence_item', 'order', 'communication', 'decision'], role: 'resolution_source' }),
    },
  }),
  note: field.prose({ label: 'Note', audience: 'internal', privilege: 'work_product' }),
};

/** A statement somebody makes and somebody may dispute (domain.md §2.6). "Claim" is left for causes of action. */
export const assertion = defineKind({
  kind: 'assertion',
  prefix: 'AST',
  label: 'Disputed issue',
  plural: 'Disputed issues',
  shape: 1,
  upgrades: [],
  fields: assertionFields,
  states: {
    asserted: { label: 'Asserted', mark: 'circle', fill: 0 },
    under_review: { label: 'Under review', mark: 'circle', fill: 1 },
    contested: { label: 'Contested', mark: 'circle', fill: 2 },
    conceded: { label: 'Conceded', mark: 'circle', fill: 3 },
    resolved: { label: 'Resolved', closed: true, mark: 'circle', fill: 4 },
  },
  initial: 'asserted',
  moves: {
    asserted: ['under_review', 'contested', 'conceded', 'resolved'],
    under_review: ['contested', 'conceded', 'resolved', 'asserted'],
    contested: ['conceded', 'resolved', 'under_review'],
    conceded: ['contested', 'resolved'],
    resolved: ['under_review'],
  },
  guards: [
    { name: 'no-circle', on: 'save', check: circular },
    {
      name: 'contested-by-whom',
      on: 'move',
      into: ['contested'],
      check: (record) => ((record.fields.positions ?? []).some((one) => one.stance === 'denies' || one.stance === 'qualifies') ? [] : ['No party denies or qualifies it.']),
    },
    {
      name: 'outcome-source',
      on: 'move',
      into: ['resolved'],
      check: (record) => {
        if (record.fields.resolution === undefined) return ['No outcome is recorded.'];
        return (record.fields.resolution.source ?? []).length === 0 ? ['The outcome has no source.'] : [];
      },
    },
  ],
  title: (fields) => fields.statement,
  due: () => null,
  audience: 'internal',
  privilege: 'none',
});
