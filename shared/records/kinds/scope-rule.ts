import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { activities, surfaces } from '../parts/activities.ts';
import { personTests } from '../parts/person-tests.ts';
import { clauseExists, testsComplete } from './scope-rule-guards.ts';

export const scopeRuleFields = {
  order: field.link({ label: 'Order', required: true, to: ['order'], role: 'scope_of', column: true }),
  clause: field.text({ label: 'Clause', required: true, column: true }),
  rule: field.choice({
    label: 'Rule',
    required: true,
    column: true,
    options: { barred: 'Barred', exception: 'Exception', license: 'License under it', reporting_only: 'Reporting only' },
  }),
  persons: field.quotation({ label: 'The class in the order’s words', required: true }),
  tests: personTests,
  ambiguity: field.link({ label: 'Open term it turns on', help: 'The reading adopted there decides, for the class.', to: ['ambiguity'], role: 'scope_term' }),
  definition: field.group({
    label: 'Definition used',
    fields: {
      term: field.quotation({ label: 'Term' }),
      text: field.prose({ label: 'Definition', help: 'Say so when the issuer gives none.' }),
      source: field.link({ label: 'Source', to: ['evidence_item', 'communication', 'note'], role: 'definition_source' }),
    },
  }),
  models: field.links({ label: 'Models', help: 'None: every model of the order.', to: ['restricted_model'], role: 'scope_model' }),
  versions: field.words({ label: 'Versions', help: 'As the model’s own record calls them. None: all.' }),
  otherVersions: field.choice({
    label: 'Versions that are not named',
    options: { reached: 'Reached', not_reached: 'Not reached', not_stated: 'Not stated' },
  }),
  surfaces: field.choices({ label: 'Surfaces', help: 'None: all.', options: surfaces }),
  activities: field.choices({ label: 'Activities', help: 'None: all.', options: activities }),
  accessTerm: field.link({ label: 'Open term “access”', to: ['ambiguity'], role: 'access_term' }),
  territory: field.words({ label: 'Only where the person is in', help: 'Countries, one a line. None: anywhere.' }),
  from: field.date({ label: 'From' }),
  to: field.date({ label: 'To' }),
  priority: field.count({ label: 'Priority', help: 'An exception beats bars of the same or a lower number. Left out: 0.' }),
  authorization: field.text({ label: 'License or permission', help: 'Number of the authorization that the rule rests on.' }),
  confirmedByIssuer: field.choice({ label: 'Confirmed by the issuer', options: { none: 'Not asked', asked: 'Asked', answered: 'Answered' } }),
  confirmation: field.link({ label: 'Asked or answered in', to: ['communication', 'evidence_request', 'filing'], role: 'scope_confirmation' }),
  note: field.prose({ label: 'Note', audience: 'internal', privilege: 'work_product' }),
};
export type ScopeRuleRecord = RecordWith<typeof scopeRuleFields>;

/** One rule of an order on whom it reaches, as a formula that can be evaluated (domain.md §2.3). What the order says stands in its clause. */
export const scopeRule = defineKind({
  kind: 'scope_rule',
  prefix: 'SCO',
  label: 'Scope rule',
  plural: 'Scope rules',
  shape: 1,
  upgrades: [],
  fields: scopeRuleFields,
  states: {
    proposed: { label: 'Proposed', mark: 'circle', fill: 1 },
    adopted: { label: 'In use', mark: 'circle', fill: 4 },
    withdrawn: { label: 'Withdrawn', closed: true, mark: 'circle', fill: 0 },
  },
  initial: 'proposed',
  moves: { proposed: ['adopted', 'withdrawn'], adopted: ['proposed', 'withdrawn'], withdrawn: ['proposed'] },
  guards: [
    { name: 'tests', on: 'save', check: testsComplete },
    { name: 'clause', on: 'save', check: clauseExists },
  ],
  title: (fields) => `${scopeRuleFields.rule.options?.[fields.rule] ?? fields.rule}: ${fields.persons}`,
  due: () => null,
  audience: 'internal',
  privilege: 'none',
});
