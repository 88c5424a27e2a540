import { refuse } from '../../shared/failure/failure.ts';
import type { KindName, RecordOf } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Signatures } from '../../shared/records/signatures.ts';
import type { SlimRow } from '../../shared/contract/slim-row.ts';
import { counts, list, type Listed, type ListQuestion } from './list.ts';
import { firstLines, numbers, rowsOf, type NumbersQuestion } from './long-list.ts';
import { isHidden } from './hidden.ts';
import { namesLinkedBy, namesLinkingTo, namesOf, type LinkName, type Name } from './names.ts';
import { typedNumber } from './number.ts';
import { prepared } from './prepared.ts';
import type { Scope } from './past-tables.ts';
import type { Row } from './row.ts';
import { rowColumns, type Source } from './source.ts';

export interface Linked {
  readonly role: string;
  readonly record: AnyRecord;
}
/** Who last changed a record, when, and how often it has been written. */
export interface Changed {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly times: number;
}

/** Reading records, as they stand or as they stood on an instant. Nothing reached through it can write. */
export interface Reading {
  /** The highest entry this reading knows. */
  readonly seq: number;
  /** The record with this id or number ("ord 3" finds ORD-003), removed ones too (`removed` says so); undefined when there is none. */
  readonly get: (idOrNumber: string) => AnyRecord | undefined;
  /** As `get`, but refuses `record-not-found`. */
  readonly require: (idOrNumber: string) => AnyRecord;
  readonly list: (question: ListQuestion) => Listed;
  /** The numbers of a list in its order: see `long-list.ts`. */
  readonly numbers: (question: NumbersQuestion) => string[];
  /** The first lines of such a list with their rows, and how many there are in all. */
  readonly firstLines: (question: NumbersQuestion, count: number, columns?: readonly string[]) => { readonly total: number; readonly rows: SlimRow[] };
  /** The rows of these numbers; `columns` are fields of their kind. */
  readonly rowsOf: (numbers: readonly string[], columns?: readonly string[]) => SlimRow[];
  readonly counts: (caseId?: string) => { kind: string; state: string; closed: boolean; count: number }[];
  /** Whole records of a kind, oldest first, removed ones left out. */
  readonly all: <K extends KindName>(kind: K, caseId?: string) => RecordOf<K>[];
  /** As `all`, without those whose work is over: closed ones are the most of a long case, and reading a record costs more than finding it. */
  readonly open: <K extends KindName>(kind: K, caseId?: string) => RecordOf<K>[];
  /** As `open`, those alone whose day lies between two days, `YYYY-MM-DD`, both of them too. */
  readonly openDue: <K extends KindName>(kind: K, from: string, to: string) => RecordOf<K>[];
  /** Records of a kind that are among these or link to one of them, and those that hang together with them by links to one another; oldest first, removed ones left out. */
  readonly hanging: <K extends KindName>(kind: K, ids: readonly string[]) => RecordOf<K>[];
  /** Every record of a case, oldest first, removed ones left out; the record of the case itself is not among them. */
  readonly inCase: (caseId: string) => AnyRecord[];
  /** Records that link to this one, removed ones left out. */
  readonly linkingTo: (id: string, role?: string) => AnyRecord[];
  /** What a record links to, removed ones too: a link stays true of what it named. Nothing of a record that is closed to everybody. */
  readonly linksOf: (id: string) => Linked[];
  /** As `linkingTo` and `linksOf`, by name only, once for every role: a party may be linked to by thousands, which no page shows whole. */
  readonly namesAround: (id: string) => { readonly links: LinkName[]; readonly linkedFrom: LinkName[] };
  /** How these records are called; those that are not there are left out. */
  readonly names: (ids: Iterable<string>) => Name[];
  /** Who acts, and who signed what. */
  readonly signatures: Signatures;
  /** The last change of a record. Refuses `record-not-found`. */
  readonly changed: (id: string) => Changed;
}

type Found = Row & { readonly body: unknown };

