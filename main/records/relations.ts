import { prepared } from './prepared.ts';
import { notSealed } from './slim-row.ts';
import type { Source } from './source.ts';

/** Kinds that only say of others what was done with them: they would be tied to everything and tell nothing. */
const leftOut = ['evidence_text', 'release', 'approval', 'case'];

export interface Relations {
  readonly nodes: { readonly id: string; readonly number: string; readonly kind: string; readonly title: string; readonly state: string }[];
  readonly links: { readonly from: string; readonly to: string; readonly role: string }[];
  /** How many records there are beyond the limit. */
  readonly more: number;
}

/** The records of a case and every link between two of them, in the order in which they were made; nothing of a sealed kind and nothing that is closed to everybody. */
export function relations(source: Source, caseId: string, limit: number): Relations {
  source.prepareLinks('all');
  const { db, record, link } = source;
  const within = `r.closed < 2 AND r.case_id = ?${notSealed} AND r.kind NOT IN (${leftOut.map(() => '?').join(', ')})`;
  const values = [caseId, ...leftOut];
  const nodes = prepared<Relations['nodes'][number]>(db, `SELECT r.id, r.number, r.kind, r.title, r.state FROM ${record} r WHERE ${within} ORDER BY r.rowid LIMIT ?`).all(
    ...values,
    limit,
  );
  const total = nodes.length < limit ? nodes.length : (prepared<{ count: number }>(db, `SELECT count(*) AS count FROM ${record} r WHERE ${within}`).get(...values)?.count ?? 0);
  const there = new Set(nodes.map((node) => node.id));
  const links = prepared<Relations['links'][number]>(db, `SELECT l."from", l."to", l.role FROM ${link} l JOIN ${record} r ON r.id = l."from" WHERE ${within} ORDER BY r.rowid`)
    .all(...values)
    .filter((one) => there.has(one.from) && there.has(one.to));
  return { nodes, links, more: total - nodes.length };
}
