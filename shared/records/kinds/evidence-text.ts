import { field } from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * The words of one evidence item, for search and for reading on screen. A record of its own, because the journal keeps the whole record
 * with each change: beside the item's custody events a megabyte of text would be written again with every one of them.
 */
export const evidenceText = defineKind({
  kind: 'evidence_text',
  prefix: 'TXT',
  label: 'Text of evidence',
  plural: 'Texts of evidence',
  shape: 1,
  upgrades: [],
  fields: {
    item: field.link({ label: 'Evidence', required: true, to: ['evidence_item'], role: 'text of' }),
    name: field.text({ label: 'File name', required: true }),
    status: field.choice({
      label: 'Reading',
      required: true,
      options: {
        text: 'Text',
        'no-text': 'No text in it',
        encrypted: 'Encrypted',
        damaged: 'Damaged',
        'too-large': 'Too large to read',
        'timed-out': 'Took too long',
        'not-read': 'Not read',
      },
    }),
    pages: field.count({ label: 'Pages' }),
    text: field.prose({ label: 'Text' }),
    /** Not what we say: headers of mail, properties of a document. */
    facts: field.rows({
      label: 'What the file says of itself',
      help: 'It may be wrong.',
      fields: { name: field.text({ label: 'What', required: true, search: false }), value: field.text({ label: 'As it says', required: true, personal: true }) },
    }),
    /** The text went on after the first megabyte of characters. */
    cut: field.flag({ label: 'Text was cut' }),
  },
  // Whether its words are there: what is not read can be looked for and read again.
  states: { read: { label: 'Read', closed: true }, unread: { label: 'Not read', closed: true } },
  initial: 'unread',
  moves: { read: [], unread: ['read'] },
  guards: [],
  title: (fields) => `Text of ${fields.name}`,
  due: () => null,
  audience: 'internal',
  privilege: 'none',
});
