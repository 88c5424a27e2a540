import type { HolidayPack } from '../holiday-pack.ts';

/** California. Reference data, not legal advice; not checked against today's text. */
export const usCa: HolidayPack = {
  id: 'us-ca',
  name: 'California',
  standing: 'arguable',
  authority: 'Cal. Gov. Code 6700-6701; FRCP 6(a)(6)(C); FRAP 26(a)(6)(C)',
  checkedOn: null,
  counts_in: ['court_forward'],
  observed: [{ holiday_on: ['Sun'], observed: 'monday', settled: false, effective_from: null, only: ['ca-lincoln', 'ca-chavez', 'ca-admission'], source: 'Gov. Code 6701' }],
  days: [
    {
      id: 'ca-lunar-new-year',
      name: 'Lunar New Year',
      rule: { kind: 'table', dates: ['2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13'] },
      effective_from: '2023-01-01',
      effective_to: null,
      source: 'Gov. Code 6700(a)(4)',
      note: 'Second new moon after the winter solstice; table is general knowledge, later years are entered by counsel.',
    },
    { id: 'ca-lincoln', name: 'Lincoln Day', rule: { kind: 'fixed', month: 2, day: 12 }, effective_from: null, effective_to: null, source: 'Gov. Code 6700(a)(5)' },
    { id: 'ca-chavez', name: 'Cesar Chavez Day', rule: { kind: 'fixed', month: 3, day: 31 }, effective_from: '2001-01-01', effective_to: null, source: 'Gov. Code 6700(a)(7)' },
    {
      id: 'ca-genocide',
      name: 'Genocide Remembrance Day',
      rule: { kind: 'fixed', month: 4, day: 24 },
      effective_from: '2023-01-01',
      effective_to: null,
      source: 'Gov. Code 6700(a)(8)',
    },
    { id: 'ca-admission', name: 'Admission Day', rule: { kind: 'fixed', month: 9, day: 9 }, effective_from: null, effective_to: null, source: 'Gov. Code 6700(a)(13)' },
    {
      id: 'ca-native-american',
      name: 'Native American Day',
      rule: { kind: 'nth', month: 9, weekday: 'Fri', n: 4 },
      effective_from: null,
      effective_to: null,
      source: 'Gov. Code 6700(a)(14)',
    },
    {
      id: 'ca-diwali',
      name: 'Diwali',
      rule: { kind: 'table', dates: [] },
      effective_from: '2026-01-01',
      effective_to: null,
      source: 'AB 268, Stats. 2025 ch. 358',
      note: 'No dates shipped: entered by counsel.',
    },
  ],
  one_off: [],
  note: 'Days the federal pack already has are left out. Sundays are holidays anyway; Good Friday noon to 3 p.m. is a part of a day and is not counted. The day after Thanksgiving is a judicial holiday (Code Civ. Proc. 135), not in this list. Days appointed by the Governor are entered by counsel. Moves `latest`, never `due` or `safe`.',
};
