import { capital, counted, small } from './count.ts';

/** Words of the pages that every kind of record shares. */
export const records = {
  parts: (kind: string) => `Parts of the ${small(kind)}`,
  recordTab: 'Record',
  linksTab: 'Linked records',
  historyTab: 'History',
  changedLabel: 'Changed',
  by: (who: string) => `by ${who}`,
  edit: 'Edit',
  changeState: 'Change state',
  moveTo: (state: string) => `Change state to ${state}`,
  sealedTitle: 'Sealed',
  sealedNote: 'What is about persons is sealed with a key of its own, which you do not hold. You see that this record is there, its number and its state.',
  sealedHolders: (names: readonly string[]) => `${names.join(', ')} may read it, and can let you read it in Settings, People.`,
  remove: 'Remove',
  more: 'More acts',
  moved: (number: string, state: string) => `${number} is now “${state}”.`,
  saved: (number: string) => `${number} saved.`,
  created: (number: string) => `${number} recorded.`,
  removed: (number: string) => `${number} removed.`,
  removeTitle: (number: string) => `Remove ${number}?`,
  removeHint: 'It leaves every list. The history keeps it, and the removal can be undone.',
  keep: 'Keep it',
  moveTitle: (number: string, state: string) => `${number}: ${state}`,
  reason: 'Why',
  reasonHint: 'Kept in the history.',
  reasonOptional: 'Kept in the history. May be left empty.',
  reasonNeeded: 'Write why. The history keeps it.',
  removedNote: (why: string) => `This record was removed: ${why}`,
  formerly: (number: string) => `formerly ${number}`,
  facts: 'Facts',
  about: 'About this record',
  state: 'State',
  audience: 'For',
  named: 'Only for, by name',
  namedHint: 'It then goes to these and to nobody else. Separate with semicolons.',
  namedOnly: (names: string) => `Only ${names}`,
  privilege: 'Privilege',
  basisOf: 'Author and purpose of the privilege',
  basis: {
    author: 'Made by',
    purpose: 'For',
    purposeHint: 'Without author and purpose the privilege cannot be shown later.',
    dual: 'Business was a purpose too',
    upjohn: 'Interview at the direction of counsel, and the person was told so (Upjohn)',
    words: (author: string, purpose: string) => `${author}: ${purpose}`,
  },
  tags: 'Tags',
  linkedTo: 'It names',
  linkedFrom: 'Named by',
  noLinks: 'No other record is linked to it.',
  nothingFilled: 'Nothing is recorded beyond the title.',
  notGiven: 'Not recorded',
  privilegeOf: (label: string) => `${label}. Privileged, and never in an outgoing paper.`,
  newKind: (kind: string) => `New ${small(kind)}`,
  emptyList: (plural: string) => `No ${small(plural)} are recorded.`,
  emptyListThen: (kind: string) => `The first ${small(kind)} will stand here.`,
  count: (total: number, one: string, many: string) => counted(total, small(one), small(many)),
  filter: (plural: string) => `Filter ${small(plural)}`,
  noMatch: 'Nothing fits the filter.',
  clearFilter: 'Clear the filter',
  openOnly: 'Open',
  all: 'All',
  which: 'Which records',
  columns: { number: 'Number', title: 'Title', state: 'State', due: 'Due' },
  rowNumber: (label: string, row: number) => `${label} ${row}`,
  unknownLink: 'a record that is not shown',
  notFound: 'Back to the docket',
} as const;

/** Acts that a record waits for: each changes its state. */
export const nextActs = {
  received: 'Record that it has come',
  unconfirmed: 'Treat it as binding',
  inForce: 'Record that it is in force',
  adopted: 'Put it in use',
  sent: 'Record that it was sent',
  requestReceived: 'Record that it has come',
  begun: 'Begin it',
  implemented: 'Record it as implemented',
  restricted: 'Record the restriction',
} as const;

export const audienceWords = { internal: 'Internal', outside_counsel: 'Outside counsel', agency: 'Agency', court: 'Court', public: 'Public' } as const;
export const privilegeWords = {
  none: 'Not privileged',
  attorney_client: 'Attorney-client',
  work_product: 'Work product',
  common_interest: 'Common interest',
  joint_defense: 'Joint defense',
  under_review: 'Under review',
} as const;

/** What is proposed as the purpose of something privileged; the person at work sees it and changes it. */
export const privilegePurposes = {
  none: '',
  attorney_client: 'To give or to get legal advice',
  work_product: 'Prepared in anticipation of litigation',
  common_interest: 'Shared under a common-interest agreement',
  joint_defense: 'Shared in a joint defense',
  under_review: '',
} as const;

/** The role of a link as words: `arises_from` reads `Arises from`. */
export const roleWords = (role: string): string => capital(role.replaceAll('_', ' '));
