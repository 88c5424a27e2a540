import type { Seeing } from '../../shared/records/approvals.ts';
import { isKind, kindNamed, type KindName, type RecordOf } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { LawBook } from '../../shared/law/law-book.ts';
import { lawOf } from '../records/law-of.ts';
import type { Reading } from '../records/reading.ts';

/**
 * The records a paper may be made of. Documents read from a shelf and from nothing else, so what is not on it cannot be printed; what they
 * took is known afterwards.
 */
export interface Shelf {
  /** The record of this kind, or undefined when there is none, it is of another kind or it may not be shown. */
  get<K extends KindName>(kind: K, id: string | undefined): RecordOf<K> | undefined;
  /** As `get`, whatever its kind. */
  any(id: string | undefined): AnyRecord | undefined;
  /** Records of `kind` that link to `id`, oldest first. */
  linking<K extends KindName>(kind: K, id: string, role?: string): RecordOf<K>[];
  /** Every record of `kind` in a case, or of every case where it stands in none. */
  all<K extends KindName>(kind: K, caseId: string | null): RecordOf<K>[];
  /** What judges who approved a record; approvals themselves are printed nowhere. */
  readonly seeing: Seeing;
  /** The law of the vault, by which a date's rule is confirmed or not. */
  readonly law: LawBook;
  /** Every record handed out so far. */
  taken(): readonly AnyRecord[];
}

/** A shelf with what `show` lets through, as `show` gives it. Removed records and sealed kinds are on no shelf. */
export function shelfOf(reading: Reading, show: (record: AnyRecord) => AnyRecord | undefined): Shelf {
  const taken = new Map<string, AnyRecord>();
  const take = (record: AnyRecord | undefined): AnyRecord | undefined => {
    if (record === undefined || record.removed !== undefined || isSealed(record)) return undefined;
    const shown = show(record);
    if (shown !== undefined) taken.set(shown.id, shown);
    return shown;
  };
  return {
    get: (kind, id) => {
      const found = id === undefined ? undefined : reading.get(id);
      if (found === undefined || !isKind(found, kind)) return undefined;
      // Proof of the cast: `show` takes fields away and leaves the kind as it is.
      return take(found) as typeof found | undefined;
    },
    any: (id) => (id === undefined ? undefined : take(reading.get(id))),
    linking: <K extends KindName>(kind: K, id: string, role?: string) =>
      // Proof of the cast: filtered by kind just before; see `get`.
      reading
        .linkingTo(id, role)
        .filter((record) => record.kind === kind)
        .map(take)
        .filter((record) => record !== undefined) as unknown as RecordOf<K>[],
    all: <K extends KindName>(kind: K, caseId: string | null) =>
      // Proof of the cast: of that kind from the start; see `get`.
      reading
        .all(kind, caseId ?? undefined)
        .map((record) => take(record))
        .filter((record) => record !== undefined) as unknown as RecordOf<K>[],
    seeing: reading,
    law: lawOf(reading),
    taken: () => [...taken.values()],
  };
}

/** Sealed kinds are read with a key of their own and are in no paper by default (domain.md §7 U5). */
export const isSealed = (record: AnyRecord): boolean => kindNamed(record.kind)?.compartment !== undefined;

/** Everything that may be printed inside the company. */
export const internalShelf = (reading: Reading): Shelf => shelfOf(reading, (record) => record);
