/** Where keys do something, in the order in which the sheet of keys shows it. */
export const places = ['Everywhere', 'In a form', 'In a list, on a record, on a board', 'Go to', 'New', 'Papers'] as const;
type Place = (typeof places)[number];

/**
 * Every act that has keys, with the keys that it has from the start and what it does: the one list of which the sheet, the search window, the menus and the keys
 * themselves are made. `Ctrl` is `⌘` on a Mac. Two letters are pressed one after the other.
 */
export const keyed = {
  palette: ['Everywhere', 'Ctrl K', 'Search and commands'],
  goToNumber: ['Everywhere', 'Ctrl Shift P', 'Go to a record by its number'],
  searchAll: ['Everywhere', 'Ctrl Shift F', 'Search everywhere'],
  find: ['Everywhere', 'Ctrl F', 'Find on this page'],
  new: ['Everywhere', 'Ctrl N', 'New record of this room'],
  save: ['Everywhere', 'Ctrl S', 'Save, or say that all is saved'],
  undo: ['Everywhere', 'Ctrl Z', 'Undo the last change'],
  redo: ['Everywhere', 'Ctrl Y', 'Do again what was undone'],
  export: ['Everywhere', 'Ctrl E', 'Export what is shown or chosen'],
  print: ['Everywhere', 'Ctrl P', 'Print the list or the paper of this page'],
  lock: ['Everywhere', 'Ctrl L', 'Lock'],
  back: ['Everywhere', 'Alt ←', 'Back'],
  forward: ['Everywhere', 'Alt →', 'Forward'],
  nextRegion: ['Everywhere', 'F6', 'Next region of the window'],
  lastRegion: ['Everywhere', 'Shift F6', 'Last region of the window'],
  menu: ['Everywhere', 'Shift F10', 'What can be done here'],
  letters: ['Everywhere', '?', 'This list'],
  help: ['Everywhere', 'F1', 'Help on this page'],
  sheet: ['Everywhere', 'Ctrl /', 'This list'],
  beside: ['In a list, on a record, on a board', 'Ctrl Enter', 'In a list: open beside it'],
  why: ['In a list, on a record, on a board', 'A', 'On the docket: why this date'],
  next: ['In a list, on a record, on a board', 'W', 'The act that the record waits for'],
  edit: ['In a list, on a record, on a board', 'F2', 'Edit the record'],
  remove: ['In a list, on a record, on a board', 'Del', 'Remove the record or the chosen rows, with undo'],
  facts: ['In a list, on a record, on a board', 'I', 'Show or hide the facts column'],
  goDocket: ['Go to', 'G D', 'Docket'],
  goOrders: ['Go to', 'G O', 'Orders'],
  goModels: ['Go to', 'G M', 'Models'],
  goRequests: ['Go to', 'G R', 'Evidence requests'],
  goEvidence: ['Go to', 'G E', 'Evidence'],
  goHistory: ['Go to', 'G H', 'History'],
  newCase: ['New', 'N C', 'Case'],
  newModel: ['New', 'N M', 'Restricted model'],
  newOrder: ['New', 'N O', 'Order'],
  newDeadline: ['New', 'N D', 'Deadline'],
  newRequest: ['New', 'N R', 'Evidence request'],
  takeIn: ['New', 'N E', 'Evidence: take in files'],
  newPlan: ['New', 'N P', 'Remediation plan'],
  newStep: ['New', 'N S', 'Remediation step'],
  newFiling: ['New', 'N F', 'Filing'],
  newNote: ['New', 'N T', 'Note'],
  paperOrder: ['Papers', 'P O', 'Order summary (PDF)'],
  paperStatus: ['Papers', 'P S', 'Status report (PDF)'],
} as const satisfies Readonly<Record<string, readonly [where: Place, keys: string, does: string]>>;
export type KeyId = keyof typeof keyed;
// Proof of the cast: the keys of this very record.
export const keyIds = Object.keys(keyed) as readonly KeyId[];

/** Keys that lists, forms, boards and dialogs have as everywhere else: told on the sheet, and not to be changed. */
export const fixedKeys: readonly (readonly [where: Place, keys: string, does: string])[] = [
  ['Everywhere', 'Esc', 'Out of whatever is open'],
  ['In a form', 'Ctrl Enter', 'Save, make the paper, confirm'],
  ['In a form', 'Ctrl Shift Enter', 'Record, and begin another'],
  ['In a form', 'Alt Shift letter', 'Go to the part with this letter underlined; in a list of rows, add one'],
  ['In a form', 'Tab', 'Take the choice that fits, and go on'],
  ['In a list, on a record, on a board', '↑ ↓', 'Up or down a row'],
  ['In a list, on a record, on a board', 'PgUp PgDn', 'Up or down a page'],
  ['In a list, on a record, on a board', 'Home End', 'To the first or the last row'],
  ['In a list, on a record, on a board', 'Enter', 'Open'],
  ['In a list, on a record, on a board', 'Space', 'Choose the row'],
  ['In a list, on a record, on a board', 'Shift ↑ ↓', 'Choose the rows up or down to here'],
  ['In a list, on a record, on a board', 'Ctrl A', 'Choose all rows'],
  ['In a list, on a record, on a board', 'Ctrl C', 'In a list: copy the row, or the chosen rows, as a table'],
  ['In a list, on a record, on a board', '1 to 9', 'Go to a tab of the record'],
  ['In a list, on a record, on a board', 'Shift ← →', 'On the board: move the step'],
];
