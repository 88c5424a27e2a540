import { counted, fileSize } from './count.ts';
import { figure } from './writing.ts';

const daysAgo = (days: number): string => (days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`);

/** Words of backups: saving, restoring, reminding. */
export const backups = {
  title: 'Backups',
  note: 'One file with the whole vault, encrypted as it is: it opens with the same passphrases and the same recovery key. Keep it on another drive. Work goes on while it is saved.',
  last: 'Last backup',
  none: 'None yet. If this computer is lost, so is the vault.',
  lastOf: (file: string, when: string, days: number) => `${file}, ${when} (${daysAgo(days)})`,
  since: 'Since then',
  changes: (count: number) => (count === 0 ? 'Nothing has changed' : counted(count, 'entry', 'entries')),
  now: 'Back up now',
  saving: 'Backing up the vault',
  copying: 'copying the database',
  far: (done: number, of: number) => `${fileSize(done)} of ${fileSize(of)}`,
  keptTitle: 'Keys of a backup',
  lock: 'Lock it for somebody’s key besides, so that it can be sent',
  recipients: 'age recipients, one a line',
  recipientsHint: 'Each begins with age1 and is made by age-keygen. Without that key even the passphrase does not open the file.',
  saved: (file: string, bytes: number, blobs: number) => `${file} is saved: ${fileSize(bytes)}, ${counted(blobs, 'stored file')}.`,
  digest: (sha256: string) => `SHA-256 ${sha256}`,
  unsound: (count: number) => `${counted(count, 'stored file')} could not be read whole on this disk. Verify the vault to see which.`,
  known: 'Backups this vault knows of',
  upTo: (entry: number) => `up to entry ${figure(entry)}`,
  lockedFor: 'locked with age',
  destroyed: (when: string) => `destroyed, said ${when}`,
  destroy: 'Destroyed…',
  destroyOf: (file: string) => `Say that ${file} was destroyed`,
  destroyTitle: (file: string) => `Is no copy of ${file} left?`,
  destroyHint: 'Cordon cannot know. You say so in your name, and it stops counting as a backup.',
  check: 'Check a backup…',
  checkHint: 'Reads the file again, wherever it lies now, and says whether it still is, to the byte, what was saved.',
  checking: 'Reading the backup again',
  sound: (file: string) => `${file} is whole: to the byte what was saved.`,
  soundUnrecorded: 'The vault is open for reading only, so its history does not say so.',
  notKnown: (file: string) => `${file} is none of the backups below, to the byte.`,
  notKnownWhy: 'It was damaged or cut short since it was saved, or it is of another vault. Do not rely on it: back up now, and check that one where you keep it.',
  checked: (when: string) => `read again and whole ${when}`,
  unchecked: 'never read again',
  noneLeft: 'No copy is left',
  keep: 'Keep it',
  why: 'How it was destroyed',
  whyNeeded: 'Write how. The history keeps it.',
  bar: (days: number) => `Last backup ${daysAgo(days)}`,
  /** Of those that count: how many were never read again. */
  neverChecked: (unchecked: number, all: number) =>
    all === 1
      ? 'It was never read again'
      : unchecked === all
        ? `None of ${figure(all)} backups was ever read again`
        : `${figure(unchecked)} of ${figure(all)} backups ${unchecked === 1 ? 'was' : 'were'} never read again`,
  barNone: 'No backup yet',
  barNow: 'Back up now',
} as const;

export const restore = {
  link: 'Restore a backup',
  title: 'Restore a backup',
  note: 'Makes a vault of it in a new folder and checks every byte before it counts. The backup itself is left as it is.',
  file: 'Backup',
  choose: 'Choose',
  noFile: 'A file that ends in .cordon.tar',
  name: 'Name of the restored vault',
  nameHint: 'The name of its folder. It must not exist yet.',
  key: 'Passphrase',
  keyHint: 'One that opened the vault when the backup was taken.',
  identity: 'age key',
  identityHint: 'This backup was locked for somebody’s key: the line that begins with AGE-SECRET-KEY-1.',
  place: 'Where it will be',
  make: 'Restore',
  back: 'Back',
  parts: { unpacking: 'Unpacking', checking: 'Checking every byte' } as Readonly<Record<string, string>>,
  working: 'Restoring the backup',
  missing: { file: 'Choose the backup.', key: 'Type the passphrase.', identity: 'Paste the key.' },
  found: 'Restored, with damage that was there before',
  foundNote: 'Everything else is whole. This was damaged or missing in the vault already when the backup was taken; an older backup may still have it.',
  enter: 'Open the vault',
  once: 'Once it is open, the vault it was taken from opens for reading only on this computer.',
} as const;
