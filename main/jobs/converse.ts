import { Refused, type Failure } from '../../shared/failure/failure.ts';
import { tightMessage, type FromJob, type ToJob } from './job-message.ts';
import type { JobEntry, JobMessage, JobOptions } from './run-job.ts';

export type JobEnd = 'crashed' | 'out-of-memory';

/** One started job process, whatever started it. */
export interface JobProcess {
  post(message: ToJob): void;
  listen(listener: (message: FromJob) => void): void;
  /** Tells once when the process is gone, and why as far as its starter knows. */
  onEnd(listener: (why: JobEnd) => void): void;
  /** Kills it at once; safe to call again. */
  kill(): void;
}

/**
 * Gives `input` to a started job and waits for its output; kills the process whatever happens. Rejects with `job-failed`, with the failure the job itself
 * refused with, or with `cancelled`.
 */
export function converse(entry: JobEntry, job: JobProcess, input: JobMessage, options: JobOptions): Promise<JobMessage> {
  return new Promise<JobMessage>((resolve, reject) => {
    const fail = (failure: Failure) => end(() => reject(new Refused(failure)));
    const failed = (why: 'crashed' | 'timed-out' | 'out-of-memory', detail: string) => fail({ code: 'job-failed', job: entry, why, detail });
    const late = setTimeout(() => failed('timed-out', `${options.limits.timeMs} ms`), options.limits.timeMs);
    const aborted = () => fail({ code: 'cancelled' });
    let over = false;
    function end(settle: () => void) {
      if (over) return;
      over = true;
      clearTimeout(late);
      options.signal?.removeEventListener('abort', aborted);
      settle();
      job.kill();
    }

    options.signal?.addEventListener('abort', aborted, { once: true });
    if (options.signal?.aborted) return aborted();
    job.onEnd((why) => failed(why, why === 'out-of-memory' ? `${options.limits.memoryMiB} MiB` : ''));
    job.listen((message) => {
      if (over) return;
      if (message.t === 'progress') options.tell?.(message.progress);
      else if (message.t === 'output') end(() => resolve(message.output));
      else if (message.t === 'refused') fail(message.failure);
      else failed('crashed', message.name);
    });
    job.post({ t: 'input', input: tightMessage(input) });
  });
}
