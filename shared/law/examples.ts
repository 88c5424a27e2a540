import type { Example } from './example.ts';
import { agencies } from './examples/agencies.ts';
import { appeals } from './examples/appeals.ts';
import { bis } from './examples/bis.ts';
import { civilDiscovery } from './examples/civil-discovery.ts';
import { courtDays } from './examples/court-days.ts';
import { europe } from './examples/europe.ts';
import { published } from './examples/published.ts';

/** Every worked example that is shipped. */
export const examples: readonly Example[] = [...published, ...courtDays, ...civilDiscovery, ...appeals, ...bis, ...agencies, ...europe];

/** The worked examples of one rule, to show beside it. */
export function examplesOf(ruleId: string): readonly Example[] {
  return examples.filter((example) => example.rule_id === ruleId);
}
