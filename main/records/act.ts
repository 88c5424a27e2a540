import { refuse } from '../../shared/failure/failure.ts';
import { atOnce } from '../../shared/records/at-once.ts';
import type { Look } from '../../shared/records/kind.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Transaction } from '../vault/vault.ts';
import { checkGuards } from './guards.ts';
import { isHidden } from './hidden.ts';
import { checkLinks, writeLinks } from './link-rows.ts';
import { numbersIn } from './number.ts';
import { prepared } from './prepared.ts';
import { kindOf, type Seals } from './row.ts';
import { writeSearchText } from './search-rows.ts';
import { writeRow } from './write-row.ts';

/** Most records that one act may change (design, "Storage"): an undo must be able to take it back in one transaction too. */
export const mostInAnAct = 20_000;

export type Verb = 'create' | 'update' | 'move' | 'remove' | 'restore' | 'undo' | 'sequester' | 'lift';

/** A record as the act found it, and as it stands so far. */
interface Touched {
  readonly before: AnyRecord | undefined;
  readonly after: AnyRecord;
  /** It has links that it had not, or had while it was removed. */
  readonly linked: boolean;
}

/** One user intention while it is being written: every change goes through `put`, every rule about more than one record through `finish`. */
export interface Act {
  /** Journal entry, row, links and search text of one record, in the transaction. Gives the entry's number. */
  readonly put: (record: AnyRecord, verb: Verb, reason: string | null, before: AnyRecord | undefined) => number;
  /** Records that the act found and changed, as it found them and as they stand so far. */
  readonly changed: () => readonly { readonly before: AnyRecord; readonly after: AnyRecord }[];
  /** The next human number of a kind. */
  readonly giveNumber: (prefix: string) => string;
  /** What must hold once the whole act is written: links, cases and save guards. Refuses, and the transaction rolls back. */
  readonly finish: (look: Look) => void;
  /** The same, with a pause where the caller likes after each record. */
  readonly finishing: (look: Look) => Generator<void>;
}

export function beginAct(tx: Transaction, seals: Seals, actReason: string | null): Act {
  const touched = new Map<string, Touched>();
  const numbers = numbersIn(tx.db);

  function* finishing(look: Look): Generator<void> {
    numbers.save();
    for (const { before, after, linked } of touched.values()) {
      if (after.removed || isHidden(after)) continue;
      checkCase(tx, after);
      if (linked) checkLinks(tx.db, after, before);
      checkGuards('save', after, look, before);
      // A record that begins its life in a later state (an import) meets the conditions of that state all the same.
      if (!before && after.state !== kindOf(after.kind).initial) checkGuards('move', after, look, undefined);
      yield;
    }
  }

  return {
    put: (record, verb, reason, before) => {
      const kind = kindOf(record.kind);
      const known = touched.get(record.id);
      if (!known && touched.size === mostInAnAct) refuse({ code: 'too-many-records', count: mostInAnAct + 1, limit: mostInAnAct });

      const { compartment } = kind;
      const seq = tx.append({ record: record.id, kind: record.kind, shape: kind.shape, verb, reason: reason ?? actReason, image: record, ...(compartment && { compartment }) });
      writeRow(tx.db, seals, before, record, seq);
      const linked = writeLinks(tx.db, before, record) || before?.removed !== undefined;
      writeSearchText(tx.db, before, record);
      touched.set(record.id, { before: known ? known.before : before, after: record, linked: linked || known?.linked === true });
      return seq;
    },

    changed: () => [...touched.values()].flatMap(({ before, after }) => (before ? [{ before, after }] : [])),

    giveNumber: numbers.give,

    finishing,
    finish: (look) => atOnce(finishing(look)),
  };
}

/** A record stands in a case that exists and is not removed, or in none. */
function checkCase(tx: Transaction, record: AnyRecord): void {
  if (record.caseId === null) return;
  const found = prepared<{ number: string; closed: number }>(tx.db, "SELECT number, closed FROM record WHERE id = ? AND kind = 'case'").get(record.caseId);
  if (!found || found.closed >= 2) refuse({ code: 'link-target-missing', number: record.number, field: 'caseId', target: found?.number ?? record.caseId });
}
