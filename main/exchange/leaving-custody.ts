import type { Audience } from '../../shared/records/field.ts';
import type { Clock } from '../../shared/calendar/clock.ts';
import { custodyEvent } from '../../shared/records/custody-event.ts';
import { isKind, type RecordOf } from '../../shared/records/kinds.ts';
import type { Writing } from '../records/writing.ts';

/**
 * Records in the custody of each item that its bytes left, in which file and for whom. Runs in the act that records the release. Why something privileged went stands in
 * the release alone: a chain of custody goes with the exhibit, one day to the other side.
 */
export function recordLeaving(writing: Writing, items: readonly RecordOf<'evidence_item'>[], clock: Clock, file: string, audience: Audience): void {
  for (const { id } of items) {
    const item = writing.require(id);
    if (!isKind(item, 'evidence_item')) throw new Error('a record changed its kind');
    const sha256 = item.fields.original?.sha256;
    const custody = item.fields.custody ?? [];
    const event = custodyEvent('exported', { at: writing.at, zone: clock().zone, by: writing.actor }, custody, {
      tool: 'Cordon',
      ...(sha256 !== undefined && { hashBefore: sha256, hashAfter: sha256 }),
      note: `as ${file}`,
      purpose: `for ${audience.replace('_', ' ')}`,
    });
    writing.update(id, { fields: { custody: [...custody, event] } });
  }
}
