import type { DateFact } from '../date-fact.ts';
import type { RecordOf } from '../kinds.ts';
import { doubtOf, type Doubt } from '../parts/attribution.ts';
import { inOrder } from './chronology.ts';

type Event = Pick<RecordOf<'chronology_event'>, 'id' | 'number' | 'state' | 'fields'>;
type Communication = Pick<RecordOf<'communication'>, 'id' | 'number' | 'fields'>;

export interface Knowledge {
  /** Since when, as far as it is known. */
  readonly at: DateFact;
  readonly how: string;
  readonly source: string | null;
  /** Number of the record that says so. */
  readonly by: string;
  /** A part in a contact, and nothing more: whether and what was understood is not recorded. */
  readonly inferred: boolean;
}
export interface WhoKnewRow extends Doubt {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly at: DateFact;
  /** By party; a party that is not here is not known to have known. */
  readonly known: ReadonlyMap<string, readonly Knowledge[]>;
}

/**
 * Who knew what when (domain.md §2.16): each event with what is recorded of the knowledge of each party. It decides credit for a
 * disclosure, trading and knowledge of a violation, so taking part in the contact that an event is drawn from is told apart from knowledge
 * that is recorded. Nothing is concluded from silence.
 */
export function whoKnew(events: readonly Event[], communications: readonly Communication[]): WhoKnewRow[] {
  const contacts = new Map(communications.map((one) => [one.id, one]));
  return inOrder(events.filter((one) => one.state !== 'replaced').map((one) => ({ id: one.id, number: one.number, at: one.fields.at, event: one }))).map(({ event }) => {
    const known = new Map<string, Knowledge[]>();
    const add = (party: string, one: Knowledge): void => void known.set(party, [...(known.get(party) ?? []), one]);
    for (const row of event.fields.known ?? []) add(row.by, { at: row.at, how: row.how ?? '', source: row.source ?? null, by: event.number, inferred: false });
    const contact = event.fields.derivedFrom === undefined ? undefined : contacts.get(event.fields.derivedFrom);
    for (const { party } of contact?.fields.participants ?? []) {
      if (contact && !known.has(party)) add(party, { at: contact.fields.at, how: '', source: null, by: contact.number, inferred: true });
    }
    return { id: event.id, number: event.number, text: event.fields.text, at: event.fields.at, ...doubtOf(event.fields.attribution), known };
  });
}

/** The parties of whom anything is recorded, those named most often first. */
export function knowingParties(rows: readonly WhoKnewRow[]): string[] {
  const count = new Map<string, number>();
  for (const row of rows) for (const party of row.known.keys()) count.set(party, (count.get(party) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([party]) => party);
}
