import type { Example } from '../example.ts';

/** European Union and England and Wales, computed by hand. */
export const europe: readonly Example[] = [
  {
    id: 'c-eu-15', kind: 'computed', source_quality: null, rule_id: 'eu.aia.73.general.15', counting_method: 'EU1182_DAYS',
    input: { trigger: '2026-09-04', offset: 15, unit: 'calendar_day', direction: 'after', member_state_holidays: [] },
    expected: { due: '2026-09-21', weekday: 'Mon' },
    explanation: '15th day Sat 19 Sep -> Mon 21 Sep 2026.',
    source: 'computed by an independent reference implementation; rule text per deadline-rules.json',
  },
  {
    id: 'c-eu-2-friday', kind: 'computed', source_quality: null, rule_id: 'eu.aia.73.critical.2', counting_method: 'EU1182_DAYS',
    input: { trigger: '2026-09-04', offset: 2, unit: 'calendar_day', direction: 'after', member_state_holidays: [] },
    expected: { due: '2026-09-08', weekday: 'Tue', safe: '2026-09-06' },
    explanation: 'Friday trigger: 2nd day Sunday -> Monday, but at least two working days (Art 3(5), general knowledge) -> Tue 8 Sep 2026. safe: Sun 6 Sep, without roll or extension. Recomputed day by day.',
    source: 'computed by an independent reference implementation; rule text per deadline-rules.json',
  },
  {
    id: 'c-eu-2-monday', kind: 'computed', source_quality: null, rule_id: 'eu.aia.73.critical.2', counting_method: 'EU1182_DAYS',
    input: { trigger: '2026-09-07', offset: 2, unit: 'calendar_day', direction: 'after', member_state_holidays: [] },
    expected: { due: '2026-09-09', weekday: 'Wed' },
    explanation: 'Mon trigger: Wed 9 Sep 2026.',
    source: 'computed by an independent reference implementation; rule text per deadline-rules.json',
  },
  {
    id: 'c-uk-bank-holiday', kind: 'computed', source_quality: null, rule_id: 'uk.cpr.clear-days', counting_method: 'UK_CPR_CLEAR_DAYS',
    input: { event: '2026-04-08', offset: 3, unit: 'calendar_day', direction: 'before', limit: 'at_least' },
    expected: { due: '2026-03-31' },
    explanation: 'Hearing Wed 8 Apr 2026; Good Friday 3 Apr and Easter Monday 6 Apr skipped.',
    source: 'computed by an independent reference implementation; rule text per deadline-rules.json',
  },
  {
    id: 'c-eu-72h', kind: 'computed', source_quality: null, rule_id: 'eu.gdpr.33.72h', counting_method: 'EU1182_HOURS',
    input: { trigger: '2026-06-12T09:20', tz: 'Europe/Berlin', offset: 72, unit: 'hour', direction: 'after' },
    expected: { due: '2026-06-15T10:00', safe: '2026-06-15T09:20' },
    explanation: 'The hour of the event (09:00-10:00) is not counted; 72 hours from 10:00. safe: 72 elapsed hours.',
    source: 'computed day by day by an independent script; rule text per deadline-rules.json',
  },
  {
    id: 'c-eu-month', kind: 'computed', source_quality: null, rule_id: 'eu.gdpr.12.1m', counting_method: 'EU_MONTH',
    input: { trigger: '2026-01-31', offset: 1, unit: 'month', direction: 'after', member_state_holidays: [] },
    expected: { raw_last_day: '2026-02-28', due: '2026-03-02', safe: '2026-02-28' },
    explanation: 'Clamped to Sat 28 Feb 2026 -> Mon 2 Mar; safe is not rolled.',
    source: 'computed day by day by an independent script; rule text per deadline-rules.json',
  },
  {
    id: 'c-uk-jr-3m', kind: 'computed', source_quality: null, rule_id: 'uk.judicial-review.3m', counting_method: 'UK_MONTH',
    input: { trigger: '2026-05-31', offset: 3, unit: 'month', direction: 'after' },
    expected: { raw_last_day: '2026-08-31', due: '2026-09-01', safe: '2026-08-28' },
    explanation: 'Mon 31 Aug 2026 is the summer bank holiday: Tue 1 Sep; safe Fri 28 Aug.',
    source: 'computed day by day by an independent script; rule text per deadline-rules.json',
  },
  {
    id: 'c-cpr-service-weekend', kind: 'computed', source_quality: null, rule_id: 'uk.cpr.clear-days', counting_method: 'UK_CPR_CLEAR_DAYS',
    input: { trigger: '2026-10-03', offset: 14, unit: 'calendar_day', direction: 'after', act_at_court_office: 'no' },
    expected: { due: '2026-10-17', safe: '2026-10-16' },
    explanation: 'A last date for service on Sat 17 Oct does not roll.',
    source: 'computed day by day by an independent script; rule text per deadline-rules.json',
  },
  {
    id: 'c-cpr-office-weekend', kind: 'computed', source_quality: null, rule_id: 'uk.cpr.clear-days', counting_method: 'UK_CPR_CLEAR_DAYS',
    input: { trigger: '2026-10-03', offset: 14, unit: 'calendar_day', direction: 'after', act_at_court_office: 'yes' },
    expected: { due: '2026-10-19', safe: '2026-10-16' },
    explanation: 'An act at the court office moves to Mon 19 Oct (2.8(5)).',
    source: 'computed day by day by an independent script; rule text per deadline-rules.json',
  },
  {
    id: 'c-nsia-30wd', kind: 'computed', source_quality: null, rule_id: 'uk.nsia.review.30wd', counting_method: 'BUSINESS_DAYS',
    input: { trigger: '2026-06-01', offset: 30, unit: 'working_day', direction: 'after' },
    expected: { due: '2026-07-10', follow_up: '2026-07-13' },
    explanation: 'The day of acceptance is day 1: Fri 10 Jul 2026.',
    source: 'computed day by day by an independent script; rule text per deadline-rules.json',
  },
  {
    id: 'c-nsia-jr-28d', kind: 'computed', source_quality: null, rule_id: 'uk.nsia.judicial-review.28d', counting_method: 'PLAIN_CALENDAR',
    input: { trigger: '2026-06-01', offset: 28, unit: 'calendar_day', direction: 'after' },
    expected: { due: '2026-06-29', safe: '2026-06-29' },
    explanation: '28 days beginning with the day after the grounds arose.',
    source: 'computed day by day by an independent script; rule text per deadline-rules.json',
  },
];
