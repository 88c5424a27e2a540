import { counted } from './count.ts';

/** Words of the filings and of pressing a PDF. */
export const filing = {
  title: 'Filings', pressTitle: 'Make a PDF', press: 'Make a PDF', new: 'New filing',
  outputsTab: 'Pressed papers', recordTab: 'Record', noOutputs: 'No paper was pressed for it yet.',
  document: 'Paper', documents: { 'order-summary': 'Order summary', 'status-report': 'Status report' }, about: 'About', chooseAbout: 'Choose a record', model: 'Model', order: 'Order',
  profile: 'For', internal: 'Internal use', outgoing: 'Sending out',
  internalNote: 'Marked privileged on every page. May carry its data inside and the checkpoint of the vault.',
  outgoingNote: 'Carries only what is printed on its pages. It needs an approved filing and dates that counsel has confirmed; what is privileged is left out and named below.',
  filing: 'Approved filing', filingHint: 'An outgoing paper is made under a filing that two people approved.',
  preflight: 'Before it is made', checking: 'Looking through the records', clear: 'Nothing stands in the way.', refuses: (n: number) => `${counted(n, 'finding')} ${n === 1 ? 'stands' : 'stand'} in the way.`, notes: (n: number) => `${counted(n, 'finding')} to know of; none stands in the way.`,
  columns: { record: 'Record', field: 'What', why: 'Why', effect: 'Effect' }, stops: 'Stops the paper', noted: 'Noted',
  make: 'Make the PDF', making: (what: string) => `Making the ${what.toLowerCase()}`, cancel: 'Cancel', cancelled: 'Cancelled. Nothing was written.',
  far: (done: number, of: number | null, unit: string, what: string) => `${what}${of === null ? '' : `, ${unit} ${done} of ${of}`}`,
  done: 'Made', saved: (name: string) => `Saved as ${name}`, notSaved: 'Kept in the vault; it was not saved to a file.', facts: 'The paper', file: 'File', pages: 'Pages', size: 'Size', digest: 'SHA-256', entry: 'Filing',
  another: 'Make another', why: 'What it waits for', chooseFirst: 'Choose what it is about.', profileFirst: 'Choose the approved filing.',
  at: 'Made', for: 'For',
} as const;
