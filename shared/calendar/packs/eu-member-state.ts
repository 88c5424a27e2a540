import type { HolidayPack } from '../holiday-pack.ts';

/** EU member state of the authority. Reference data, not legal advice; not checked against today's text. */
export const euMemberState: HolidayPack = {
  id: 'eu-member-state',
  name: 'EU member state of the authority',
  standing: 'user',
  authority: 'Reg 1182/71 Art 2(1)',
  checkedOn: null,
  counts_in: ['eu'],
  observed: [],
  days: [],
  one_off: [],
  note: 'Entered by the user for the authority concerned; empty until then, and the answer says so.',
};
