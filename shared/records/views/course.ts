import type { DateFact } from '../date-fact.ts';
import type { RecordOf } from '../kinds.ts';
import { doubtOf, hearsay, type Hearsay } from '../parts/attribution.ts';
import { inOrder } from './chronology.ts';

type Event = Pick<RecordOf<'chronology_event'>, 'id' | 'number' | 'state' | 'fields'>;
type Order = Pick<RecordOf<'order'>, 'id' | 'number' | 'state' | 'fields'>;
type Communication = Pick<RecordOf<'communication'>, 'id' | 'number' | 'fields'>;
type Filing = Pick<RecordOf<'filing'>, 'id' | 'number' | 'fields'>;

/** What a record says happened. */
export type HappeningKind = 'event' | 'order-received' | 'order-effective' | 'contact' | 'filed' | 'released' | 'access' | 'tested' | 'effect';

export const happeningLabels: Readonly<Record<HappeningKind, string>> = {
  event: '',
  'order-received': 'Received',
  'order-effective': 'Takes effect',
  contact: 'Contact',
  filed: 'Filed',
  released: 'Released',
  access: 'Access',
  tested: 'Tested',
  effect: 'Effect',
};

/** With what words it is told that nothing better than this stands behind something. */
export const toldAs: Readonly<Record<NonNullable<Happening['told']>, string>> = { ...hearsay, unconfirmed: 'unconfirmed' };

/** One thing that happened, as the record with `number` tells it. */
export interface Happening {
  /** One record may tell of two things: an order is received and takes effect. The first has the record's own id, so that dates relative to it find it. */
  readonly id: string;
  readonly number: string;
  readonly kind: HappeningKind;
  readonly words: string;
  readonly at: DateFact;
  /** The word of doubt with which it must be printed, such as “alleged”. */
  readonly hedge: string | null;
  /** That it rests on hearsay alone, or that an order is not confirmed: it is never told as fact without it. */
  readonly told: Hearsay | 'unconfirmed' | null;
  /** An event that says of itself that it has no source. */
  readonly unsourced: boolean;
  readonly actors: readonly string[];
  /** Who is recorded to have known since when, and how: “not reported” is a way too, and a party is never shown as knowing without it. */
  readonly known: readonly { readonly by: string; readonly at: DateFact; readonly how: string }[];
}

/** What a happening that is no event says of doubt, sources and people. */
export const plainHappening = { hedge: null, told: null, unsourced: false, actors: [], known: [] } as const;

/**
 * The course of a case: its events, and what orders, contacts and filings date by themselves, in the order in which they happened as far as that is known
 * (`inOrder`). What an event is drawn from is not told twice. What has no date is kept, in the place that its relations give it, or at the end.
 */
export function courseOf(records: {
  readonly events: readonly Event[];
  readonly orders: readonly Order[];
  readonly communications: readonly Communication[];
  readonly filings: readonly Filing[];
}): Happening[] {
  const events = records.events.filter((one) => one.state !== 'replaced');
  /** For what is not told twice, the event that tells it. */
  const told = new Map(events.flatMap((one) => (one.fields.derivedFrom === undefined ? [] : [[one.fields.derivedFrom, one.id] as const])));
  const all: Happening[] = [
    ...events.map(
      ({ id, number, fields }): Happening => ({
        id,
        number,
        kind: 'event',
        words: fields.text,
        at: fields.at,
        ...doubtOf(fields.attribution),
        unsourced: fields.unsourced === true,
        actors: fields.actors ?? [],
        known: (fields.known ?? []).map((row) => ({ by: row.by, at: row.at, how: row.how ?? '' })),
      }),
    ),
    ...records.orders
      .filter((one) => one.state !== 'draft' && !told.has(one.id))
      .flatMap(({ id, number, state, fields }): Happening[] => [
        ...(fields.received === undefined
          ? []
          : [{ ...plainHappening, told: orderTold(state, fields), id, number, kind: 'order-received' as const, words: fields.title, at: fields.received }]),
        ...(fields.effective === undefined
          ? []
          : [
              {
                ...plainHappening,
                told: orderTold(state, fields),
                id: fields.received === undefined ? id : `${id} effective`,
                number,
                kind: 'order-effective' as const,
                words: fields.title,
                at: fields.effective,
              },
            ]),
      ]),
    ...records.communications
      .filter((one) => !told.has(one.id))
      .map(
        ({ id, number, fields }): Happening => ({
          ...plainHappening,
          id,
          number,
          kind: 'contact',
          words: fields.subject,
          at: fields.at,
          ...doubtOf(fields.attribution),
          actors: (fields.participants ?? []).map((one) => one.party),
        }),
      ),
    ...records.filings
      .filter((one) => one.fields.filed !== undefined && !told.has(one.id))
      .map(({ id, number, fields }): Happening => ({ ...plainHappening, id, number, kind: 'filed', words: fields.title, at: fields.filed ?? { certainty: 'unknown' } })),
  ];
  // A date may hang on what an event tells: it is put in order by that event, and shown as it was written.
  const order = inOrder(all.map((one) => ({ id: one.id, number: one.number, at: throughEvents(one.at, told), one })));
  return order.map(({ one }) => one);
}

/** How an order is told of that nobody has shown us: as the press has it, or as unconfirmed. */
const orderTold = (state: string, { formSeen }: Pick<Order['fields'], 'formSeen'>): Happening['told'] =>
  formSeen === 'press' ? 'press' : state === 'unconfirmed' ? 'unconfirmed' : null;

const throughEvents = (at: DateFact, told: ReadonlyMap<string, string>): DateFact =>
  at.relative === undefined ? at : { ...at, relative: at.relative.map((relation) => ({ ...relation, of: told.get(relation.of) ?? relation.of })) };

/** From when to when a date may lie, in days `YYYY-MM-DD`; an end that is open is null. Null where nothing is known: it has no place on an axis. */
export interface Span {
  readonly from: string | null;
  readonly to: string | null;
  /** Days that different sides give; empty where nobody disputes. */
  readonly readings: readonly string[];
}
export function spanOf(fact: DateFact): Span | null {
  switch (fact.certainty) {
    case 'exact':
    case 'approximate':
      return { from: fact.day, to: fact.day, readings: [] };
    case 'range':
      return { from: fact.earliest ?? null, to: fact.latest ?? null, readings: [] };
    case 'disputed': {
      const readings = [...new Set(fact.readings.map((one) => one.day))].sort();
      return { from: readings[0] ?? null, to: readings.at(-1) ?? null, readings };
    }
    case 'unknown':
      return null;
  }
}
