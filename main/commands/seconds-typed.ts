import { misuse } from './command.ts';

/** Refuses `misuse` for what is no number of seconds up to an hour. */
export function secondsTyped(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  return /^\d{1,4}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 3600 ? Number(typed) : misuse('--read-seconds takes a number of seconds from 1 to 3600.');
}
