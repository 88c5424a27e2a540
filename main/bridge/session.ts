import type { EventName, EventOf } from '../../shared/contract/contract.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { openRecords, type Records } from '../records/records.ts';
import type { Vault, VaultSetting } from '../vault/vault.ts';
import { readAhead } from './read-ahead.ts';

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
  /** A vault that the recovery key opened: closed to every question until somebody has a passphrase again. */
  recovering(): Vault | null;
  /** Refuses `misuse` when a vault is open. */
  beginRecovery(vault: Vault): void;
  /** Work that is done when the vault is being closed, before it is; what fails of it is left. */
  beforeEnd(work: () => Promise<unknown>): void;
  /** Lets the recovering vault go, closed. */
  endRecovery(): Promise<void>;
  /** Recovery words that were made in this session, until they are typed back. */
  hold(words: readonly string[] | null): void;
  held(): readonly string[] | null;
  end(): Promise<void>;
}

export type Tell = <Name extends EventName>(name: Name, event: EventOf<Name>) => void;

export function session(setting: Pick<VaultSetting, 'clock' | 'random'>, tell: Tell): Session {
  let open: Opened | null = null;
  let recovering: Vault | null = null;
  let words: readonly string[] | null = null;
  let stopReading = (): void => {};
  /** How often somebody asked for the vault. */
  let asked = 0;
  let last: (() => Promise<unknown>)[] = [];
  const endRecovery = async () => {
    const closing = recovering;
    recovering = null;
    await closing?.close();
  };
  return {
    opened: () => {
      asked++;
      return open ?? refuse({ code: 'vault-locked' });
    },
    now: () => open,
    begin(vault) {
      if (open || recovering) refuse({ code: 'misuse', why: 'a vault is open already' });
      const records = openRecords(vault, setting);
      records.onChange(({ from, to, puts, removes }) => tell('records.changed', { from, to, puts: [...puts], removes: [...removes] }));
      open = { vault, records };
      stopReading = readAhead(records, () => asked);
      return open;
    },
    recovering: () => recovering,
    beginRecovery(vault) {
      if (open || recovering) refuse({ code: 'misuse', why: 'a vault is open already' });
      recovering = vault;
    },
    beforeEnd: (work) => void last.push(work),
    endRecovery,
    hold: (made) => {
      words = made;
    },
    held: () => words,
    async end() {
      words = null;
      stopReading();
      const works = last;
      last = [];
      await Promise.allSettled(works.map((work) => work()));
      await endRecovery();
      const closing = open;
      open = null;
      closing?.records.close();
      await closing?.vault.close();
    },
  };
}