/** Asks `source` the questions of `Reading`. */
export function readingOf(source: Source): Reading {
  const { db } = source;
  const open = (row: Found) => source.open(row, row.body);
  const find = (idOrNumber: string): Found | undefined => {
    const number = typedNumber(idOrNumber);
    // An id never reads as a number, and lists name their records by number.
    return (number === null ? undefined : source.find('number', number)) ?? source.find('id', idOrNumber);
  };
  const found = (idOrNumber: string): Found => find(idOrNumber) ?? refuse({ code: 'record-not-found', number: idOrNumber });
  const whole = (scope: Scope, where: string, ...values: unknown[]): AnyRecord[] => {
    source.prepare(scope);
    return prepared<Found>(db, `SELECT ${rowColumns}, ${source.body} AS body FROM ${source.record} r WHERE ${where} ORDER BY r.rowid`)
      .all(...values)
      .map(open);
  };

  // The plus keeps the planner from the index of the kind, which reads the records of every case for those of one.
  const ofKind = <K extends KindName>(kind: K, caseId: string | undefined, closed: '< 2' | '= 0') =>
    // Proof of the cast: rows of a kind hold what that kind's own schema parsed.
    (caseId === undefined
      ? whole('all', `r.kind = ? AND r.closed ${closed}`, kind)
      : whole([caseId], `r.case_id = ? AND r.kind = ? AND +r.closed ${closed}`, caseId, kind)) as unknown as RecordOf<K>[];

  /** Where the other ends of a record's links may be: in its case or in none (domain.md §2.0 V1); of one of no case, anywhere. */
  const around = (id: string): Scope => {
    const caseId = source.find('id', id)?.case_id ?? null;
    return caseId === null ? 'all' : [caseId, null];
  };

  const linking = (id: string, and: string, ...values: unknown[]): AnyRecord[] => {
    const scope = around(id);
    source.prepareLinks(scope);
    return whole(scope, `r.id IN (SELECT l."from" FROM ${source.link} l WHERE l."to" = ?${and}) AND +r.closed < 2`, id, ...values);
  };

  return {
    get seq() {
      return source.seq();
    },
    signatures: source.signatures,
    get: (idOrNumber) => {
      const row = find(idOrNumber);
      return row && open(row);
    },
    require: (idOrNumber) => open(found(idOrNumber)),
    list: (question) => list(source, question),
    numbers: (question) => numbers(source, question),
    firstLines: (question, count, columns) => firstLines(source, question, count, columns),
    rowsOf: (wanted, columns) => rowsOf(source, wanted, columns),
    counts: (caseId) => counts(source, caseId),
    all: (kind, caseId) => ofKind(kind, caseId, '< 2'),
    open: (kind, caseId) => ofKind(kind, caseId, '= 0'),
    // Proof of the cast: as above.
    openDue: (kind, from, to) => whole('all', 'r.kind = ? AND r.closed = 0 AND r.due BETWEEN ? AND ?', kind, from, to) as unknown as RecordOf<typeof kind>[],
    hanging: (kind, ids) => {
      source.prepareLinks('all');
      const near = `WITH RECURSIVE near(id) AS (
        SELECT value FROM json_each(?)
        UNION SELECT l."from" FROM near n JOIN ${source.link} l ON l."to" = n.id JOIN ${source.record} f ON f.id = l."from" WHERE f.kind = ?
        UNION SELECT l."to" FROM near n JOIN ${source.link} l ON l."from" = n.id JOIN ${source.record} t ON t.id = l."to" WHERE t.kind = ?)
        SELECT id FROM near`;
      // Proof of the cast: rows of a kind hold what that kind's own schema parsed.
      return whole('all', `r.id IN (${near}) AND r.kind = ? AND +r.closed < 2`, JSON.stringify(ids), kind, kind, kind) as unknown as RecordOf<typeof kind>[];
    },
    inCase: (caseId) => whole([caseId], 'r.case_id = ? AND +r.closed < 2', caseId),
    linkingTo: (id, role) => (role === undefined ? linking(id, '') : linking(id, ' AND l.role = ?', role)),
    linksOf: (id) => {
      const from = source.find('id', id);
      if (from && isHidden(open(from))) return [];
      source.prepareLinks(around(id));
      const sql = `SELECT l.role, ${rowColumns}, ${source.body} AS body FROM ${source.link} l JOIN ${source.record} r ON r.id = l."to" WHERE l."from" = ? ORDER BY l.role, r.rowid`;
      return prepared<Found & { role: string }>(db, sql)
        .all(id)
        .map((row) => ({ role: row.role, record: open(row) }));
    },
    namesAround: (id) => {
      const at = source.find('id', id);
      source.prepareLinks(around(id));
      return { links: at === undefined || isHidden(open(at)) ? [] : namesLinkedBy(source, id), linkedFrom: namesLinkingTo(source, id) };
    },
    names: (ids) => namesOf(source, ids),
    changed: (idOrNumber) => {
      const { id, seq } = found(idOrNumber);
      const entry = prepared<{ at: number; actor: string }>(db, 'SELECT at, actor FROM journal WHERE seq = ?').get(seq);
      if (!entry) throw new Error(`no entry ${seq} in the journal`);
      const times = prepared<number>(db, 'SELECT count(*) FROM journal WHERE record = ? AND seq <= ?').pluck().get(id, seq) ?? 0;
      return { seq, ...entry, times };
    },
  };
}
