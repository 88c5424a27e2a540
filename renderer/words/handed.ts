import type { Refusal } from '../handed/outcomes.ts';

/** Words of what is pasted into the window or dropped on it. */
export const handed = {
  dropFiles: 'Drop to take in as evidence',
  zone: 'Files can be dropped here: they are asked about and then taken in as evidence.',
  made: { text: (at: string) => `Pasted text ${at}.txt`, html: (at: string) => `Pasted page ${at}.html`, picture: (at: string, end: string) => `Pasted picture ${at}.${end}` },
  rowsFile: 'Pasted rows.csv',
  refused: {
    'only-in-fields': 'Text goes into a field, or on the Evidence page, where it becomes an exhibit. Nothing was changed.',
    'rows-in-lists': 'Rows go into a list of the form: choose Edit and paste them there. Tables of whole records are pasted on the list of their kind.',
    link: 'A link is not the page it leads to, and this window fetches nothing. Save the page as a file and drop the file.',
    'save-mail': 'The mail program gave a link to the message and not the message. Save it as a file (.eml or .msg) and drop the file.',
  } satisfies Readonly<Record<Refusal, string>>,
  readOnly: 'Nothing can be taken in here: this vault is read-only, or a past day is shown. Nothing was changed.',
  standsOver: 'A dialog is open. Finish or leave it first, then drop or paste again.',
  unknown: 'There is nothing in this that the window can use. Save it as a file and drop the file.',
  rowsTooLarge: 'This table is too large to be pasted. Save it as a file and import the file.',
} as const;
