import { utilityProcess, type MessagePortMain } from 'electron';
import { hostContract, vaultContract, type HostContract, type VaultContract } from '../../shared/contract/host.ts';
import { line, type Line, type LineHandlers } from '../../shared/contract/line.ts';

/** The running vault process as main sees it: something to ask, to hand ports to, and to kill. */
export interface VaultChild {
  readonly line: Line<VaultContract>;
  /** Hands it a port that leads straight to a window. */
  connectWindow(port: MessagePortMain): void;
  /** Hands it the port of a job that it asked for. */
  connectJob(job: number, port: MessagePortMain): void;
  /** SIGKILL: nothing of it may run on, and no core is written. */
  kill(): void;
  /** Settles when the process is gone. */
  readonly gone: Promise<void>;
}

export function startVaultChild(file: string, handlers: LineHandlers<HostContract>): VaultChild {
  const child = utilityProcess.fork(file, [], { serviceName: 'Cordon vault', stdio: 'inherit', env: vaultEnvironment() });
  const gone = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const port = { post: (message: unknown) => child.postMessage(message), listen: (listener: (message: unknown) => void) => void child.on('message', listener) };
  return {
    line: line(port, hostContract, handlers, vaultContract),
    connectWindow: (given) => child.postMessage({ t: 'window' }, [given]),
    connectJob: (job, given) => child.postMessage({ t: 'job', job }, [given]),
    kill: () => (child.pid === undefined ? void child.kill() : killNow(child.pid)),
    gone,
  };
}

/** Kills by number at once; a process that is gone already is what was wanted. */
export function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // ESRCH: it has ended by itself.
  }
}

/** The child gets what libraries need to start and nothing that a person may have set for something else. */
function vaultEnvironment(): Record<string, string> {
  const names = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'USERPROFILE'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}
