import { Refused, refuse } from '../../shared/failure/failure.ts';

/** Gives a way to run works one after the other, in the order in which they come. A work that fails does not stop the next. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const run = last.then(work);
    last = run.catch(() => undefined);
    return run;
  };
}

/** Works of which some bear each other and some bear nothing beside them. None is overtaken: whoever has to be alone waits for those before it, and those after it wait. */
export interface AloneOrBeside {
  alone<T>(work: () => Promise<T>): Promise<T>;
  beside<T>(work: () => Promise<T>): Promise<T>;
}

export function aloneOrBeside(): AloneOrBeside {
  let lastAlone: Promise<unknown> = Promise.resolve();
  let since: Promise<unknown>[] = [];
  const quiet = (run: Promise<unknown>) => run.catch(() => undefined);
  return {
    alone(work) {
      const run = Promise.all([lastAlone, ...since]).then(work);
      [lastAlone, since] = [quiet(run), []];
      return run;
    },
    beside(work) {
      const run = lastAlone.then(work);
      const ended = quiet(run);
      since.push(ended);
      void ended.then(() => (since = since.filter((one) => one !== ended)));
      return run;
    },
  };
}

/** What `work` gives. Until it says that it has begun, it can be stopped: then this refuses `cancelled` at once, whatever it waits for, and it has to do nothing when its turn comes. */
export function stoppable<T>(signal: AbortSignal | undefined, work: (begin: () => void) => Promise<T>): Promise<T> {
  let hasBegun = false;
  const run = work(() => {
    if (signal?.aborted) refuse({ code: 'cancelled' });
    hasBegun = true;
  });
  if (!signal) return run;
  return new Promise((resolve, reject) => {
    run.then(resolve, reject);
    const stop = () => void (hasBegun || reject(new Refused({ code: 'cancelled' })));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
