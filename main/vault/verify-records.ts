import { canonicalBytes } from './canonical.ts';
import { isCompartment, type Compartments } from './compartments.ts';
import type { Database } from './database.ts';
import type { Finding } from './finding.ts';

/** A row of the record table; a sealed kind's body is bytes. */
export interface RecordRow {
  readonly rowid: number;
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly case_id: string | null;
  readonly state: string;
  readonly title: string;
  readonly due: string | null;
  readonly closed: number;
  readonly seq: number;
  readonly body: string | Uint8Array;
}

/** Brings the image of a record from the shape it was written in to today's. */
export type Upgrade = (kind: string, shape: number, image: object) => object;
/** A row of the link table: what a record names, and as what. */
export interface LinkRow {
  readonly role: string;
  readonly to: string;
}
/** Says what in a row's columns, or in its links, does not follow from its record, or null. `record` is today's shape. */
export type Compare = (row: RecordRow, record: object, links: readonly LinkRow[]) => string | null;

interface LastImage {
  seq: number;
  kind: string;
  shape: number;
  verb: string;
  compartment: string | null;
  image: Buffer | null;
}

interface Counted {
  prefix: string;
  given: number;
  last: number | null;
}

/** The highest number of each prefix (`ORD-003`), and what its counter says: the same, because rows are never deleted and an act that fails gives its numbers back. */
const numbersGiven = `
  SELECT prefix, given, (SELECT last FROM counter WHERE counter.prefix = numbered.prefix) AS last FROM (
    SELECT substr(number, 1, at - 1) AS prefix, max(CAST(substr(number, at + 1) AS INTEGER)) AS given
    FROM (SELECT number, instr(number, '-') AS at FROM record) WHERE at > 1 AND length(number) > at AND substr(number, at + 1) NOT GLOB '*[^0-9]*' GROUP BY 1
  ) AS numbered`;

/** How many rows are compared, and entries looked at, between two turns of other work: some ten milliseconds of it. */
const SLICE = 200;
const ENTRIES = 5000;
/** What a tampered or half-erased image can be, besides the record. */
const unreadable = 'its last image cannot be read';

function contentOf(bytes: Uint8Array, compartment: string | null, compartments: Compartments): Buffer | null {
  if (compartment === null) return Buffer.from(bytes);
  const plain = isCompartment(compartment) ? compartments.unseal(compartment, bytes) : null;
  return plain && Buffer.from(plain);
}

/** What is wrong with one row, held against the last image of its record; null when nothing is, or when it is sealed for this person. */
function wrongIn(
  row: RecordRow,
  links: readonly LinkRow[],
  last: LastImage | undefined,
  left: () => Buffer | undefined,
  upgrade: Upgrade,
  compare: Compare,
  compartments: Compartments,
): string | null {
  if (!last) return 'the journal does not know it';
  if (last.kind !== row.kind) return 'it is of another kind than in the journal';
  if (!last.image) return wrongInErased(row, links, left, compare);
  // The chain does not hash which compartment an image is sealed for; a name that is none of ours would hide the record from what follows.
  if (last.compartment !== null && (!isCompartment(last.compartment) || typeof row.body === 'string')) return 'it stands unsealed where the journal has it sealed';
  const image = contentOf(last.image, last.compartment, compartments);
  if (!image) return null;
  const body = typeof row.body === 'string' ? row.body : contentOf(row.body, last.compartment, compartments)?.toString();
  if (body === undefined) return unreadable;
  // Proof of the cast: the journal's own check has hashed these bytes; what is not an object fails the comparison.
  const { record } = JSON.parse(image.toString()) as { record: object };
  const upgraded = upgrade(row.kind, last.shape, record);
  if (!canonicalBytes(JSON.parse(body)).equals(canonicalBytes(upgraded))) return 'it is not what its last entry left';
  return compare(row, upgraded, links);
}

