import { field } from '../field.ts';

/** Evidence for, against or beside a statement. */
export const weighedEvidence = field.rows({
  label: 'Evidence',
  fields: {
    item: field.link({ label: 'Exhibit', required: true, to: ['evidence_item', 'communication'], role: 'evidence' }),
    weight: field.choice({ label: 'Weight', required: true, options: { supports: 'Supports', contradicts: 'Contradicts', context: 'Context' } }),
    pinpoint: field.text({ label: 'Pinpoint', help: 'Page, paragraph or line.' }),
    note: field.prose({ label: 'Note' }),
  },
});
