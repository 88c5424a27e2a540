import type { Vault } from '../vault/vault.ts';
import { entryThen, recordThen } from './past-entry.ts';
import { indexPast, pastIndexes } from './past-search.ts';
import { dropPast, fillPast, indexAllOfPast, makePast, pastTables, type Scope } from './past-tables.ts';
import { prepared } from './prepared.ts';
import { shellOf, type Row, type Seals } from './row.ts';
import { signaturesIn } from './signatures.ts';
import { rowColumns, type Source } from './source.ts';

/** Past instants that are kept ready at a time: what one window and one report may look at beside each other. */
const mostKept = 3;

interface Past {
  readonly seq: number;
  made: boolean;
  /** The cases whose records stand in its tables; null for the records of none. */
  readonly filled: Set<string | null | 'all'>;
  /** The entry up to which its words are indexed; null before the first search. */
  indexed: number | null;
}

/** The records as they were known on an instant: everything recorded up to then and nothing later. */
export interface Pasts {
  /** Each instant is built as far as it is asked for, and kept while it is used. */
  readonly at: (instant: number) => Source;
  /** How many instants are kept. */
  readonly kept: () => number;
  /** Drops what is kept. After something was erased: its words stand in the tables of the past. */
  readonly forget: () => void;
}

export function pastsOf(vault: Seals & Pick<Vault, 'reader' | 'seqAt'>): Pasts {
  const kept = new Map<number, Past>();
  const drop = (seq: number) => {
    dropPast(vault.reader, seq);
    kept.delete(seq);
  };
  const at = (instant: number): Source => {
    const seq = vault.seqAt(instant);
    const past = kept.get(seq) ?? { seq, made: false, filled: new Set<string | null | 'all'>(), indexed: null };
    // Taken out and put back: a Map keeps the order of insertion, so the first one is the one unused for longest.
    kept.delete(seq);
    kept.set(seq, past);
    for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) drop(old);
    return pastSource(vault, past);
  };
  return { at, kept: () => kept.size, forget: () => [...kept.keys()].forEach(drop) };
}

function pastSource(vault: Seals & Pick<Vault, 'reader'>, past: Past): Source {
  const { reader: db } = vault;
  const { seq } = past;
  const tables = pastTables(seq);
  const read = (row: Row) => entryThen(db, row, row.seq, vault)?.record ?? undefined;
  const prepare = (scope: Scope) => {
    if (past.filled.has('all')) return;
    for (const one of scope === 'all' ? [scope] : scope.filter((asked) => !past.filled.has(asked))) {
      if (!past.made) makePast(db, seq);
      past.made = true;
      fillPast(db, vault, seq, one);
      if (one === 'all') indexAllOfPast(db, seq);
      past.filled.add(one);
    }
  };
  return {
    db,
    record: `temp.${tables.record}`,
    link: `temp.${tables.link}`,
    body: 'r.seq',
    open: (row) => read(row) ?? shellOf(row),
    find: (column, value) => {
      // Numbers and ids never change, so the record is found among today's and its image of then by one step in an index.
      const now = prepared<Row>(db, `SELECT ${rowColumns} FROM record r WHERE r.${column} = ?`).get(value);
      const then = now && recordThen(db, now, seq, vault);
      return then && { ...now, ...then.columns, seq: then.seq, body: then.seq };
    },
    seq: () => seq,
    signatures: signaturesIn(db, vault),
    prepare,
    indexes: () => {
      prepare('all');
      past.indexed = indexPast(db, seq, past.indexed, read);
      return pastIndexes(seq);
    },
  };
}
