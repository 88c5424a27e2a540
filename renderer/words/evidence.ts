import { counted } from './count.ts';

/** Words of evidence: list, intake, preview, custody. */
export const evidence = {
  title: 'Evidence', count: (n: number) => counted(n, 'exhibit'), filter: 'Filter the evidence',
  takeIn: 'Take in files…', drop: 'Drop files anywhere on this page. They are copied and sealed; leave the originals where they are.', dropNow: 'Drop to take in',
  columns: { number: 'Number', title: 'Title', type: 'Type', exhibit: 'Exhibit', state: 'State' },
  empty: 'No evidence is taken in.', emptyThen: 'Drop files here: letters, mail, logs, screenshots. Each is hashed as it is copied, and its custody begins with us.',
  intake: 'Taking in', files: (n: number) => counted(n, 'file'),
  dialog: (n: number) => `Take in ${counted(n, 'file')}`,
  custodian: 'Custodian', custodianHint: 'Who had them before us.', source: 'Where they come from', sourceHint: 'The system or the place, not a path.',
  case: 'Case', caseHint: 'The files belong to it.', caseMissing: 'Choose the case.',
  reason: 'Why before a second opener exists', reasonHint: 'Under a legal hold, a second person should be able to open the vault. Until then say why it cannot wait.',
  leave: 'Leave the originals where they are. Nothing is moved or deleted.',
  start: 'Take in', cancel: 'Cancel', sending: 'Reading the files',
  progress: (index: number, of: number) => `file ${index} of ${of}`, left: (done: string, all: string) => `${done} of ${all}`,
  waiting: 'waits', done: (number: string) => `taken in as ${number}`, stopped: 'Stopped. Files already taken in stay; the one at work left nothing behind.', notSent: 'The files could not be read. Nothing was taken in.',
  results: 'What was taken in', close: 'Close',
  previewTab: 'Preview', textTab: 'Text', custodyTab: 'Custody', recordTab: 'Record',
  page: (n: number, of: number | null) => (of === null ? `Page ${n}` : `Page ${n} of ${of}`), pageOf: (title: string, n: number) => `Page ${n} of ${title}`, next: 'Next page', previous: 'Previous page',
  noBytes: 'No bytes are in this vault.', noBytesThen: 'Its record says where they are kept.', drawing: 'Drawing the page',
  status: {
    text: '', 'no-text': 'There are no words in this file.', encrypted: 'The file is encrypted. Take in a copy that can be opened, and keep this one as it is.', damaged: 'The file is damaged, or is not what its name says. Its bytes are kept exactly.',
    'too-large': 'The text is too large to show.', 'timed-out': 'Reading it took too long and was stopped.', 'not-read': 'Its words have not been read.',
  } satisfies Record<string, string>,
  safe: 'Shown as a picture drawn in a process without keys. Nothing in the file can act.',
  custodyColumns: { event: 'Event', when: 'When', by: 'By', fromTo: 'From and to', why: 'Purpose and notes', digest: 'SHA-256 after' },
  noCustody: 'No custody event is recorded.',
  facts: 'Original', file: 'File', size: 'Size', digest: 'SHA-256', mime: 'Type', custodianFact: 'Custodian', method: 'Method', collected: 'Collected', received: 'Received', date: 'Own date', exhibitNo: 'Exhibit', sameBytes: 'Same bytes as',
  pages: (n: number) => counted(n, 'page'),
} as const;
