import type { EventName, EventOf } from '../../shared/contract/contract.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { openRecords, type Records } from '../records/records.ts';
import type { Vault, VaultSetting } from '../vault/vault.ts';

export interface Opened {
  readonly vault: Vault;
  readonly records: Records;
}

/** The one open vault of a vault process, or none yet. */
export interface Session {
  /** The open vault. Refuses `vault-locked` before it is opened and while it is being locked. */
  opened(): Opened;
  now(): Opened | null;
  /** Takes over a vault just opened: from now on every change is told. Refuses `misuse` when one is open: a process opens one vault in its life. */
  begin(vault: Vault): Opened;
  end(): Promise<void>;
}

export type Tell = <Name extends EventName>(name: Name, event: EventOf<Name>) => void;

export function session(setting: Pick<VaultSetting, 'clock' | 'random'>, tell: Tell): Session {
  let open: Opened | null = null;
  return {
    opened: () => open ?? refuse({ code: 'vault-locked' }),
    now: () => open,
    begin(vault) {
      if (open) refuse({ code: 'misuse', why: 'a vault is open already' });
      const records = openRecords(vault, setting);
      records.onChange(({ from, to, puts, removes }) => tell('records.changed', { from, to, puts: [...puts], removes: [...removes] }));
      open = { vault, records };
      return open;
    },
    async end() {
      const closing = open;
      open = null;
      closing?.records.close();
      await closing?.vault.close();
    },
  };
}
