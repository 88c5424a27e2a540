import { refuse } from '../../shared/failure/failure.ts';
import { isKind } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Records } from '../records/records.ts';
import { releasing, type Exporting } from './export-records.ts';
import { poamOf } from './oscal-poam.ts';
import { release, type Manifest } from './release.ts';

/** Writes one remediation plan with its steps as an OSCAL plan of action and milestones (domain.md §1.13). Refuses `misuse` for another record. */
export function exportOscal(records: Records, asked: Exporting & { readonly plan: string; readonly now: number }): Promise<Manifest> {
  const reading = records.reading();
  const plan = reading.require(asked.plan);
  if (!isKind(plan, 'remediation_plan') || plan.removed) return refuse({ code: 'misuse', why: `${plan.number} is not a remediation plan; only a plan can be written as OSCAL.` });
  const steps = reading.linkingTo(plan.id, 'plan').filter((record) => record.kind === 'remediation_step');
  const weaknesses = (plan.fields.weaknesses ?? []).flatMap((id) => reading.get(id) ?? []).filter((record) => !record.removed);
  return release(records, {
    ...releasing({ ...asked, caseId: plan.caseId ?? undefined } as Exporting),
    what: `Plan of action and milestones of ${plan.number}`,
    format: 'oscal',
    subject: plan.id,
    records: [plan, ...weaknesses, ...steps],
    ifWithheld: 'leave-out',
    make: (going) => {
      // Steps without their plan are no plan.
      const stays = going.find((record) => record.id === plan.id);
      if (!stays || !isKind(stays, 'remediation_plan')) return refuse({ code: 'release-withheld', numbers: [plan.number], why: 'the plan itself may not go' });
      const allowed = going.filter((record: AnyRecord) => isKind(record, 'remediation_step'));
      return [
        Buffer.from(
          `${JSON.stringify(
            poamOf(
              stays,
              going.filter((record: AnyRecord) => isKind(record, 'weakness')),
              allowed,
              asked.now,
            ),
            null,
            2,
          )}\n`,
        ),
      ];
    },
  });
}
