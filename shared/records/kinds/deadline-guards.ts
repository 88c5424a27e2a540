import { isDaysEnd } from '../binding-hour.ts';
import { latestDay, safeDay, type HourOfDay } from '../date-fact.ts';
import type { ApprovalRule } from '../approval-rule.ts';
import { reviewOf, twoPeople } from '../approvals.ts';
import type { Look } from '../kind.ts';
import { fileBy, fileByTime, lastDay, lastTime } from './deadline-dates.ts';
import { notInTime } from './met-in-time.ts';
import type { Deadline, deadlineFields } from './deadline.ts';

/** A signature vouches for the date and everything it was counted from. */
export const deadlineApprovals: ApprovalRule<typeof deadlineFields> = {
  what: 'the date of this deadline',
  roles: { approver: 'Confirm the date', second_reviewer: 'Confirm as second reviewer' },
  covers: ['title', 'method', 'ruleId', 'ruleVersion', 'trigger', 'inputs', 'answer', 'date', 'override', 'extensions', 'consequence', 'mustBeReceived'],
  typed: ({ confirmation }) => ({ by: confirmation?.by, reviewedBy: confirmation?.reviewedBy }),
};

/** Consequences for which a second reviewer is asked (law data, `enums.consequence`). */
const grave = ['jurisdictional', 'mandatory_no_extension', 'default', 'deemed_admitted'];

export function confirmedByTwo(record: Deadline, look: Look, before?: Deadline): string[] {
  const { consequence } = record.fields;
  const none = 'Who confirms the date is not recorded.';
  if (consequence === undefined || !grave.includes(consequence)) return reviewOf(record, deadlineApprovals, look).by === null ? [none] : [];
  const words = { none, one: 'With this consequence a second reviewer must confirm the date.', alone: 'The second reviewer is the one who confirmed.' };
  return twoPeople(record, deadlineApprovals, look, words, before);
}

/** A running deadline has a date, or says that its trigger is not known. */
export function dateGiven(record: Deadline): string[] {
  return fileBy(record.fields) === null ? ['It has no date yet: a missing fact leaves none. It stays proposed until there is one.'] : [];
}

/** What was done in time, with proof, and received in time where receipt counts. */
export function metWithProof(record: Deadline): string[] {
  const { completion, mustBeReceived } = record.fields;
  if (completion === undefined) return ['When and how it was done is not recorded.'];
  const { acted, received, proof = [] } = completion;
  const [counts, verb] = mustBeReceived === true ? [received, 'received'] : [acted, 'done'];
  const late = counts === undefined ? null : notInTime(counts, record.fields);
  return [
    ...(proof.length === 0 ? ['No proof that it was done.'] : []),
    ...(mustBeReceived === true && (received === undefined || latestDay(received) === null)
      ? ['It must be received by the date, and no receipt is recorded. Sent is not received.']
      : []),
    ...(mustBeReceived !== true && latestDay(acted) === null ? ['The day on which it was done is not known.'] : []),
    ...(late === null ? [] : [`It was ${verb} ${late}.`]),
  ];
}

export function extensionGranted(record: Deadline): string[] {
  const granted = (record.fields.extensions ?? []).some((one) => one.grantedBy !== undefined && safeDay(one.newDate) !== null && one.evidence !== undefined);
  return granted ? [] : ['No extension with a new date, its grantor and its evidence is recorded.'];
}

export function notTimely(record: Deadline): string[] {
  return record.fields.notTimely === undefined ? ['What relief was sought is not recorded.'] : [];
}

/** A date with the hour that binds and its clocks: an hour that moves is a date that moves. */
const momentWords = (day: string | null, hour: HourOfDay | null): string | null =>
  day === null ? null : hour === null || isDaysEnd(hour) ? day : `${day} ${hour.time}${hour.zone === null ? '' : ` ${hour.zone}`}`;

/** A confirmed date never moves silently, nor its hour: it changes by an override or an extension, which say why, or because counsel confirms it anew (domain.md §2.9). */
export function datesStandOnceConfirmed(record: Deadline, _look: Look, before?: Deadline): string[] {
  if (before === undefined || before.state === 'proposed') return [];
  const [was, is] = [before, record].map(({ fields }) => momentWords(fileBy(fields), fileByTime(fields)));
  const [wasLast, isLast] = [before, record].map(({ fields }) => momentWords(lastDay(fields), lastTime(fields)));
  // An override or an extension explains the date that it gives, or gave: not one that moves for another reason in the same change.
  const { override: _was, extensions: _were, ...others } = before.fields;
  const { override, extensions } = record.fields;
  const byThem = { ...others, ...(override !== undefined && { override }), ...(extensions !== undefined && { extensions }) };
  const explained =
    (momentWords(fileBy(byThem), fileByTime(byThem)) === is && momentWords(lastDay(byThem), lastTime(byThem)) === isLast) ||
    (record.fields.confirmation !== undefined &&
      JSON.stringify(before.fields.confirmation) !== JSON.stringify(record.fields.confirmation) &&
      !grave.includes(record.fields.consequence ?? ''));
  return was != null && (was !== is || wasLast !== isLast) && !explained
    ? [`The confirmed date ${was} may change only by an override or an extension that says why, or when it is confirmed anew.`]
    : [];
}
