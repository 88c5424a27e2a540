import { field } from '../field.ts';
import { defineKind } from '../kind.ts';

/** A note or memo (domain.md §2.16). Privileged unless somebody says otherwise. */
export const note = defineKind({
  kind: 'note',
  prefix: 'NOTE',
  label: 'Note',
  plural: 'Notes',
  shape: 1,
  upgrades: [],
  fields: {
    title: field.text({ label: 'Title', required: true }),
    type: field.choice({
      label: 'Type',
      required: true,
      column: true,
      options: {
        note: 'Note',
        legal_analysis: 'Legal analysis',
        interpretation: 'Interpretation',
        meeting_prep: 'Meeting preparation',
        call_memo: 'Call memo',
        interview: 'Interview',
        issue_list: 'Issue list',
      },
    }),
    author: field.text({ label: 'Author', column: true }),
    written: field.date({ label: 'Written' }),
    interviewee: field.text({ label: 'Interviewed', help: 'A role where that is enough.', personal: true }),
    body: field.prose({ label: 'Text', required: true }),
    about: field.links({ label: 'About', to: ['*'], role: 'about' }),
  },
  states: { open: { label: 'Open' }, final: { label: 'Final', closed: true } },
  initial: 'open',
  moves: { open: ['final'], final: ['open'] },
  guards: [],
  title: (fields) => fields.title,
  due: () => null,
  audience: 'internal',
  privilege: 'work_product',
});
