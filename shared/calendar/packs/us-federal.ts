import type { HolidayPack } from '../holiday-pack.ts';

/** United States, federal. Reference data, not legal advice; not checked against today's text. */
export const usFederal: HolidayPack = {
  id: 'us-federal',
  name: 'United States, federal',
  standing: 'prevailing',
  authority: '5 USC 6103; FRCP 6(a)(6)(A)-(B); FRAP 26(a)(6)(A)-(B)',
  checkedOn: null,
  counts_in: ['court_forward', 'court_backward', 'bis766', 'agency_business_days'],
  observed: [
    { holiday_on: ['Sat'], observed: 'friday', settled: false, effective_from: '1959-09-22', source: '5 USC 6103(b), "for the purpose of statutes relating to pay and leave"', note: "Courts post the Friday and extend to it. A deadline resting on such a Friday carries reading observed_friday: due by the Friday as holiday, safe without it. New Year's Day on a Saturday makes 31 December of the year before such a Friday." },
    { holiday_on: ['Sun'], observed: 'monday', settled: true, effective_from: '1971-02-11', source: 'E.O. 11582 section 3, hence FRCP 6(a)(6)(B): a day declared a holiday by the President' },
  ],
  days: [
    { id: 'new-year', name: "New Year's Day", rule: { kind: 'fixed', month: 1, day: 1 }, effective_from: '1885-01-06', effective_to: null, source: '5 USC 6103(a)' },
    { id: 'mlk', name: 'Birthday of Martin Luther King, Jr.', rule: { kind: 'nth', month: 1, weekday: 'Mon', n: 3 }, effective_from: '1986-01-01', effective_to: null, source: '5 USC 6103(a)' },
    { id: 'washington-22', name: "Washington's Birthday", rule: { kind: 'fixed', month: 2, day: 22 }, effective_from: '1885-01-31', effective_to: '1970-12-31', source: '5 USC 6103(a)' },
    { id: 'washington', name: "Washington's Birthday", rule: { kind: 'nth', month: 2, weekday: 'Mon', n: 3 }, effective_from: '1971-01-01', effective_to: null, source: '5 USC 6103(a)' },
    { id: 'memorial-30', name: 'Memorial Day', rule: { kind: 'fixed', month: 5, day: 30 }, effective_from: '1888-08-01', effective_to: '1970-12-31', source: '5 USC 6103(a)' },
    { id: 'memorial', name: 'Memorial Day', rule: { kind: 'last', month: 5, weekday: 'Mon' }, effective_from: '1971-01-01', effective_to: null, source: '5 USC 6103(a)' },
    { id: 'juneteenth', name: 'Juneteenth National Independence Day', rule: { kind: 'fixed', month: 6, day: 19 }, effective_from: '2021-06-17', effective_to: null, source: '5 USC 6103(a)' },
    { id: 'independence', name: 'Independence Day', rule: { kind: 'fixed', month: 7, day: 4 }, effective_from: '1885-01-06', effective_to: null, source: '5 USC 6103(a)' },
    { id: 'labor', name: 'Labor Day', rule: { kind: 'nth', month: 9, weekday: 'Mon', n: 1 }, effective_from: '1894-06-28', effective_to: null, source: '5 USC 6103(a)' },
    { id: 'columbus', name: 'Columbus Day', rule: { kind: 'nth', month: 10, weekday: 'Mon', n: 2 }, effective_from: '1971-01-01', effective_to: null, source: '5 USC 6103(a)' },
    { id: 'armistice', name: 'Armistice Day (Veterans Day from 1954)', rule: { kind: 'fixed', month: 11, day: 11 }, effective_from: '1938-05-13', effective_to: '1970-12-31', source: '5 USC 6103(a)' },
    { id: 'veterans-october', name: 'Veterans Day', rule: { kind: 'nth', month: 10, weekday: 'Mon', n: 4 }, effective_from: '1971-01-01', effective_to: '1977-12-31', source: '5 USC 6103(a)' },
    { id: 'veterans', name: 'Veterans Day', rule: { kind: 'fixed', month: 11, day: 11 }, effective_from: '1978-01-01', effective_to: null, source: '5 USC 6103(a)' },
    { id: 'thanksgiving-last', name: 'Thanksgiving Day', rule: { kind: 'last', month: 11, weekday: 'Thu' }, effective_from: '1885-01-06', effective_to: '1938-12-31', source: 'presidential proclamations' },
    { id: 'thanksgiving-1939-41', name: 'Thanksgiving Day', rule: { kind: 'table', dates: ['1939-11-23', '1940-11-21', '1941-11-20'] }, effective_from: '1939-01-01', effective_to: '1941-12-31', source: 'presidential proclamations' },
    { id: 'thanksgiving', name: 'Thanksgiving Day', rule: { kind: 'nth', month: 11, weekday: 'Thu', n: 4 }, effective_from: '1941-12-26', effective_to: null, source: '5 USC 6103(a)' },
    { id: 'christmas', name: 'Christmas Day', rule: { kind: 'fixed', month: 12, day: 25 }, effective_from: '1885-01-06', effective_to: null, source: '5 USC 6103(a)' },
  ],
  one_off: [],
  note: 'Days declared by the President or Congress are entered by the user: date, by whom, source. Administrative leave or a lapse in appropriations is not a holiday unless a court or statute says so.',
};
