import { createHash, createSecretKey } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { Refused, refuse } from '../../shared/failure/failure.ts';
import { readAnchor, type Anchor } from './anchor.ts';
import { blobFiles, openBlob, type BlobRow } from './blobs.ts';
import type { Changes } from './changes.ts';
import { readCheckpoint } from './checkpoint.ts';
import type { Compartments } from './compartments.ts';
import { PAGE, type Database } from './database.ts';
import { runDatabaseWork, type DatabaseTask } from './database-work.ts';
import { draftsFile, readDraftsFile } from './drafts-file.ts';
import { ofDrive, type Finding } from './finding.ts';
import { rootText } from './journal.ts';
import type { Keys } from './keys.ts';
import { checkLogOf, pageCheck } from './log-check.ts';
import type { SigningKey } from './minisign.ts';
import { isStrange, notPlain } from './plain-files.ts';
import { failureOf } from './system-failure.ts';
import { macOf, readSlots, slotsFiles, type SlotsContent } from './slots-file.ts';
import { verifyJournal, type Claim } from './verify-journal.ts';
import { verifySearchContents } from './verify-search.ts';
import { verifyRecords, type Compare, type Upgrade } from './verify-records.ts';

export interface VerifySetting {
  readonly upgrade: Upgrade;
  readonly compare: Compare;
  readonly signal?: AbortSignal;
  /** The vault is known to be an older state of itself: what says only that is left out, so that what is left is damage. */
  readonly knownOlder?: true;
  /** What is being checked and how far it has come: pages, entries, records or bytes of files. */
  readonly tell?: (progress: { readonly part: 'pages' | 'journal' | 'records' | 'files'; readonly done: number; readonly of: number }) => void;
}

export interface VerifyReport {
  /** Nothing was found, when the vault was opened or now. */
  readonly ok: boolean;
  readonly entries: number;
  readonly records: number;
  readonly blobs: number;
  readonly root: string;
  readonly findings: readonly Finding[];
  /** Dates of entry that should not be taken as they stand, because a clock was not right. Nothing is damaged by it: `ok` does not depend on them. */
  readonly dates: readonly Finding[];
  /** SHA-256 of stored files that are missing or not what was taken in. */
  readonly damaged: readonly string[];
}

export interface Verified {
  readonly folder: string;
  readonly vault: string;
  /** A handle on vault.db that stays open: closing another one would drop SQLite's locks. */
  readonly handle: number;
  /** Where SQLite has the database open; a copy in a folder that cannot be written to. */
  readonly file: string;
  readonly addon: string | undefined;
  /** Program of the thread that works on whole databases. */
  readonly thread: string | undefined;
  readonly reader: Database;
  /** What an error of SQLite comes from: see `Vault.meaning`. */
  readonly meaning: (thrown: unknown) => unknown;
  readonly changes: Changes;
  readonly keys: Keys;
  readonly signing: SigningKey;
  readonly compartments: Compartments;
  /** What was found on opening. */
  readonly notices: readonly Finding[];
  readonly anchored: readonly (Anchor | null)[];
  readonly blobsPending: () => readonly string[];
  readonly content: () => SlotsContent;
  /** What the clock shows. */
  readonly now: number;
}

/** 2 MiB of pages between two turns of the queue: about 25 ms of work. */
const PAGES = 512;

/**
 * Checks everything and repairs nothing. Runs in this process in pieces of some tens of milliseconds, with everything else between them; SQLite's own two
 * checks, which nothing can interrupt, run in a thread, and changes wait for the second. A change made meanwhile is waited for, never mistaken for damage.
 */
