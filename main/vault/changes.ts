import { statSync } from 'node:fs';
import type { Clock } from '../../shared/calendar/clock.ts';
import { Refused, refuse } from '../../shared/failure/failure.ts';
import type { ClockNotes } from './clock-notes.ts';
import type { Database } from './database.ts';
import { journalOn, readStanding, type Entry, type EntryContext, type JournalWriter, type Standing } from './journal.ts';
import { failureOfSystem, isOfSystem } from './system-failure.ts';

export interface ActSetting {
  readonly reason?: string | undefined;
  /** An act of the vault itself about who can open it, which the recovery key may do too. */
  readonly byRecovery?: true;
  /** The act by which a database behind its anchor is taken up. */
  readonly takesUp?: true;
}

/** Why nothing may be written: the database is behind its anchor, its folder cannot be written to, or nobody in particular opened it. */
export type ReadOnly = 'behind-anchor' | 'read-only-folder' | 'recovery-key';

/** What a change may use. All of it is synchronous: nothing may be awaited between BEGIN and COMMIT. */
export interface Transaction {
  readonly db: Database;
  /** One per intention of a person; all entries of a change share it. */
  readonly act: string;
  /** UTC milliseconds of this act: the clock's, but never before the act before it. */
  readonly at: number;
  readonly actor: string;
  /** The highest entry, this change's own included. */
  readonly seq: number;
  /** Adds an entry to the journal and gives its number. An entry without a reason of its own gets the act's. */
  append(entry: Entry): number;
  /**
   * Takes the content out of entries for ever: image and salt become NULL and an entry says so, with the authority for it and what is left of the
   * record (`left`). The chain still verifies. Whether it may be done (holds) is the caller's to check. Traces in the files are taken away by
   * `Vault.erase`, in which alone this is called.
   */
  erase(seqs: readonly number[], erased: { readonly record: string; readonly kind: string; readonly shape: number; readonly authority: string; readonly left: object }): number;
  /** Runs after the commit, not when the change is rolled back. */
  afterCommit(then: () => void): void;
}

export interface Committed<T> {
  readonly result: T;
  readonly act: string;
  /** The change's entries are those after `from` up to `to`; the same number when it wrote none. */
  readonly from: number;
  readonly to: number;
}
export interface Commit {
  readonly act: string;
  readonly from: number;
  readonly to: number;
}

export interface Changes {
  readonly standing: Standing;
  /** Whether something is being written or waits for its turn: what comes now waits behind it. */
  readonly busy: boolean;
  /** `head` changes with the entries of this change, or not at all. */
  change<T>(setting: ActSetting, work: (tx: Transaction) => T, head?: Partial<Pick<Standing, 'incarnation'>>): Promise<Committed<T>>;
  changeInSlices(setting: ActSetting, slices: Iterable<(tx: Transaction) => void>, signal?: AbortSignal): Promise<Committed<void>>;
  /** Writes to tables of the vault's own, in the queue, without an entry. */
  maintain<T>(work: (db: Database) => T): Promise<T>;
  /** Runs `work` in the queue, in no transaction: work on the whole database by another connection. */
  aside<T>(work: () => Promise<T>): Promise<T>;
  setHead(values: Partial<Pick<Standing, 'generation'>>): Promise<void>;
  onCommit(listener: (commit: Commit) => void): () => void;
  /** Waits for the queue and then lets nothing more in. */
  drain(): Promise<void>;
}

interface ChangesSetting {
  /** Who is at work, by the name of now. */
  readonly actor: () => string;
  readonly clock: Clock;
  readonly clockNotes: Pick<ClockNotes, 'due' | 'noted'>;
  readonly random: (bytes: number) => Uint8Array;
  readonly seal: EntryContext['seal'];
  /** Null, or why nothing may be written. */
  readonly readOnly: () => null | ReadOnly;
  /** Refuses where the folder is not any more where it was opened. */
  readonly stillThere: () => void;
  /** After each commit that wrote entries: the anchor. */
  readonly committed: (standing: Standing) => void;
  /** What an error of SQLite comes from, before it is told. */
  readonly meaning?: ((thrown: unknown) => unknown) | undefined;
}

/** Acts sort by time, like the entries they belong to: milliseconds, then 8 random bytes. */
const actId = (at: number, random: (bytes: number) => Uint8Array) => `${at.toString(16).padStart(12, '0')}-${Buffer.from(random(8)).toString('hex')}`;

/** Runs what follows a commit. A failure of it is a bug of its own: the change has been made and must not look as if it had not. */
function apart(then: () => void): void {
  try {
    then();
  } catch (bug) {
    setImmediate(() => {
      throw bug;
    });
  }
}

/** Runs `work` in a transaction of its own: for making and migrating a database, when nothing else uses it yet. */
export function atOnce(db: Database, work: () => void): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    work();
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * The one way to write. Changes run one at a time, each in a transaction on a connection that nothing else uses: an import that awaited
 * inside a transaction on a shared connection once took a person's acknowledged change back with it. This is the only file with BEGIN.
 */