/** Of an erased record the row holds what the entry of the erasure says is left, and nothing else. */
function wrongInErased(row: RecordRow, links: readonly LinkRow[], left: () => Buffer | undefined, compare: Compare): string | null {
  const image = left();
  // Proof of the cast: compared below; what is not an object fails.
  const said = image && (JSON.parse(image.toString()) as { record: { left?: object } }).record.left;
  if (!said || typeof row.body !== 'string' || !canonicalBytes(JSON.parse(row.body)).equals(canonicalBytes(said)))
    return 'its content was erased, and it is not what the erasure left';
  return compare(row, said, links);
}

/** Holds every record against the last entry about it, and every record of the journal against the table. */
export async function verifyRecords(
  reader: Database,
  asked: { upgrade: Upgrade; compare: Compare },
  compartments: Compartments,
  turn: (done: number) => Promise<void>,
): Promise<{ records: number; findings: Finding[] }> {
  const rows = reader.prepare<[number, number], RecordRow>('SELECT rowid, * FROM record WHERE rowid > ? ORDER BY rowid LIMIT ?');
  const lastOf = reader.prepare<[string], LastImage>(
    "SELECT seq, kind, shape, verb, compartment, image FROM journal WHERE record = ? AND verb <> 'erased' ORDER BY seq DESC LIMIT 1",
  );
  const leftOf = reader.prepare<[string], Buffer | null>("SELECT image FROM journal WHERE record = ? AND verb = 'erased' ORDER BY seq DESC LIMIT 1").pluck();
  const linksOf = reader.prepare<[string], LinkRow>('SELECT role, "to" FROM link WHERE "from" = ?');
  const newestOf = reader.prepare<[string], number>('SELECT max(seq) FROM journal WHERE record = ?').pluck();
  const findings: Finding[] = [];
  let [after, records] = [Number.MIN_SAFE_INTEGER, 0];
  for (;;) {
    const slice = rows.all(after, SLICE);
    if (slice.length === 0) break;
    for (const row of slice) {
      after = row.rowid;
      records++;
      const last = lastOf.get(row.id);
      let wrong: string | null;
      try {
        wrong = wrongIn(row, linksOf.all(row.id), last, () => leftOf.get(row.id) ?? undefined, asked.upgrade, asked.compare, compartments);
        if (!wrong && last && row.seq !== last.seq && row.seq !== newestOf.get(row.id)) wrong = 'it names another entry as its last';
      } catch {
        // Not JSON, not authentic, or not of a shape that can be upgraded.
        wrong = unreadable;
      }
      if (wrong) findings.push({ part: `record ${row.number}`, what: wrong });
    }
    await turn(records);
  }
  // By the entries there are, not by their numbers: in somebody else's vault the last may be any number.
  const endOf = reader.prepare<[number, number], number | null>('SELECT max(seq) FROM (SELECT seq FROM journal WHERE seq > ? ORDER BY seq LIMIT ?)').pluck();
  const lostIn = reader.prepare<[number, number], { record: string; kind: string }>(
    "SELECT DISTINCT record, kind FROM journal WHERE seq > ? AND seq <= ? AND kind <> 'vault' AND NOT EXISTS (SELECT 1 FROM record WHERE record.id = journal.record)",
  );
  const lost = new Map<string, string>();
  for (let from = Number.MIN_SAFE_INTEGER, to = endOf.get(from, ENTRIES); typeof to === 'number'; from = to, to = endOf.get(from, ENTRIES)) {
    for (const { record, kind } of lostIn.all(from, to)) lost.set(record, kind);
    await turn(records);
  }
  const ownerless = reader.prepare<[], string>('SELECT DISTINCT "from" FROM link WHERE "from" NOT IN (SELECT id FROM record)').pluck().all();
  for (const record of ownerless) findings.push({ part: `record ${record}`, what: 'there are links from it, and it is not there' });
  for (const { prefix, given, last } of reader.prepare<[], Counted>(numbersGiven).all())
    if (given !== last) findings.push({ part: `counter ${prefix}`, what: `it stands at ${last ?? 0}, and the last number given is ${given}` });
  for (const [record, kind] of lost) findings.push({ part: `record ${record}`, what: `the journal has this ${kind}, the records have not` });
  return { records, findings };
}
