import { stepsDone } from '../../shared/records/kinds/remediation-step.ts';
import { instantText, zoneExists, zoneOffset } from '../../shared/calendar/instant.ts';
import { bindingInstant, isDaysEnd } from '../../shared/records/binding-hour.ts';
import { earliestDay, hourOfFact, safeDay, type DateFact } from '../../shared/records/date-fact.ts';
import { kinds, type RecordOf } from '../../shared/records/kinds.ts';
import { uuidV5 } from './uuid-v5.ts';

type Plan = RecordOf<'remediation_plan'>;
type Step = RecordOf<'remediation_step'>;
type Weakness = RecordOf<'weakness'>;
type Named = Pick<Weakness['fields'], 'title' | 'description' | 'reason' | 'likelihood' | 'impact' | 'rating' | 'deadline'>;
/** What stands as one risk: a weakness of the plan, or the plan itself for the steps that mend none. */
interface Group {
  readonly uuid: string;
  readonly fields: Named;
  readonly state: string | null;
  readonly steps: readonly Step[];
}

/** The version of OSCAL that is written (NIST, release 1.1.2), which readers of later 1.x take. */
export const oscalVersion = '1.1.2';
/** Where the names of our own properties are explained; a name, nothing to fetch. */
const ours = 'urn:cordon:oscal';

/**
 * A plan and its steps as an OSCAL plan of action and milestones: a risk and an item for each weakness, a response for each step with its
 * milestones as tasks, an observation for each verification. Steps that name no weakness stand under a risk of their own.
 */
export function poamOf(plan: Plan, weaknesses: readonly Weakness[], steps: readonly Step[], now: number): object {
  const named = weaknesses.map(
    ({ id, fields, state }): Group => ({ uuid: fields.oscalRiskUuid ?? uuidV5(`risk ${id}`), fields, state, steps: steps.filter((step) => step.fields.weakness === id) }),
  );
  const rest = steps.filter((step) => !named.some((one) => one.steps.includes(step)));
  const own: Group = { uuid: uuidV5(`risk ${plan.id}`), fields: { title: plan.fields.title }, state: null, steps: rest };
  const groups = [...named, ...(rest.length > 0 || named.length === 0 ? [own] : [])];
  const observations = steps.flatMap((step) => (step.fields.verification === undefined ? [] : [observation(step, step.fields.verification)]));
  return {
    'plan-of-action-and-milestones': {
      uuid: uuidV5(`plan ${plan.id}`),
      metadata: { title: line(plan.fields.title), 'last-modified': instantText(now), version: plan.number, 'oscal-version': oscalVersion, props: [ownState(plan.state)] },
      'system-id': { 'identifier-type': 'http://ietf.org/rfc/rfc4122', id: uuidV5(`system ${plan.id}`) },
      ...(observations.length > 0 && { observations }),
      risks: groups.map(risk),
      'poam-items': groups.map((group) => ({
        uuid: uuidV5(`item of ${group.uuid}`),
        title: line(group.fields.title),
        description: group.fields.description ?? group.fields.title,
        ...(group.steps.some((step) => step.fields.verification) && {
          'related-observations': group.steps.filter((step) => step.fields.verification).map((step) => ({ 'observation-uuid': uuidV5(`observation ${step.id}`) })),
        }),
        'related-risks': [{ 'risk-uuid': group.uuid }],
      })),
    },
  };
}

/** Titles are one line of markup in OSCAL. */
const line = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** `state` of ours beside OSCAL's own, which knows fewer. */
const ownState = (state: string) => ({ name: 'state', ns: ours, value: state });

function risk({ uuid, fields: weakness, state, steps }: Group): object {
  // The day set for the weakness itself; where none is, that of the last step.
  const due =
    dueMoment(weakness.deadline) ??
    steps
      .flatMap((step) => dueMoment(step.fields.due) ?? [])
      .sort((one, other) => one.at - other.at)
      .at(-1);
  const facets = (['likelihood', 'impact', 'rating'] as const).flatMap((name) => (weakness[name] === undefined ? [] : [{ name, system: ours, value: line(weakness[name]) }]));
  return {
    uuid,
    title: line(weakness.title),
    description: weakness.description ?? weakness.title,
    statement: weakness.reason ?? weakness.description ?? weakness.title,
    status: state === null || state === 'open' ? statusOf(steps) : state.replaceAll('_', '-'),
    ...(facets.length > 0 && {
      characterizations: [{ origin: { actors: [{ type: 'tool', 'actor-uuid': uuidV5('cordon') }] }, facets }],
    }),
    ...(due !== undefined && { deadline: due.text }),
    ...(steps.length > 0 && { remediations: steps.map(response) }),
  };
}

