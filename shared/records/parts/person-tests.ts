import { nationalityTests } from '../../law/scope/nationality.ts';
import { relations } from '../../law/scope/person-facts.ts';
import { statuses } from '../../law/scope/person-test.ts';
import { field } from '../field.ts';

export const personTestKinds = {
  everyone: 'Everybody',
  nationality: 'Nationality',
  status: 'Status',
  location: 'Where the person is',
  relation: 'Relation to the company',
  employer: 'Employer',
  named: 'Named persons',
  words: 'Something else, in words',
} as const;

/** A class of persons as a formula: every “must” holds, one of each group of “any one of” holds, and no “none of” does (domain.md §2.3). */
export const personTests = field.rows({
  label: 'Class of persons',
  help: 'All lines together are one formula: every “must” holds, one line of each group of “any one of” holds, and no “none of” does.',
  required: true,
  fields: {
    join: field.choice({ label: 'Part', required: true, options: { must: 'Must', any_of: 'Any one of', none_of: 'None of' }, start: 'must' }),
    group: field.text({ label: 'Group', help: 'Lines of “any one of” with the same letter belong together.', search: false }),
    test: field.choice({ label: 'Test', required: true, options: personTestKinds }),
    nationality: field.choice({ label: 'Test of nationality', options: nationalityTests }),
    countries: field.words({ label: 'Countries', help: 'Codes of ISO 3166 or English names, one a line.' }),
    statuses: field.choices({ label: 'Status', options: statuses }),
    relations: field.choices({ label: 'Relation', options: relations }),
    names: field.words({ label: 'Names', help: 'Employers, or the identifiers of persons, one a line.' }),
    words: field.prose({ label: 'The test in words', help: 'For what no roster can say: ownership, end use, clearance. It stays undetermined until somebody decides.' }),
  },
});
