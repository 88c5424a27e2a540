import { rule } from '../rule.ts';

/** England and Wales: Civil Procedure Rules, National Security and Investment Act 2021. */
export const englandAndWales = [
  rule({
    id: 'uk.cpr.clear-days', title: 'England & Wales clear-day rule',
    trigger: { event: 'Any CPR period in days', date_basis: 'rule_specific' },
    inputs: [
      { name: 'offset', type: 'integer', required: true, meaning: 'days in the rule or order', if_missing: 'due null' },
      { name: 'limit', type: 'at_least | not_more_than | event_at_least_after', required: false, meaning: 'how the period meets the event', if_missing: 'within n days after the trigger' },
      { name: 'act_at_court_office', type: 'yes | no', required: false, meaning: 'only an act at the court office moves to the next open day (2.8(5)); service never does', if_missing: '"no" assumed (no roll)' },
    ],
    offset: null, counting_method: 'UK_CPR_CLEAR_DAYS', roll_rule: 'COURT_OFFICE_ACT_ONLY', holidays_calendar: 'uk-ew',
    act: 'modifier', actor: 'party', nature: 'our_act', consequence: 'validation',
    citation: 'CPR 2.8',
    text: { status: 'text_read', as_of: '2019-08', source: 'cpr-2.8' },
    notes: 'Exclude the start day and, when the end is an event, the event day. Periods of 5 days or less skip Saturday, Sunday, bank holidays, Christmas Day, Good Friday. A last date for service on such a day: `safe` is the previous business day (deemed service, 6.26).',
  }),
  rule({
    id: 'uk.judicial-review.3m', title: 'Judicial review claim form',
    trigger: { event: 'Grounds first arose', date_basis: 'date_of_event' },
    offset: 3, unit: 'month', counting_method: 'UK_MONTH', roll_rule: 'COURT_OPEN_FORWARD', holidays_calendar: 'uk-ew',
    act: 'file', actor: 'claimant', nature: 'our_act', consequence: 'loses_right',
    citation: 'CPR 54.5(1)',
    text: { status: 'general_knowledge', as_of: null, source: 'general' },
    notes: 'Promptly, and in any event not later than 3 months. Some decisions have their own shorter limit: decisions under the National Security and Investment Act 2021 have 28 days (uk.nsia.judicial-review.28d).',
  }),
  rule({
    id: 'uk.nsia.review.30wd', title: 'NSI Act initial review period',
    trigger: { event: 'Notification accepted', date_basis: 'date_of_notice' },
    offset: 30, unit: 'working_day', counting_method: 'BUSINESS_DAYS', count_trigger_day: true, holidays_calendar: 'uk-ew',
    act: 'agency_decide', actor: 'agency', nature: 'their_act', consequence: 'expectation',
    citation: 'National Security and Investment Act 2021 s.14',
    effective_from: '2022-01-04',
    text: { status: 'general_knowledge', as_of: null, source: 'general' },
    notes: 'The period begins WITH the day notification of acceptance is given: that day is day 1 if a working day.',
  }),
  rule({
    id: 'uk.nsia.judicial-review.28d', title: 'Judicial review of a National Security and Investment Act decision',
    trigger: { event: 'Day on which the grounds first arose', date_basis: 'date_of_event' },
    offset: 28, counting_method: 'PLAIN_CALENDAR', holidays_calendar: 'uk-ew',
    act: 'file', actor: 'claimant', nature: 'our_act', consequence: 'loses_right',
    citation: 'National Security and Investment Act 2021 s.49',
    effective_from: '2022-01-04',
    text: { status: 'secondary', as_of: null, source: 'nsia-49' },
    notes: 'Beginning with the day after the grounds first arose; the court may permit later.',
  }),
];
