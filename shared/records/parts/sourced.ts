import { field } from '../field.ts';
import { attribution } from './attribution.ts';

/** Where a fact stands: the exhibit or contact, the place in it, and by way of whom it comes (domain.md §2.0). */
export const sourced = {
  source: field.links({ label: 'Source', to: ['evidence_item', 'communication', 'statement', 'order'], role: 'source' }),
  pinpoint: field.text({ label: 'Pinpoint', help: 'Page, paragraph or line of the source.' }),
  attribution,
};
