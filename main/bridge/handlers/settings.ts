import type { Contract } from '../../../shared/contract/contract.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';

/** What a person set for the window: kept by the host, outside any vault. */
export function settingsHandlers({ line }: Pick<Context, 'line'>): Pick<Handlers<Contract>, 'settings.read' | 'settings.save'> {
  return {
    'settings.read': () => line.ask('settings.read', {}),
    'settings.save': (settings) => line.ask('settings.save', settings),
  };
}
