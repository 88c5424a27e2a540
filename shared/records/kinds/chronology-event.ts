import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { missing } from '../missing.ts';
import { mayPrintAsFact } from '../parts/attribution.ts';
import { sourced } from '../parts/sourced.ts';

export const eventFields = {
  text: field.prose({ label: 'Event', required: true, help: 'One fact, in neutral words.' }),
  at: field.date({ label: 'Happened', required: true, column: true }),
  received: field.date({ label: 'Reached us' }),
  type: field.choice({
    label: 'Type',
    column: true,
    options: { test: 'Test', contact: 'Contact', measure: 'Measure of an authority', act: 'Act of the company', effect: 'Effect', background: 'Background' },
  }),
  actors: field.links({ label: 'Who', to: ['party', 'audience'], role: 'actor' }),
  known: field.rows({
    label: 'Who knew, and when',
    fields: {
      by: field.link({ label: 'Who', required: true, to: ['party'], role: 'knew' }),
      at: field.date({ label: 'Since', required: true }),
      how: field.text({ label: 'How' }),
      source: field.link({ label: 'Source', to: ['evidence_item', 'communication'], role: 'knowledge_source' }),
    },
  }),
  ...sourced,
  unsourced: field.flag({ label: 'Without a source', help: 'Said so wherever it stands.' }),
  disputedBy: field.links({ label: 'Disputed in', to: ['assertion'], role: 'disputed_in' }),
  derivedFrom: field.link({ label: 'Drawn from', to: ['order', 'communication', 'filing', 'decision', 'finding'], role: 'drawn_from' }),
  visibility: field.choice({ label: 'Use', required: true, options: { internal: 'Internal', filing_safe: 'May stand in a filing' } }),
};
export type ChronologyEvent = RecordWith<typeof eventFields>;

/** One fact of the course of events (domain.md §2.16). */
export const chronologyEvent = defineKind({
  kind: 'chronology_event',
  prefix: 'EVT',
  label: 'Event',
  plural: 'Chronology',
  shape: 1,
  upgrades: [],
  fields: eventFields,
  states: { stands: { label: 'Stands', mark: 'circle', fill: 2 }, replaced: { label: 'Replaced', closed: true, mark: 'circle', fill: 0 } },
  initial: 'stands',
  moves: { stands: ['replaced'], replaced: ['stands'] },
  guards: [
    {
      name: 'source',
      on: 'save',
      check: ({ fields }) => (fields.unsourced === true ? [] : missing([fields.source ?? fields.derivedFrom, 'It has no source: name one, or mark it as without a source.'])),
    },
    {
      name: 'filing-safe',
      on: 'save',
      check: ({ fields }) =>
        fields.visibility === 'filing_safe'
          ? [
              ...(fields.unsourced === true ? ['It is without a source and may not stand in a filing.'] : []),
              ...(mayPrintAsFact(fields.attribution) || fields.attribution?.hedge !== undefined
                ? []
                : ['It rests on the press or on unnamed sources alone: give the hedge with which it must be printed.']),
            ]
          : [],
    },
  ],
  title: (fields) => fields.text,
  due: () => null,
  audience: 'internal',
  privilege: 'none',
});
