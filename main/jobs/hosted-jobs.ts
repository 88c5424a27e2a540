import type { JobEnd, JobProcess } from './converse.ts';
import type { FromJob, ToJob } from './job-message.ts';
import type { JobEntry } from './run-job.ts';

/** A port to a job, as Electron gives one. */
export interface JobPort {
  postMessage(message: ToJob): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  start(): void;
  close(): void;
}
export interface HostedJobs {
  start(entry: JobEntry, memoryMiB: number): Promise<JobProcess>;
  /** The port of a job came. It may come before or after the number that `start` waits for. */
  connected(job: number, port: JobPort): void;
  ended(job: number, why: JobEnd): void;
}

interface Known {
  port?: JobPort;
  end?: JobEnd;
  onPort?: (port: JobPort) => void;
  onEnd?: (why: JobEnd) => void;
}

/** Jobs that the host process starts and kills for us, known by number. */
export function hostedJobs(ask: (entry: JobEntry, memoryMiB: number) => Promise<number>, kill: (job: number) => void): HostedJobs {
  const jobs = new Map<number, Known>();
  const known = (job: number): Known => {
    const found = jobs.get(job) ?? {};
    jobs.set(job, found);
    return found;
  };
  return {
    async start(entry, memoryMiB) {
      const number = await ask(entry, memoryMiB);
      const job = known(number);
      const port = job.port ?? (await new Promise<JobPort>((resolve) => (job.onPort = resolve)));
      return {
        post: (message) => port.postMessage(message),
        listen(listener) {
          // Proof of the cast: the other end runs `serveJob`, which sends nothing else.
          port.on('message', ({ data }) => listener(data as FromJob));
          port.start();
        },
        onEnd(listener) {
          if (job.end) listener(job.end);
          else job.onEnd = listener;
        },
        kill() {
          port.close();
          kill(number);
          jobs.delete(number);
        },
      };
    },
    connected(number, port) {
      const job = known(number);
      job.port = port;
      job.onPort?.(port);
    },
    ended(number, why) {
      const job = jobs.get(number);
      if (!job) return;
      job.end = why;
      job.onEnd?.(why);
    },
  };
}