export function changesOn(db: Database, setting: ChangesSetting): Changes {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  const erase = db.prepare('UPDATE journal SET image = NULL, salt = NULL WHERE seq = ? AND record = ?');
  const writer = journalOn(db);
  const listeners = new Set<(commit: Commit) => void>();
  let standing = readStanding(db);
  let tail: Promise<unknown> = Promise.resolve();
  let closed = false;
  let waiting = 0;

  function queued<T>(work: () => Promise<T> | T): Promise<T> {
    if (closed) return Promise.reject(new Refused({ code: 'vault-locked' }));
    waiting++;
    const run = tail.then(work).finally(() => waiting--);
    tail = run.catch(() => undefined);
    return run;
  }

  const logFile = () => statSync(`${db.name}-wal`, { throwIfNoEntry: false });
  const logSize = () => logFile()?.size ?? 0;
  /** Where somebody deleted the log of an open database, SQLite goes on writing to what nobody will find again after a crash: then it is folded in at once. */
  function keepCommitted(): void {
    if (!logFile()) db.pragma('wal_checkpoint(TRUNCATE)');
  }

  let logBefore = 0;
  let untidy = false;
  /** Where the journal stands could not be read after a failure: whether the last change was made is not known yet. */
  let unsure = false;

  /** What an abandoned change had already put into the log stays behind its end and could not be told from damage later (log-check.ts). */
  function tidyLog(): void {
    if (!untidy) return;
    try {
      db.pragma('wal_checkpoint(TRUNCATE)');
      untidy = false;
    } catch {
      // The disk is still full: tried again before the next change.
    }
  }

  function start(head: Partial<Standing> = {}): JournalWriter {
    if (unsure) {
      if (db.inTransaction) rollback.run();
      standing = readStanding(db);
      unsure = false;
    }
    setting.stillThere();
    tidyLog();
    logBefore = logSize();
    begin.run();
    return writer({ ...standing, ...head });
  }

  /** Takes a change back and gives the failure of it. On a drive that does not answer not even that can be done; then it is done before the next change. */
  function failed(error: unknown): never {
    const meant = setting.meaning?.(error) ?? error;
    try {
      takeBack();
    } catch (second) {
      if (!isOfSystem(second)) throw second;
      unsure = true;
    }
    return failureOfSystem(meant, 'vault.db');
  }

  function takeBack(): void {
    // SQLite has already rolled back after a full disk; rolling back again would be an error of its own.
    if (db.inTransaction) rollback.run();
    untidy ||= logSize() > logBefore;
    tidyLog();
    standing = readStanding(db);
  }

  function transactionOf(journal: JournalWriter, { reason }: ActSetting, after: (() => void)[]): Transaction {
    const now = setting.clock().instant;
    const at = Math.max(now, standing.at);
    let note = setting.clockNotes.due(now, standing.at);
    const context = { act: actId(at, setting.random), at, actor: setting.actor(), random: setting.random, seal: setting.seal };
    const append = (entry: Entry) => {
      if (note) {
        // An act of its own: taking back what follows must not take it back.
        journal.append(note, { ...context, act: actId(at, setting.random) });
        note = null;
        after.push(() => setting.clockNotes.noted(now));
      }
      return journal.append({ ...entry, reason: entry.reason ?? reason ?? null }, context);
    };
    return {
      db,
      act: context.act,
      at,
      actor: context.actor,
      get seq() {
        return journal.standing.size;
      },
      append,
      erase(seqs, { record, kind, shape, authority, left }) {
        // What is freed is overwritten: the content must not stay behind in free pages.
        db.pragma('secure_delete=ON');
        for (const seq of seqs) if (erase.run(seq, record).changes !== 1) throw new Error(`entry ${seq} is not one of this record`);
        db.pragma('secure_delete=OFF');
        return append({ record, kind, shape, verb: 'erased', reason: authority, image: { erased: [...seqs], left } });
      },
      afterCommit: (then) => void after.push(then),
    };
  }

  /** Ends a transaction: journal, COMMIT, and only then everything that may know of it. */
  function finish<T>(result: T, tx: Transaction, journal: JournalWriter, after: readonly (() => void)[]): Committed<T> {
    const from = standing.size;
    const now = journal.standing;
    if (now.size > from) journal.save();
    commit.run();
    standing = now;
    if (now.size > from) setting.committed(now);
    const done = { act: tx.act, from, to: now.size };
    for (const then of after) apart(then);
    if (now.size > from) for (const listener of listeners) apart(() => listener(done));
    // Last: the change stands, and everybody knows of it, also where it cannot be folded in and whoever made it is told that.
    keepCommitted();
    return { result, ...done };
  }

  function mayWrite({ byRecovery, takesUp }: ActSetting): void {
    const reason = setting.readOnly();
    const may = reason === null || (byRecovery && reason === 'recovery-key') || (takesUp && reason === 'behind-anchor');
    if (!may) refuse({ code: 'vault-read-only', reason });
  }

  return {
    get standing() {
      return standing;
    },
    get busy() {
      return waiting > 0;
    },
    change: (act, work, head) =>
      queued(() => {
        mayWrite(act);
        try {
          const journal = start(head);
          const after: (() => void)[] = [];
          const tx = transactionOf(journal, act, after);
          const result = work(tx);
          if (result instanceof Promise) throw new TypeError('the work of a change may not await');
          return finish(result, tx, journal, after);
        } catch (error) {
          return failed(error);
        }
      }),
    changeInSlices: (act, slices, signal) =>
      queued(async () => {
        mayWrite(act);
        try {
          const journal = start();
          const after: (() => void)[] = [];
          const tx = transactionOf(journal, act, after);
          for (const slice of slices) {
            slice(tx);
            await pause();
            if (signal?.aborted) refuse({ code: 'cancelled' });
          }
          return finish(undefined, tx, journal, after);
        } catch (error) {
          return failed(error);
        }
      }),
    maintain: (work) =>
      queued(() => {
        try {
          start();
          const result = work(db);
          commit.run();
          keepCommitted();
          return result;
        } catch (error) {
          return failed(error);
        }
      }),
    aside: (work) => queued(work),
    setHead: (values) =>
      queued(() => {
        try {
          start();
          standing = { ...standing, ...values };
          writer(standing).save();
          commit.run();
          keepCommitted();
        } catch (error) {
          failed(error);
        }
      }),
    onCommit(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async drain() {
      closed = true;
      await tail;
    },
  };
}
