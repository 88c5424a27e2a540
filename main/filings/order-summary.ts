import { activities } from '../../shared/records/parts/activities.ts';
import { orderFields } from '../../shared/records/kinds/order-fields.ts';
import { order as kind } from '../../shared/records/kinds/order.ts';
import { datesAhead, deadlineParts, deadlinesOf, noDeadlines } from './deadlines.ts';
import { clauseName, count, countWords, lower, partyName, type Desk, type Of } from './desk.ts';
import { furniture } from './furniture.ts';
import { instrumentFacts, sequenceOf } from './instruments.ts';
import { issuesOf } from './issues.ts';
import { obligationCounts, obligationRows } from './obligations.ts';
import type { Fact, OrderSummaryData, Paragraph, Run, Words } from './press/paper.ts';
import { isOurs, requestRows, requestsOf } from './requests.ts';
import { signatures } from './signatures.ts';
import { statements } from './statements.ts';

type Order = Of<'order'>;

/** What the orders ask, of whom, by when, and what is open about them. Our reading stands beside the words on internal papers only (domain.md §7 U16). */
export function orderSummary(desk: Desk): OrderSummaryData {
  const requests = requestsOf(desk).filter(isOurs);
  const deadlines = deadlinesOf(desk, requests);
  const data = {
    account: [...accounts(desk), ...statements(desk)],
    ...sequenceOf(desk),
    instruments: desk.orders.map((order) => ({ title: `${order.number}: ${order.fields.title}`, facts: instrumentFacts(desk, order) })),
    clauses: desk.orders.flatMap((order) => clauses(desk, order)),
    reach: desk.orders.flatMap((order) => reach(desk, order)),
    reachAccount: reachAccount(desk),
    obligations: obligationRows(desk),
    ...deadlineParts(desk, deadlines),
    noDeadlines: noDeadlines(desk),
    relations: desk.orders.flatMap((order) => relations(desk, order)),
    requests: requestRows(desk, requests),
    issues: issuesOf(desk),
  };
  const subtitle = `${desk.orders.length === 1 ? (desk.orders[0]?.fields.title ?? '') : countWords(desk.orders.length, 'instrument', 'instruments')}, as known on ${desk.todayWords}`;
  return { ...data, ...signatures(desk), filing: furniture(desk, subtitle, glance(desk, deadlines, data.requests)), exhibits: desk.cite.table() };
}

function glance(desk: Desk, deadlines: readonly Of<'deadline'>[], requests: OrderSummaryData['requests']): Fact[] {
  const counts = obligationCounts(desk);
  const open = requests.filter((row) => row.answer.sign === 'none' || row.answer.sign === 'part').length;
  return [
    ...desk.orders
      .slice(0, 3)
      .map((order): Fact => [order.number, [{ text: order.fields.title }, `. ${kind.states[order.state as keyof typeof kind.states]?.label ?? order.state}.`]]),
    ['Obligations', counts.all === 0 ? { missing: 'None is recorded.' } : `${count(counts.all, 'obligation', 'obligations')}, of which ${String(counts.open)} open.`],
    ...datesAhead(desk, deadlines),
    ...(requests.length === 0 ? [] : [['Not provided', `${String(open)} of ${count(requests.length, 'item', 'items')} asked for.`] satisfies Fact]),
  ];
}

function accounts(desk: Desk): Paragraph[] {
  return desk.orders.map((order): Run[] => {
    const { textInHand, textNote, formSeen } = order.fields;
    const seen = orderFields.formSeen.options?.[formSeen] ?? formSeen;
    return [
      { text: order.number },
      ', ',
      { text: order.fields.title },
      `. ${textInHand ? 'The text is in hand' : 'The text is not in hand'}; form seen: ${lower(seen)}`,
      ...desk.cite.after(order.fields.papers),
      '.',
      ...(textNote === undefined ? [] : [' ', { text: textNote }]),
    ];
  });
}

function clauses(desk: Desk, order: Order): OrderSummaryData['clauses'] {
  return (order.fields.clauses ?? []).map((one) => {
    const source = desk.cite.exhibit(one.source, one.pinpoint);
    const quoted: Run[] = one.quotation === undefined ? [{ missing: 'The words are not in hand.' }] : [{ quote: one.quotation }];
    const told: Run[] = one.ownWords || one.quotation === undefined ? [] : [{ em: ' as told by the source, not the words of the order' }];
    const base = {
      number: desk.orders.length > 1 ? `${order.number} ${clauseName(one.number)}` : clauseName(one.number),
      words: [...quoted, ...(source === undefined ? [] : [' ', source]), ...told],
    };
    return desk.profile === 'outgoing' ? base : { ...base, reading: reading(one) };
  });
}