export async function verifyVault(vault: Verified, asked: VerifySetting): Promise<VerifyReport> {
  const findings: Finding[] = [...vault.notices];
  const damaged: string[] = [];
  const turn = async () => {
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (asked.signal?.aborted) refuse({ code: 'cancelled' });
  };
  /** A part that SQLite cannot even read is found damaged, and the other parts are still checked. */
  const part = async <T>(name: string, work: () => Promise<T> | T): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refused && error.failure.code === 'cancelled') throw error;
      const met = vault.meaning(error);
      const unchecked = ofDrive(failureOf(met, name, 'read'));
      findings.push({ part: name, what: inWords(met), ...(unchecked && { unchecked }) });
      return undefined;
    }
  };

  findings.push(...slotFindings(vault));
  await part('anchor', () => void findings.push(...anchorFindings(vault, asked)));
  await part(draftsFile, () => {
    const { problem } = readDraftsFile(vault.folder, vault.vault, vault.keys.drafts);
    if (problem !== null) findings.push({ part: draftsFile, what: problem });
  });
  await part('vault.db', () => pageFindings(vault, findings, turn, asked.tell));
  const whole = (task: DatabaseTask) => runDatabaseWork(vault.thread, { file: vault.file, addon: vault.addon, task }, vault.keys.database);
  await part('vault.db', async () => {
    for (const what of await whole({ do: 'check' })) findings.push({ part: 'vault.db', what });
    await turn();
  });

  // Taken before the journal is read: whatever is appended meanwhile follows it.
  const standing = vault.changes.standing;
  const checkpoint = await part('checkpoint', () => readCheckpoint(vault.folder, vault.vault, vault.signing));
  findings.push(...(checkpoint?.findings ?? []));
  const claims: Claim[] = [
    ...(checkpoint?.signed ?? []),
    ...vault.anchored.flatMap((anchor) => (anchor && anchor.incarnation === standing.incarnation ? [{ part: 'anchor', seq: anchor.seq, root: anchor.root }] : [])),
    { part: 'head', seq: standing.size, root: rootText(standing) },
  ].filter(({ seq }) => !(asked.knownOlder && seq > standing.size));
  const journal = await part('journal', () =>
    verifyJournal(vault.reader, standing.size, claims, vault.now, async (done) => {
      asked.tell?.({ part: 'journal', done, of: standing.size });
      await turn();
    }),
  );
  if (journal && journal.entries === standing.size && !(journal.leaf.equals(standing.leaf) && journal.at === standing.at))
    findings.push({ part: 'head', what: 'leaf and time are not those of the last entry' });
  const total = await part('vault.db', () => vault.reader.prepare<[], number>('SELECT count(*) FROM record').pluck().get());
  const records = await part('records', () =>
    verifyRecords(vault.reader, asked, vault.compartments, async (done) => {
      asked.tell?.({ part: 'records', done, of: total ?? 0 });
      await turn();
    }),
  );
  await part('search', async () => {
    const missing = await verifySearchContents(vault.reader, turn);
    if (missing) findings.push({ part: 'search', what: missing });
  });
  await part('search', () =>
    vault.changes.aside(async () => {
      for (const what of await whole({ do: 'check-words' })) findings.push({ part: 'search', what });
    }),
  );
  const blobs = await part('blobs', () => blobFindings(vault, findings, damaged, turn, asked));

  findings.push(...(journal?.findings ?? []), ...(records?.findings ?? []));
  // What was found on opening and is still so is one finding.
  const told = [...new Map(findings.map((finding) => [`${finding.part}\n${finding.what}`, finding])).values()];
  const counted = { entries: journal?.entries ?? 0, records: records?.records ?? 0, blobs: blobs ?? 0, root: journal?.root ?? '' };
  return { ok: told.length === 0, ...counted, findings: told, dates: journal?.dates ?? [], damaged };
}

/** What stopped a part of the check, for somebody who reads the findings. */
function inWords(met: unknown): string {
  const failure = failureOf(met, 'it', 'read');
  if (!failure) return met instanceof Error ? met.message : 'it cannot be read';
  if (failure.code === 'file-unwritable') return `${failure.file} cannot be written: ${failure.why}`;
  return failure.code === 'file-unreadable' ? `${failure.file} cannot be read: ${failure.why}` : failure.code === 'vault-damaged' ? failure.part : failure.code;
}

function slotFindings({ folder, keys, content }: Verified): Finding[] {
  const expected = content();
  return slotsFiles.flatMap((name) => {
    const copy = readSlots(folder, name);
    if (copy.state === 'newer') return [{ part: name, what: 'it is of a newer program' }];
    if (copy.state !== 'read') return [{ part: name, what: copy.what }];
    const sound = copy.mac === macOf(copy.content, keys.slotMac) && copy.mac === macOf(expected, keys.slotMac);
    return sound ? [] : [{ part: name, what: 'it is not what this vault wrote last' }];
  });
}

