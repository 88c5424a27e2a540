import { clockWords } from '../../shared/calendar/clock-doubt.ts';
import { instantText } from '../../shared/calendar/instant.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { openRecords, type Records } from '../records/records.ts';
import { openVault, readVaultInfo, type Vault, type VaultSetting } from '../vault/vault.ts';
import type { Desk, Given } from './command.ts';
import { openingKey } from './keys.ts';

export interface Opened {
  readonly vault: Vault;
  readonly records: Records;
}

/** What is said of the unfinished place that a killed program had left. */
export const clearedWords = (name: string): string =>
  `A restore, a drill or the making of a vault was cut off earlier and had left “${name}”. It was unfinished, and has been taken away.`;

type More = Partial<Pick<VaultSetting, 'kdf'>>;

/** Opens the vault that the first operand names, does `work` with it, and closes it whatever happens. Looks before it asks for a key. */
export async function withVaultAlone<T>(given: Given, desk: Desk, work: (vault: Vault) => Promise<T> | T, more: More = {}): Promise<T> {
  const folder = given.operand(0, 'a vault folder');
  readVaultInfo(folder);
  const vault = await openVault(folder, await openingKey(given, desk), { ...desk.vaultSetting, ...more });
  try {
    if (vault.freshness === 'behind') desk.note('This vault is older than the one last opened here; it is open for reading only.');
    for (const name of vault.clearedAway) desk.note(clearedWords(name));
    // Before anything is dated by it.
    const doubt = vault.clock();
    if (doubt) desk.note(clockWords(doubt, instantText));
    return await work(vault);
  } catch (thrown) {
    throw vault.meaning(thrown);
  } finally {
    await vault.close();
  }
}

/** As `withVaultAlone`, with its records. */
export const withVault = <T>(given: Given, desk: Desk, work: (opened: Opened) => Promise<T> | T, more: More = {}): Promise<T> =>
  withVaultAlone(
    given,
    desk,
    async (vault) => {
      const records = openRecords(vault, desk);
      try {
        return await work({ vault, records });
      } finally {
        records.close();
      }
    },
    more,
  );

/** The case that a command is about: the one named, or the only one there is, or none. Refuses `record-not-found`. */
export function caseOf(records: Records, named: string | undefined): string | null {
  const reading = records.reading();
  if (named !== undefined) {
    const found = reading.require(named);
    return found.kind === 'case' && !found.removed ? found.id : refuse({ code: 'record-not-found', number: named });
  }
  const cases = reading.all('case');
  return cases.length === 1 ? (cases[0]?.id ?? null) : null;
}
