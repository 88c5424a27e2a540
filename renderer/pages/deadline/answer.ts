import * as z from 'zod';

const day = z.string();
const answer = z.object({
  zone: z.string().nullable().default(null),
  detail: z.object({ due_local_court: z.string().optional() }).default({}),
  due: day.nullable().default(null),
  safe: day.nullable().default(null),
  latest: day.nullable().default(null),
  follow_up: day.nullable().default(null),
  strictly_before: z.boolean().default(false),
  dueInstant: z.string().nullable().default(null),
  readings: z.array(z.object({ reading: z.string(), date: z.string(), prevailing: z.string().default('') })).default([]),
  assumptions: z.array(z.object({ input: z.string(), text: z.string() })).default([]),
  steps: z.array(z.string()).default([]),
  missing: z.array(z.string()).default([]),
  reason: z.string().nullable().default(null),
  citation: z.string().default(''),
  textAsOf: z.string().default(''),
  consequence: z.string().default(''),
  nature: z.string().default(''),
  countedDays: z.array(z.object({ day, role: z.string(), n: z.number().optional(), name: z.string().optional() })).default([]),
});
/** A computed time limit as the vault keeps it, as far as the window shows it. */
export type DeadlineAnswer = z.output<typeof answer>;

/** The answer in a deadline's data; null where there is none or it is of another shape. */
export function deadlineAnswer(data: unknown): DeadlineAnswer | null {
  const parsed = answer.safeParse(data);
  return parsed.success ? parsed.data : null;
}
