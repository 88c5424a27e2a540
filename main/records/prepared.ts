import type { Database, Statement } from 'better-sqlite3-multiple-ciphers';

const known = new WeakMap<Database, Map<string, Statement>>();

/**
 * The statement for `sql` on this connection, prepared once. Compiling a statement costs more than running one over an index, and every
 * question here is asked thousands of times. `Row` is what the named columns hold: the schema (main/vault/migrations) is its proof.
 */
export function prepared<Row = unknown>(db: Database, sql: string): Statement<unknown[], Row> {
  let statements = known.get(db);
  if (!statements) known.set(db, (statements = new Map()));
  let statement = statements.get(sql);
  if (!statement) statements.set(sql, (statement = db.prepare(sql)));
  // Proof of the cast: a statement has no row type at run time; callers name the columns they select.
  return statement as unknown as Statement<unknown[], Row>;
}

/** Forgets the statements over a table that is about to be dropped: they would keep it from going. */
export function forgetPrepared(db: Database, table: string): void {
  const statements = known.get(db);
  for (const sql of statements?.keys() ?? []) if (sql.includes(table)) statements?.delete(sql);
}
