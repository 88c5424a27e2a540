import type { Database } from './database.ts';
import { datesOf } from './verify-dates.ts';
import type { Finding } from './finding.ts';
import { noLeaf, type EntryHead } from './journal.ts';
import { leafOf, pushLeaf, rootOf, sha256, type Frontier } from './merkle.ts';

interface JournalRow {
  seq: number;
  act: string;
  at: number;
  actor: string;
  record: string;
  kind: string;
  shape: number;
  verb: string;
  compartment: string | null;
  head: Buffer;
  leaf: Buffer;
  salt: Buffer | null;
  image: Buffer | null;
}

/** A place in the journal that something outside it speaks of: a checkpoint or an anchor. */
export interface Claim {
  readonly part: string;
  readonly seq: number;
  readonly root: string;
}

export interface JournalReport {
  readonly entries: number;
  readonly root: string;
  /** Leaf and time of the last entry. */
  readonly leaf: Buffer;
  readonly at: number;
  readonly findings: readonly Finding[];
  /** Dates of entry that somebody should look at: no damage, but the clock they came from was not, or may not have been, right. */
  readonly dates: readonly Finding[];
}

/** How many entries are read at a time; between two slices other work gets its turn. */
const SLICE = 500;

const entry = (seq: number) => `journal entry ${seq}`;

/** Everything that is wrong with one entry by itself. */
function wrongIn(row: JournalRow, seq: number, prev: Buffer): string | null {
  let head: Partial<EntryHead>;
  try {
    // Proof of the cast: nothing is taken from it but to be compared.
    head = JSON.parse(row.head.toString()) as Partial<EntryHead>;
  } catch {
    return 'its head is not JSON';
  }
  if (row.seq !== seq) return 'entries before it are missing';
  if (!leafOf(row.head).equals(row.leaf)) return 'its leaf is not the hash of its head';
  if (head.prev !== prev.toString('hex')) return 'it does not follow the entry before it';
  const columns = ['seq', 'act', 'at', 'actor', 'record', 'kind', 'shape', 'verb'] as const;
  const differing = columns.find((column) => head[column] !== row[column]);
  if (differing) return `its ${differing} is not the one in its head`;
  if (row.image && row.salt) return sha256(row.salt, row.image).toString('hex') === head.body ? null : 'its content is not the one that was hashed';
  return row.image || row.salt ? 'half of its content is missing' : null;
}

/** Hashes the whole journal again, head by head and image by image, and holds it against `claims`; `now` is what the clock shows. `turn` is awaited between slices. */
export async function verifyJournal(reader: Database, size: number, claims: readonly Claim[], now: number, turn: (done: number) => Promise<void>): Promise<JournalReport> {
  const slice = reader.prepare<[number, number], JournalRow>('SELECT * FROM journal WHERE seq > ? ORDER BY seq LIMIT ?');
  const findings: Finding[] = [];
  const frontier: Frontier = [];
  const erased = new Set<number>();
  const toldErased = new Set<number>();
  const dates = datesOf(now);
  let [seq, at] = [0, Number.NEGATIVE_INFINITY];
  let leaf: Buffer = noLeaf;
  for (;;) {
    const rows = slice.all(seq, SLICE);
    if (rows.length === 0) break;
    for (const row of rows) {
      const wrong = wrongIn(row, seq + 1, leaf);
      if (wrong) findings.push({ part: entry(row.seq), what: wrong });
      if (row.at < at) findings.push({ part: entry(row.seq), what: 'its date is before that of the entry before it' });
      dates.next(row, at);
      if (!row.image) erased.add(row.seq);
      if (row.verb === 'erased' && row.image) for (const told of erasedBy(row.image)) toldErased.add(told);
      seq = row.seq;
      ({ leaf, at } = row);
      pushLeaf(frontier, leaf);
      for (const claim of claims)
        if (claim.seq === seq && claim.root !== rootOf(frontier).toString('base64'))
          findings.push({ part: claim.part, what: `the journal at entry ${seq} is not the one it was made for` });
    }
    await turn(seq);
  }
  for (const missing of erased) if (!toldErased.has(missing)) findings.push({ part: entry(missing), what: 'its content is missing and no entry says that it was erased' });
  for (const claim of claims) if (claim.seq > seq) findings.push({ part: claim.part, what: `it speaks of entry ${claim.seq}, the journal ends with ${seq}` });
  if (seq !== size) findings.push({ part: 'journal', what: `it has ${seq} entries where its head counts ${size}` });
  return { entries: seq, root: rootOf(frontier).toString('base64'), leaf, at, findings, dates: dates.told() };
}

function erasedBy(image: Buffer): number[] {
  try {
    // Proof of the cast: read as unknown and checked below.
    const { record } = JSON.parse(image.toString()) as { record?: { erased?: unknown } };
    return Array.isArray(record?.erased) ? record.erased.filter((seq) => typeof seq === 'number') : [];
  } catch {
    return [];
  }
}
