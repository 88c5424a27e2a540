import type { LineMessage } from '../../shared/contract/line.ts';
import type { Port, ToWindow, VaultEnd } from '../../shared/contract/wire.ts';

/** The parts of Electron's ports that are used here: this room knows nothing of Electron. */
interface ElectronPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown; readonly ports: readonly ElectronPort[] }) => void): void;
  on(event: 'close', listener: () => void): void;
  start(): void;
  close(): void;
}
type OnWindow = (connect: (end: VaultEnd, gone: (leave: () => void) => void) => void) => void;

/** What leads from a vault process to the process that started it. */
export interface ParentChannel {
  readonly line: Port<LineMessage, unknown>;
  /** Hears of each window: its end, and a way to say what to do when it has gone. */
  readonly onWindow: OnWindow;
  /** Hears of the ports of jobs; absent where this process starts its jobs itself. */
  readonly jobPort?: (connected: (job: number, port: ElectronPort) => void) => void;
}

/** The channel to Electron's main, or to a host in Node. */
export function parentChannel(): ParentChannel {
  // Proof of the cast: in a utility process Electron puts `parentPort` on `process`.
  const { parentPort } = process as unknown as { parentPort?: ElectronPort };
  return parentPort ? electronChannel(parentPort) : nodeChannel();
}

const isTagged = (message: unknown): message is { readonly t: unknown; readonly job?: unknown; readonly message?: unknown } =>
  typeof message === 'object' && message !== null && 't' in message;

function electronChannel(parent: ElectronPort): ParentChannel {
  return {
    line: { post: (message) => parent.postMessage(message), listen: (listener) => parent.on('message', ({ data }) => listener(data)) },
    onWindow: (connect) =>
      parent.on('message', ({ data, ports: [port] }) => {
        if (!port || !isTagged(data) || data.t !== 'window') return;
        connect({ post: (message) => port.postMessage(message), listen: (listener) => port.on('message', (event) => listener(event.data)) }, (leave) => port.on('close', leave));
        port.start();
      }),
    jobPort: (connected) =>
      parent.on('message', ({ data, ports: [port] }) => {
        if (port && isTagged(data) && data.t === 'job' && typeof data.job === 'number') connected(data.job, port);
      }),
  };
}

/** One window at a time, whose messages the host passes on. */
function nodeChannel(): ParentChannel {
  // Told back, so that a host that is gone is no fault of this process: it hears of that next, and ends.
  const send = (message: object) => void (process.connected && process.send?.(message, undefined, undefined, () => {}));
  let hear: ((message: unknown) => void) | undefined;
  return {
    line: { post: send, listen: (listener) => void process.on('message', listener) },
    onWindow: (connect) => {
      let leave: (() => void) | undefined;
      process.on('message', (message: unknown) => {
        if (!isTagged(message)) return;
        if (message.t === 'window') hear?.(message.message);
        if (message.t !== 'window-open') return;
        leave?.();
        hear = undefined;
        connect({ post: (answer: ToWindow) => send({ t: 'window', message: answer }), listen: (listener) => void (hear = listener) }, (given) => void (leave = given));
      });
      // A host that is gone leaves nobody to serve.
      process.on('disconnect', () => process.exit(0));
    },
  };
}
