import { app, MessageChannelMain, utilityProcess, type UtilityProcess } from 'electron';
import { killNow } from './vault-child.ts';

/** How often the memory of running jobs is looked at. */
const lookMs = 100;

interface Job {
  readonly child: UtilityProcess;
  readonly memoryMiB: number;
  overLimit: boolean;
}

/** Told when a job process is gone by itself or over its limit; not after `kill`. */
export type JobEnded = (job: number, why: 'crashed' | 'out-of-memory') => void;

export interface JobChildren {
  /** Starts the entry; gives its number and the port that leads to it. */
  start(entry: 'press' | 'reader', memoryMiB: number): { readonly job: number; readonly port: Electron.MessagePortMain };
  kill(job: number): void;
  killAll(): void;
}

/** Starts and kills job processes for the vault process, which cannot. What goes through them main never sees. */
export function jobChildren(files: Readonly<Record<'press' | 'reader', string>>, ended: JobEnded): JobChildren {
  const jobs = new Map<number, Job>();
  let last = 0;
  let looking: NodeJS.Timeout | undefined;

  function look(): void {
    const used = new Map(app.getAppMetrics().map(({ pid, memory }) => [pid, memory.workingSetSize / 1024]));
    for (const job of jobs.values()) {
      if (job.child.pid === undefined || (used.get(job.child.pid) ?? 0) <= job.memoryMiB) continue;
      job.overLimit = true;
      killNow(job.child.pid);
    }
    if (jobs.size > 0) return;
    clearInterval(looking);
    looking = undefined;
  }
  function kill(number: number): void {
    const job = jobs.get(number);
    jobs.delete(number);
    if (!job) return;
    if (job.child.pid === undefined) job.child.once('spawn', () => job.child.kill());
    else killNow(job.child.pid);
  }

  return {
    start(entry, memoryMiB) {
      const number = ++last;
      const child = utilityProcess.fork(files[entry], [], { serviceName: `Cordon ${entry}`, stdio: 'ignore', env: {}, execArgv: [`--max-old-space-size=${memoryMiB}`] });
      const job: Job = { child, memoryMiB, overLimit: false };
      jobs.set(number, job);
      const { port1, port2 } = new MessageChannelMain();
      child.postMessage(null, [port1]);
      child.once('exit', () => {
        if (jobs.delete(number)) ended(number, job.overLimit ? 'out-of-memory' : 'crashed');
      });
      looking ??= setInterval(look, lookMs);
      return { job: number, port: port2 };
    },
    kill,
    killAll: () => [...jobs.keys()].forEach(kill),
  };
}
