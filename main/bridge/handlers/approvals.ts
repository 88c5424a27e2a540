import type { Contract } from '../../../shared/contract/contract.ts';
import type { ApprovalRole } from '../../../shared/records/approval-rule.ts';
import { approvalsOf, reviewOf } from '../../../shared/records/approvals.ts';
import { kindNamed } from '../../../shared/records/kinds.ts';
import { isShell } from '../../records/row.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';

export type ApprovalHandlers = Pick<Handlers<Contract>, 'approvals.of' | 'approvals.give'>;
const roles: readonly ApprovalRole[] = ['approver', 'second_reviewer'];

/** Signatures under a record: what there is to sign, who did, and signing it oneself. */
export function approvalHandlers({ session }: Pick<Context, 'session'>): ApprovalHandlers {
  return {
    'approvals.of': ({ number }) => {
      const reading = session.opened().records.reading();
      const record = reading.require(number);
      const rule = kindNamed(record.kind)?.approvals;
      if (!rule) return null;
      // Of what is sealed there are numbers and states, of its signatures too.
      const sealed = isShell(record);
      const given = approvalsOf(record, rule, reading);
      const { human } = reading.signatures.actor;
      const { by, reviewedBy } = rule.typed(record.fields);
      return {
        what: rule.what,
        roles: roles.map((role) => ({
          role,
          act: rule.roles[role],
          given: given
            .filter((one) => one.role === role)
            .map(({ number: own, id, name, at, standing, human: theirs }) => ({
              number: own,
              id,
              name: sealed ? null : name,
              at: sealed ? null : at,
              standing,
              mine: !sealed && theirs === human,
            })),
        })),
        typed: { by: by ?? null, reviewedBy: reviewedBy ?? null },
        standing: reviewOf(record, rule, reading).standing,
      };
    },
    'approvals.give': async ({ number, role, seq }) => {
      const { act, to, result } = await session.opened().records.approve({ number, role, seq });
      return { id: result.id, number: result.number, act, seq: to };
    },
  };
}
