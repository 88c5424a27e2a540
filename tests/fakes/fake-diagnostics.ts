import type { Contract } from '../../shared/contract/contract.ts';
import type { FaultNote } from '../../shared/failure/fault.ts';
import type { Handlers } from '../../main/bridge/serve.ts';

/** What a program says of itself, with figures of which none is nought: a page that makes its own up is found. */
export function diagnosticsHandlersOver(faults: FaultNote[], now: () => number): Pick<Handlers<Contract>, 'diagnostics.read' | 'faults.tell'> {
  return {
    'diagnostics.read': () => ({
      versions: [
        ['Cordon', '0.1.0'],
        ['Electron', '45.1.2'],
        ['SQLite', '3.53.4'],
      ],
      startedAt: now() - 3_600_000,
      requests: { served: 41, refused: 2 },
      places: { state: '~/.local/state/cordon', vaults: null },
      faults: [...faults],
    }),
    'faults.tell': ({ error, frames }) => {
      faults.unshift({ at: now(), reference: '0badc0de', where: 'window', operation: 'page', error, frames });
      return { reference: '0badc0de' };
    },
  };
}
