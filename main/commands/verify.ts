import { keyOptions, keyUsage, type Command } from './command.ts';
import { withVault } from './with-vault.ts';

export const verify: Command = {
  name: 'verify',
  usage: `verify VAULT ${keyUsage}`,
  says: 'Checks every byte of a vault: key slots, anchors, pages, the chain of the journal, every record against it, the search index and every stored file. Repairs nothing.',
  options: keyOptions,
  operands: [1, 1],
  run: (given, desk) =>
    withVault(given, desk, async ({ vault, records }) => {
      const { ok, entries, root, findings } = await vault.verify({ upgrade: records.upgrade, compare: records.compare, signal: desk.signal });
      const found = findings.map(({ part, what }) => ({ part, what }));
      return {
        ok,
        json: { ok, entries, root, findings: found },
        words: ok
          ? [`Nothing was found. ${entries} entries, root ${root}.`]
          : [`${found.length === 1 ? 'One thing was' : `${found.length} things were`} found:`, ...found.map((one) => `  ${one.part}: ${one.what}`)],
      };
    }),
};
