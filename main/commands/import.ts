import path from 'node:path';
import { importRecords } from '../exchange/import-records.ts';
import { keyOptions, keyUsage, type Command } from './command.ts';
import { readNamed } from './keys.ts';
import { withVault } from './with-vault.ts';

export const importing: Command = {
  name: 'import',
  usage: `import VAULT FILE.json ${keyUsage}`,
  says: 'Takes in records in the form that export writes, all of them or none. Each gets a number of this vault and keeps the one it had.',
  options: keyOptions,
  operands: [2, 2],
  run: (given, desk) =>
    withVault(given, desk, async ({ records }) => {
      const file = given.operand(1, 'a file');
      const { act, records: count, numbers } = await importRecords(records, await readNamed(file), path.basename(file), { signal: desk.signal });
      return { json: { records: count, act, numbers }, words: [`${count} records were imported.`] };
    }),
};
