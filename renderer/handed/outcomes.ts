import type { Source } from './source.ts';

/** Where something is handed over: on the Evidence page, in a field of text, on the page of a record, anywhere else. */
export const targets = ['evidence', 'field', 'record', 'elsewhere'] as const;
export type Target = (typeof targets)[number];

/**
 * What comes of it. `take-in`: asked about in the intake dialog, which names it, and taken in byte for byte. `exhibit`: the same, of a file that is made of what was handed over.
 * `insert`: plain text in the field, by the field itself. `import`: the import page shows the rows and what they would fill. Everything else is refused with the sentence of that name.
 */
export const refusals = ['only-in-fields', 'rows-in-lists', 'link', 'save-mail'] as const;
export type Refusal = (typeof refusals)[number];
export type Outcome = 'take-in' | 'exhibit' | 'insert' | 'import' | Refusal;

const everywhere = (outcome: Outcome): Readonly<Record<Target, Outcome>> => ({ evidence: outcome, field: outcome, record: outcome, elsewhere: outcome });

/** What happens to each thing in each place. There is no cell in which nothing happens, and none in which the window goes somewhere with what it was given. */
export const outcomes: Readonly<Record<Source, Readonly<Record<Target, Outcome>>>> = {
  file: everywhere('take-in'),
  folder: everywhere('take-in'),
  files: everywhere('take-in'),
  pdf: everywhere('take-in'),
  eml: everywhere('take-in'),
  msg: everywhere('take-in'),
  image: everywhere('take-in'),
  text: { evidence: 'exhibit', field: 'insert', record: 'only-in-fields', elsewhere: 'only-in-fields' },
  html: { evidence: 'exhibit', field: 'insert', record: 'only-in-fields', elsewhere: 'only-in-fields' },
  // In a list of a form they are offered as its rows first (form/rows-input.tsx); in any other field they are text.
  rows: { evidence: 'import', field: 'insert', record: 'rows-in-lists', elsewhere: 'import' },
  url: { evidence: 'link', field: 'insert', record: 'link', elsewhere: 'link' },
  mail: everywhere('save-mail'),
};
