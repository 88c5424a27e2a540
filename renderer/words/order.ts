import { counted } from './count.ts';

/** Words of the page of an order. */
export const order = {
  clausesTab: 'Clauses and obligations', amendmentsTab: 'Other orders', reachTab: 'Whom it reaches', recordTab: 'Record', triggersTab: 'What it triggers',
  orderWords: 'The order’s words', reportWords: 'The report’s words', otherWords: 'The source’s words', does: 'What it makes us do',
  which: 'Which text', issued: 'As issued', compared: 'Compared', amended: 'As amended',
  notInHand: 'Everything below comes from what others tell of the order, not from its text. Filings print it as reported.',
  readOut: 'The order was read out to us; its text is not in hand. Filings print it as told.',
  unquoted: 'No words are recorded for this clause.',
  from: (source: string, pinpoint: string) => [source, pinpoint].filter((part) => part !== '').join(' '),
  amendedBy: (order: string, clause: string) => `amended by ${order}${clause === '' ? '' : ` cl. ${clause}`}`,
  notOwn: 'not the order’s own words',
  either: 'Either', or: 'or',
  met: 'no date set by the order', due: (day: string) => `due ${day}`,
  asksNothing: 'It asks nothing of us that is recorded.',
  noClauses: 'No clause is recorded.', noClausesThen: 'Each clause stands here in its own words, with what it makes us do beside it.', addClauses: 'Record the clauses',
  summary: 'Order summary (PDF)', ask: 'Ask for the text',
  dates: 'Dates', on: 'On the paper', signed: 'Signed', received: 'Received', served: 'Served', effective: 'Effective', published: 'Published', expires: 'Expires',
  notRecorded: 'not recorded', noneStated: 'none stated',
  authority: 'Authority', basis: 'Statute or rule', ground: 'Ground', notStated: 'not stated by the issuer', reasons: 'Reasons',
  formSeen: 'Form seen', gaps: 'What the gaps cost',
  reading: (text: string) => `Adopted: ${text}`, noReading: 'No reading is adopted.', openReading: (count: number) => `${counted(count, 'reading')} recorded.`,
  scopeRule: { barred: 'Barred', exception: 'Exception', reporting_only: 'Reporting only' },
  persons: 'Class of persons, in the order’s words', activities: 'Activities', definition: 'Definition', confirmed: 'Confirmed by the issuer', rule: 'Rule', clause: 'Clause',
  noScope: 'Whom it reaches is not recorded.',
  relation: 'Relation', standing: 'Is the earlier one still owed', noRelations: 'No other order is named.', noTriggers: 'Nothing runs from it yet.',
  textNotInHand: 'Text not in hand',
} as const;