function anchorFindings({ folder, vault, keys, changes }: Verified, { knownOlder }: VerifySetting): Finding[] {
  const file = path.join(folder, 'anchor');
  // It may have been put there while the vault was open; a pipe would be waited for, for ever.
  if (isStrange(file)) return [{ part: 'anchor', what: notPlain }];
  if (!existsSync(file)) return [{ part: 'anchor', what: 'the file is missing' }];
  const handle = openSync(file, 'r');
  try {
    const { last, problem } = readAnchor(handle, vault, createSecretKey(keys.anchorMac));
    if (problem) return [{ part: 'anchor', what: problem }];
    const { incarnation, size } = changes.standing;
    const behind = last !== null && (last.incarnation > incarnation || (last.incarnation === incarnation && last.seq > size));
    return behind && !knownOlder ? [{ part: 'vault.db', what: `it is older than its anchor: entry ${size} where ${last.seq} was reached` }] : [];
  } finally {
    closeSync(handle);
  }
}

/** Every page by its own HMAC, free pages too (SQLite never looks at those), then every frame of the log. */
async function pageFindings(vault: Verified, findings: Finding[], turn: () => Promise<void>, tell: VerifySetting['tell']): Promise<void> {
  const size = fstatSync(vault.handle).size;
  const start = Buffer.alloc(16);
  readSync(vault.handle, start, 0, 16, 0);
  const sound = pageCheck(vault.keys.database, start);
  const pages = Math.floor(size / PAGE);
  if (size % PAGE !== 0) findings.push({ part: 'vault.db', what: `its length is not a whole number of pages` });
  const batch = Buffer.allocUnsafe(PAGES * PAGE);
  for (let first = 1; first <= pages; first += PAGES) {
    const read = readSync(vault.handle, batch, 0, batch.length, (first - 1) * PAGE);
    for (let index = 0; (index + 1) * PAGE <= read; index++) {
      if (!sound(batch.subarray(index * PAGE, (index + 1) * PAGE), first + index)) findings.push({ part: 'vault.db', what: `page ${first + index} of ${pages} is not authentic` });
    }
    tell?.({ part: 'pages', done: Math.min(pages, first + PAGES - 1), of: pages });
    await turn();
  }
  const problem = checkLogOf(vault.file)?.problem;
  if (problem) findings.push({ part: 'vault.db-wal', what: problem });
}

/** Every blob's bytes hashed again; files that no row names. */
async function blobFindings(vault: Verified, findings: Finding[], damaged: string[], turn: () => Promise<void>, { tell, knownOlder }: VerifySetting): Promise<number> {
  const rows = vault.reader.prepare<[], BlobRow>('SELECT sha256, name, bytes, key FROM blob ORDER BY name').all();
  const total = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const row of rows) {
    const part = `blobs/${row.name.slice(0, 2)}/${row.name}`;
    try {
      const hash = createHash('sha256');
      for await (const chunk of openBlob(vault.folder, row, vault.keys.blobWrap, vault.vault)) {
        hash.update(chunk);
        done += chunk.length;
        if ((done / 65_536) % 128 < 1) await turn();
      }
      if (hash.digest('hex') !== row.sha256) {
        findings.push({ part, what: 'its content is not the one that was taken in' });
        damaged.push(row.sha256);
      }
    } catch (error) {
      if (error instanceof Refused && error.failure.code === 'cancelled') throw error;
      const unread = error instanceof Refused && error.failure.code === 'file-unreadable' ? error.failure : null;
      findings.push(unread ? { part, what: `it cannot be read: ${unread.why}`, unchecked: unread } : { part, what: 'it is missing, cut short or not authentic' });
      // A drive that does not answer, or a file of another user's, says nothing about the bytes.
      if (!unread) damaged.push(row.sha256);
    }
    tell?.({ part: 'files', done, of: total });
    await turn();
  }
  // Files that came with the entries that are missing.
  if (knownOlder) return rows.length;
  const known = new Set([...rows.map(({ name }) => name), ...vault.blobsPending()]);
  const newer = new Set(vault.reader.prepare<[], string>('SELECT name FROM blob').pluck().all());
  for (const name of blobFiles(vault.folder))
    if (!known.has(name) && !newer.has(name) && !name.endsWith('.tmp')) findings.push({ part: `blobs/${name.slice(0, 2)}/${name}`, what: 'no row names it' });
  return rows.length;
}
