import { refuse } from '../../shared/failure/failure.ts';
import { atOnce } from '../../shared/records/at-once.ts';
import type { Vault } from '../vault/vault.ts';
import { lastEntry } from './changed-of.ts';
import { entryThen, recordThen } from './past-entry.ts';
import { dropWork, fillPast, usualPieces } from './past-fill.ts';
import { linkPast, usualLinks, type FoundLinks } from './past-links.ts';
import { catchUp, dropWords, indexPast, pastIndexes, usualWords } from './past-search.ts';
import { dropPast, makePast, pastTables, recordIndexesOf, type Scope } from './past-tables.ts';
import { prepared } from './prepared.ts';
import { shellOf, type Row, type Seals } from './row.ts';
import type { RowsNow } from './rows-now.ts';
import { sharedWork, type SharedWork, type Waiting } from './shared-work.ts';
import { signaturesIn } from './signatures.ts';
import { rowColumns, type Source } from './source.ts';

/** Past instants that are kept ready at a time: what one window and one report may look at beside each other. */
const mostKept = 3;

type Filled = Set<string | null | 'all'>;
interface Past {
  readonly seq: number;
  /** The last entry of all when its tables were made; null before. What was changed later may not be copied from today's tables. */
  since: number | null;
  /** The cases whose records stand in its tables, and those whose links do; null for the records of none. */
  readonly filled: Filled;
  readonly linked: Filled;
  /** Links that were found with records and do not stand in the table yet. */
  readonly found: FoundLinks;
  /** The entry up to which its words are indexed; null before the first search. */
  indexed: number | null;
  /** What of it is being built, piece by piece: all records, then their links, and on a search their words. */
  readonly building: { rows: SharedWork | null; links: SharedWork | null; words: SharedWork | null };
}
type Part = keyof Past['building'];
export interface PastWork extends Waiting {
  /** What of it is read: lists read rows only, all else their links too, a search their words. */
  readonly part?: Part | undefined;
}
/** How much is done in one piece. */
export interface PastPieces {
  readonly rows: typeof usualPieces;
  readonly links: typeof usualLinks;
  readonly words: number;
}

/** The records as they were known on an instant: everything recorded up to then and nothing later. */
export interface Pasts {
  /** Each instant is built as far as it is asked for, and kept while it is used. */
  readonly at: (instant: number) => Source;
  /** Builds a part of an instant with room for other questions, so that `at` answers at once; its links where nothing is said. Refuses `cancelled`; what others wait for goes on. */
  readonly ready: (instant: number, work: PastWork) => Promise<void>;
  /** How many instants are kept. */
  readonly kept: () => number;
  /** Drops what is kept. After something was erased: its words stand in the tables of the past. */
  readonly forget: () => void;
}

