import type { Answer } from '../shared/failure/failure.ts';
import type { Asked, Operations, Progress, Reply, WindowEnd } from '../shared/contract/wire.ts';

export interface AskOptions<P> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: P) => void;
}
export interface Asking<C extends Operations> {
  /** Asks; gives the reply or the failure. Never rejects while the port lives. */
  ask<Name extends keyof C & string>(name: Name, question: Asked<C, Name>, options?: AskOptions<Progress<C, Name>>): Promise<Answer<Reply<C, Name>>>;
  /** Hears what is told without being asked; gives a function that stops hearing. */
  hear(name: string, listener: (event: unknown) => void): () => void;
}

interface Open {
  readonly answer: (answer: Answer<never>) => void;
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
    call.answer(message.answer as Answer<never>);
  });

  return {
    ask: (name, question, options = {}) =>
      new Promise((resolve) => {
        const id = ++last;
        open.set(id, { answer: resolve, progress: options.onProgress });
        options.signal?.addEventListener('abort', () => end.post({ t: 'cancel', id }), { once: true });
        end.post({ t: 'ask', id, name, question });
        if (options.signal?.aborted) end.post({ t: 'cancel', id });
      }),
    hear(name, listener) {
      const listeners = hearing.get(name) ?? new Set();
      hearing.set(name, listeners.add(listener));
      return () => listeners.delete(listener);
    },
  };
}
