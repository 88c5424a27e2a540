import { outsideRoles, type Nature } from './rule.ts';
import type { Work } from './work.ts';

const mirror: { readonly [From in Nature]?: Nature } = {
  our_act: 'their_act',
  their_act: 'our_act',
  expiry_protecting_us: 'expiry_burdening_us',
  expiry_burdening_us: 'expiry_protecting_us',
  exposure_end: 'our_act',
};
/** Roles that any side holds: naming another role of ours says nothing against them. */
const anybody = ['party', 'company'];

/** What kind of date it is for us: the rule's own, mirrored where the other side holds the actor's role. Rules about outside roles are written from the company's side. */
export function natureOf({ rule, facts }: Work): Nature {
  if (facts.limit === 'event_at_least_after' || (rule.counting_method === 'UK_CPR_CLEAR_DAYS' && facts.limit === 'not_more_than')) return 'earliest_permitted';
  const ours = facts.our_role;
  if (ours === undefined || ours === rule.actor || anybody.includes(rule.actor) || outsideRoles.some((role) => role === rule.actor)) return rule.nature;
  return mirror[rule.nature] ?? rule.nature;
}
