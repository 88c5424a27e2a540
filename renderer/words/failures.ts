import type { Failure, FailureCode } from '../../shared/failure/failure.ts';
import { sentences } from '../../shared/failure/sentences.ts';

import { capital, fileSize, listed } from './count.ts';
import { figure } from './writing.ts';

/** What happened; what it means for the case; what to do. Each a sentence, the last two only where there is something to say. */
export interface FailureWords {
  readonly what: string;
  readonly means: string;
}
type Words = { readonly [Code in FailureCode]: (failure: Extract<Failure, { readonly code: Code }>) => FailureWords };

const unchanged = 'Nothing was changed.';

/** Words for every failure. A code without an entry does not compile. The first sentence is the one the command line prints, where it fits a window. */
export const failureWords: Words = {
  'vault-not-found': (f) => ({
    what: `${f.file} is not there.`,
    means: `${unchanged} It may have been moved, or the disk it is on is not connected. Open it from where it is now.`,
  }),
  'another-vault': (f) => ({ what: `${f.file} is another vault.`, means: `${unchanged} Choose the folder of the vault that the list looks for.` }),
  'vault-exists': (f) => ({ what: `${f.file} exists already.`, means: `${unchanged} Give the new vault another name, or open the one that is there.` }),
  'not-removed': (f) => ({ what: `${f.file} was not removed: ${f.why}.`, means: unchanged }),
  'vault-locked': () => ({ what: 'The vault is locked.', means: 'What you were typing is sealed in it. Unlock it to go on.' }),
  'vault-open-elsewhere': (f) => ({
    what: `${f.file} is open in another window or program.`,
    means: `${unchanged} Two writers could damage it, so it opens in one place at a time. Close it there, then try again.`,
  }),
  'vault-newer': (f) => ({
    what: `${f.file} was written by a newer Cordon.`,
    means: `Its format is ${f.format}; this program knows formats up to ${f.known}. ${unchanged} Update Cordon, then open it again.`,
  }),
  'vault-damaged': (f) => ({
    what: `${f.file} is damaged: ${f.part}.`,
    means: `${unchanged} Keep the folder exactly as it is and open your last backup. The damaged copy may still be needed to show what was lost.`,
  }),
  'vault-read-only': (f) => ({
    what: 'This cannot be saved: the vault is read-only here.',
    means:
      f.reason === 'behind-anchor'
        ? 'It is older than the vault last opened on this computer, so it may be an old copy in the place of the current one. Find the current one before you write.'
        : f.reason === 'read-only-folder'
          ? 'The folder it is in cannot be written to. Copy the vault to a folder of your own.'
          : f.reason === 'recovery-key'
            ? 'The recovery key opened it, and that key signs as nobody. Set a new passphrase, then open it with that.'
            : 'You are looking at an earlier day. Return to now to make changes.',
  }),
  'folder-not-safe': (f) => ({
    what: `${f.file} is in a folder that cannot keep a vault safely.`,
    means: `${f.why}. ${unchanged} Copy it to a folder on this computer's own disk.`,
  }),
  'wrong-passphrase': () => ({ what: 'This passphrase does not open the vault.', means: `${unchanged} Check the keyboard layout and Caps Lock.` }),
  'wrong-recovery-key': (f) => ({
    what:
      f.why === 'words'
        ? 'One of these is not a recovery word.'
        : f.why === 'checksum'
          ? 'These words do not belong together.'
          : 'This is a recovery key, but not the one of this vault.',
    means:
      f.why === 'words'
        ? `${unchanged} Check the spelling against the printed key.`
        : f.why === 'checksum'
          ? `${unchanged} One word is wrong, or they are in the wrong order.`
          : `${unchanged} Look for the printed key that names this vault.`,
  }),
  'passphrase-too-weak': (f) => ({ what: 'This passphrase is too weak.', means: `${capital(f.why)}. Four or more unrelated words make a strong one that can be remembered.` }),
  'slot-limits': (f) => ({
    what: `The key slot in ${f.file} asks for more work than is safe.`,
    means: `It asks for ${f.memoryMiB} MiB and ${f.passes} passes, so it was not tried. Somebody may have changed the file. Open your last backup.`,
  }),
  'compartment-closed': (f) => ({ what: `Your key does not open the compartment “${f.compartment}”.`, means: 'Somebody who has access can grant it to you in Settings.' }),
  'disk-full': (f) =>
    f.room
      ? {
          what: `There is not enough space for ${f.file}.`,
          means: `This takes ${fileSize(f.room.wanted)} for a while, and ${fileSize(f.room.free)} are free on that drive. ${unchanged} Free some space, then try again.`,
        }
      : { what: `There is no space left to write ${f.file}.`, means: 'Nothing was half-written. Free some space, then try again.' },
  'file-unreadable': (f) => ({ what: `${f.file} cannot be read: ${f.why}.`, means: unchanged }),
  'file-unwritable': (f) => ({ what: `${f.file} cannot be written: ${f.why}.`, means: 'Nothing was half-written. Choose another place.' }),
  'not-printed': (f) => ({
    what: `${f.file} was not printed: ${f.why}.`,
    means: 'Its record says that it was not delivered. Look at the printer and print it again, or save it as PDF.',
  }),
  'traces-left': (f) => ({
    what: `The content is erased, but traces of it are left in the vault’s files: ${f.why}.`,
    means: 'It shows nowhere any more. Lock the vault and open it again: Cordon then goes on until the last trace is gone.',
  }),
  'backup-refused': (f) => ({
    what:
      f.why === 'not-a-backup'
        ? `${f.file} is not a Cordon backup.`
        : f.why === 'damaged'
          ? `${f.file} is not whole.`
          : f.why === 'wrapped'
            ? `${f.file} is locked with age for somebody’s key.`
            : `That key does not open ${f.file}.`,
    means:
      f.why === 'not-a-backup'
        ? 'Nothing was restored. A backup ends in .cordon.tar, or in .age where it was locked for a key.'
        : f.why === 'damaged'
          ? `Nothing was restored${f.part === '' ? '' : ` (${f.part})`}. Use another backup, or copy this one again from where it is kept.`
          : f.why === 'wrapped'
            ? 'Nothing was restored. Give the key it was locked for: a line that begins with AGE-SECRET-KEY-1.'
            : 'Nothing was restored. It was locked for another key.',
  }),

  'record-not-found': (f) => ({ what: `There is no record ${f.number} here.`, means: 'It may have been removed, or on the day you are looking at it was not yet known.' }),
  'record-malformed': (f) => ({ what: `${f.number ?? 'This'} was not saved: ${f.field} ${f.why}.`, means: `${unchanged} Your typing is kept as a draft.` }),
  'link-target-missing': (f) => ({
    what: `${f.number} points to ${f.target}, and there is no such record.`,
    means: `${unchanged} Choose another record in “${f.field}”. If ${f.target} was removed, put it back: two that point to each other are put back together.`,
  }),
  'move-not-allowed': (f) => ({
    what: `${f.number} cannot go from “${f.from}” to “${f.to}”.`,
    means: f.allowed.length === 0 ? `${unchanged} Its state is final.` : `${unchanged} From here it can go to ${listed(f.allowed, 'or')}.`,
  }),
  guard: (f) => ({ what: `${f.number} was not changed.`, means: f.facts.join(' ') }),
  held: (f) => ({ what: `${f.number} is under ${listed(f.holds)} and stays.`, means: `${unchanged} Nothing under a legal hold may be removed.` }),
  'reason-missing': (f) => ({ what: `Say why: this act on ${f.number} needs a reason.`, means: `${unchanged} The reason is kept in the history.` }),
  'changed-since': (f) => ({
    what: `${f.number} was changed by ${f.by} at ${f.at}, after you opened it.`,
    means: `${unchanged} Your typing is kept as a draft. Look at the new version, then save again.`,
  }),
  'cannot-undo': (f) => ({ what: `${f.number} cannot be undone.`, means: `${f.why} ${unchanged}` }),
  'cannot-restore': (f) => ({ what: `The earlier wording of ${f.number} is not brought back.`, means: `${f.why} ${unchanged}` }),
  'undo-in-the-way': (f) => ({
    what: `${f.number} was changed again since: ${listed(f.fields)}.`,
    means: `${f.by} changed it at ${f.at}, in entry ${figure(f.entry)}. ${unchanged} Undo that entry of ${f.number} first, or write what should stand there now.`,
  }),
  'not-together': (f) => ({
    what: `“${f.what}” of ${f.number} is not changed together with others.`,
    means: `${f.why} ${unchanged} Take it out of the choice, or change it by itself.`,
  }),
  'too-many-records': (f) => ({
    what: `${figure(f.count)} records at once are too many.`,
    means: `${unchanged} ${figure(f.limit)} is the most. Split the work.`,
  }),

  'date-unclear': (f) => ({ what: `“${f.typed}”: ${f.why}.`, means: f.suggestions.length === 0 ? 'Write it like 14 June 2026.' : `Type ${listed(f.suggestions, 'or')}.` }),
  'rule-unknown': (f) => ({ what: `There is no time-limit rule “${f.rule}”.`, means: `${unchanged} Choose a rule from the list.` }),
  'rule-input': (f) => ({ what: `The date was not computed: ${f.input} ${f.why}.`, means: unchanged }),

  'intake-refused': (f) => ({ what: `${f.file} was not taken in: ${f.why}.`, means: 'The original is where it was.' }),
  'blob-damaged': (f) => ({
    what: `${f.number} no longer matches the digest taken at intake.`,
    means: `The stored bytes of ${f.file} are damaged, so the exhibit cannot be shown or filed. Restore it from a backup.`,
  }),
  'job-failed': (f) => ({
    what: `The ${f.job} ${f.why === 'timed-out' ? 'took too long and was stopped' : f.why === 'out-of-memory' ? 'needed too much memory and was stopped' : f.why === 'refused' ? 'refused the work' : 'stopped unexpectedly'}.`,
    means: f.detail === '' ? unchanged : `${f.detail}. ${unchanged}`,
  }),

  'import-malformed': (f) => ({ what: `Nothing was imported from ${f.file}.`, means: sentences['import-malformed'](f) }),
  'release-withheld': (f) => ({ what: 'Nothing left the vault.', means: `${f.why}${f.numbers.length === 0 ? '' : `: ${listed(f.numbers)}`}.` }),
  'filing-refused': (f) => ({
    what: `The paper was not made. ${f.findings.length === 1 ? 'One finding stands' : `${f.findings.length} findings stand`} in the way.`,
    means: f.findings.map((found) => `${found.number}, ${found.field}: ${found.why}.`).join(' '),
  }),
  'pages-changed': (f) => ({
    what: `The list “${f.list}” changed since its pages were looked at.`,
    means: 'Nothing was made and nothing left the vault. Its pages as they are now are shown; look at them, then make it again.',
  }),
  'not-a-recipient': (f) => ({
    what: f.typed === null ? 'That is a secret key of age, not a public one.' : `“${f.typed}” is not the public key of an age recipient.`,
    means:
      f.typed === null
        ? 'Nothing was written. Ask the recipient for the line that begins with age1. Whoever holds the secret key reads what is encrypted to it: take it out of the field.'
        : 'Nothing was written. It begins with age1 and is made by age-keygen: ask the recipient to send it again, and paste it whole.',
  }),
  'filing-malformed': (f) => ({ what: 'The paper was not made.', means: `${f.number}, ${f.field}: ${f.why}.` }),

  cancelled: () => ({ what: 'Cancelled.', means: 'Nothing was kept of it.' }),
  'question-malformed': (f) => ({ what: 'The window asked for something the vault does not understand.', means: `${f.operation} ${f.field}: ${f.why}. ${unchanged}` }),
  'not-available-here': (f) => ({ what: `${f.what} is not available here.`, means: `${f.why}.` }),
  misuse: (f) => ({ what: f.why, means: unchanged }),
  unexpected: (f) => ({ what: 'Something went wrong in Cordon itself.', means: `${unchanged} Tell its makers the reference ${f.reference}; it names no case.` }),
};

/** The words of one failure. */
export function wordsOf(failure: Failure): FailureWords {
  // Proof of the cast: `failureWords` has, under each code, a function of the failure with that code.
  return (failureWords[failure.code] as (failure: Failure) => FailureWords)(failure);
}
