import { field } from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * One thing that left the vault: what, for whom, in which form, and what was held back (design, "One exit"; domain.md §7 U3). Written by
 * `main/exchange/release.ts` and by nothing else; never part of an export, because it is true of this vault only.
 */
export const release = defineKind({
  kind: 'release',
  prefix: 'REL',
  label: 'Release',
  plural: 'Releases',
  shape: 1,
  upgrades: [],
  fields: {
    what: field.text({ label: 'What', required: true, column: true }),
    format: field.choice({
      label: 'Form',
      required: true,
      column: true,
      options: {
        'cordon/1': 'Cordon export (JSON)',
        csv: 'Table (CSV)',
        xlsx: 'Table (Excel)',
        svg: 'Picture (SVG)',
        png: 'Picture (PNG)',
        clipboard: 'Table on the clipboard',
        ics: 'Calendar (iCalendar)',
        oscal: 'Plan of action and milestones (OSCAL)',
        bag: 'Evidence with its custody (BagIt)',
        'hand-over': 'Hand-over, encrypted (age)',
        'recovery-sheet': 'Recovery sheet (PDF)',
        approvals: 'Approvals with their signatures (JSON)',
        pdf: 'PDF',
        screening: 'Results of a screening (CSV)',
        bytes: 'The stored file itself',
        text: 'Text',
      },
    }),
    releasedTo: field.choice({
      label: 'For',
      required: true,
      column: true,
      options: { internal: 'Internal', outside_counsel: 'Outside counsel', agency: 'Agency', court: 'Court', public: 'Public' },
    }),
    recipient: field.text({ label: 'Recipient', help: 'By name, where something was for named recipients only.', column: true }),
    file: field.text({ label: 'File name', required: true }),
    onPaper: field.flag({ label: 'Printed', help: 'It went to a printer, page by page as the file of this digest shows it, and was not written to a file.' }),
    bytes: field.count({ label: 'Bytes', required: true }),
    sha256: field.text({ label: 'SHA-256', required: true }),
    beside: field.rows({
      label: 'Files beside it',
      fields: {
        file: field.text({ label: 'File name', required: true, search: false }),
        bytes: field.count({ label: 'Bytes', required: true }),
        sha256: field.text({ label: 'SHA-256', required: true, search: false }),
      },
    }),
    numbers: field.words({ label: 'Records in it', required: true, search: false }),
    withheld: field.rows({
      label: 'Held back',
      required: true,
      fields: {
        number: field.text({ label: 'Record', required: true, search: false }),
        field: field.text({ label: 'Field', search: false }),
        why: field.choice({
          label: 'Why',
          required: true,
          options: {
            privileged: 'Privileged',
            under_review: 'Privilege under review',
            sealed: 'Sealed compartment',
            audience: 'Not for this audience',
            named: 'For other recipients by name',
            personal: 'About a person',
            unconfirmed: 'Counsel has not confirmed its date',
            'needs-withheld': 'Cannot stand without a record that is held back',
          },
        }),
      },
    }),
    privilegedIncluded: field.flag({ label: 'Privileged content included', required: true }),
    reason: field.prose({ label: 'Reason' }),
    subject: field.link({ label: 'Released record', to: ['*'], role: 'released' }),
  },
  states: {
    released: { label: 'Released', closed: true, mark: 'square', fill: 4 },
    not_delivered: { label: 'Not delivered', closed: true, mark: 'square', fill: 0 },
  },
  initial: 'released',
  moves: { released: ['not_delivered'], not_delivered: [] },
  guards: [],
  title: (fields) => fields.what,
  due: () => null,
  audience: 'internal',
  privilege: 'none',
  final: { states: ['released', 'not_delivered'], instead: 'What has left cannot be called back by an undo. Send a clawback notice or ask for the return of the file.' },
});