export function pastsOf(
  vault: Seals & Pick<Vault, 'reader' | 'seqAt'>,
  pieces: PastPieces = { rows: usualPieces, links: usualLinks, words: usualWords },
  now: RowsNow | null = null,
): Pasts {
  const { reader: db } = vault;
  const kept = new Map<number, Past>();
  const isKept = (past: Past): boolean => kept.get(past.seq) === past;
  const drop = (seq: number) => {
    dropWork(db, seq);
    dropPast(db, seq);
    kept.delete(seq);
  };
  const pastAt = (instant: number): Past => {
    const seq = vault.seqAt(instant);
    const past = kept.get(seq) ?? newPast(seq);
    // Taken out and put back: a Map keeps the order of insertion, so the first one is the one unused for longest.
    kept.delete(seq);
    kept.set(seq, past);
    for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) drop(old);
    return past;
  };

  /** Questions are answered without them, only not as fast, so nobody waits for them. */
  const behind = (past: Past, indexes: readonly string[]): void => void sharedWork(executed(db, indexes), { wanted: () => isKept(past), behind: true });

  function buildRows(past: Past): SharedWork {
    make(vault, past);
    return (past.building.rows = sharedWork(fillPast(db, vault, past.seq, 'all', past.found, pieces.rows, now), {
      wanted: () => isKept(past),
      whole: () => {
        past.filled.add('all');
        // Nobody waits for the links of a list, and the next page does.
        buildLinks(past);
        behind(past, recordIndexesOf(past.seq, true));
      },
      ended: () => {
        past.building.rows = null;
        if (isKept(past)) dropWork(db, past.seq);
      },
    }));
  }
  function buildLinks(past: Past): SharedWork {
    return (past.building.links ??= sharedWork(linkPast(db, vault, { seq: past.seq, since: past.since ?? past.seq }, 'all', past.found, pieces.links), {
      wanted: () => isKept(past),
      behind: true,
      whole: () => {
        past.linked.add('all');
      },
      ended: () => {
        past.building.links = null;
      },
    }));
  }
  function* words(past: Past): Generator<number> {
    past.indexed = yield* indexPast(db, vault, past.seq, opening(vault), pieces.words);
  }
  function buildWords(past: Past): SharedWork {
    return (past.building.words = sharedWork(words(past), {
      wanted: () => isKept(past),
      ended: () => {
        past.building.words = null;
        if (isKept(past) && past.indexed === null) dropWords(db, past.seq);
      },
    }));
  }
  /** What has to be built next before this part can be read; null where all of it stands. */
  function next(past: Past, part: Part): SharedWork | null {
    if (!past.filled.has('all')) return past.building.rows ?? buildRows(past);
    if (part === 'links' && !past.linked.has('all')) return buildLinks(past);
    if (part === 'words' && past.indexed === null) return past.building.words ?? buildWords(past);
    return null;
  }

  async function ready(instant: number, { part = 'links', signal, tell = () => {} }: PastWork): Promise<void> {
    // The rows are told as the first half of what needs more.
    for (let done = 0; ; ) {
      if (signal?.aborted) refuse({ code: 'cancelled' });
      // What was closed to everybody meanwhile had it dropped: then it is built anew.
      const past = pastAt(instant);
      const work = next(past, part);
      if (work === null) return;
      const upTo = past.filled.has('all') || part === 'rows' ? 1 : 0.5;
      await work.wait({ signal, tell: (share) => tell(done + (upTo - done) * share) });
      if (past.filled.has('all') && upTo < 1) done = upTo;
    }
  }

  return { at: (instant) => pastSource(vault, pastAt(instant), now), ready, kept: () => kept.size, forget: () => [...kept.keys()].forEach(drop) };
}

const newPast = (seq: number): Past => ({
  seq,
  since: null,
  filled: new Set(),
  linked: new Set(),
  found: [],
  indexed: null,
  building: { rows: null, links: null, words: null },
});

/** Makes its tables, once. */
function make({ reader: db }: Pick<Vault, 'reader'>, past: Past): void {
  if (past.since !== null) return;
  past.since = lastEntry(db);
  makePast(db, past.seq);
}

/** The record behind a row of the past, where it can be read. */
const opening = (vault: Seals & Pick<Vault, 'reader'>) => (row: Row) => entryThen(vault.reader, row, row.seq, vault)?.record ?? undefined;

function* executed(db: Vault['reader'], statements: readonly string[]): Generator<number> {
  for (const [at, sql] of statements.entries()) {
    db.exec(sql);
    yield (at + 1) / statements.length;
  }
}

function pastSource(vault: Seals & Pick<Vault, 'reader'>, past: Past, ahead: RowsNow | null): Source {
  const { reader: db } = vault;
  const { seq, filled, linked, found, building } = past;
  const tables = pastTables(seq);
  const read = opening(vault);
  const missing = (there: Filled, scope: Scope) => (there.has('all') ? [] : scope === 'all' ? ([scope] as const) : scope.filter((asked) => !there.has(asked)));
  const prepare = (scope: Scope) => {
    if (missing(filled, scope).length > 0) building.rows?.finish();
    for (const one of missing(filled, scope)) {
      make(vault, past);
      atOnce(fillPast(db, vault, seq, one, found, usualPieces, ahead));
      filled.add(one);
      for (const index of recordIndexesOf(seq, one === 'all')) db.exec(index);
    }
  };
  const prepareLinks = (scope: Scope) => {
    prepare(scope);
    if (missing(linked, scope).length > 0) building.links?.finish();
    for (const one of missing(linked, scope)) {
      atOnce(linkPast(db, vault, { seq, since: past.since ?? seq }, one, found));
      linked.add(one);
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
    prepareLinks,
    indexes: () => {
      prepare('all');
      building.words?.finish();
      past.indexed ??= atOnce(indexPast(db, vault, seq, read));
      past.indexed = catchUp(db, seq, past.indexed, read);
      return pastIndexes(seq);
    },
  };
}
