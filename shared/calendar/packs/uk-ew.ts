import type { HolidayPack } from '../holiday-pack.ts';

/** England and Wales. Reference data, not legal advice; not checked against today's text. */
export const ukEw: HolidayPack = {
  id: 'uk-ew',
  name: 'England and Wales',
  standing: 'prevailing',
  authority: 'Banking and Financial Dealings Act 1971; CPR 2.8(4) (adds Christmas Day and Good Friday)',
  checkedOn: null,
  counts_in: ['uk'],
  observed: [{ holiday_on: ['Sat', 'Sun'], observed: 'next-free-weekday', settled: true, effective_from: null, source: 'proclamations (general knowledge)' }],
  days: [
    { id: 'uk-new-year', name: "New Year's Day", rule: { kind: 'fixed', month: 1, day: 1 }, effective_from: '1974-01-01', effective_to: null, source: 'general knowledge' },
    { id: 'uk-good-friday', name: 'Good Friday', rule: { kind: 'easter', offset: -2 }, effective_from: null, effective_to: null, source: 'general knowledge' },
    { id: 'uk-easter-monday', name: 'Easter Monday', rule: { kind: 'easter', offset: 1 }, effective_from: null, effective_to: null, source: 'general knowledge' },
    {
      id: 'uk-early-may',
      name: 'Early May bank holiday',
      rule: { kind: 'nth', month: 5, weekday: 'Mon', n: 1 },
      effective_from: '1978-01-01',
      effective_to: null,
      source: 'general knowledge',
      except_years: [2020],
    },
    {
      id: 'uk-spring',
      name: 'Spring bank holiday',
      rule: { kind: 'last', month: 5, weekday: 'Mon' },
      effective_from: '1971-01-01',
      effective_to: null,
      source: 'general knowledge',
      except_years: [2002, 2012, 2022],
    },
    {
      id: 'uk-summer',
      name: 'Summer bank holiday',
      rule: { kind: 'last', month: 8, weekday: 'Mon' },
      effective_from: '1971-01-01',
      effective_to: null,
      source: 'general knowledge',
    },
    { id: 'uk-christmas', name: 'Christmas Day', rule: { kind: 'fixed', month: 12, day: 25 }, effective_from: null, effective_to: null, source: 'general knowledge' },
    { id: 'uk-boxing', name: 'Boxing Day', rule: { kind: 'fixed', month: 12, day: 26 }, effective_from: null, effective_to: null, source: 'general knowledge' },
  ],
  one_off: ['2002-06-03', '2002-06-04', '2011-04-29', '2012-06-04', '2012-06-05', '2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08'],
  note: 'General knowledge throughout.',
};
