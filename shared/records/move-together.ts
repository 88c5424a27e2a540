import type { KindDefinition } from './kind.ts';
import { kindApart, type ApartBecause } from './together.ts';

/** Kinds whose every state says something that rests on a paper, a decision or a signature of its own. */
const kindsApart: Readonly<Record<string, ApartBecause>> = {
  case: 'determination',
  order: 'paper',
  authorization: 'paper',
  review_route: 'paper',
  scope_rule: 'determination',
  production_set: 'signature',
  notice: 'signature',
  statement: 'signature',
  court_profile: 'date',
  closure: 'date',
};
/** Single states of other kinds of which the same is true: into them and out of them, one at a time. */
const statesApart: Readonly<Record<string, Readonly<Record<string, ApartBecause>>>> = {
  ambiguity: { adopted: 'determination', answered: 'paper' },
  evidence_item: { sealed: 'marking', quarantined: 'hold', sequestered: 'hold' },
  correction: { corrected: 'paper', still_true: 'determination' },
  conflict_of_duties: { decided: 'determination' },
  remediation_plan: { accepted: 'paper', accepted_with_conditions: 'paper', rejected: 'paper', accepted_by_regulator: 'paper', verified_by_us: 'determination' },
  weakness: { deviation_approved: 'signature' },
  remediation_step: { verified: 'determination', accepted: 'paper', risk_accepted: 'signature' },
  assertion: { conceded: 'determination', resolved: 'determination' },
  finding: { reproduced: 'determination', not_reproduced: 'determination' },
  conflict_of_interest: { accepted: 'determination', rejected: 'determination' },
  impact: { asserted_in_filing: 'paper' },
  agreement: { in_force: 'paper' },
  communication: { confirmed: 'paper' },
  decision: { decided: 'determination' },
};

/** Why no record of this kind changes its state together with others; null where some may. */
export const statesOfKindApart = (kind: KindDefinition): ApartBecause | null => kindApart(kind) ?? (kind.approvals ? 'signature' : (kindsApart[kind.kind] ?? null));

/** Why this change of state is made for one record at a time (domain.md §7 U12); null where it may be made for many. Says nothing of what the kind allows. */
export function moveApart(kind: KindDefinition, from: string, to: string): ApartBecause | null {
  const whole = statesOfKindApart(kind);
  if (whole !== null) return whole;
  // One undo could not take it back.
  if ([from, to].some((state) => kind.final?.states.includes(state))) return 'final';
  const apart = statesApart[kind.kind] ?? {};
  return apart[to] ?? apart[from] ?? null;
}

/** The states into which many records of a kind may be brought in one act, in the order of the kind. */
export const statesTogether = (kind: KindDefinition): readonly string[] =>
  Object.keys(kind.states).filter((to) => Object.entries(kind.moves).some(([from, allowed]) => allowed.includes(to) && moveApart(kind, from, to) === null));
