import { custodyEvent } from '../../shared/records/custody-event.ts';
import { isKind, kindNamed, type RecordOf } from '../../shared/records/kinds.ts';
import { Refused } from '../../shared/failure/failure.ts';
import type { Records } from './records.ts';
import type { Clock } from '../../shared/calendar/clock.ts';

/**
 * Puts every exhibit whose stored bytes are these into quarantine, with a custody event that says that the digest differs (domain.md §2.8): none of them is
 * shown, filed or produced as if it were whole. What was filed or given back already keeps its state and gets the event. Gives the numbers; nothing is
 * written for those that are in quarantine.
 */
export async function quarantine(desk: { readonly records: Records; readonly clock: Clock }, digests: readonly string[]): Promise<string[]> {
  const { records, clock } = desk;
  const damaged = new Set(digests);
  const items = records
    .reading()
    .all('evidence_item')
    .filter((item) => item.fields.original?.sha256 !== undefined && damaged.has(item.fields.original.sha256) && item.state !== 'quarantined');
  if (items.length === 0) return [];
  await records.change('Its stored bytes do not match the digest taken at intake.', (writing) => {
    for (const { id } of items) {
      const item = writing.require(id);
      if (!isKind(item, 'evidence_item')) continue;
      const custody = item.fields.custody ?? [];
      const last = custody.at(-1);
      // A chain begins with how it came to us: one that was never begun is not begun with this.
      if (last && last.action !== 'hash_mismatch') {
        const event = custodyEvent('hash_mismatch', { at: writing.at, zone: clock().zone, by: writing.actor }, custody, {
          tool: 'Cordon',
          ...(item.fields.original?.sha256 !== undefined && { hashBefore: item.fields.original.sha256 }),
          note: 'The stored bytes are damaged or missing. Restore them from a backup.',
        });
        writing.update(id, { fields: { custody: [...custody, event] } });
      }
      if (kindNamed(item.kind)?.moves[item.state]?.includes('quarantined')) writing.move(id, 'quarantined');
    }
  });
  return items.map(({ number }) => number);
}

/**
 * Runs `work` over the stored bytes of an exhibit. When they turn out damaged, it and all with the same bytes go into quarantine, and the failure names the
 * exhibit: nobody knows a blob by its name.
 */
export async function orQuarantine<T>(desk: { readonly records: Records; readonly clock: Clock }, item: RecordOf<'evidence_item'>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof Refused) || thrown.failure.code !== 'blob-damaged') throw thrown;
    const { original } = item.fields;
    // A vault that cannot be written to says what is damaged all the same.
    if (original?.sha256 !== undefined) await quarantine(desk, [original.sha256]).catch(() => []);
    throw new Refused({ code: 'blob-damaged', number: item.number, file: original?.filename ?? item.number });
  }
}
