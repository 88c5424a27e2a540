/**
 * Everything that can go wrong in a way the user can act on. A failure is data: a code and the facts its sentence needs;
 * the sentence itself stands in `renderer/words`. Anything else that goes wrong is a bug and is thrown.
 * `file` is always a bare name, never a path: failures cross to the window.
 */
export type Failure =
  // Opening and keeping a vault
  | { readonly code: 'vault-not-found'; readonly file: string }
  | { readonly code: 'vault-exists'; readonly file: string }
  | { readonly code: 'another-vault'; readonly file: string }
  | { readonly code: 'not-removed'; readonly file: string; readonly why: string }
  | { readonly code: 'vault-locked' }
  | { readonly code: 'vault-open-elsewhere'; readonly file: string }
  | { readonly code: 'vault-newer'; readonly file: string; readonly format: number; readonly known: number }
  | { readonly code: 'vault-damaged'; readonly file: string; readonly part: string }
  | { readonly code: 'vault-read-only'; readonly reason: 'behind-anchor' | 'read-only-folder' | 'recovery-key' | 'as-known-on' }
  | { readonly code: 'folder-not-safe'; readonly file: string; readonly why: string }
  | { readonly code: 'wrong-passphrase' }
  | { readonly code: 'wrong-recovery-key'; readonly why: 'words' | 'checksum' | 'not-this-vault' }
  | { readonly code: 'passphrase-too-weak'; readonly why: string }
  | { readonly code: 'slot-limits'; readonly file: string; readonly memoryMiB: number; readonly passes: number }
  | { readonly code: 'compartment-closed'; readonly compartment: string }
  /** `room`, where it was asked for beforehand: what the work takes on that drive for a while, and what is free there, in bytes. */
  | { readonly code: 'disk-full'; readonly file: string; readonly room?: { readonly wanted: number; readonly free: number } }
  | { readonly code: 'file-unreadable'; readonly file: string; readonly why: string }
  | { readonly code: 'file-unwritable'; readonly file: string; readonly why: string }
  /** The system did not print; `why` in its words. */
  | { readonly code: 'not-printed'; readonly file: string; readonly why: string }
  /** The content is erased and in no view any more; its traces in the vault's folder are not, and why. */
  | { readonly code: 'traces-left'; readonly why: string }
  | { readonly code: 'backup-refused'; readonly file: string; readonly why: 'not-a-backup' | 'damaged' | 'wrapped' | 'identity'; readonly part: string }
  // Records
  | { readonly code: 'record-not-found'; readonly number: string }
  | { readonly code: 'record-malformed'; readonly kind: string; readonly number?: string; readonly field: string; readonly why: string }
  | { readonly code: 'link-target-missing'; readonly number: string; readonly field: string; readonly target: string }
  | { readonly code: 'move-not-allowed'; readonly number: string; readonly from: string; readonly to: string; readonly allowed: readonly string[] }
  | { readonly code: 'guard'; readonly number: string; readonly guard: string; readonly facts: readonly string[] }
  | { readonly code: 'held'; readonly number: string; readonly holds: readonly string[] }
  | { readonly code: 'reason-missing'; readonly number: string; readonly act: string }
  | { readonly code: 'changed-since'; readonly number: string; readonly by: string; readonly at: string }
  | { readonly code: 'cannot-undo'; readonly number: string; readonly why: string }
  /** An earlier wording that is never brought back, and what to do instead. */
  | { readonly code: 'cannot-restore'; readonly number: string; readonly why: string }
  /** Later entries touched what the act had changed: which fields of the record, and the first of those entries. */
  | { readonly code: 'undo-in-the-way'; readonly number: string; readonly fields: readonly string[]; readonly entry: number; readonly by: string; readonly at: string }
  /** What is never done to many records at once, and why. */
  | { readonly code: 'not-together'; readonly number: string; readonly what: string; readonly why: string }
  | { readonly code: 'too-many-records'; readonly count: number; readonly limit: number }
  // Dates and time limits
  | { readonly code: 'date-unclear'; readonly typed: string; readonly why: string; readonly suggestions: readonly string[] }
  | { readonly code: 'rule-unknown'; readonly rule: string }
  | { readonly code: 'rule-input'; readonly rule: string; readonly input: string; readonly why: string }
  // Evidence
  | { readonly code: 'intake-refused'; readonly file: string; readonly why: string }
  | { readonly code: 'blob-damaged'; readonly number: string; readonly file: string }
  | { readonly code: 'job-failed'; readonly job: string; readonly why: 'crashed' | 'timed-out' | 'out-of-memory' | 'refused'; readonly detail: string }
  // Import, release, filings
  | { readonly code: 'import-malformed'; readonly file: string; readonly line?: number; readonly record?: string; readonly field?: string; readonly why: string }
  | { readonly code: 'release-withheld'; readonly numbers: readonly string[]; readonly why: string }
  | { readonly code: 'filing-refused'; readonly findings: readonly { readonly number: string; readonly field: string; readonly why: string }[] }
  /** What the pages of a list would say is no longer what they said when somebody looked at them. */
  | { readonly code: 'pages-changed'; readonly list: string }
  | { readonly code: 'filing-malformed'; readonly number: string; readonly field: string; readonly why: string }
  /** What was typed as the public key of an age recipient; null for a secret key, which is not said again. */
  | { readonly code: 'not-a-recipient'; readonly typed: string | null }
  // The door
  | { readonly code: 'cancelled' }
  | { readonly code: 'question-malformed'; readonly operation: string; readonly field: string; readonly why: string }
  | { readonly code: 'not-available-here'; readonly what: string; readonly why: string }
  | { readonly code: 'misuse'; readonly why: string }
  | { readonly code: 'unexpected'; readonly reference: string };

export type FailureCode = Failure['code'];

/** What crosses a border: a reply, or the failure that stands in its place. */
export type Answer<Reply> = { readonly ok: true; readonly reply: Reply } | { readonly ok: false; readonly failure: Failure };

/**
 * Carries a failure up through synchronous work, so that a transaction rolls back on the way. Thrown by `refuse`, turned into an
 * `Answer` by `answer` at the edge of a room; never shown as it is.
 */
export class Refused extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'Refused';
    this.failure = failure;
  }
}

/** Stops the work with `failure`. */
export function refuse(failure: Failure): never {
  throw new Refused(failure);
}

/** Runs `work`; gives its reply, or the failure it refused with. Rethrows bugs. */
export async function answer<Reply>(work: () => Promise<Reply> | Reply): Promise<Answer<Reply>> {
  try {
    return { ok: true, reply: await work() };
  } catch (thrown) {
    if (thrown instanceof Refused) return { ok: false, failure: thrown.failure };
    throw thrown;
  }
}
