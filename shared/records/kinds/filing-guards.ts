import type { ApprovalRule } from '../approval-rule.ts';
import { reviewOf, twoPeople } from '../approvals.ts';
import type { Look } from '../kind.ts';
import type { Filing, filingFields } from './filing.ts';

/** A signature vouches for what the paper says and where it goes; who signs and when is entered after it. */
export const filingApprovals: ApprovalRule<typeof filingFields> = {
  what: 'filing of the paper',
  roles: { approver: 'Approve', second_reviewer: 'Approve as second reviewer' },
  covers: [
    'title',
    'forum',
    'profile',
    'type',
    'to',
    'models',
    'orders',
    'caption',
    'docketNumber',
    'purpose',
    'statements',
    'sources',
    'exhibits',
    'markings',
    'touches',
    'certification',
  ],
  typed: ({ approval }) => ({ by: approval?.by, reviewedBy: approval?.reviewedBy }),
};

/** Where the paper was put on record: nothing it says may change, only what happened to it. */
const frozenStates = ['signed', 'preflighted', 'filed', 'accepted', 'served', 'closed'];
const mayStillChange = new Set(['outputs', 'filed', 'received', 'receiptNumber', 'proof', 'served', 'stale', 'note', 'publicVersion']);

const filled = (list: readonly unknown[] | undefined) => list !== undefined && list.length > 0;

export function frozenOnceSigned(record: Filing, _look: Look, before?: Filing): string[] {
  if (before === undefined || !frozenStates.includes(before.state)) return [];
  const fields = { ...before.fields, ...record.fields };
  // Proof of the cast: the names are those of the same object two lines up.
  const names = Object.keys(fields) as (keyof Filing['fields'])[];
  return names
    .filter((name) => !mayStillChange.has(name) && JSON.stringify(before.fields[name]) !== JSON.stringify(record.fields[name]))
    .map((name) => `It is signed: ${name} can no longer change.`);
}

/** A filing with no source is refused: each sentence rests on a record, and the paper on at least one. */
export function hasSources(record: Filing): string[] {
  const statements = record.fields.statements ?? [];
  const bare = statements.flatMap((one, i) => (filled(one.sources) ? [] : [`Statement ${String(i + 1)} has no source.`]));
  const any = filled(record.fields.sources) || statements.some((one) => filled(one.sources));
  return [...bare, ...(any ? [] : ['It rests on no record: a filing with no source is refused.'])];
}

export function privilegedTouchesDecided(record: Filing, look: Look): string[] {
  if (record.fields.profile !== 'outgoing') return [];
  const decided = new Map((record.fields.touches ?? []).map((one) => [one.record, one.decision]));
  const resting = new Set([
    ...(record.fields.sources ?? []),
    ...(record.fields.statements ?? []).flatMap((one) => one.sources ?? []),
    ...(record.fields.exhibits ?? []).map((one) => one.item),
  ]);
  const privileged = [...resting].map((id) => look.get(id)).filter((one) => one !== undefined && one.privilege !== 'none');
  return [
    ...(record.fields.touches ?? [])
      .filter((one) => one.decision === 'undecided')
      .map((one) => `${look.get(one.record)?.number ?? one.record}: whether it may leave is not decided.`),
    ...privileged.filter((one) => one !== undefined && !decided.has(one.id)).map((one) => `${one?.number ?? ''} is privileged or under review, and no decision lets it leave.`),
  ];
}

/** An internal paper needs somebody who approves it, one that goes out a second reviewer too. */
export function approvedByTwo(record: Filing, look: Look, before?: Filing): string[] {
  if (record.fields.profile !== 'outgoing') return reviewOf(record, filingApprovals, look).by === null ? ['Who approves it is not recorded.'] : [];
  const words = { none: 'Who approves it is not recorded.', one: 'A paper that goes out needs a second reviewer.', alone: 'The second reviewer is the one who approved.' };
  return twoPeople(record, filingApprovals, look, words, before);
}

export function hasProof(record: Filing): string[] {
  if (record.fields.forum === 'internal') return [];
  return [
    ...(record.fields.filed === undefined ? ['When it was filed or sent is not recorded.'] : []),
    ...(filled(record.fields.proof) || (record.fields.served ?? []).some((one) => filled(one.proof)) ? [] : ['No proof that it was filed, sent or served.']),
  ];
}
