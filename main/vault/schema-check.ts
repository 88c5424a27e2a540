import Sqlite from 'better-sqlite3-multiple-ciphers';
import type { Database } from './database.ts';
import { migrations } from './migrations/list.ts';

interface Made {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

/** Tables that SQLite keeps for itself (`sqlite_stat1`) come and go. */
const list = (db: Database): string[] =>
  db
    .prepare<[], Made>("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name")
    .all()
    .map(({ type, name, sql }) => `${type} ${name}\n${sql ?? ''}`);

const ours = new Map<number, ReadonlySet<string>>();

/** What the steps up to `shape` make in an empty database. Made once a process: it is the same in every vault. */
function wanted(shape: number, addon: string | undefined): ReadonlySet<string> {
  const known = ours.get(shape);
  if (known) return known;
  const empty = new Sqlite(':memory:', addon === undefined ? {} : { nativeBinding: addon });
  try {
    for (const step of migrations) if (step.shape <= shape) empty.exec(step.sql);
    const made = new Set(list(empty));
    ours.set(shape, made);
    return made;
  } finally {
    empty.close();
  }
}

/**
 * What in a database of `shape` is not as this program makes it, or null: a table that is missing or made otherwise, or a trigger or view that somebody with a key added
 * (a trigger runs in whatever transaction touches its table, and would change records in the name of whoever works).
 */
export function strangeSchema(db: Database, shape: number, addon: string | undefined): string | null {
  const found = new Set(list(db));
  const made = wanted(shape, addon);
  const strange = [...found].find((one) => !made.has(one)) ?? [...made].find((one) => !found.has(one));
  return strange === undefined ? null : `its tables are not those that Cordon makes: ${strange.split('\n')[0] ?? ''}`;
}
