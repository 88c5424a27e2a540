import { rule } from '../rule.ts';

/** What an order, a letter or an agreement itself sets. */
export const ordersAndAgreements = [
  rule({
    id: 'generic.fixed-date', title: 'Fixed date set by order, letter or agreement',
    trigger: { event: 'Order/letter text', date_basis: 'fixed_date' },
    inputs: [
      { name: 'fixed_date', type: 'LocalDate | LocalDateTime with zone', required: true, meaning: 'the date the order, letter or agreement names', if_missing: 'due null' },
    ],
    offset: null, unit: 'fixed_date', direction: 'on', counting_method: 'FIXED_DATE', holidays_calendar: 'none',
    act: 'any', actor: 'company', nature: 'our_act', consequence: 'court_order',
    citation: 'FRCP 6(a) committee note 2009 / FRAP 26(a) committee note 2009: the rule does not apply when a fixed time to act is set',
    text: { status: 'text_read', as_of: '2009-12', source: 'frap-note-2009' },
    notes: 'Never rolls. "By 5 p.m. ET Friday" is stored as instant and zone. Counsel sets the consequence when the date comes from a letter or agreement; `safe` is the previous business day when an open office is needed.',
  }),
  rule({
    id: 'court.order.hours', title: 'Compliance period stated in hours by a court',
    trigger: { event: 'Event the court order names (entry, service, notice), date and hour', date_basis: 'datetime_of_event' },
    inputs: [
      { name: 'offset', type: 'integer', required: true, meaning: 'the number of hours or days the order itself states', if_missing: "due null: the order's own number is needed" },
    ],
    offset: null, unit: 'hour', counting_method: 'FRCP6_HOURS', roll_rule: 'NEXT_BUSINESS_SAME_TIME', holidays_calendar: 'us-federal+state',
    act: 'comply', actor: 'company', nature: 'our_act', consequence: 'court_order',
    citation: 'FRCP 6(a)(2)',
    text: { status: 'text_read', as_of: '2025-10', source: 'frcp' },
    notes: 'Court orders only. An order that names a date and hour instead of a period is generic.fixed-date and never rolls. FRAP 26(a)(2) says the same for a court of appeals.',
  }),
  rule({
    id: 'court.order.days', title: 'Compliance period stated in days by a court',
    trigger: { event: 'Event the court order names', date_basis: 'date_of_event' },
    inputs: [
      { name: 'offset', type: 'integer', required: true, meaning: 'the number of hours or days the order itself states', if_missing: "due null: the order's own number is needed" },
    ],
    offset: null, counting_method: 'FRCP6_DAYS', roll_rule: 'NEXT_BUSINESS_FORWARD', holidays_calendar: 'us-federal+state',
    act: 'comply', actor: 'company', nature: 'our_act', consequence: 'court_order',
    citation: 'FRCP 6(a)(1)',
    text: { status: 'text_read', as_of: '2025-10', source: 'frcp' },
    notes: 'Court orders only.',
  }),
  rule({
    id: 'generic.agency-order.hours', title: 'Compliance period stated in hours by an agency order without a counting rule',
    trigger: { event: 'Receipt of the order, date and hour, in the zone the order names (else Washington, D.C.)', date_basis: 'datetime_received' },
    inputs: [
      { name: 'offset', type: 'integer', required: true, meaning: 'the number of hours or days the order itself states', if_missing: "due null: the order's own number is needed" },
    ],
    offset: null, unit: 'hour', counting_method: 'ELAPSED_HOURS', holidays_calendar: 'us-federal',
    act: 'comply', actor: 'company', nature: 'our_act', consequence: 'regulatory_violation',
    citation: 'Order text; no counting rule found',
    text: { status: 'not_applicable', as_of: null, source: 'none' },
    notes: 'No counting rule found; counted strictly: every hour, weekends and holidays included, no roll. Never use the court rule here.',
  }),
  rule({
    id: 'generic.agency-order.days', title: 'Compliance period stated in days by an agency order without a counting rule',
    trigger: { event: 'Receipt of the order (or the date the order names)', date_basis: 'date_received' },
    inputs: [
      { name: 'offset', type: 'integer', required: true, meaning: 'the number of hours or days the order itself states', if_missing: "due null: the order's own number is needed" },
    ],
    offset: null, counting_method: 'PLAIN_CALENDAR', holidays_calendar: 'us-federal',
    act: 'comply', actor: 'company', nature: 'our_act', consequence: 'regulatory_violation',
    citation: 'Order text; no counting rule found',
    text: { status: 'not_applicable', as_of: null, source: 'none' },
    notes: 'Counted strictly, no roll. Orders made under 15 CFR part 766 by an administrative law judge or the Under Secretary use BIS766 instead (766.5(e)).',
  }),
  rule({
    id: 'contract.notice-clause', title: 'Notice required by an agreement (customer, cloud, lender, insurer)',
    trigger: { event: 'Event the clause names', date_basis: 'date_of_event' },
    inputs: [
      { name: 'offset', type: 'integer', required: true, meaning: 'the number of hours or days the order itself states', if_missing: "due null: the order's own number is needed" },
      { name: 'unit', type: 'unit', required: true, meaning: 'unit the clause uses', if_missing: 'due null' },
      { name: 'method', type: 'counting_method', required: true, meaning: 'how the clause counts (business days, calendar days, hours)', if_missing: 'due null: counsel reads the clause' },
      { name: 'agreement', type: 'text', required: false, meaning: 'which agreement and clause; printed with the answer', if_missing: 'shown as "clause not cited"' },
    ],
    offset: null, counting_method: 'AS_STATED', holidays_calendar: 'us-federal',
    act: 'notify', actor: 'company', nature: 'our_act', consequence: 'loses_right',
    citation: "The agreement's notice clause",
    text: { status: 'not_applicable', as_of: null, source: 'none' },
    notes: 'Insurers: notice of circumstances (D&O, cyber). Governing law may have its own counting rule; counsel confirms.',
  }),
];
