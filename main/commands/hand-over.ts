import path from 'node:path';
import { audiences } from '../../shared/records/field.ts';
import { handOver } from '../exchange/hand-over.ts';
import { keyOptions, keyUsage, misuse, type Command } from './command.ts';
import { besideFile, outFile } from './destinations.ts';
import { goingOptions, goingTyped, heldBack, releaseJson } from './export.ts';
import { caseOf, withVault } from './with-vault.ts';

export const handingOver: Command = {
  name: 'hand-over',
  usage: `hand-over VAULT --out FILE.zip.age --to age1… [--to age1…] [--case CASE-001] [--only NUMBER] [--audience ${audiences.join('|')}] [--recipient NAME] [--with-privileged REASON] ${keyUsage}`,
  says:
    'Hands the part of a case that an audience may have to people by their age keys: records, tables and stored evidence with its custody, packed (BagIt, ZIP) and encrypted.\n' +
    "Beside FILE it writes FILE.minisig, the vault's signature, and FILE.verify.txt, the sheet that says how to check and open it. Send the sheet another way than the file.\n" +
    'Without --audience it is for outside counsel.',
  options: { ...keyOptions, ...goingOptions, to: { type: 'string', multiple: true } },
  operands: [1, 1],
  run: (given, desk) => {
    const destination = outFile(given, desk);
    return withVault(given, desk, async (opened) => {
      const typed = goingTyped(given, desk, opened);
      const caseId = typed.caseId ?? caseOf(opened.records, undefined);
      // Nothing of another case goes along because nobody said which one was meant.
      if (caseId === null && opened.records.reading().all('case').length > 1) misuse('Say which case is handed over: --case CASE-001.');
      const going = { ...typed, ...(caseId !== null && { caseId }) };
      const manifest = await handOver(
        { ...opened, clock: desk.clock },
        {
          ...going,
          audience: given.option('audience') === undefined ? 'outside_counsel' : going.audience,
          destination,
          recipients: given.options('to'),
          beside: (ending) => besideFile(destination.path, ending, desk),
        },
      );
      return {
        json: { ...releaseJson(manifest, destination.path), beside: manifest.beside.map((name) => path.join(path.dirname(destination.path), name)) },
        words: [
          `${manifest.numbers.length} records went to ${destination.path} (recorded as ${manifest.number}).`,
          `Beside it: ${manifest.beside.join(', ')}. Send the sheet another way than the file.`,
          ...heldBack(manifest),
        ],
      };
    });
  },
};
