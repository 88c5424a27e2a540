import { vault } from '../bridge.ts';
import { wordsOf } from '../words/failures.ts';
import type { ReadDay } from './read-date.ts';

/** Has the vault read a typed day. */
export const readDay: ReadDay = async (typed) => {
  const answer = await vault.ask('dates.read', { typed });
  if (answer.ok) return { ok: true, day: answer.reply.day };
  const { what, means } = wordsOf(answer.failure);
  return { ok: false, why: `${what} ${means}` };
};
