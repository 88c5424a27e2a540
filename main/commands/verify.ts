import { upgraded } from '../../shared/records/upgrade.ts';
import { compareRow } from '../records/compare-row.ts';
import { keyOptions, keyUsage, type Command } from './command.ts';
import { withVaultAlone } from './with-vault.ts';

export const verify: Command = {
  name: 'verify',
  usage: `verify VAULT ${keyUsage}`,
  says: 'Checks every byte of a vault: key slots, anchors, pages, the chain of the journal, every record against it, the search index and every stored file. Repairs nothing.',
  options: keyOptions,
  operands: [1, 1],
  run: (given, desk) =>
    // Without its records: they may be what is damaged.
    withVaultAlone(given, desk, async (vault) => {
      const { ok, entries, root, findings, dates } = await vault.verify({ upgrade: upgraded, compare: compareRow, signal: desk.signal });
      const found = findings.map(({ part, what }) => ({ part, what }));
      return {
        ok,
        json: { ok, freshness: vault.freshness, entries, root, findings: found, dates },
        words: [
          ...(ok
            ? [`Nothing was found. ${entries} entries, root ${root}.`]
            : [`${found.length === 1 ? 'One thing was' : `${found.length} things were`} found:`, ...found.map((one) => `  ${one.part}: ${one.what}`)]),
          ...(dates.length > 0 ? ['Dates of entry to look at:', ...dates.map((one) => `  ${one.part}: ${one.what}`)] : []),
          ...(vault.freshness === 'unknown' ? ['Freshness unknown: this machine has not seen the vault before, so an older copy of the whole folder would look the same.'] : []),
        ],
      };
    }),
};
