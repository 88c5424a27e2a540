import type { Outside } from './run.ts';

/** What a command line is run over inside a test: nothing is asked of a terminal, no job is started, and what it notes is not kept. */
export function quietOutside(given: Pick<Outside, 'clock' | 'random' | 'vaultSetting' | 'line'> & Partial<Outside>): Outside {
  const nothing = (): never => {
    throw new Error('nothing else is asked of the terminal');
  };
  return { runJob: nothing, ask: nothing, readDescriptor: nothing, note: () => undefined, signal: new AbortController().signal, ...given };
}
