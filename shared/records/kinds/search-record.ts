import { dateWords } from '../date-words.ts';
import { safeDay } from '../date-fact.ts';
import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { missing } from '../missing.ts';

export const searchFields = {
  proposition: field.prose({ label: 'Looked for', required: true, help: 'The thing itself, such as “evidence that the ban was sought”.' }),
  sources: field.words({ label: 'Sources searched', required: true }),
  query: field.text({ label: 'Query' }),
  by: field.text({ label: 'By' }),
  on: field.date({ label: 'On', required: true, column: true }),
  outcome: field.choice({ label: 'Outcome', required: true, column: true, options: { none: 'None found', something: 'Something found', told: 'As told by the source' } }),
  result: field.prose({ label: 'Result', required: true }),
  limits: field.prose({ label: 'Limits' }),
  repeatBy: field.date({ label: 'Search again by', lastDay: true }),
  assertions: field.links({ label: 'Bears on', to: ['assertion'], role: 'searched_for' }),
  papers: field.links({ label: 'Papers', to: ['evidence_item', 'communication'], role: 'paper' }),
  pinpoint: field.text({ label: 'Pinpoint' }),
};
export type SearchRecord = RecordWith<typeof searchFields>;

/** A search that found none (domain.md §2.22). It proves only itself. */
export const searchRecord = defineKind({
  kind: 'search_record',
  prefix: 'SRC',
  label: 'Search',
  plural: 'Searches',
  shape: 1,
  upgrades: [],
  fields: searchFields,
  states: {
    current: { label: 'Current', mark: 'circle', fill: 2 },
    repeated: { label: 'Repeated since', closed: true, mark: 'circle', fill: 4 },
    overtaken: { label: 'Overtaken: something was found', closed: true, mark: 'octagon', fill: 4 },
  },
  initial: 'current',
  moves: { current: ['repeated', 'overtaken'], repeated: ['current'], overtaken: ['current'] },
  guards: [
    { name: 'sources', on: 'save', check: ({ fields }) => missing([fields.sources, 'No source is named: a search of nothing shows nothing.']) },
    {
      name: 'found',
      on: 'move',
      into: ['overtaken'],
      check: ({ fields }) => (fields.outcome === 'something' ? [] : ['The outcome still says that none was found.']),
    },
  ],
  title: (fields) => fields.proposition,
  dated: (fields) => fields.repeatBy,
  due: (fields) => safeDay(fields.repeatBy),
  audience: 'internal',
  privilege: 'none',
});

/** As it is told: “as of its day, a search of its sources found none”; never that there is none. What a source tells of itself is no search of ours. */
export function searchSentence({ fields }: Pick<SearchRecord, 'fields'>): string {
  const on = dateWords(fields.on);
  const asOf = `As of ${on === 'unknown' ? 'a day that is not known' : on}`;
  const sources = fields.sources.join(', ');
  const said = {
    none: `${asOf}, a search of ${sources} for “${fields.proposition}” found none.`,
    something: `${asOf}, a search of ${sources} for “${fields.proposition}” found something.`,
    told: `${asOf}, no search of our own was made for “${fields.proposition}”: the result is what the source itself says (${sources}).`,
  }[fields.outcome];
  return `${said}${fields.limits === undefined ? '' : ` Limits: ${fields.limits}`}`;
}
