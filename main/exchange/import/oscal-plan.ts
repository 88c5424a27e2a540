import * as z from 'zod';
import { parseDay } from '../../../shared/calendar/day.ts';
import { refuse } from '../../../shared/failure/failure.ts';
import { pathOf } from '../cordon-json.ts';
import type { Draft, Fault, ImportPlan } from './draft.ts';

/** Moments of OSCAL begin with their day. */
const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}/, 'a date is written 2026-06-18 or 2026-06-18T16:30:00Z')
  .refine((text) => parseDay(text.slice(0, 10)) !== null, 'there is no such day');
const words = z.string().max(1_000_000);
const property = z.looseObject({ name: z.string(), value: words });
const task = z.looseObject({
  uuid: z.string(),
  type: z.string(),
  title: words,
  description: words.optional(),
  props: z.array(property).optional(),
  timing: z.looseObject({ 'within-date-range': z.looseObject({ start: moment, end: moment }).optional(), 'on-date': z.looseObject({ date: moment }).optional() }).optional(),
});
const response = z.looseObject({
  uuid: z.string(),
  lifecycle: z.string(),
  title: words,
  description: words.optional(),
  props: z.array(property).optional(),
  tasks: z.array(task).optional(),
});
const risk = z.looseObject({
  uuid: z.string(),
  title: words,
  description: words,
  statement: words.optional(),
  status: z.string(),
  characterizations: z.array(z.looseObject({ facets: z.array(z.looseObject({ name: z.string(), value: words })) })).optional(),
  'mitigating-factors': z.array(z.looseObject({ uuid: z.string(), description: words })).optional(),
  deadline: moment.optional(),
  remediations: z.array(response).optional(),
});
const observation = z.looseObject({ uuid: z.string(), title: words.optional(), description: words, methods: z.array(z.string()), collected: moment, remarks: words.optional() });
const item = z.looseObject({
  title: words,
  description: words,
  'related-risks': z.array(z.looseObject({ 'risk-uuid': z.string() })).optional(),
  'related-observations': z.array(z.looseObject({ 'observation-uuid': z.string() })).optional(),
});
const poam = z.looseObject({
  'plan-of-action-and-milestones': z.looseObject({
    uuid: z.string(),
    metadata: z.looseObject({ title: words, version: z.string().optional() }),
    observations: z.array(observation).optional(),
    risks: z.array(risk).optional(),
    'poam-items': z.array(item),
  }),
});
type Poam = z.infer<typeof poam>['plan-of-action-and-milestones'];
type Risk = z.infer<typeof risk>;
type Task = z.infer<typeof task>;

/**
 * What an OSCAL plan of action and milestones (1.1) would become: one remediation plan with a weakness for each item and risk, and a step for each
 * response, planned: what another system calls done is proved here before it counts. References that lead nowhere and dates that contradict each other are told
 * and stop nothing. Refuses `import-malformed` with the place that is not of the form.
 */
export function planOscal(value: unknown, file: string, setting: { readonly caseId: string | null }): ImportPlan {
  const read = poam.safeParse(value);
  if (!read.success) {
    const issue = read.error.issues[0];
    return refuse({ code: 'import-malformed', file, field: pathOf(issue), why: issue?.message ?? 'it is no plan of action and milestones' });
  }
  const plan = read.data['plan-of-action-and-milestones'];
  const risks = plan.risks ?? [];
  const listed = new Set(plan['poam-items'].flatMap((one) => (one['related-risks'] ?? []).map((ref) => ref['risk-uuid'])));
  const weaknesses = [
    ...plan['poam-items'].map((one) => {
      const related = risks.filter((each) => (one['related-risks'] ?? []).some((ref) => ref['risk-uuid'] === each.uuid));
      return { ...weaknessOf(one.title, one.description, related[0]), risks: related };
    }),
    // A risk that no item names is a weakness all the same.
    ...risks.filter((each) => !listed.has(each.uuid)).map((each) => ({ ...weaknessOf(each.title, each.description, each), risks: [each] })),
  ];
  const planDraft: Draft = {
    line: null,
    id: 'plan',
    kind: 'remediation_plan',
    caseId: setting.caseId,
    tags: [],
    fields: {
      title: line(plan.metadata.title),
      type: 'vulnerability_fix',
      weaknesses: weaknesses.map((_, at) => `weakness-${at}`),
      note: noteOf(plan, file),
    },
  };
  const drafts = weaknesses.map(({ risks: _risks, ...fields }, at): Draft => ({ line: null, id: `weakness-${at}`, kind: 'weakness', caseId: setting.caseId, tags: [], fields }));
  const seen = new Set<string>();
  const steps = weaknesses.flatMap(({ risks: own }, at) =>
    own.flatMap((each) =>
      (each.remediations ?? []).flatMap((one): Draft[] => {
        if (seen.has(one.uuid)) return [];
        seen.add(one.uuid);
        return [{ line: null, id: one.uuid, kind: 'remediation_step', caseId: setting.caseId, tags: [], fields: stepFields(one, `weakness-${at}`, each) }];
      }),
    ),
  );
  return { drafts: [planDraft, ...drafts, ...steps], faults: [], notes: defects(plan) };
}

