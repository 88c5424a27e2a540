import { refuse } from '../../shared/failure/failure.ts';
import { atOnce } from '../../shared/records/at-once.ts';
import type { Vault } from '../vault/vault.ts';
import { entryThen, recordThen } from './past-entry.ts';
import { dropWork, fillPast, usualPieces, type Pieces } from './past-fill.ts';
import { indexPast, pastIndexes } from './past-search.ts';
import { dropPast, makePast, pastIndexesOf, pastTables, type Scope } from './past-tables.ts';
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
  /** Being filled with all records, piece by piece. */
  filling: Filling | null;
}

/** The work that fills an instant while other questions are answered, for all who wait for it. */
interface Filling {
  readonly done: Promise<void>;
  /** Its pieces: whoever cannot wait does the rest of them at once. */
  readonly pieces: Iterator<number>;
  /** Those who wait, each told how far it is. With the last of them it ends. */
  readonly waiting: Set<(share: number) => void>;
}
export interface PastWork {
  readonly signal?: AbortSignal | undefined;
  /** What share is done, from 0 to 1. */
  readonly tell?: ((share: number) => void) | undefined;
}

/** The records as they were known on an instant: everything recorded up to then and nothing later. */
export interface Pasts {
  /** Each instant is built as far as it is asked for, and kept while it is used. */
  readonly at: (instant: number) => Source;
  /** Builds all of an instant with room for other questions, so that `at` answers at once. Refuses `cancelled`; what others wait for goes on. */
  readonly ready: (instant: number, work: PastWork) => Promise<void>;
  /** How many instants are kept. */
  readonly kept: () => number;
  /** Drops what is kept. After something was erased: its words stand in the tables of the past. */
  readonly forget: () => void;
}

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

export function pastsOf(vault: Seals & Pick<Vault, 'reader' | 'seqAt'>, pieces: Pieces = usualPieces): Pasts {
  const { reader: db } = vault;
  const kept = new Map<number, Past>();
  const drop = (seq: number) => {
    dropWork(db, seq);
    dropPast(db, seq);
    kept.delete(seq);
  };
  const pastAt = (instant: number): Past => {
    const seq = vault.seqAt(instant);
    const past = kept.get(seq) ?? { seq, made: false, filled: new Set<string | null | 'all'>(), indexed: null, filling: null };
    // Taken out and put back: a Map keeps the order of insertion, so the first one is the one unused for longest.
    kept.delete(seq);
    kept.set(seq, past);
    for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) drop(old);
    return past;
  };

  async function fill(past: Past, { pieces, waiting }: Pick<Filling, 'pieces' | 'waiting'>): Promise<void> {
    for (;;) {
      // One piece a turn: what is asked meanwhile is answered between them. Dropped, or nobody waits any more: it ends here.
      await pause();
      if (kept.get(past.seq) !== past || waiting.size === 0) return;
      const { done, value } = pieces.next();
      if (done) break;
      for (const tell of waiting) tell(value);
    }
    past.filled.add('all');
  }
  /** Lists are answered without them, only not as fast, so nobody waits for them. */
  async function makeIndexes(past: Past): Promise<void> {
    for (const index of pastIndexesOf(past.seq, true)) {
      await pause();
      if (kept.get(past.seq) !== past) return;
      db.exec(index);
    }
  }
  function begin(past: Past): Filling {
    if (!past.made) makePast(db, past.seq);
    past.made = true;
    const work = { pieces: fillPast(db, vault, past.seq, 'all', pieces), waiting: new Set<(share: number) => void>() };
    const done = fill(past, work).finally(() => {
      past.filling = null;
      if (kept.get(past.seq) === past && !past.filled.has('all')) dropWork(db, past.seq);
    });
    // Whoever waits hears of a failure.
    void done.then(() => (past.filled.has('all') ? makeIndexes(past) : undefined)).catch(() => undefined);
    return (past.filling = { ...work, done });
  }

  async function ready(instant: number, { signal, tell = () => {} }: PastWork): Promise<void> {
    for (;;) {
      if (signal?.aborted) refuse({ code: 'cancelled' });
      const past = pastAt(instant);
      if (past.filled.has('all')) return;
      const told = (share: number): void => tell(share);
      const filling = past.filling ?? begin(past);
      filling.waiting.add(told);
      const leave = (): void => void filling.waiting.delete(told);
      signal?.addEventListener('abort', leave, { once: true });
      try {
        await filling.done;
      } finally {
        leave();
        signal?.removeEventListener('abort', leave);
      }
      // What was closed to everybody meanwhile had it dropped: then it is built anew.
    }
  }

  return { at: (instant) => pastSource(vault, pastAt(instant)), ready, kept: () => kept.size, forget: () => [...kept.keys()].forEach(drop) };
}

function pastSource(vault: Seals & Pick<Vault, 'reader'>, past: Past): Source {
  const { reader: db } = vault;
  const { seq } = past;
  const tables = pastTables(seq);
  const read = (row: Row) => entryThen(db, row, row.seq, vault)?.record ?? undefined;
  const prepare = (scope: Scope) => {
    if (past.filled.has('all')) return;
    if (past.filling) {
      while (!past.filling.pieces.next().done);
      past.filled.add('all');
      return;
    }
    for (const one of scope === 'all' ? [scope] : scope.filter((asked) => !past.filled.has(asked))) {
      if (!past.made) makePast(db, seq);
      past.made = true;
      atOnce(fillPast(db, vault, seq, one));
      past.filled.add(one);
      for (const index of pastIndexesOf(seq, one === 'all')) db.exec(index);
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
