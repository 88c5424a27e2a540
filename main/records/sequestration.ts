import { refuse } from '../../shared/failure/failure.ts';
import { authorityWords, type Authority } from '../../shared/records/authority.ts';
import { custodyEvent } from '../../shared/records/custody-event.ts';
import { isKind } from '../../shared/records/kinds.ts';
import { parseRecord } from '../../shared/records/parse.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Transaction } from '../vault/vault.ts';
import type { Act } from './act.ts';
import { reachOf } from './reach.ts';
import type { Seals } from './row.ts';

interface Closing {
  readonly tx: Transaction;
  readonly put: Act['put'];
  readonly seals: Seals;
  readonly zone: string;
}

/** The record with a custody event, where it is evidence: who had it in sequestration is evidence too. */
function withCustody(record: AnyRecord, action: 'sequestered' | 'unsealed', purpose: string, { tx, zone }: Closing): AnyRecord {
  if (!isKind(record, 'evidence_item')) return record;
  const custody = record.fields.custody ?? [];
  // A chain begins with how it came to us: one that was never begun is not begun with this.
  if (custody.length === 0) return record;
  const event = custodyEvent(action, { at: tx.at, zone, by: tx.actor }, custody, { tool: 'Cordon', purpose });
  return parseRecord({ ...record, fields: { ...record.fields, custody: [...custody, event] } }, record.number);
}

/**
 * Closes these records, and all that hold the same content, to everybody: no list, search, paper, export, history or preview shows more than number and kind.
 * Nothing is taken away, so a hold does not stand in the way. Gives the numbers. Refuses `misuse` when all of them are sequestered already.
 */
export function sequesterIn(closing: Closing, numbers: readonly string[], authority: Authority): string[] {
  const { tx, put, seals } = closing;
  const records = reachOf(tx.db, seals, numbers).filter((record) => !record.sequestered);
  if (records.length === 0) refuse({ code: 'misuse', why: 'It is sequestered already.' });
  const reason = authorityWords(authority);
  for (const record of records) put({ ...withCustody(record, 'sequestered', reason, closing), sequestered: { at: tx.at, by: tx.actor, reason } }, 'sequester', reason, record);
  return records.map(({ number }) => number);
}

/** Opens again what was sequestered, as it was. Gives the numbers. Refuses `reason-missing`, and `misuse` when none of them is sequestered. */
export function liftIn(closing: Closing, numbers: readonly string[], reason: string): string[] {
  const { tx, put, seals } = closing;
  if (reason.trim() === '') refuse({ code: 'reason-missing', number: numbers.join(', '), act: 'lift the sequestration' });
  const records = reachOf(tx.db, seals, numbers).filter((record) => record.sequestered);
  if (records.length === 0) refuse({ code: 'misuse', why: 'It is not sequestered.' });
  for (const before of records) {
    const { sequestered: _lifted, ...record } = before;
    put(withCustody(record, 'unsealed', reason, closing), 'lift', reason, before);
  }
  return records.map(({ number }) => number);
}
