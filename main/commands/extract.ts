import { audiences } from '../../shared/records/field.ts';
import { extractEvidence } from '../exchange/extract-evidence.ts';
import { keyOptions, keyUsage, oneOf, type Command } from './command.ts';
import { outFile } from './destinations.ts';
import { withVault } from './with-vault.ts';

export const extract: Command = {
  name: 'extract',
  usage: `extract VAULT EX-001 --out FILE [--audience …] [--recipient NAME] [--with-privileged REASON] ${keyUsage}`,
  says: "Writes the stored bytes of one evidence item, exactly as they came in, hashing them again on the way. The item's custody records that they left.",
  options: { ...keyOptions, out: { type: 'string' }, audience: { type: 'string' }, recipient: { type: 'string' }, 'with-privileged': { type: 'string' } },
  operands: [2, 2],
  run: (given, desk) => {
    const destination = outFile(given, desk);
    const audience = oneOf(given, 'audience', audiences) ?? 'internal';
    return withVault(given, desk, async ({ vault, records }) => {
      const number = given.operand(1, 'a number');
      const manifest = await extractEvidence(
        { vault, records, clock: desk.clock },
        { number, audience, recipient: given.option('recipient'), destination, privilegedBecause: given.option('with-privileged'), signal: desk.signal },
      );
      return {
        json: { file: destination.path, number: manifest.numbers[0], release: manifest.number, sha256: manifest.sha256, bytes: manifest.bytes },
        words: [`${manifest.numbers[0] ?? number} went to ${destination.path}, ${manifest.bytes} bytes, SHA-256 ${manifest.sha256}.`],
      };
    });
  },
};
