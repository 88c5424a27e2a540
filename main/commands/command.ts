import type { ParseArgsOptionsConfig } from 'node:util';
import type { Clock } from '../../shared/calendar/clock.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { RunJob } from '../jobs/run-job.ts';
import type { VaultSetting } from '../vault/vault.ts';

/** What a command works with: everything of the world outside is given, so that tests give another. */
export interface Desk {
  readonly clock: Clock;
  readonly random: (bytes: number) => Uint8Array;
  readonly runJob: RunJob;
  readonly vaultSetting: VaultSetting;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
  readonly json: boolean;
  /** One line of the answer, on standard output. */
  readonly line: (text: string) => void;
  /** One line beside the answer, on standard error. */
  readonly note: (text: string) => void;
  /** Asks on the terminal without showing what is typed. Refuses `not-available-here` where there is no terminal. */
  readonly ask: (prompt: string) => Promise<Uint8Array>;
  /** Everything that a file descriptor gives until its end. */
  readonly readDescriptor: (descriptor: number) => Promise<Uint8Array>;
}

/** What was typed, taken apart. */
export interface Given {
  readonly operands: readonly string[];
  /** The operand at `index`. Refuses `misuse` when it was left out. */
  operand(index: number, what: string): string;
  option(name: string): string | undefined;
  options(name: string): readonly string[];
  flag(name: string): boolean;
}

/** What a command came to. `ok` false is the answer "no" (findings, dates that differ) and exit code 1. */
export interface Outcome {
  /** One object, printed by `--json`; null where lines were printed as the work went on. */
  readonly json: object | null;
  /** The same in words. */
  readonly words: readonly string[];
  readonly ok?: boolean;
}

export interface Command {
  readonly name: string;
  /** Without the program's name: `intake VAULT FILE…`. */
  readonly usage: string;
  readonly says: string;
  readonly options: ParseArgsOptionsConfig;
  /** Fewest and most operands. */
  readonly operands: readonly [number, number];
  readonly run: (given: Given, desk: Desk) => Promise<Outcome> | Outcome;
}

/** Options of every command that opens a vault. */
export const keyOptions = {
  'passphrase-file': { type: 'string' },
  'passphrase-fd': { type: 'string' },
  'recovery-key-file': { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;
/** Options of every command in which somebody chooses a passphrase. */
export const newPassphraseOptions = {
  'new-passphrase-file': { type: 'string' },
  'new-passphrase-fd': { type: 'string' },
  'memory-mib': { type: 'string' },
  passes: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;
export const newPassphraseUsage = '[--new-passphrase-file FILE | --new-passphrase-fd NUMBER] [--memory-mib N --passes N]';
/** Stands for them in a usage line; `keyWords` says what it is. */
export const keyUsage = '[KEY]';
export const keyWords = 'KEY: --passphrase-file FILE, --passphrase-fd NUMBER or --recovery-key-file FILE; without one the passphrase is asked for. It is never an argument.';

export const misuse = (why: string): never => refuse({ code: 'misuse', why });

/** The option as a whole number of at least `least`, or undefined. Refuses `misuse`. */
export function wholeNumber(given: Given, name: string, least: number): number | undefined {
  const typed = given.option(name);
  if (typed === undefined) return undefined;
  const value = /^\d{1,9}$/.test(typed) ? Number(typed) : -1;
  return value >= least ? value : misuse(`--${name} takes a whole number of at least ${least}.`);
}

/** The option as one of `allowed`, or undefined. Refuses `misuse`. */
export function oneOf<T extends string>(given: Given, name: string, allowed: readonly T[]): T | undefined {
  const typed = given.option(name);
  if (typed === undefined) return undefined;
  return allowed.find((one) => one === typed) ?? misuse(`--${name} is one of ${allowed.join(', ')}.`);
}
