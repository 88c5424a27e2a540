import { earliestDay, latestDay } from '../date-fact.ts';
import type { RecordOf } from '../kinds.ts';

type Authorization = Pick<RecordOf<'authorization'>, 'number' | 'state' | 'fields'>;
type Activity = NonNullable<Authorization['fields']['activities']>[number];

export interface Asked {
  readonly model: string;
  /** Id of the group or party. */
  readonly audience: string;
  readonly activity: Activity;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/** Why an authorization does not cover what is asked, one sentence each; empty when it does. Only then may “permitted” be printed (domain.md §2.11). A date that is not known well enough never covers. */
export function notCovered({ state, fields }: Authorization, asked: Asked): string[] {
  const from = fields.validFrom === undefined ? null : latestDay(fields.validFrom);
  const to = fields.validTo === undefined ? null : earliestDay(fields.validTo);
  return [
    ...(state === 'active' || state === 'amended' ? [] : ['It is not in force.']),
    ...((fields.models ?? []).includes(asked.model) ? [] : ['It does not name the model.']),
    ...((fields.audiences ?? []).includes(asked.audience) ? [] : ['It does not name the group.']),
    ...((fields.activities ?? []).includes(asked.activity) ? [] : ['It does not name the activity.']),
    ...(from === null ? ['From when it is valid is not known.'] : from > asked.day ? ['It is not yet valid on that day.'] : []),
    ...(fields.validTo !== undefined && to === null ? ['Until when it is valid is not known.'] : to !== null && to < asked.day ? ['It is no longer valid on that day.'] : []),
    ...((fields.conditions ?? []).some((one) => one.state === 'breached') ? ['A condition is breached.'] : []),
  ];
}
