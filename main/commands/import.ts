import path from 'node:path';
import { readCalendarFile, readOscalFile, readTableFile } from '../evidence/read-tables.ts';
import { formOfFile } from '../exchange/import/form-of-file.ts';
import { importDrafts } from '../exchange/import/import-drafts.ts';
import { planImport, refuseFaults, usualConstants, type Planned } from '../exchange/import/plan-import.ts';
import { labelsOf } from '../exchange/import/labels.ts';
import { guessedTargets, numberPath, targetsOf } from '../exchange/import/targets.ts';
import { importRecords } from '../exchange/import-records.ts';
import { keyOptions, keyUsage, misuse, type Command, type Desk, type Given, type Outcome } from './command.ts';
import { kindTyped } from './kinds-typed.ts';
import { readNamed } from './keys.ts';
import { caseOf, withVault, type Opened } from './with-vault.ts';

export const importing: Command = {
  name: 'import',
  usage: `import VAULT FILE [--kind KIND [--sheet NAME] [--map COLUMN=FIELD] [--set FIELD=VALUE]] [--case CASE-001] [--dry-run] ${keyUsage}`,
  says:
    'Takes in records, all of them or none, as one act that an undo takes back. FILE is what export writes (JSON), a table (CSV, XLSX, a load file) of one --kind, a calendar (.ics, whose events become\n' +
    'deadlines), or an OSCAL plan of action and milestones (JSON, XML, YAML). Columns are matched by their headings; --map says which fills what ("COLUMN=" leaves it out), --set what every row says.\n' +
    '--dry-run does everything but keep it, and lists every fault by row and column.',
  options: {
    ...keyOptions,
    kind: { type: 'string' },
    sheet: { type: 'string' },
    map: { type: 'string', multiple: true },
    set: { type: 'string', multiple: true },
    case: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  operands: [2, 2],
  run: (given, desk) =>
    withVault(given, desk, async (opened) => {
      const named = given.operand(1, 'a file');
      const [bytes, file] = [await readNamed(named), path.basename(named)];
      const form = formOfFile(bytes, file);
      if (form === 'cordon') {
        if (given.option('kind') !== undefined || given.option('case') !== undefined)
          misuse('An export of Cordon says itself of what kind and case its records are; --kind and --case go with other files.');
        return cordon(opened, desk, bytes, file, given.flag('dry-run'));
      }
      if ((form === 'table') !== (given.option('kind') !== undefined))
        misuse(form === 'table' ? 'Say what each row is: --kind party, for example.' : '--kind goes with tables; this file says itself what it holds.');
      const planned = await plan(opened, desk, given, form, bytes, file);
      if (!given.flag('dry-run')) refuseFaults(file, planned.plan.faults);
      return finish(opened, desk, form, file, planned, given.flag('dry-run'));
    }),
};

async function cordon({ records }: Opened, desk: Desk, bytes: Uint8Array, file: string, rehearse: boolean): Promise<Outcome> {
  const { act, records: count, numbers, notes } = await importRecords(records, bytes, file, { signal: desk.signal, rehearse });
  if (rehearse)
    return { json: { dryRun: true, form: 'cordon', records: count, faults: [], notes }, words: [...notes.map(said), `${count} records would be imported. Nothing was written.`] };
  return { json: { records: count, act, numbers }, words: [`${count} records were imported.`] };
}

async function plan({ records }: Opened, desk: Desk, given: Given, form: 'table' | 'calendar' | 'oscal', bytes: Uint8Array, file: string): Promise<Planned> {
  const reading = records.reading();
  const world = {
    reading,
    now: desk.clock(),
    readTable: (content: Uint8Array, name: string) => readTableFile(desk.runJob, content, name, desk.signal),
    readCalendar: (content: Uint8Array, name: string) => readCalendarFile(desk.runJob, content, name, desk.signal),
    readOscal: (content: Uint8Array, name: string) => readOscalFile(desk.runJob, content, name, desk.signal),
  };
  const asked = { form, caseId: caseOf(records, given.option('case')) };
  if (form !== 'table') return planImport(world, bytes, file, asked);
  const kind = kindTyped(given.option('kind') ?? '');
  const sheets = await world.readTable(bytes, file);
  const sheetNamed = given.option('sheet');
  const sheet = sheetNamed === undefined ? undefined : sheets.findIndex((one) => one.name.toLowerCase() === sheetNamed.toLowerCase());
  if (sheet === -1) misuse(`${file} has no sheet "${sheetNamed ?? ''}". It has ${sheets.map((one) => `"${one.name}"`).join(', ')}.`);
  const heading = (
    sheets[
      sheet ??
        Math.max(
          0,
          sheets.findIndex((one) => one.rows.length > 1),
        )
    ]?.rows[0]?.cells ?? []
  ).map(String);
  const columns = mapped(given, kind, heading);
  return planImport({ ...world, readTable: () => Promise.resolve(sheets) }, bytes, file, {
    ...asked,
    kind,
    sheet,
    columns,
    constants: { ...usualConstants(kind, columns), ...pairs(given, 'set', kind) },
  });
}

/** The columns as guessed, with what --map says laid over. Refuses `misuse` for a column that is not there. */
function mapped(given: Given, kind: string, heading: readonly string[]): (string | null)[] {
  const columns = guessedTargets(kind, heading);
  for (const typed of given.options('map')) {
    const at = typed.lastIndexOf('=');
    const column = heading.findIndex((name) => name.trim().toLowerCase() === typed.slice(0, Math.max(0, at)).trim().toLowerCase());
    if (column === -1) misuse(`There is no column "${typed.slice(0, Math.max(0, at))}". The columns are ${heading.map((name) => `"${name}"`).join(', ')}.`);
    const target = typed.slice(at + 1).trim();
    const path = target === '' ? null : fieldTyped(kind, target);
    // A place is filled once: by what was asked for rather than by what was guessed.
    if (path !== null) columns.forEach((other, index) => other === path && (columns[index] = null));
    columns[column] = path;
  }
  return columns;
}

function fieldTyped(kind: string, typed: string): string {
  const places = targetsOf(kind);
  const found =
    typed.toLowerCase() === 'number'
      ? numberPath
      : (places.find(({ path: place, label }) => [place, label].some((name) => name.toLowerCase() === typed.toLowerCase()))?.path ??
        labelsOf(kind).find(({ name }) => name === typed.toLowerCase())?.path);
  return found ?? misuse(`A ${kind.replaceAll('_', ' ')} has no field "${typed}". The fields are ${places.map((one) => one.path).join(', ')}.`);
}

const pairs = (given: Given, option: string, kind: string): Record<string, string> =>
  Object.fromEntries(
    given.options(option).map((typed) => {
      const at = typed.indexOf('=');
      return at < 1 ? misuse(`--${option} takes FIELD=VALUE.`) : [fieldTyped(kind, typed.slice(0, at).trim()), typed.slice(at + 1)];
    }),
  );

async function finish({ records }: Opened, desk: Desk, form: string, file: string, { plan: planned, table }: Planned, dryRun: boolean): Promise<Outcome> {
  const { drafts, faults, notes } = planned;
  if (faults.length === 0) {
    const { act, numbers } = await importDrafts(records, drafts, file, { signal: desk.signal, rehearse: dryRun });
    if (!dryRun) return { json: { form, records: drafts.length, act, numbers, notes }, words: [...notes.map(said), `${drafts.length} records were imported.`] };
  }
  const columns = table?.mapping.columns.map((fills, at) => ({ column: table.rows[0]?.cells[at] ?? '', fills })) ?? [];
  return {
    ok: faults.length === 0,
    json: { dryRun: true, form, records: drafts.length, ...(table && { kind: table.mapping.kind, columns, constants: table.mapping.constants }), faults, notes },
    words: [
      ...columns.map(({ column, fills }) => `"${column}" fills ${fills ?? 'nothing'}`),
      ...[...faults, ...notes].map(said),
      faults.length === 0 ? `${drafts.length} records would be imported. Nothing was written.` : `${faults.length} faults. Nothing was written.`,
    ],
  };
}

const said = ({ line, column, why }: { line: number | null; column: string; why: string }): string =>
  `${[line !== null && `Row ${line}`, column !== '' && column].filter((part) => part !== false).join(', ')}${line === null && column === '' ? '' : ': '}${why}.`;
