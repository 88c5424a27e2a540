import { refuse } from '../../shared/failure/failure.ts';
import { app } from './app-version.ts';
import { canonicalBytes } from './canonical.ts';
import type { Database } from './database.ts';
import { frontierBytes, frontierOf, leafOf, pushLeaf, rootOf, sha256, type Frontier } from './merkle.ts';

/** What one change of one record leaves in the journal. */
export interface Entry {
  readonly record: string;
  readonly kind: string;
  readonly shape: number;
  readonly verb: string;
  readonly reason: string | null;
  /** The whole record as it stands after the change. */
  readonly image: object;
  /** Seals the image with the key of this compartment; the hashes are then over the sealed bytes. */
  readonly compartment?: 'people';
}

/** Where the journal stands: what `head` holds. */
export interface Standing {
  readonly vault: string;
  readonly incarnation: number;
  readonly generation: number;
  readonly size: number;
  readonly frontier: Frontier;
  readonly leaf: Buffer;
  readonly at: number;
}

interface HeadRow {
  vault: string;
  incarnation: number;
  generation: number;
  size: number;
  frontier: Buffer;
  leaf: Buffer;
  at: number;
}

/** The leaf before the first. */
export const noLeaf = Buffer.alloc(32);

/** Reads where the journal stands. Refuses `vault-damaged` when the row does not hold together. */
export function readStanding(db: Database): Standing {
  const row = db.prepare<[], HeadRow>('SELECT vault, incarnation, generation, size, frontier, leaf, at FROM head').get();
  const frontier = row && frontierOf(row.frontier, row.size);
  if (!row || !frontier) return refuse({ code: 'vault-damaged', file: 'vault.db', part: 'the head of the journal' });
  return { ...row, frontier };
}

export const rootText = (standing: Pick<Standing, 'frontier'>): string => rootOf(standing.frontier).toString('base64');

/** The head of an entry, format 1: what is chained and hashed, without the record's content, which `body` stands for. */
export interface EntryHead {
  readonly v: 1;
  readonly seq: number;
  readonly prev: string;
  readonly act: string;
  readonly at: number;
  readonly actor: string;
  readonly app: string;
  readonly record: string;
  readonly kind: string;
  readonly shape: number;
  readonly verb: string;
  readonly body: string;
}

export interface EntryContext {
  readonly act: string;
  readonly at: number;
  readonly actor: string;
  readonly random: (bytes: number) => Uint8Array;
  readonly seal: (compartment: 'people', plain: Uint8Array) => Uint8Array;
}

/** Writes entries inside one transaction and keeps the standing in memory; `save` writes it to `head`, once. */
export interface JournalWriter {
  readonly standing: Standing;
  append(entry: Entry, context: EntryContext): number;
  save(): void;
}

/** A function that starts a writer per transaction; statements are prepared once per connection. */
export function journalOn(db: Database): (from: Standing) => JournalWriter {
  const insert = db.prepare(
    'INSERT INTO journal(seq, act, at, actor, record, kind, shape, verb, compartment, head, leaf, salt, image) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const update = db.prepare('UPDATE head SET incarnation = ?, generation = ?, size = ?, frontier = ?, leaf = ?, at = ? WHERE one = 1');
  return (from) => {
    const frontier = [...from.frontier];
    let { size, leaf, at } = from;
    return {
      get standing() {
        return { ...from, size, frontier, leaf, at };
      },
      append(entry, context) {
        const plain = imageBytes(entry);
        const image = entry.compartment ? context.seal(entry.compartment, plain) : plain;
        const salt = context.random(16);
        const head: EntryHead = {
          v: 1,
          seq: size + 1,
          prev: leaf.toString('hex'),
          act: context.act,
          at: context.at,
          actor: context.actor,
          app,
          record: entry.record,
          kind: entry.kind,
          shape: entry.shape,
          verb: entry.verb,
          body: sha256(salt, image).toString('hex'),
        };
        const bytes = canonicalBytes(head);
        leaf = leafOf(bytes);
        insert.run(head.seq, head.act, head.at, head.actor, head.record, head.kind, head.shape, head.verb, entry.compartment ?? null, bytes, leaf, salt, image);
        pushLeaf(frontier, leaf);
        size = head.seq;
        at = context.at;
        return size;
      },
      save: () => void update.run(from.incarnation, from.generation, size, frontierBytes(frontier), leaf, at),
    };
  };
}

/** RFC 8785 bytes of `{reason, record}`. Refuses `record-malformed` for text that JSON cannot carry (half a surrogate pair): it may come from an import. */
function imageBytes({ reason, image, kind }: Entry): Buffer {
  try {
    return canonicalBytes({ reason, record: image });
  } catch (error) {
    if (error instanceof Error && /surrogate/i.test(error.message))
      return refuse({ code: 'record-malformed', kind, field: '', why: 'it holds half a character (a lone surrogate)' });
    throw error;
  }
}
