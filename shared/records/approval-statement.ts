import * as z from 'zod';

/**
 * What an approver signs: RFC 8785 bytes of this. `body` is the digest that the journal's entry carries for the record as it stood, over a random
 * salt, so that nobody can guess a short record from an approval of it.
 */
export const approvalStatement = z.strictObject({
  v: z.literal(1),
  type: z.literal('cordon/approval'),
  vault: z.string(),
  record: z.string(),
  number: z.string(),
  kind: z.string(),
  entry: z.int().min(1),
  body: z.string().regex(/^[0-9a-f]{64}$/),
  what: z.string(),
  role: z.enum(['approver', 'second_reviewer']),
  person: z.string(),
  key: z.string(),
  at: z.int(),
});
export type ApprovalStatement = z.infer<typeof approvalStatement>;
