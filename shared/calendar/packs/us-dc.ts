import type { HolidayPack } from '../holiday-pack.ts';

/** District of Columbia. Reference data, not legal advice; not checked against today's text. */
export const usDc: HolidayPack = {
  id: 'us-dc',
  name: 'District of Columbia',
  standing: 'arguable',
  authority: 'D.C. Code 28-2701 ("holidays in the District for all purposes"); FRCP 6(a)(6)(C) with 81(d)(2) ("State" includes the District); FRAP 26(a)(6)(C)',
  checkedOn: null,
  counts_in: ['court_forward'],
  observed: [
    { holiday_on: ['Sat'], observed: 'friday', settled: false, effective_from: null, source: 'D.C. Code 28-2701 (general knowledge)' },
    { holiday_on: ['Sun'], observed: 'monday', settled: false, effective_from: null, source: 'D.C. Code 28-2701 (general knowledge)' },
  ],
  days: [
    {
      id: 'dc-emancipation',
      name: 'Emancipation Day',
      rule: { kind: 'fixed', month: 4, day: 16 },
      effective_from: '2007-01-01',
      effective_to: null,
      source: 'D.C. Code 28-2701; 1-612.02(a)(11) ("beginning in the year 2007")',
    },
    {
      id: 'dc-inauguration',
      name: 'Inauguration Day',
      rule: { kind: 'every', years: 4, from_year: 1981, month: 1, day: 20 },
      effective_from: '1981-01-20',
      effective_to: null,
      source: 'D.C. Code 28-2701; 1-612.02(c); 5 USC 6103(c)',
      note: 'If 20 January is a Sunday, the day chosen for public observance.',
    },
  ],
  one_off: [],
  note: 'D.D.C. and D.C. Circuit only, forward periods only. Moves `latest`, never `due` or `safe`.',
};