/** What OSCAL calls the state of a risk whose steps stand like this. */
function statusOf(steps: readonly Step[]): string {
  const states = new Set(steps.map((step) => step.state));
  if (states.size === 0) return 'open';
  if ([...states].every((state) => state === 'verified' || state === 'accepted')) return 'closed';
  if ([...states].every((state) => kinds.remediation_step.states[state as keyof typeof kinds.remediation_step.states] && stepsDone.includes(state))) return 'deviation-approved';
  return [...states].some((state) => state !== 'planned' && state !== 'deferred') ? 'remediating' : 'open';
}

function response(step: Step): object {
  const { fields } = step;
  const done = ['implemented', 'verified', 'accepted'].includes(step.state);
  const milestones = (fields.milestones ?? []).map((milestone, at) => ({
    uuid: uuidV5(`milestone ${step.id} ${at}`),
    type: 'milestone',
    title: line(milestone.title),
    ...(milestone.note !== undefined && { description: milestone.note }),
    props: [ownState(milestone.state)],
    ...timing(undefined, milestone.due),
  }));
  return {
    uuid: uuidV5(`step ${step.id}`),
    lifecycle: done ? 'completed' : 'planned',
    title: line(fields.title),
    description: fields.note ?? fields.title,
    props: [
      { name: 'number', ns: ours, value: step.number },
      ownState(step.state),
      ...(fields.owner === undefined ? [] : [{ name: 'owner', ns: ours, value: line(fields.owner) }]),
    ],
    tasks: [{ uuid: uuidV5(`action ${step.id}`), type: 'action', title: line(fields.title), ...timing(fields.start, fields.due) }, ...milestones],
  };
}

function timing(start: DateFact | undefined, due: DateFact | undefined): object {
  const first = start === undefined ? null : earliestDay(start);
  const last = dueMoment(due);
  if (last === null) return {};
  if (first !== null && first <= last.text.slice(0, 10)) return { timing: { 'within-date-range': { start: midnight(first), end: last.text } } };
  return { timing: { 'on-date': { date: last.text } } };
}

/**
 * By when something is due, as everywhere else: the day it stands under, and its hour by the clocks that bind, written with what they are ahead of UTC, so that whoever reads the day alone
 * reads the day there. An hour of nobody's clocks is left to the day. `at` puts several in order: a whole day ends after the hours in it.
 */
function dueMoment(fact: DateFact | undefined): { readonly text: string; readonly at: number } | null {
  const day = safeDay(fact);
  const hour = hourOfFact(fact);
  if (day === null) return null;
  const at = bindingInstant(day, hour, 'UTC');
  if (hour === null || hour.zone === null || isDaysEnd(hour) || !zoneExists(hour.zone)) return { text: midnight(day), at };
  const minutes = zoneOffset(at, hour.zone);
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  return { text: `${day}T${hour.time.slice(0, 5)}:00${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`, at };
}

/** OSCAL knows moments only; a day is its beginning in UTC. */
const midnight = (day: string): string => `${day}T00:00:00Z`;

function observation(step: Step, verification: NonNullable<Step['fields']['verification']>): object {
  const on = verification.on === undefined ? null : earliestDay(verification.on);
  return {
    uuid: uuidV5(`observation ${step.id}`),
    title: line(`Verification of ${step.fields.title}`),
    description: verification.result ?? `Verified by ${verification.by}.`,
    methods: [verification.method],
    props: [{ name: 'verifier', ns: ours, value: line(verification.by) }],
    collected: midnight(on ?? '1970-01-01'),
    ...(on === null && { remarks: 'The day of the verification is not recorded.' }),
  };
}
