import type { Contract } from '../../../shared/contract/contract.ts';
import { reachOf } from '../../../shared/records/views/reach.ts';
import { statusInPieces, type StatusOn } from '../../../shared/records/views/status-on.ts';
import { accessIn } from '../../records/access-in.ts';
import { redetermine, toRedetermine } from '../../records/redeterminations.ts';
import { changedOf } from '../../records/changed-of.ts';
import { orderNumbered, scopeSources, sourcesAbout, statusBy } from '../../records/scope-sources.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';
import { inPieces } from '../in-pieces.ts';
import { dayTextAt } from '../today.ts';

/** What crosses is plain data of its own: lists are copied, so that a reply holds nothing that only the vault may hold. */
export const copied = <T>(value: T): Mutable<T> => structuredClone(value) as Mutable<T>;
type Mutable<T> = T extends readonly (infer One)[] ? Mutable<One>[] : T extends object ? { -readonly [Name in keyof T]: Mutable<T[Name]> } : T;

/** Whom orders reach on a day. */
export function scopeHandlers({
  clock,
  session,
}: Pick<Context, 'clock' | 'session'>): Pick<Handlers<Contract>, 'scope.reach' | 'scope.status' | 'scope.access' | 'scope.redetermine'> {
  const days = (day: string | undefined, asOf: number | undefined): { day: string; today: string } => {
    const { instant, zone } = clock();
    const today = dayTextAt(asOf ?? instant, zone);
    return { day: day ?? today, today };
  };
  /** The last answer about the first models: whoever walks between the page and its records asks again, and nothing need be read before something changes. */
  let last: { readonly key: string; readonly seq: number; readonly status: Mutable<StatusOn> } | null = null;
  return {
    'scope.reach': ({ order: number, day: asked, asOf }) => {
      const reading = session.opened().records.reading(asOf);
      const order = orderNumbered(reading, number);
      const { day, today } = days(asked, asOf);
      return copied(reachOf(order, scopeSources(reading, order.caseId), reading.all('restricted_model', order.caseId ?? undefined), day, today));
    },
    'scope.status': async ({ caseId, day: asked, first, asOf }, { signal }) => {
      const { vault, records } = session.opened();
      const reading = records.reading(asOf);
      const { day, today } = days(asked, asOf);
      // Also of a past day: what is erased since may not be told of it any more.
      const { seq } = records.reading();
      const key = [vault.id, asOf ?? 'now', caseId ?? 'all', day, today, first ?? 'whole'].join(' ');
      if (last?.key === key && !changedOf(vault.reader, statusBy, last.seq)) return last.status;
      const models = reading.all('restricted_model', caseId ?? undefined);
      const shown = models.slice(0, first);
      // A past day has the links of a case sooner than those of all cases.
      const few = caseId === null && asOf === undefined && shown.length < models.length;
      const sources = few ? sourcesAbout(reading, shown) : scopeSources(reading, caseId);
      const status = copied(await inPieces(statusInPieces(models, sources, day, today, first), signal));
      // What was read before something changed holds for then: the next question looks for changes since.
      last = first === undefined ? null : { key, seq, status };
      return status;
    },
    'scope.access': ({ caseId, asOf }) => {
      const reading = session.opened().records.reading(asOf);
      return copied({ ...accessIn(reading, caseId), again: toRedetermine(reading, caseId, days(undefined, asOf).today) });
    },
    'scope.redetermine': async ({ numbers, reason }) => redetermine(session.opened().records, numbers, days(undefined, undefined).today, reason),
  };
}
