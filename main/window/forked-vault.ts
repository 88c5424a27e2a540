import { fork } from 'node:child_process';
import { hostContract, vaultContract, type HostContract, type VaultContract } from '../../shared/contract/host.ts';
import { line, type Line, type LineHandlers } from '../../shared/contract/line.ts';

/** The vault process as a child of Node: questions of the window go through this process's pipe to it. */
export interface ForkedVault {
  readonly pid: number;
  readonly line: Line<VaultContract>;
  /** A page starts: whatever the one before asked is cancelled. */
  openWindow(): void;
  toVault(message: unknown): void;
  kill(): void;
  readonly gone: Promise<void>;
}

export function forkVault(file: string, handlers: LineHandlers<HostContract>, toWindow: (message: unknown) => void): ForkedVault {
  const child = fork(file, [], { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] });
  const gone = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  // A message to a process that just died is lost with it; `gone` tells.
  const send = (message: object) => void (child.connected && child.send(message, () => {}));
  child.on('message', (message: unknown) => {
    if (typeof message === 'object' && message !== null && 't' in message && message.t === 'window' && 'message' in message) toWindow(message.message);
  });
  return {
    pid: child.pid ?? 0,
    line: line({ post: send, listen: (listener) => void child.on('message', listener) }, hostContract, handlers, vaultContract),
    openWindow: () => send({ t: 'window-open' }),
    toVault: (message) => send({ t: 'window', message }),
    kill: () => void child.kill('SIGKILL'),
    gone,
  };
}
