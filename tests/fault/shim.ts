import { accessSync } from 'node:fs';

/** The errors of the system that the shim makes calls fail with. */
export const EIO = 5;
export const ENOSPC = 28;

/** Says something to fail-shim.c, or asks it something; false where it answers no, and where it is not there. */
export function shim(words: string): boolean {
  try {
    accessSync(`/cordon-fault/${words}`);
    return true;
  } catch {
    return false;
  }
}

/** Throws where this program does not run under fail-shim.c: what it proves would be proved of a drive on which nothing fails. */
export function needShim(): void {
  if (!shim('off')) throw new Error('the shim is not there');
}
