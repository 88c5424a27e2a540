import { converse, type JobProcess } from './converse.ts';
import type { JobEntry, RunJob } from './run-job.ts';

/** Starts a process for `entry` in another process that is allowed to (Electron's main), and gives the port that leads straight to it. */
export type StartJob = (entry: JobEntry, memoryMiB: number) => Promise<JobProcess>;

/** Runs jobs that somebody else starts: the vault process of Electron cannot start processes itself. */
export function portedJobs(start: StartJob): RunJob {
  return async (entry, input, options) => converse(entry, await start(entry, options.limits.memoryMiB), input, options);
}
