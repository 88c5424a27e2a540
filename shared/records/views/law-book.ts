import { parseDay } from '../../calendar/day.ts';
import { instantText } from '../../calendar/instant.ts';
import type { CourtProfile } from '../../law/court.ts';
import { shippedLaw, type Closure, type LawBook } from '../../law/law-book.ts';
import { rule, type Rule } from '../../law/rule.ts';
import { packOfState } from '../../law/state-packs.ts';
import { usualRoll } from '../../law/usual-roll.ts';
import { approvalsOf, type Seeing } from '../approvals.ts';
import { ruleApprovals } from '../kinds/time-limit-rule-guards.ts';
import type { ClosureRecord } from '../kinds/closure.ts';
import type { CourtRecord } from '../kinds/court-profile.ts';
import type { TimeLimitRule } from '../kinds/time-limit-rule.ts';

/** What counsel entered about the law, oldest first: removed records left out. */
export interface EnteredLaw {
  readonly rules: readonly TimeLimitRule[];
  readonly courts: readonly CourtRecord[];
  readonly closures: readonly ClosureRecord[];
}

/**
 * The law of a vault: what is shipped, with what counsel entered laid over it in the order in which it was entered. A confirmation stands for what
 * was confirmed: a later record on the same rule takes it away until that one is confirmed too.
 */
export function lawBook(entered: EnteredLaw, seeing: Seeing): LawBook {
  const rules = new Map(shippedLaw.rules.map((one) => [one.id, one]));
  for (const record of entered.rules) {
    const { ruleId } = record.fields;
    if (record.state === 'withdrawn') continue;
    if (record.state === 'off') rules.delete(ruleId);
    else rules.set(ruleId, overlaid(rules.get(ruleId) ?? shippedLaw.rules.find((one) => one.id === ruleId), record, seeing));
  }
  const courts = new Map(shippedLaw.courts.map((one) => [one.id, one]));
  for (const record of entered.courts) if (record.state === 'in_use') courts.set(record.fields.courtId, profileOf(record, courts.get(record.fields.courtId)));
  return { rules: [...rules.values()], courts: [...courts.values()], closures: entered.closures.flatMap((record) => (record.state === 'entered' ? closureOf(record) : [])) };
}

function overlaid(under: Rule | undefined, record: TimeLimitRule, seeing: Seeing): Rule {
  const { fields } = record;
  const method = fields.method ?? under?.counting_method ?? 'PLAIN_CALENDAR';
  const direction = fields.direction ?? under?.direction ?? 'after';
  const base =
    under ??
    rule({
      id: fields.ruleId,
      title: fields.title ?? fields.ruleId,
      trigger: { event: fields.event ?? '', date_basis: fields.dateBasis ?? '' },
      offset: fields.count ?? null,
      counting_method: method,
      holidays_calendar: 'us-federal',
      act: 'any',
      actor: 'company',
      nature: 'our_act',
      consequence: 'loses_right',
      citation: fields.citation ?? '',
      text: { status: 'general_knowledge', as_of: null, source: 'none' },
      notes: '',
    });
  return {
    ...base,
    title: fields.title ?? base.title,
    citation: fields.citation ?? base.citation,
    trigger: { event: fields.event ?? base.trigger.event, date_basis: fields.dateBasis ?? base.trigger.date_basis },
    offset: fields.count ?? base.offset,
    unit: fields.unit ?? base.unit,
    direction,
    counting_method: method,
    roll_rule: fields.roll ?? (under === undefined || fields.method !== undefined ? usualRoll(method, direction) : base.roll_rule),
    holidays_calendar: fields.calendar ?? base.holidays_calendar,
    act: fields.act ?? base.act,
    actor: fields.actor ?? base.actor,
    nature: fields.nature ?? base.nature,
    must_be_received: fields.mustBeReceived ?? base.must_be_received,
    consequence: fields.consequence ?? base.consequence,
    effective_from: fields.effectiveFrom ?? base.effective_from,
    effective_to: fields.effectiveTo ?? base.effective_to,
    text: fields.textAsOf === undefined ? base.text : { ...base.text, status: 'text_read', as_of: fields.textAsOf },
    last_checked: fields.checkedOn ?? base.last_checked,
    confirmed_by: confirmedBy(record, seeing),
  };
}

/** Who stands behind the rule as it is now: a signature before a typed name, and neither once what it covers has changed. */
function confirmedBy(record: TimeLimitRule, seeing: Seeing): Rule['confirmed_by'] {
  if (record.state !== 'confirmed') return null;
  const signed = approvalsOf(record, ruleApprovals, seeing).findLast((one) => one.role === 'approver' && one.standing === 'holds');
  if (signed !== undefined) return { name: signed.name, date: instantText(signed.at).slice(0, 10) };
  const typed = record.fields.confirmation;
  return typed === undefined ? null : { name: typed.by, date: typed.on, attested: true };
}

function profileOf({ fields }: CourtRecord, under: CourtProfile | undefined): CourtProfile {
  const own = packOfState(fields.state);
  return {
    id: fields.courtId,
    name: fields.name,
    kind: fields.type,
    zone: fields.zone,
    state: fields.state,
    holidayPacks: ['us-federal', ...(own === null ? [] : [own])],
    clerkOffice: fields.clerk ?? under?.clerkOffice ?? null,
    eFilingCutoff:
      fields.cutoff === undefined
        ? null
        : {
            time: fields.cutoff.time,
            zone: fields.zone,
            exceptInitiating: fields.cutoff.exceptInitiating === true,
            source: fields.cutoff.source,
            checkedOn: fields.checkedOn ?? null,
          },
    source: fields.source,
    checkedOn: fields.checkedOn ?? null,
    note: fields.note ?? '',
  };
}

function closureOf({ fields }: ClosureRecord): readonly Closure[] {
  const date = parseDay(fields.date);
  if (date === null) return [];
  const { effect, by, state, court } = fields;
  if (effect === 'inaccessible') return court === undefined ? [] : [{ kind: 'inaccessible', date, court }];
  if (by === 'state') return state === undefined ? [] : [{ kind: 'holiday', date, by, state }];
  if (by === 'court') return court === undefined ? [] : [{ kind: 'holiday', date, by, court }];
  return by === undefined ? [] : [{ kind: 'holiday', date, by }];
}
