import type { Vault } from '../vault/vault.ts';
import { entryThen, recordThen } from './past-entry.ts';
import { buildPast, dropPast, pastTables } from './past-tables.ts';
import { prepared } from './prepared.ts';
import { shellOf, type Row } from './row.ts';
import { rowColumns, type Source } from './source.ts';

/** Past instants that are kept ready at a time: what one window and one report may look at beside each other. */
const mostKept = 3;

interface Past {
  readonly seq: number;
  built: boolean;
}

/** Gives the records as they were known on an instant: everything recorded up to then and nothing later. Each instant is built once. */
export function pastsOf(vault: Pick<Vault, 'reader' | 'seal' | 'unseal' | 'seqAt'>): (instant: number) => Source {
  const kept = new Map<number, Past>();
  return (instant) => {
    const seq = vault.seqAt(instant);
    const past = kept.get(seq) ?? { seq, built: false };
    // Taken out and put back: a Map keeps the order of insertion, so the first one is the one unused for longest.
    kept.delete(seq);
    kept.set(seq, past);
    for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) {
      dropPast(vault.reader, old);
      kept.delete(old);
    }
    return pastSource(vault, past);
  };
}

function pastSource(vault: Pick<Vault, 'reader' | 'seal' | 'unseal'>, past: Past): Source {
  const { reader: db } = vault;
  const { seq } = past;
  const tables = pastTables(seq);
  return {
    db,
    record: `temp.${tables.record}`,
    link: `temp.${tables.link}`,
    body: 'r.seq',
    open: (row) => entryThen(db, row, row.seq, vault)?.record ?? shellOf(row),
    find: (column, value) => {
      // Numbers and ids never change, so the record is found among today's and its image of then by one step in an index.
      const now = prepared<Row>(db, `SELECT ${rowColumns} FROM record r WHERE r.${column} = ?`).get(value);
      const then = now && recordThen(db, now, seq, vault);
      return then && { ...now, ...then.columns, seq: then.seq, body: then.seq };
    },
    seq: () => seq,
    prepare: () => {
      if (past.built) return;
      buildPast(db, vault, seq);
      past.built = true;
    },
  };
}
