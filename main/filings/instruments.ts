import type { DateFact } from '../../shared/records/date-fact.ts';
import { instruments, orderFields } from '../../shared/records/kinds/order-fields.ts';
import { inWords, paperDate } from './paper-date.ts';
import { lower, partyName, type Desk, type Of } from './desk.ts';
import { nameIn } from './record-name.ts';
import type { Fact, OrderSummaryData, PaperDate, Words } from './press/paper.ts';

type Order = Of<'order'>;

/** What is not known exactly says what it lies before or after, of the records that this paper may name. */
const dayOn = (desk: Desk, fact: DateFact | undefined): Words => {
  const date = paperDate(fact, nameIn(desk));
  return date === null ? { missing: 'not recorded' } : [{ date }];
};

/** The particulars of one instrument. Dates that decide periods stand there even where they are not known; other lines only where something is recorded. */
export function instrumentFacts(desk: Desk, order: Order): Fact[] {
  const { fields } = order;
  const day = (fact: DateFact | undefined) => dayOn(desk, fact);
  const issuers = [...(fields.issuer === undefined ? [] : [fields.issuer]), ...(fields.issuers ?? [])].flatMap((id) => partyName(desk, id) ?? []);
  const line = (label: string, value: string | undefined): Fact[] => (value === undefined ? [] : [[label, { text: value }]]);
  const when = (label: string, fact: DateFact | undefined): Fact[] => (fact === undefined ? [] : [[label, day(fact)]]);
  const option = (name: 'formSeen' | 'publicity' | 'reasons' | 'authority', value: string | undefined) => (value === undefined ? undefined : orderFields[name].options?.[value]);
  const basis = fields.legalBasis ?? [];
  return [
    ['Form', `${instruments[fields.instrument]}. Form seen: ${lower(option('formSeen', fields.formSeen) ?? fields.formSeen)}.`],
    ['Issuer', issuers.length > 0 ? { text: issuers.join('; ') } : { missing: fields.issuerUnknown ?? 'not recorded' }],
    ...line('Signed by', fields.signatory),
    ...line('Number', fields.docketNumber),
    ...line('Published at', fields.registerCitation),
    [
      'Legal basis',
      basis.length > 0
        ? { text: basis.map((one) => [one.citation, one.pinpoint].filter((part) => part !== undefined).join(', ')).join('; ') }
        : { missing: `${option('authority', fields.authority) ?? fields.authority}.` },
    ],
    ...(fields.grounds ?? []).map((one): Fact => ['Ground', [{ quote: one.text }, ...desk.cite.after(one.source === undefined ? [] : [one.source])]]),
    ...(fields.reasons === undefined ? [] : [['Reasons given', `${option('reasons', fields.reasons) ?? fields.reasons}.`] satisfies Fact]),
    ...when('Signed', fields.signed),
    ['Dated', day(fields.issued)],
    ['Received', [...[day(fields.received)].flat(), ...desk.cite.after(fields.receiptEvidence)]],
    ...when('Served', fields.served),
    ...when('Published', fields.published),
    ['Effective', day(fields.effective)],
    ['Expires', day(fields.expires)],
    ...(fields.publicity === undefined ? [] : [['Publicity', `${option('publicity', fields.publicity) ?? fields.publicity}.`] satisfies Fact]),
    ...line('Lifting', fields.liftConditions),
    ...line('Reporting', fields.reporting),
    ...line('Penalties', fields.penalties),
    ...line('Confidentiality', fields.confidentiality),
    ...(desk.profile === 'internal' ? line('Review', fields.review) : []),
  ];
}

interface Event {
  readonly fact: DateFact | undefined;
  readonly words: string;
  readonly order: number;
}

/** Most events that stand side by side on the width of the text. */
const mostEvents = 6;

/** What happened, in order, for the line of events and its alternative text. An event without a known date stands where its instrument stands. */
export function sequenceOf(desk: Desk): Pick<OrderSummaryData, 'sequence' | 'sequenceAlt'> {
  const events = desk.orders.flatMap((order, i): Event[] => {
    const of = (fact: DateFact | undefined, what: string): Event[] => (fact === undefined ? [] : [{ fact, words: `${order.number} ${what}`, order: i }]);
    const { issued, received, effective, expires, published } = order.fields;
    const dated = [...of(issued, 'dated'), ...of(published, 'published'), ...of(received, 'received'), ...of(effective, 'effective'), ...of(expires, 'expires')].filter(
      ({ fact }) => fact?.certainty !== 'unknown',
    );
    return dated.length > 0 ? merged(dated) : [{ fact: undefined, words: `${order.number} given`, order: i }];
  });
  if (!events.some(({ fact }) => fact !== undefined)) return { sequence: [], sequenceAlt: '' };
  const shown = fewEnough(events).sort((a, b) => sortDay(a).localeCompare(sortDay(b)) || a.order - b.order);
  const sequence = shown.map(({ fact, words }): { date: PaperDate; words: string } => ({ date: paperDate(fact) ?? { unknown: null }, words }));
  const told = shown.map(({ fact, words }) => `${inWords(fact)}: ${words}`);
  return { sequence, sequenceAlt: `${shown.length === 1 ? 'One event' : `${String(shown.length)} events`} in order. ${told.join('; ')}.` };
}

/** All events, or the first of each instrument and when it took effect, or one an instrument; the latest of them where even that is too many. */
function fewEnough(events: readonly Event[]): Event[] {
  const effective = ({ words }: Event) => words.includes('effective');
  const first = (event: Event) => events.find((other) => other.order === event.order) === event;
  const main = (event: Event) => (events.find((other) => other.order === event.order && effective(other)) ?? events.find((other) => other.order === event.order)) === event;
  const ways = [events, events.filter((event) => first(event) || effective(event)), events.filter(main)];
  return [...(ways.find((way) => way.length <= mostEvents) ?? events.filter(main).slice(-mostEvents))];
}

/** Events of one instrument on one day are one event: "received; effective". */
function merged(events: readonly Event[]): Event[] {
  const byDay = new Map<string, Event>();
  for (const event of events) {
    const key = JSON.stringify(event.fact?.certainty === 'exact' ? event.fact.day : event.fact);
    const before = byDay.get(key);
    byDay.set(key, before === undefined ? event : { ...before, words: `${before.words}; ${event.words.split(' ').slice(1).join(' ')}` });
  }
  return [...byDay.values()];
}

function sortDay({ fact }: Event): string {
  switch (fact?.certainty) {
    case 'exact':
    case 'approximate':
      return fact.day;
    case 'range':
      return fact.earliest ?? fact.latest ?? '';
    case 'disputed':
      return fact.readings.map((one) => one.day).sort()[0] ?? '';
    default:
      // Before what is dated: the sources tell of it as earlier, or not at all.
      return '';
  }
}
