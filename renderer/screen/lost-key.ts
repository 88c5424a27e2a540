import type { Contract } from '../../shared/contract/contract.ts';
import type { Reply } from '../../shared/contract/wire.ts';

/** The drill is a yearly one; leap years do not matter to it. */
const dayMs = 24 * 60 * 60 * 1000;
const yearMs = 366 * dayMs;

/** Whether a recovery drill is due: never done, more than a year ago, or by a clock that was ahead, so that nobody knows when. */
export const drillDue = (drilledAt: number | null, now: number): boolean => drilledAt === null || now - drilledAt > yearMs || drilledAt - now > dayMs;

/** What would make a lost passphrase a lost vault, most pressing first: nobody else opens it, or its recovery key was not tried within a year (domain.md §7 U6). Null when neither is so. */
export function lostKey({ people, recovery }: Pick<Reply<Contract, 'people.list'>, 'people' | 'recovery'>, now: number): 'alone' | 'never-tried' | 'due' | null {
  if (people.filter(({ state }) => state === 'person').length < 2) return 'alone';
  if (recovery?.drilledAt == null) return 'never-tried';
  return drillDue(recovery.drilledAt, now) ? 'due' : null;
}
