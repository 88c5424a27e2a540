import type { CourtProfile } from './court.ts';

/** Courts whose profile is shipped. Nothing here was checked against today's local rules (`checkedOn` null): every answer says so. */
export const courts: readonly CourtProfile[] = [
  {
    id: 'us-dcd',
    name: 'United States District Court for the District of Columbia',
    kind: 'district',
    zone: 'America/New_York',
    state: 'DC',
    holidayPacks: ['us-federal', 'us-dc'],
    clerkOffice: null,
    eFilingCutoff: null,
    source: 'FRCP 6(a)(4)(A); 81(d)(2)',
    checkedOn: null,
    note: 'No cut-off known: 11:59:59 p.m. shown with "end of day not confirmed for this court".',
  },
  {
    id: 'us-cand',
    name: 'United States District Court for the Northern District of California',
    kind: 'district',
    zone: 'America/Los_Angeles',
    state: 'CA',
    holidayPacks: ['us-federal', 'us-ca'],
    clerkOffice: null,
    eFilingCutoff: null,
    source: 'FRCP 6(a)(4)(A)',
    checkedOn: null,
    note: 'As us-dcd.',
  },
  {
    id: 'us-ca3',
    name: 'United States Court of Appeals for the Third Circuit',
    kind: 'circuit',
    zone: 'America/New_York',
    state: 'PA',
    holidayPacks: ['us-federal'],
    clerkOffice: { city: 'Philadelphia', closes: '17:00' },
    eFilingCutoff: { time: '17:00', zone: 'America/New_York', exceptInitiating: true, source: '3d Cir. L.A.R. 26.1(a)-(b), 113.3(c), effective 1 July 2023 (accounts read, not the rule itself)', checkedOn: null },
    source: 'FRAP 26(a)(4)(B)',
    checkedOn: null,
    note: 'The cut-off does not apply to papers that initiate a proceeding: those have until the end of the day.',
  },
];
