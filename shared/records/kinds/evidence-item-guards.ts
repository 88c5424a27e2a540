import { earliestDay, type DateFact } from '../date-fact.ts';
import type { Look } from '../kind.ts';
import { agencyRequestsOn, holdsOn } from '../removal.ts';
import type { EvidenceItem } from './evidence-item.ts';

export type CustodyEvent = NonNullable<EvidenceItem['fields']['custody']>[number];
const first = ['identified', 'collected', 'received', 'imported'];

/** Where in time an event stands, as far as two events can be compared: the day, then the hour when both give one in the same zone. */
const before = (one: DateFact, other: DateFact) => {
  const [a, b] = [earliestDay(one), earliestDay(other)];
  if (a === null || b === null) return false;
  if (a !== b) return a < b;
  if (one.certainty !== 'exact' || other.certainty !== 'exact' || one.zone !== other.zone) return false;
  return one.time !== undefined && other.time !== undefined && one.time < other.time;
};

/** Who holds the item after the events so far; null when they do not say. */
export function holder(custody: readonly CustodyEvent[]): string | null {
  return custody.reduce<string | null>((now, event) => event.to ?? now, null);
}

const same = (one: unknown, other: unknown) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, v]) => [name, sorted(v)]),
  );
}

/** Rows of custody are only ever added, begin with an arrival, follow time or say why not, and hand over from whoever holds the item. */
export function custodyGrows(item: EvidenceItem, _look: Look, past?: EvidenceItem): string[] {
  const events = item.fields.custody ?? [];
  const old = past?.fields.custody ?? [];
  const changed = old.flatMap((event, i) =>
    events[i] !== undefined && same(event, events[i]) ? [] : [`Custody event ${String(i + 1)} was changed or taken out: custody is only ever added to.`],
  );
  return [...changed, ...events.flatMap((event, i) => problems(event, i, events))];
}

function problems(event: CustodyEvent, at: number, events: readonly CustodyEvent[]): string[] {
  const number = `Custody event ${String(at + 1)}`;
  const earlier = events.slice(0, at);
  const holding = holder(earlier);
  return [
    ...(at === 0 && !first.includes(event.action) ? [`${number}: the chain begins when the item is identified, collected, received or taken in.`] : []),
    ...(event.lateReason === undefined && earlier.some((one) => before(event.occurred, one.occurred))
      ? [`${number} happened before an event already recorded: say why it is entered late.`]
      : []),
    ...(event.action === 'transferred' && (event.from === undefined || event.to === undefined) ? [`${number}: a handing over needs from whom and to whom.`] : []),
    ...(event.action === 'transferred' && holding !== null && event.from !== undefined && event.from !== holding
      ? [`${number}: ${event.from} hands it over, but ${holding} holds it.`]
      : []),
  ];
}

/** Once the bytes are named they stay named: what is later found to differ is another exhibit. */
export function originalStands(item: EvidenceItem, _look: Look, past?: EvidenceItem): string[] {
  const was = past?.fields.original?.sha256;
  return was !== undefined && item.fields.original?.sha256 !== was ? ['The digest of the original cannot change.'] : [];
}

export function hashVerified(item: EvidenceItem): string[] {
  const digest = item.fields.original?.sha256;
  if (digest === undefined) return ['No bytes are in this vault, so nothing was verified.'];
  const checked = (item.fields.custody ?? []).filter((event) => event.action === 'verified' || event.action === 'hash_mismatch').at(-1);
  if (checked === undefined) return ['No custody event records a verification.'];
  return checked.action === 'verified' && checked.hashAfter === digest ? [] : ['The last verification did not find the digest of the original.'];
}

export function sequestrationOrdered(item: EvidenceItem): string[] {
  return item.fields.sequestration === undefined ? ['Sequestering needs an authority and a reason.'] : [];
}

/** Nothing is destroyed that is held or asked for. What comes in disposed of (`past` is undefined) was destroyed before: a hold that came later cannot undo that, and must not keep its record out. */
export function disposalAllowed(item: EvidenceItem, look: Look, past?: EvidenceItem): string[] {
  const ids = [item.id, ...(item.caseId === null ? [] : [item.caseId])];
  const authorized = item.fields.disposal === undefined ? ['Disposal needs a written authorization and a reason.'] : [];
  if (past === undefined) return authorized;
  return [
    ...authorized,
    ...holdsOn(ids, look).map((hold) => `${hold.number} holds it.`),
    ...agencyRequestsOn(item, look).map((request) => `${request.number} asks for it, and no written authorization of the agency is recorded (15 CFR 762.6(b)).`),
  ];
}
