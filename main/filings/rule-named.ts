import type { Rule } from '../../shared/law/rule.ts';
import { rules } from '../../shared/law/rules.ts';

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule a deadline names, or undefined: one that was entered by hand, or one from a later version of the rules. */
export const ruleNamed = (id: string | undefined): Rule | undefined => (id === undefined ? undefined : byId.get(id));
