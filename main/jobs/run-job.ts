/** What goes to a job and comes back: plain JSON beside raw bytes. */
export interface JobMessage {
  readonly head: unknown;
  readonly bytes: readonly Uint8Array[];
}
export interface JobLimits {
  readonly timeMs: number;
  readonly memoryMiB: number;
}
export interface JobOptions {
  readonly limits: JobLimits;
  readonly signal?: AbortSignal;
  readonly tell?: (progress: unknown) => void;
}
export type JobEntry = 'press' | 'reader';

/**
 * Runs one job in a process of its own that holds no key, and kills the process afterwards. Refuses with `job-failed` when it
 * crashes, takes too long or too much memory, and with `cancelled` when the signal aborts.
 */
export type RunJob = (entry: JobEntry, input: JobMessage, options: JobOptions) => Promise<JobMessage>;
