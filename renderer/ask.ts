import type { Answer } from '../shared/failure/failure.ts';
import type { Asked, Operations, Progress, Reply, WindowEnd } from '../shared/contract/wire.ts';

export interface AskOptions<P> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: P) => void;
}
/** An answer with its print, or that it is the same as the one that was known. */
export type Renewed<R> = { readonly same: true } | { readonly same: false; readonly answer: Answer<R>; readonly print: string };

export interface Asking<C extends Operations> {
  /** Asks; gives the reply or the failure. Never rejects while the port lives. */
  ask<Name extends keyof C & string>(name: Name, question: Asked<C, Name>, options?: AskOptions<Progress<C, Name>>): Promise<Answer<Reply<C, Name>>>;
  /** As `ask`, for whoever holds the answer with the print `known` (empty for none): where it would be the same, only that is said. */
  renew<Name extends keyof C & string>(name: Name, question: Asked<C, Name>, known: string, signal?: AbortSignal): Promise<Renewed<Reply<C, Name>>>;
  /** Hears what is told without being asked; gives a function that stops hearing. */
  hear(name: string, listener: (event: unknown) => void): () => void;
}

interface Open {
  readonly answer: (answer: Renewed<never>) => void;
  readonly progress: ((progress: never) => void) | undefined;
}

/** The window's side of the door. */
export function asking<C extends Operations>(end: WindowEnd): Asking<C> {
  const open = new Map<number, Open>();
  const hearing = new Map<string, Set<(event: unknown) => void>>();
  let last = 0;

  end.listen((message) => {
    if (message.t === 'event') return hearing.get(message.name)?.forEach((listener) => listener(message.event));
    const call = open.get(message.id);
    if (!call) return;
    // Proof of the casts: the vault process ships with this window and answers with this operation's reply (tested with `checked`).
    if (message.t === 'progress') return call.progress?.(message.progress as never);
    open.delete(message.id);
    call.answer(message.t === 'same' ? { same: true } : { same: false, answer: message.answer as Answer<never>, print: message.print ?? '' });
  });

  const post = (name: string, question: unknown, options: AskOptions<never>, known?: string): Promise<Renewed<never>> =>
    new Promise((resolve) => {
      const id = ++last;
      open.set(id, { answer: resolve, progress: options.onProgress });
      options.signal?.addEventListener('abort', () => end.post({ t: 'cancel', id }), { once: true });
      end.post({ t: 'ask', id, name, question, ...(known !== undefined && { known }) });
      if (options.signal?.aborted) end.post({ t: 'cancel', id });
    });

  return {
    async ask(name, question, options = {}) {
      const told = await post(name, question, options);
      // Nothing is the same as what was not said to be known.
      if (told.same) throw new Error(`no answer to ${name}`);
      return told.answer;
    },
    renew: (name, question, known, signal) => post(name, question, signal ? { signal } : {}, known),
    hear(name, listener) {
      const listeners = hearing.get(name) ?? new Set();
      hearing.set(name, listeners.add(listener));
      return () => listeners.delete(listener);
    },
  };
}
