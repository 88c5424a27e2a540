import type { Contract, EventName, EventOf } from '../shared/contract/contract.ts';
import type { GrantedFile, Printed, SheetSize, WindowDoor } from '../shared/contract/window-door.ts';
import { letGoBy } from './answers/kept-answers.ts';
import { asking, type Asking } from './ask.ts';
import { givenFiles, type Given } from './handed/given-files.ts';

declare global {
  interface Window {
    readonly cordon: WindowDoor<File>;
  }
}

/** Everything the page can ask of the vault. The only file that touches the exposed object. */
export const vault: Asking<Contract> = forgetful(asking<Contract>(window.cordon));

/** The same door; answers kept on this side of it are let go when something is asked that may make them untrue. */
function forgetful(door: Asking<Contract>): Asking<Contract> {
  const forgets = <T>(name: string, asked: () => Promise<T>): Promise<T> => {
    letGoBy(name);
    const answer = asked();
    void answer.then(() => letGoBy(name));
    return answer;
  };
  return {
    hear: door.hear,
    ask: (name, question, options) => forgets(name, () => door.ask(name, question, options)),
    renew: (name, question, known, signal) => forgets(name, () => door.renew(name, question, known, signal)),
  };
}

/** Hears one of the events that the vault tells unasked; gives a function that stops hearing. */
export function hear<Name extends EventName>(name: Name, listener: (event: EventOf<Name>) => void): () => void {
  // Proof of the cast: the vault process ships with this window and tells events of this contract only.
  return vault.hear(name, (event) => listener(event as EventOf<Name>));
}

/** Says how far long work is, for the task bar of the system, where the host has one. */
export const showWorking = (share: number | null): void => window.cordon.working?.(share);

/**
 * Gives what is laid out in this window to the system's printing, on sheets of this size (points of 1/72 inch). Where the host does not print itself the browser does, and
 * does not tell whether the person did: what it was given counts as printed.
 */
export async function printSheets(size: SheetSize): Promise<Printed> {
  if (window.cordon.print) return window.cordon.print(size);
  const over = new Promise((resolve) => addEventListener('afterprint', resolve, { once: true }));
  window.print();
  await over;
  return { printed: true, why: null };
}

/** The largest piece of a file that crosses at once where the host knows no paths. */
const chunk = 1 << 20;

/** Tokens for dropped or picked files: where the host has no place for one its bytes are sent piece by piece. */
export const grant = (files: readonly File[], signal?: AbortSignal): Promise<Given> =>
  givenFiles(
    files,
    (some) => window.cordon.grantDrop(some),
    // A name of its own for each sending, so that two drops cannot mix.
    (file) => send(file, crypto.randomUUID(), signal),
    signal,
  );

/** A file that is gone meanwhile, or a folder that the page was given as a file, cannot be read. */
async function read(part: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await part.arrayBuffer());
  } catch {
    return null;
  }
}

async function send(file: File, upload: string, signal?: AbortSignal): Promise<GrantedFile | null> {
  for (let at = 0; ; at += chunk) {
    if (signal?.aborted) return null;
    const bytes = await read(file.slice(at, at + chunk));
    if (bytes === null) return null;
    const end = at + bytes.length >= file.size;
    const answer = await vault.ask('evidence.chunk', { upload, name: file.name, at, bytes, end });
    if (!answer.ok) return null;
    if (end) return answer.reply;
  }
}
