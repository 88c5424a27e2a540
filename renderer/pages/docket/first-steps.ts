import type { SlimRow } from '../../../shared/contract/contract.ts';

/** What is recorded first, each resting on the one before: a case holds everything, an order is about a model, a deadline arises from an order. */
export const firstSteps = ['case', 'restricted_model', 'order', 'deadline'] as const;
export type FirstStep = (typeof firstSteps)[number];

/** What a person who begins records next, from what is open: the first kind of which there is nothing yet. */
export const nextStep = (open: readonly SlimRow[]): FirstStep => firstSteps.find((kind) => !open.some((row) => row.kind === kind)) ?? 'deadline';
