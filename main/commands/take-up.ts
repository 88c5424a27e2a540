import { upgraded } from '../../shared/records/upgrade.ts';
import { compareRow } from '../records/compare-row.ts';
import { keyOptions, keyUsage, misuse, type Command } from './command.ts';
import { withVaultAlone } from './with-vault.ts';

export const takeUp: Command = {
  name: 'take-up',
  usage: `take-up VAULT --reason TEXT ${keyUsage}`,
  says:
    'Goes on from a vault that is older than the one last opened here, because it is the only one there is: put back from a backup of the whole disk, for instance. Every byte of it\n' +
    'is checked first, and it is refused where anything else is wrong with it. The history says for ever which entries are missing and why; should the newer vault turn up, that one\n' +
    'opens for reading only.',
  options: { ...keyOptions, reason: { type: 'string' } },
  operands: [1, 1],
  run: (given, desk) => {
    const reason = given.option('reason') ?? misuse('Say why: --reason TEXT.');
    return withVaultAlone(given, desk, async (vault) => {
      const { reached, known, olderShape } = await vault.takeUp(reason, { upgrade: upgraded, compare: compareRow, signal: desk.signal });
      return {
        json: { reached, known },
        words: [
          `Taken up as it stood at entry ${reached}. ${known === null ? 'What was recorded after it is missing' : `Entries ${reached + 1} to ${known} are missing`}; the history says so from now on.`,
          ...(olderShape ? ["Its database was of an older Cordon and was brought to today's form; a copy from before lies beside it (vault.db.shape-…)."] : []),
          'Enter again what is missing, take in its files again, and have the deadlines of that time checked.',
        ],
      };
    });
  },
};
