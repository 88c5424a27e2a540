import { audiences } from '../../shared/records/field.ts';
import { exportRecords, exportTable } from '../exchange/export-records.ts';
import type { Manifest } from '../exchange/release.ts';
import { keyOptions, keyUsage, misuse, oneOf, type Command } from './command.ts';
import { outFile } from './destinations.ts';
import { kindTyped } from './kinds-typed.ts';
import { caseOf, withVault } from './with-vault.ts';

/** What left and what was held back, for a person. */
export function heldBack({ withheld }: Manifest): string[] {
  const whole = withheld.filter((one) => one.field === undefined);
  const fields = withheld.length - whole.length;
  if (withheld.length === 0) return [];
  const some = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
  return [
    `Held back: ${[whole.length > 0 && some(whole.length, 'record'), fields > 0 && some(fields, 'field')].filter((part) => part !== false).join(' and ')}, because they are privileged, sealed or not for this audience.`,
    'What is privileged goes only with --with-privileged REASON; --json names everything that was held back.',
  ];
}

export const exporting: Command = {
  name: 'export',
  usage: `export VAULT --out FILE [--case CASE-001] [--audience ${audiences.join('|')}] [--with-privileged REASON] [--csv --kind KIND] ${keyUsage}`,
  says:
    'Writes the records in the form that import takes; with --csv the list of one kind as a table. What is privileged stays unless a reason is given, and then goes to nobody beyond outside counsel.\n' +
    'What is sealed stays always. The vault records what left, for whom, and what was held back.',
  options: {
    ...keyOptions,
    out: { type: 'string' },
    case: { type: 'string' },
    audience: { type: 'string' },
    'with-privileged': { type: 'string' },
    csv: { type: 'boolean' },
    kind: { type: 'string' },
  },
  operands: [1, 1],
  run: (given, desk) => {
    const destination = outFile(given, desk);
    const audience = oneOf(given, 'audience', audiences) ?? 'internal';
    const because = given.option('with-privileged');
    if (because?.trim() === '') misuse('--with-privileged takes the reason why.');
    const kind = given.option('kind') === undefined ? undefined : kindTyped(given.option('kind') ?? '');
    const csv = given.flag('csv');
    if (csv !== (kind !== undefined)) misuse('--csv and --kind go together: a table is of one kind, an export of all.');
    return withVault(given, desk, async ({ records }) => {
      const named = given.option('case');
      const asked = {
        audience,
        destination,
        signal: desk.signal,
        ...(named !== undefined && { caseId: caseOf(records, named) ?? '' }),
        ...(because !== undefined && { privilegedBecause: because }),
      };
      const manifest = kind === undefined ? await exportRecords(records, asked) : await exportTable(records, { ...asked, kind });
      const { number, sha256, bytes, numbers, withheld } = manifest;
      return {
        json: { file: destination.path, release: number, format: manifest.format, audience, records: numbers.length, bytes, sha256, withheld },
        words: [`${numbers.length} records went to ${destination.path} (recorded as ${number}).`, ...heldBack(manifest)],
      };
    });
  },
};
