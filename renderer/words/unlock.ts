import type { Session } from '../screen/screen.ts';

/** Words of the unlock page. */
export const unlock = {
  vaults: 'Vaults',
  brand: 'Cordon',
  version: (build: string) => `Cordon ${build}`,
  lastOpened: (when: string) => `Opened ${when}`,
  today: 'today',
  neverOpened: 'Not opened on this computer yet',
  another: 'Open another vault…',
  new: 'New vault…',
  passphrase: 'Passphrase',
  unlock: 'Unlock',
  opening: 'Opening',
  useRecovery: 'Use the recovery key',
  usePassphrase: 'Use the passphrase',
  recoveryWords: 'Recovery key',
  recoveryHint: 'The words of the printed key, in their order, with spaces between.',
  openRecovery: 'Open with the recovery key',
  slow: 'Opening takes about one second on purpose: it slows down guessing.',
  none: 'No vault yet',
  noneNote: 'A vault is one encrypted folder that holds all cases. Make a new one, or open one that you have.',
  locked: {
    asked: 'Locked. What you were typing is sealed in the vault and opens where you left it.',
    idle: 'Locked because nobody used it for a while. What you were typing is sealed in the vault and opens where you left it.',
    suspended: 'Locked because this computer went to sleep. What you were typing is sealed in the vault and opens where you left it.',
    'user-switched': 'Locked because somebody else took over this computer. What you were typing is sealed in the vault and opens where you left it.',
    'screen-locked': 'Locked because the screen was locked. What you were typing is sealed in the vault and opens where you left it.',
    'taken-up': 'The older vault was taken up and is in the form of today. Open it to go on.',
    started: '',
    crashed: 'The part of Cordon that held the vault stopped, so it locked. What you were typing until a second before is sealed in the vault.',
  } satisfies Record<NonNullable<Session['lockedBecause']>, string>,
  show: 'Show or hide what is typed',
} as const;

/** Words of making a vault. */
export const create = {
  title: 'New vault',
  note: 'One encrypted folder for all cases. It opens with your passphrase or with the recovery key, and with nothing else.',
  name: 'Name of the vault',
  nameHint: 'Shows on the unlock page. Do not name a case or a client in it.',
  person: 'Your name',
  personHint: 'Stands beside every change you make.',
  passphrase: 'Passphrase',
  again: 'Passphrase, once more',
  place: 'Folder',
  placeChosen: (name: string) => `In ${name}`,
  placeUsual: 'In your documents',
  choosePlace: 'Choose a folder…',
  make: 'Make the vault',
  making: 'Making the vault',
  back: 'Back',
  missing: {
    name: 'Give the vault a name.',
    person: 'Type your name: the history says who changed what.',
    passphrase: 'Type a passphrase.',
    again: 'The two do not agree. Type the same passphrase in both.',
  },
  keyTitle: 'Recovery key',
  keyNote: 'These words open the vault when the passphrase is lost. Nobody can make them again. Print them, or write them on paper, and keep the paper away from this computer.',
  keyWarning: 'Whoever has this paper can open the vault. Without it and without the passphrase nothing in it can ever be read.',
  print: 'Print',
  savePdf: 'Save as PDF…',
  savedPdf: (file: string) => `${file} is saved. Print it, lock the paper away, and delete the file.`,
  written: 'I have them on paper',
  checkTitle: 'Check the paper',
  checkNote: 'Type these words from the paper, so that you know it can be read.',
  wordAt: (at: number) => `Word ${at}`,
  wrongWord: 'This is not the word at that place on the paper.',
  check: 'Open the vault',
  seeAgain: 'Show the words again',
  paper: (name: string) => `Recovery key of the vault “${name}”`,
} as const;

/** Words of the page after the recovery key: somebody in particular has to open the vault. */
export const recover = {
  title: (name: string) => `${name}: a new passphrase`,
  note: 'The recovery key opened the vault. It signs as nobody, so nothing shows before somebody has a passphrase again.',
  who: 'Who are you?',
  whoHint: 'Keeps name and history, and gets a new signing key: the old one opens with the lost passphrase only. What it signed can still be checked.',
  newHint: 'Becomes a new person of this vault, who may read everything in it.',
  somebodyElse: 'Somebody else',
  passphrase: 'New passphrase',
  act: 'Set it and open the vault',
  cancel: 'Lock again',
  small: 'Lock the paper away again when you are done. If somebody else may have seen it, make a new recovery key in the settings.',
} as const;

/** What a passphrase is worth, said as it is. Estimates, and they say so. */
export const strength = {
  label: 'How hard it is to guess',
  empty: 'Four or more words that have nothing to do with each other are strong and can be remembered.',
  weak: 'Weak. Somebody with the folder and a few computers would guess it within days.',
  fair: 'Fair. It would hold for some months against somebody who has the folder and many computers.',
  good: 'Good. It would hold for years against somebody who has the folder and many computers.',
  strong: 'Strong. Guessing it is out of reach, as far as anybody knows.',
  note: 'An estimate. It is worth nothing if it is used anywhere else.',
} as const;