function reading(one: NonNullable<Order['fields']['clauses']>[number]): Words | null {
  const terms = (one.terms ?? []).map((term): Run[] => [
    'Open: ',
    { quote: term.term },
    term.question === undefined ? '.' : ', ',
    ...(term.question === undefined ? [] : [{ text: term.question }]),
    ...(term.adopted === undefined ? [] : [' We follow: ', { text: term.adopted }]),
  ]);
  const parts: Run[][] = [
    ...(one.ourReading === undefined ? [] : [[{ text: one.ourReading }]]),
    ...terms,
    ...(one.asksNothing === undefined ? [] : [['Asks nothing of us: ', { text: one.asksNothing }]]),
  ];
  return parts.length === 0 ? null : parts.flatMap((runs, i) => (i === 0 ? runs : [' ', ...runs]));
}

function reach(desk: Desk, order: Order): OrderSummaryData['reach'] {
  const variants = orderFields.scope.fields?.variant?.options ?? {};
  const rules = orderFields.scope.fields?.rule?.options ?? {};
  return (order.fields.scope ?? []).map((one, i) => {
    const what = [...(one.activities ?? []).map((name) => activities[name]), ...(one.versions ?? []).map((version) => `version ${version}`)];
    return {
      number: `${order.number} ${String(i + 1)}`,
      words: [
        { quote: one.persons },
        ...(one.clause === undefined ? [] : [` (${clauseName(one.clause)})`]),
        ...(one.definition === undefined ? [] : ['. ', { text: one.definition }]),
      ],
      whom: [
        `${rules[one.rule] ?? one.rule}: `,
        one.variant === undefined ? { missing: 'no test of nationality stated' } : lowerQuoted(variants[one.variant] ?? one.variant),
        ...((one.countries ?? []).length === 0 ? [] : [' (', { text: (one.countries ?? []).join(', ') }, ')']),
        '.',
      ],
      what: [
        what.length === 0 ? { missing: 'not stated' } : what.join('; '),
        ...(one.territory === undefined ? ['.'] : ['. ', { text: one.territory }]),
        ...(desk.profile === 'internal' && one.confirmedByIssuer === 'asked' ? [' The issuer was asked and has not answered.'] : []),
      ],
    };
  });
}

const lowerQuoted = (words: string) => (words.startsWith('“') ? words : lower(words));

function reachAccount(desk: Desk): Paragraph[] {
  return desk.orders.flatMap((order): Paragraph[] => {
    const addressees = (order.fields.addressees ?? []).flatMap((one): Run[] => {
      const name = partyName(desk, one.party);
      return name === undefined ? [] : [{ text: name }, one.copyInHand ? ' (copy in hand)' : ' (no copy in hand)'];
    });
    const reaches = order.fields.reaches === undefined ? undefined : orderFields.reaches.options?.[order.fields.reaches];
    if (addressees.length === 0 && reaches === undefined) return [];
    return [
      [
        { text: order.number },
        ...(addressees.length === 0
          ? [' names no addressee that is recorded']
          : [' is addressed to ', ...addressees.flatMap((run, i): Run[] => (i > 1 && i % 2 === 0 ? ['; ', run] : [run]))]),
        reaches === undefined
          ? '.'
          : order.fields.reaches === 'not_stated'
            ? '. Whether it reaches versions, successors or derivatives is not stated.'
            : `. It reaches: ${lower(reaches)}.`,
      ],
    ];
  });
}

function relations(desk: Desk, order: Order): OrderSummaryData['relations'] {
  const words = orderFields.relations.fields?.relation?.options ?? {};
  const standings = orderFields.relations.fields?.standing?.options ?? {};
  return (order.fields.relations ?? []).flatMap((one) => {
    const other = desk.shelf.get('order', one.order);
    if (other === undefined) return [];
    const standing = one.standing === undefined ? 'not recorded' : lower(standings[one.standing] ?? one.standing);
    return [
      {
        number: order.number,
        relation: lower(words[one.relation] ?? one.relation),
        instrument: [{ text: other.number }, ', ', { text: other.fields.title }, `. ${kind.states[other.state as keyof typeof kind.states]?.label ?? other.state}.`],
        standing: [`${standing.charAt(0).toUpperCase()}${standing.slice(1)}.`, ...(desk.profile === 'internal' && one.note !== undefined ? [' ', { text: one.note }] : [])],
      },
    ];
  });
}
