import { refuse } from '../failure/failure.ts';
import type { Rule } from './rule.ts';
import { agencies } from './rules/agencies.ts';
import { appeals } from './rules/appeals.ts';
import { bisDenial } from './rules/bis-denial.ts';
import { bisDisclosure } from './rules/bis-disclosure.ts';
import { bisEnforcement } from './rules/bis-enforcement.ts';
import { bisLicense } from './rules/bis-license.ts';
import { civilDiscovery } from './rules/civil-discovery.ts';
import { civilProcedure } from './rules/civil-procedure.ts';
import { englandAndWales } from './rules/england-and-wales.ts';
import { europe } from './rules/europe.ts';
import { ordersAndAgreements } from './rules/orders-and-agreements.ts';
import { recordsAndSanctions } from './rules/records-and-sanctions.ts';

/** Every rule that is shipped, by body of law. None is confirmed by counsel. */
export const rules: readonly Rule[] = [
  ...bisDisclosure,
  ...bisLicense,
  ...bisEnforcement,
  ...bisDenial,
  ...recordsAndSanctions,
  ...civilProcedure,
  ...civilDiscovery,
  ...appeals,
  ...agencies,
  ...europe,
  ...englandAndWales,
  ...ordersAndAgreements,
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** Rules that were split, so that a stored deadline can say which of the new ones it may be. */
export const renamed: readonly { readonly from: string; readonly to: readonly string[]; readonly why: string }[] = [
  { from: 'generic.order.hours', to: ['court.order.hours', 'generic.agency-order.hours'], why: 'court hours roll over weekends and holidays, agency hours do not' },
  { from: 'frcp.15.amend.21', to: ['frcp.15.amend.A', 'frcp.15.amend.B'], why: 'only B may have three days added' },
  { from: 'frcp.34.response.30', to: ['frcp.34.response.30', 'frcp.34.response-early.30'], why: 'requests delivered early run from the Rule 26(f) conference; first id kept' },
];

/** The rule of that id, or undefined. */
export function ruleNamed(id: string): Rule | undefined {
  return byId.get(id);
}

/** The rule of that id. Refuses `rule-unknown`. */
export function ruleById(id: string): Rule {
  return byId.get(id) ?? refuse({ code: 'rule-unknown', rule: id });
}