/** Titles are one line; OSCAL's may be folded. */
const line = (text: string): string => text.replace(/\s+/g, ' ').trim() || 'Without a title';
const optional = (name: string, text: string | undefined): Record<string, string> => (text === undefined || text.trim() === '' ? {} : { [name]: text.trim() });

function weaknessOf(title: string, description: string, of: Risk | undefined) {
  const facet = (name: string) => of?.characterizations?.flatMap((one) => one.facets).find((one) => one.name === name)?.value;
  return {
    title: line(title),
    ...optional('description', description),
    ...optional('likelihood', facet('likelihood')),
    ...optional('impact', facet('impact')),
    ...optional('rating', facet('rating') ?? facet('risk')),
    ...optional('reason', of?.statement),
    ...optional('oscalRiskUuid', of?.uuid),
    ...(of?.deadline !== undefined && { deadline: exact(of.deadline) }),
  };
}

function noteOf(plan: Poam, file: string): string {
  const found = (plan.observations ?? []).map(
    (one) => `${one.collected.slice(0, 10)}, ${one.methods.join(', ')}: ${one.description}${one.remarks === undefined ? '' : `\n${one.remarks}`}`,
  );
  const factors = (plan.risks ?? []).flatMap((one) => (one['mitigating-factors'] ?? []).map((factor) => `Mitigating factor (${line(one.title)}): ${factor.description}`));
  return [`From ${file}, plan ${plan.uuid}${plan.metadata.version === undefined ? '' : `, version ${plan.metadata.version}`}.`, ...found, ...factors].join('\n\n');
}

const exact = (text: string) => ({ certainty: 'exact', day: text.slice(0, 10) });
const endOf = ({ timing }: Task): string | undefined => timing?.['within-date-range']?.end ?? timing?.['on-date']?.date;

function stepFields(one: z.infer<typeof response>, weakness: string, of: Risk): Record<string, unknown> {
  const tasks = one.tasks ?? [];
  const action = tasks.find((each) => each.type === 'action');
  const milestones = tasks.filter((each) => each !== action);
  const starts = tasks
    .flatMap((each) => each.timing?.['within-date-range']?.start ?? [])
    .map((text) => text.slice(0, 10))
    .sort();
  const due =
    (action && endOf(action)) ??
    milestones
      .flatMap((each) => endOf(each) ?? [])
      .sort()
      .at(-1) ??
    of.deadline;
  const owner = (one.props ?? []).find((each) => each.name === 'owner')?.value;
  return {
    title: line(one.title),
    plan: 'plan',
    weakness,
    ...optional('owner', owner),
    ...(starts[0] !== undefined && { start: exact(starts[0]) }),
    ...(due !== undefined && { due: exact(due) }),
    milestones: milestones.map((each) => {
      const end = endOf(each);
      return { title: line(each.title), state: 'open', ...(end !== undefined && { due: exact(end) }), ...optional('note', each.description) };
    }),
    note: [`Reported there as ${one.lifecycle}; the risk as ${of.status}.`, one.description?.trim()].filter(Boolean).join('\n\n'),
  };
}

/** What does not fit together in the file itself. */
function defects(plan: Poam): Fault[] {
  const risks = plan.risks ?? [];
  const known = new Set(risks.map((one) => one.uuid));
  const factors = new Set(risks.flatMap((one) => (one['mitigating-factors'] ?? []).map((factor) => factor.uuid)));
  const observed = new Set((plan.observations ?? []).map((one) => one.uuid));
  const notes: Fault[] = [];
  for (const one of plan['poam-items']) {
    for (const { 'risk-uuid': uuid } of one['related-risks'] ?? [])
      if (!known.has(uuid))
        notes.push({ line: null, column: line(one.title), why: `it names the risk ${uuid}, ${factors.has(uuid) ? 'which is a mitigating factor' : 'and there is no such risk'}` });
    for (const { 'observation-uuid': uuid } of one['related-observations'] ?? [])
      if (!observed.has(uuid)) notes.push({ line: null, column: line(one.title), why: `it names the observation ${uuid}, and there is none` });
  }
  for (const one of risks) {
    for (const each of (one.remediations ?? []).flatMap((response) => response.tasks ?? [])) {
      const end = endOf(each)?.slice(0, 10);
      if (end !== undefined && one.deadline !== undefined && end > one.deadline.slice(0, 10))
        notes.push({ line: null, column: line(each.title), why: `it ends on ${end}, after the deadline of its risk, ${one.deadline.slice(0, 10)}` });
    }
  }
  return notes;
}
