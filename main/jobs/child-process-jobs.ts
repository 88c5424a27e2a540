import { fork } from 'node:child_process';
import { converse, type JobProcess } from './converse.ts';
import type { FromJob } from './job-message.ts';
import { memoryUsedMiB } from './memory-used.ts';
import type { JobEntry, RunJob } from './run-job.ts';

/** How often the memory of a running job is looked at. A job can overshoot by what it takes within this time. */
const lookMs = 100;

/** Exit code with which V8 ends a process whose heap is full (SIGABRT as shells count it); as a signal it comes as SIGABRT. */
const heapFullCode = 134;

/** Nothing of ours; Windows cannot start its own libraries without SystemRoot. */
const environment = process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {};

/**
 * Runs jobs as child processes of Node: for the command line, the Chromium host and tests. `files` names the built entry of each job.
 * The child gets an empty environment, so that nothing secret can be read there.
 */
export function childProcessJobs(files: Readonly<Record<JobEntry, string>>): RunJob {
  return async (entry, input, options) => converse(entry, start(files[entry], options.limits.memoryMiB), input, options);
}

function start(file: string, memoryMiB: number): JobProcess {
  const child = fork(file, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [`--max-old-space-size=${memoryMiB}`], env: environment });
  let overLimit = false;
  const look = setInterval(() => {
    void memoryUsedMiB(child.pid ?? 0).then((used) => {
      if (used === null || used <= memoryMiB) return;
      overLimit = true;
      child.kill('SIGKILL');
    });
  }, lookMs);
  child.once('exit', () => clearInterval(look));
  return {
    post: (message) => child.send(message, () => {}), // A send into a process that just died is told by its end.
    // Proof of the cast: the child runs `serveJob`, which sends nothing else.
    listen: (listener) => child.on('message', (message) => listener(message as FromJob)),
    onEnd(listener) {
      child.once('exit', (code, signal) => listener(overLimit || signal === 'SIGABRT' || code === heapFullCode ? 'out-of-memory' : 'crashed'));
      child.once('error', () => listener('crashed'));
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
