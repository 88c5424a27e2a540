import { Refused } from '../../shared/failure/failure.ts';
import { tightMessage, type FromJob, type ToJob } from './job-message.ts';
import type { JobMessage } from './run-job.ts';

export type JobWork = (input: JobMessage, tell: (progress: unknown) => void) => Promise<JobMessage> | JobMessage;

interface Channel {
  post(message: FromJob): void;
  listen(listener: (message: ToJob) => void): void;
}

/** The parts of Electron's utility process that are used here: this room knows nothing of Electron. */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown; ports: UtilityPort[] }) => void): void;
  start?(): void;
}

function channel(): Channel {
  // Proof of the casts: in a utility process Electron puts `parentPort` on `process`, and the starter sends nothing but `ToJob`.
  const { parentPort } = process as unknown as { parentPort?: UtilityPort };
  if (!parentPort) {
    // Nobody waits for what a job makes once its starter is gone: it ends, and says nothing.
    process.on('disconnect', () => process.exit(0));
    return {
      post: (message) => void (process.connected && process.send?.(message, undefined, undefined, () => {})),
      listen: (listener) => process.on('message', (message) => listener(message as ToJob)),
    };
  }
  let port: UtilityPort | undefined;
  return {
    post: (message) => port?.postMessage(message),
    listen(listener) {
      parentPort.on('message', ({ ports: [given] }) => {
        if (!given || port) return;
        port = given;
        port.on('message', ({ data }) => listener(data as ToJob));
        port.start?.();
      });
    },
  };
}

/**
 * The whole of a job process's entry: waits for its one input, does `work`, sends what came of it and stays until it is killed. A `Refused` crosses
 * as its failure; anything else that is thrown crosses as the bare name of its class, because messages may hold content.
 */
export function serveJob(work: JobWork): void {
  const { post, listen } = channel();
  let started = false;
  listen((message) => {
    if (message.t !== 'input' || started) return;
    started = true;
    void (async () => {
      try {
        const output = await work(message.input, (progress) => post({ t: 'progress', progress }));
        post({ t: 'output', output: tightMessage(output) });
      } catch (thrown) {
        if (thrown instanceof Refused) post({ t: 'refused', failure: thrown.failure });
        else post({ t: 'fault', name: thrown instanceof Error ? thrown.name : typeof thrown });
      }
    })();
  });
}
