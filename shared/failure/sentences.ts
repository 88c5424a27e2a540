import type { Failure, FailureCode } from './failure.ts';

type Sentences = { readonly [Code in FailureCode]: (failure: Extract<Failure, { readonly code: Code }>) => string };

const listed = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);
const some = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** `184 MB`, as programs that show drives count: 1 MB is 1,000,000 bytes. Never less than it is. */
const size = (bytes: number): string =>
  bytes < 999_500_000 ? `${Math.ceil(bytes / 1_000_000).toLocaleString('en-US')} MB` : `${(Math.ceil(bytes / 100_000_000) / 10).toLocaleString('en-US')} GB`;

/**
 * One sentence for every failure: what happened and, where there is something, what to do. The command line prints them as they stand and
 * the window starts from them, so that both say the same. A code without a sentence does not compile.
 */
export const sentences: Sentences = {
  'vault-not-found': (f) => `There is no vault at ${f.file}.`,
  'not-removed': (f) => `${f.file} was not removed: ${f.why}. Nothing was touched.`,
  'another-vault': (f) => `${f.file} is another vault. Choose the folder of the one that is looked for.`,
  'vault-exists': (f) => `${f.file} exists already. Choose another name; nothing was changed.`,
  'vault-locked': () => 'The vault is locked.',
  'vault-open-elsewhere': (f) => `${f.file} is open in another window or program. Close it there first.`,
  'vault-newer': (f) => `${f.file} was written by a newer Cordon (format ${f.format}; this one knows ${f.known}). Nothing was changed. Update Cordon.`,
  'vault-damaged': (f) => `${f.file} is damaged: ${f.part}. Keep the folder as it is and restore from a backup.`,
  'vault-read-only': (f) =>
    f.reason === 'behind-anchor'
      ? 'This vault is older than the one last opened here, so it is read-only. It may be an old copy put in the place of the current one.'
      : f.reason === 'read-only-folder'
        ? 'The folder of this vault cannot be written to, so nothing can be changed.'
        : f.reason === 'recovery-key'
          ? 'The recovery key opened this vault, and it signs as nobody. Give somebody a passphrase first (cordon recover), then open it with that.'
          : 'You are looking at an earlier day. Go back to today to make changes.',
  'folder-not-safe': (f) => `${f.file} lies in a folder that cannot keep a vault safely: ${f.why}. Copy it to a local folder.`,
  'wrong-passphrase': () => 'That passphrase does not open this vault.',
  'wrong-recovery-key': (f) =>
    f.why === 'words'
      ? 'One of these is not a recovery word. Check the spelling.'
      : f.why === 'checksum'
        ? 'These words do not belong together. One is wrong, or they are in the wrong order.'
        : 'This is a recovery key, but not the one of this vault.',
  'passphrase-too-weak': (f) => `This passphrase is too weak: ${f.why}.`,
  'slot-limits': (f) => `The key slot in ${f.file} asks for more work than is safe (${f.memoryMiB} MiB, ${f.passes} passes), so it was not tried.`,
  'compartment-closed': (f) => `Your key does not open the compartment "${f.compartment}".`,
  'disk-full': (f) =>
    f.room
      ? `There is not enough space for ${f.file}: this takes ${size(f.room.wanted)} for a while, and ${size(f.room.free)} are free on that drive. Nothing was changed.`
      : `There is no space left to write ${f.file}. Nothing was half-written.`,
  'file-unreadable': (f) => `${f.file} cannot be read: ${f.why}.`,
  'file-unwritable': (f) => `${f.file} cannot be written: ${f.why}. Nothing was half-written.`,
  'not-printed': (f) => `${f.file} was not printed: ${f.why}. The record of it says that it was not delivered.`,
  'traces-left': (f) =>
    `The content is erased and shows nowhere any more, but traces of it are left in the vault's files: ${f.why}. Cordon takes them away the next time the vault is opened; verify says when they are gone.`,
  'backup-refused': (f) =>
    f.why === 'not-a-backup'
      ? `${f.file} is not a Cordon backup. Nothing was restored.`
      : f.why === 'damaged'
        ? `${f.file} is not whole${f.part === '' ? '' : `: ${f.part}`}. Nothing was restored. Use another backup, or copy this one again from where it is kept.`
        : f.why === 'wrapped'
          ? `${f.file} is locked with age for somebody's key. Give the file with that key (it begins with AGE-SECRET-KEY-1).`
          : `That key does not open ${f.file}. It was locked for another one.`,

  'record-not-found': (f) => `There is no record ${f.number}.`,
  'record-malformed': (f) => `${f.number ?? `This ${f.kind}`} was not saved: ${f.field}: ${f.why}.`,
  'link-target-missing': (f) =>
    `${f.number} links to ${f.target} in ${f.field}, and there is no such record. If it was removed, put it back; two that link to each other are put back together.`,
  'move-not-allowed': (f) => `${f.number} is ${f.from} and cannot become ${f.to}${f.allowed.length > 0 ? `; it can become ${listed(f.allowed)}` : ''}.`,
  guard: (f) => `${f.number} was not changed: ${listed(f.facts)}.`,
  held: (f) => `${f.number} is under ${listed(f.holds)} and cannot be removed.`,
  'reason-missing': (f) => `Say why: ${f.act} on ${f.number} needs a reason.`,
  'changed-since': (f) => `${f.number} was changed by ${f.by} at ${f.at}. Look at it again before saving.`,
  'cannot-undo': (f) => `${f.number} cannot be undone: ${f.why}.`,
  'cannot-restore': (f) => `An earlier wording of ${f.number} cannot be brought back. ${f.why} Nothing was changed.`,
  'undo-in-the-way': (f) =>
    `${f.number} was changed again in the same place (${f.fields.join(', ')}) by ${f.by} at ${f.at}, entry ${f.entry}. Undo that first. Nothing was changed.`,
  'not-together': (f) => `${f.number} (${f.what}) cannot be changed together with others. ${f.why} Nothing was changed.`,
  'too-many-records': (f) => `${some(f.count, 'record')} at once is too many; ${some(f.limit, 'record')} is the most. Split the file.`,

  'date-unclear': (f) => `"${f.typed}" is not a clear date: ${f.why.replace(/\.$/, '')}.${f.suggestions.length > 0 ? ` Did you mean ${f.suggestions.join(' or ')}?` : ''}`,
  'rule-unknown': (f) => `There is no time-limit rule ${f.rule}.`,
  'rule-input': (f) => `${f.rule}: ${f.input}: ${f.why}.`,

  'intake-refused': (f) => `${f.file} was not taken in: ${f.why}. The original is where it was.`,
  'blob-damaged': (f) => `The stored bytes of ${f.number} (${f.file}) are damaged. Restore them from a backup.`,
  'job-failed': (f) =>
    `The ${f.job} ${f.why === 'timed-out' ? 'took too long' : f.why === 'out-of-memory' ? 'needed too much memory' : f.why === 'refused' ? `refused: ${f.detail}` : 'stopped unexpectedly'}. Nothing was changed.`,

  'import-malformed': (f) =>
    `Nothing was imported from ${f.file}. ${[f.line !== undefined && `Line ${f.line}`, f.record !== undefined && `Record ${f.record}`, f.field !== undefined && `field ${f.field}`].filter((part) => part !== false).join(', ')}${f.line !== undefined || f.record !== undefined || f.field !== undefined ? ': ' : ''}${f.why}.`,
  'release-withheld': (f) => `Nothing left the vault: ${f.why}${f.numbers.length > 0 ? ` (${listed(f.numbers)})` : ''}.`,
  'filing-refused': (f) =>
    `The paper was not made: ${some(f.findings.length, 'finding')}. ${f.findings.map((found) => `${found.number}, ${found.field}: ${found.why}.`).join(' ')}`,
  'pages-changed': (f) => `The paper was not made: the list "${f.list}" changed after its pages were looked at. Look at them as they are now.`,
  'not-a-recipient': (f) =>
    `${f.typed === null ? 'That is a secret key of age, not a public one' : `"${f.typed}" is not the public key of an age recipient`}. The public key begins with age1 and is made by age-keygen. Nothing was written.`,
  'filing-malformed': (f) => `The paper was not made: ${f.number}, ${f.field}: ${f.why}.`,

  cancelled: () => 'Cancelled.',
  'question-malformed': (f) => `${f.operation}${f.field === '' ? '' : `, ${f.field}`}: ${f.why}.`,
  'not-available-here': (f) => `${f.what} is not available here: ${f.why}.`,
  misuse: (f) => f.why,
  unexpected: (f) => `Something went wrong in Cordon itself (reference ${f.reference}). Nothing was changed.`,
};

/** The sentence of one failure. */
export function sentenceOf(failure: Failure): string {
  // Proof of the cast: `sentences` has, under each code, a function of the failure with that code.
  return (sentences[failure.code] as (failure: Failure) => string)(failure);
}
