import type { Database } from 'better-sqlite3-multiple-ciphers';
import type { AnyRecord } from '../../shared/records/record.ts';
import { prepared } from './prepared.ts';
import { bodyOf, columnsOf, kindOf, type Columns, type Seals } from './row.ts';

/** The columns that a change can change; number, kind and case are given once. */
const changing = ['state', 'title', 'due', 'closed'] as const satisfies readonly (keyof Columns)[];

/**
 * Writes the row of `record` as entry `seq` left it. Of an older row only the columns that differ are named: SQLite writes every index anew
 * over a column that is set, even to what it was, and each is a page to encrypt at every commit.
 */
export function writeRow(db: Database, seals: Seals, before: AnyRecord | undefined, record: AnyRecord, seq: number): void {
  const kind = kindOf(record.kind);
  const now = columnsOf(record, kind);
  const body = bodyOf(record, kind, seals);
  if (before) {
    const old = columnsOf(before, kind);
    const changed = changing.filter((name) => old[name] !== now[name]);
    const sql = `UPDATE record SET ${changed.map((name) => `${name} = ?, `).join('')}seq = ?, body = ? WHERE id = ?`;
    prepared(db, sql).run(...changed.map((name) => now[name]), seq, body, record.id);
  } else {
    const sql = 'INSERT INTO record(id, kind, number, case_id, state, title, due, closed, seq, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
    prepared(db, sql).run(now.id, now.kind, now.number, now.case_id, now.state, now.title, now.due, now.closed, seq, body);
  }
}
