import type { Authority } from '../../shared/records/authority.ts';
import { authorityWords } from '../../shared/records/authority.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { Look } from '../../shared/records/kind.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { overridesRetention, retentionFloors } from '../../shared/records/retention.ts';
import { knownBackups, type Database, type KnownBackup, type Transaction, type Vault } from '../vault/vault.ts';
import { draftsAbout, eraseDraftsAbout } from './drafts.ts';
import { prepared } from './prepared.ts';
import { digestOf, labelOf, namedTitle, ownBytesOf, reachOf } from './reach.ts';
import { columnsOf, kindOf, shellOf, type Seals } from './row.ts';

/** Everything that an erasure would touch, and what it cannot reach. */
export interface ErasurePreview {
  /** Whose content goes: what was named, every exhibit with the same bytes, the words read from them. */
  readonly records: readonly {
    readonly number: string;
    readonly kind: string;
    readonly title: string;
    readonly entries: number;
    readonly drafts: number;
    readonly indexed: boolean;
  }[];
  /** The stored files behind them. */
  readonly files: { readonly count: number; readonly bytes: number };
  /** What stands in the way; an erasure is refused with these. */
  readonly hinders: readonly string[];
  /** Dates until which it has to be kept; only a duty to give back or destroy goes before them. */
  readonly floors: readonly string[];
  /** Other records that lead to these: they stay, and may repeat the content. */
  readonly mentionedBy: readonly { readonly number: string; readonly kind: string; readonly title: string }[];
  /** What left the vault with it: copies that only their holders can destroy. */
  readonly releases: readonly { readonly number: string; readonly title: string }[];
  /** Backups that still hold it, as far as this vault knows. */
  readonly backups: readonly KnownBackup[];
}

const hindersOn = (records: readonly AnyRecord[], look: Look): string[] => [
  ...new Set(
    records.flatMap((record) =>
      kindOf(record.kind)
        .guards.filter((guard) => guard.on === 'remove')
        .flatMap((guard) => guard.check(record, look, record)),
    ),
  ),
];

/** What guards and floors look through, with each case read once: it may hold twenty thousand records, and each of those that go asks for them. For as long as nothing is written. */
function eachCaseOnce(look: Look): Look {
  const cases = new Map<string, readonly AnyRecord[]>();
  const inCase = (caseId: string): readonly AnyRecord[] => {
    const found = cases.get(caseId) ?? look.inCase(caseId);
    cases.set(caseId, found);
    return found;
  };
  return { get: look.get, linkingTo: look.linkingTo, inCase, signatures: look.signatures, today: look.today, looking: look.looking };
}

const floorsOn = (records: readonly AnyRecord[], look: Look): string[] => [...new Set(records.flatMap((record) => retentionFloors(record, look)))];

const imagesOf = (db: Database, id: string): number[] =>
  prepared<{ seq: number }>(db, "SELECT seq FROM journal WHERE record = ? AND image IS NOT NULL AND verb <> 'erased' ORDER BY seq")
    .all(id)
    .map(({ seq }) => seq);

/** What `eraseIn` would do, read through `db`. Refuses what `reachOf` refuses. */
export function previewErasure(vault: Pick<Vault, 'id'> & Seals, db: Database, look: Look, numbers: readonly string[]): ErasurePreview {
  const records = reachOf(db, vault, numbers);
  const once = eachCaseOnce(look);
  const ids = new Set(records.map(({ id }) => id));
  const digests = new Set(records.flatMap((record) => digestOf(record) ?? ownBytesOf(record)));
  const files = [...digests].flatMap((digest) => prepared<{ bytes: number }>(db, 'SELECT bytes FROM blob WHERE sha256 = ?').get(digest) ?? []);
  const count = (sql: string, id: string) => prepared<{ n: number }>(db, sql).get(id)?.n ?? 0;
  const first = Math.min(...records.map(({ id }) => imagesOf(db, id)[0] ?? Number.MAX_SAFE_INTEGER));
  const leading = new Map(records.flatMap(({ id }) => look.linkingTo(id).map((record) => [record.id, record] as const)).filter(([id]) => !ids.has(id)));
  const naming = records.flatMap(({ number }) =>
    prepared<{ number: string; title: string }>(db, "SELECT number, title FROM record WHERE kind = 'release' AND instr(body, ?) > 0 ORDER BY rowid").all(`"${number}"`),
  );
  return {
    records: records.map((record) => ({
      number: record.number,
      kind: labelOf(record),
      title: namedTitle(record),
      entries: imagesOf(db, record.id).length,
      drafts: draftsAbout(db, record),
      indexed: count('SELECT count(*) AS n FROM search_text WHERE record = ?', record.id) > 0,
    })),
    files: { count: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) },
    hinders: hindersOn(records, once),
    floors: floorsOn(records, once),
    mentionedBy: [...leading.values()]
      .filter(({ kind }) => kind !== 'release')
      .map((record) => ({ number: record.number, kind: labelOf(record), title: columnsOf(record, kindOf(record.kind)).title })),
    releases: [...new Map(naming.map((one) => [one.number, one])).values()],
    backups: knownBackups(db, vault.id).filter(({ destroyed, upTo }) => destroyed === null && upTo >= first),
  };
}

/**
 * Takes the content of these records, and of all that hold the same, out of rows, index, drafts and journal; what is left says number, kind, case, who, when
 * and under what authority. Runs inside `Vault.erase`, which takes the files away. Refuses `held` under a legal hold, an agency's request or, unless the authority
 * is a duty to give back or destroy, a retention floor (domain.md §2.0 V4, §7 U7).
 */
export function eraseIn(
  tx: Transaction,
  vault: Pick<Vault, 'blobs'> & Seals,
  look: Look,
  numbers: readonly string[],
  authority: Authority,
): { numbers: string[]; blobs: string[] } {
  const records = reachOf(tx.db, vault, numbers);
  const once = eachCaseOnce(look);
  const hinders = hindersOn(records, once);
  if (hinders.length > 0) refuse({ code: 'held', number: records[0]?.number ?? '', holds: hinders });
  const floors = floorsOn(records, once);
  if (floors.length > 0 && !overridesRetention(authority.kind)) refuse({ code: 'held', number: records[0]?.number ?? '', holds: floors });
  const reason = [authorityWords(authority), ...floors.map((floor) => `It went before a duty to keep: ${floor}`)].join(' ');
  for (const record of records) {
    const kind = kindOf(record.kind);
    const left: AnyRecord = {
      ...shellOf({ ...columnsOf(record, kind), case_id: record.caseId }),
      erased: { at: tx.at, by: tx.actor, reason },
    };
    const seq = tx.erase(imagesOf(tx.db, record.id), { record: record.id, kind: record.kind, shape: kind.shape, authority: reason, left });
    prepared(tx.db, 'DELETE FROM search_text WHERE record = ?').run(record.id);
    eraseDraftsAbout(tx.db, record);
    prepared(tx.db, 'DELETE FROM link WHERE "from" = ?').run(record.id);
    const { title, due, closed } = columnsOf(left, kind);
    prepared(tx.db, 'UPDATE record SET title = ?, due = ?, closed = ?, seq = ?, body = ? WHERE id = ?').run(title, due, closed, seq, JSON.stringify(left), record.id);
  }
  const blobs = new Set(records.flatMap((record) => digestOf(record) ?? ownBytesOf(record)));
  return { numbers: records.map(({ number }) => number), blobs: [...blobs].flatMap((digest) => vault.blobs.remove(tx, digest) ?? []) };
}
