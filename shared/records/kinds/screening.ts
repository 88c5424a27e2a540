import { rosterColumns } from '../../law/scope/roster-columns.ts';
import { resultWords } from '../../law/scope/ruling.ts';
import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';

const results = field.choice({ label: 'Result', required: true, options: resultWords });
const earAnswers = { foreign_person: 'Foreign person', not_foreign_person: 'Not a foreign person', undetermined: 'Undetermined' } as const;

export const screeningFields = {
  order: field.link({ label: 'Order', required: true, to: ['order'], role: 'screened_against', column: true }),
  orderSeq: field.count({ label: 'Entry at which the order was read', required: true }),
  day: field.day({ label: 'As the order stood on', required: true, column: true }),
  rules: field.links({ label: 'Rules', to: ['scope_rule'], role: 'screened_by' }),
  notes: field.words({ label: 'To be known with it', search: false }),
  file: field.group({
    label: 'Roster',
    required: true,
    fields: {
      name: field.text({ label: 'File', required: true }),
      bytes: field.count({ label: 'Bytes', required: true }),
      sha256: field.text({ label: 'SHA-256', required: true }),
      encoding: field.text({ label: 'Encoding' }),
      delimiter: field.text({ label: 'Separator' }),
    },
  }),
  head: field.words({ label: 'Columns of the file', search: false }),
  mapping: field.rows({
    label: 'Columns used',
    fields: { column: field.choice({ label: 'Column', required: true, options: rosterColumns }), header: field.text({ label: 'In the file', required: true, search: false }) },
  }),
  rows: field.count({ label: 'Rows screened', required: true, column: true }),
  counts: field.group({
    label: 'Results',
    required: true,
    fields: {
      barred: field.count({ label: 'Barred by this order', required: true, column: true }),
      not_barred: field.count({ label: 'Not barred by this order', required: true }),
      undetermined: field.count({ label: 'Undetermined', required: true }),
    },
  }),
  reasons: field.rows({
    label: 'By reason',
    fields: {
      result: results,
      why: field.choice({
        label: 'Why',
        required: true,
        options: {
          'in-class': 'In the class',
          excepted: 'An exception',
          licensed: 'A license',
          'not-in-class': 'Not in the class',
          'not-known': 'A fact is missing',
          'no-bar': 'No bar',
        },
      }),
      order: field.text({ label: 'Order', search: false }),
      clause: field.text({ label: 'Clause', search: false }),
      definition: field.prose({ label: 'Definition used', privilege: 'attorney_client' }),
      missing: field.words({ label: 'Missing', search: false }),
      rows: field.count({ label: 'Rows', required: true }),
    },
  }),
  beside: field.rows({
    label: 'Beside the EAR test',
    help: 'The foreign-person test of 15 CFR 772.1 beside the order’s own definition. Where they differ, nobody is treated by the wider one without a clause.',
    fields: {
      result: results,
      ear: field.choice({ label: 'EAR test', required: true, options: earAnswers }),
      differs: field.flag({ label: 'They differ', required: true }),
      rows: field.count({ label: 'Rows', required: true }),
    },
  }),
  badLines: field.rows({
    label: 'Lines that could not be read',
    fields: { line: field.count({ label: 'Line', required: true }), why: field.text({ label: 'Why', required: true, search: false }) },
  }),
  badLineCount: field.count({ label: 'Lines that could not be read, in all', required: true }),
  notUnderstood: field.rows({
    label: 'Cells that were not understood',
    help: 'Read as blank.',
    fields: {
      column: field.choice({ label: 'Column', required: true, options: rosterColumns }),
      firstLine: field.count({ label: 'First on line', required: true }),
      rows: field.count({ label: 'Rows', required: true }),
    },
  }),
  results: field.group({
    label: 'Stored results',
    help: 'Identifiers and results, sealed in the compartment. The roster itself is not kept.',
    required: true,
    fields: { sha256: field.text({ label: 'SHA-256 of the sealed bytes', required: true }), bytes: field.count({ label: 'Bytes', required: true }) },
  }),
  otherControls: field.text({ label: 'Other controls', required: true, search: false }),
};
export type Screening = RecordWith<typeof screeningFields>;

/** One roster screened against one order: counts, reasons and where the results lie (domain.md §7 U5). Written by the program. */
export const screening = defineKind({
  kind: 'screening',
  prefix: 'SCR',
  label: 'Screening',
  plural: 'Screenings',
  shape: 1,
  upgrades: [],
  fields: screeningFields,
  states: { done: { label: 'Done', mark: 'circle', fill: 4 }, superseded: { label: 'Superseded', closed: true, mark: 'circle', fill: 0 } },
  initial: 'done',
  moves: { done: ['superseded'], superseded: ['done'] },
  guards: [],
  title: (fields) => fields.file.name,
  due: () => null,
  audience: 'internal',
  privilege: 'none',
  compartment: 'people',
});
