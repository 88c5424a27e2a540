import type { Recorded } from './person-facts.ts';

/** Somebody who works for nobody that a rule names. */
const elsewhere = 'somebody whom no rule names';

/** Classes of people over which the reach of an order is shown. Of each only that is known which makes the class; an exception by employer is not one of them. */
export const personClasses: readonly { readonly key: string; readonly label: string; readonly recorded: Recorded }[] = [
  { key: 'us_citizen', label: 'Citizens', recorded: { citizenships: ['US'], employer: elsewhere } },
  { key: 'us_national', label: 'Nationals', recorded: { citizenships: ['AS'], employer: elsewhere } },
  { key: 'permanent_resident', label: 'Permanent residents', recorded: { usCitizenOrNational: false, permanentResident: true, employer: elsewhere } },
  { key: 'refugee_asylee', label: 'Refugees and asylees', recorded: { usCitizenOrNational: false, permanentResident: false, protectedIndividual: true, employer: elsewhere } },
  { key: 'foreign_inside', label: 'Other foreign persons in the US', recorded: { usPerson: false, location: 'US', employer: elsewhere } },
  { key: 'foreign_abroad', label: 'Other foreign persons abroad', recorded: { usPerson: false, employer: elsewhere } },
  { key: 'not_known', label: 'Status not known', recorded: { employer: elsewhere } },
];
