import { kinds, type KindName } from '../../shared/records/kinds.ts';
import { audiences } from '../../shared/records/field.ts';
import { exportCalendar } from '../exchange/export-calendar.ts';
import { exportEvidence } from '../exchange/export-evidence.ts';
import { exportOscal } from '../exchange/export-oscal.ts';
import { exportRecords, exportTable, type Exporting } from '../exchange/export-records.ts';
import type { Manifest } from '../exchange/release.ts';
import { keyOptions, keyUsage, misuse, oneOf, type Command, type Desk, type Given } from './command.ts';
import { outFile } from './destinations.ts';
import { kindTyped } from './kinds-typed.ts';
import { caseOf, withVault, type Opened } from './with-vault.ts';

const forms = ['json', 'csv', 'xlsx', 'ics', 'oscal', 'bag'] as const;
type Form = (typeof forms)[number];

/** What left and what was held back, for a person. */
export function heldBack({ withheld }: Manifest): string[] {
  const whole = withheld.filter((one) => one.field === undefined);
  const fields = withheld.length - whole.length;
  if (withheld.length === 0) return [];
  const some = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
  return [
    `Held back: ${[whole.length > 0 && some(whole.length, 'record'), fields > 0 && some(fields, 'field')].filter((part) => part !== false).join(' and ')}, because they are privileged, sealed, about a person or not for this audience.`,
    'What is privileged goes only with --with-privileged REASON, what is about a person only with --with-personal; --json names everything that was held back.',
  ];
}

/** The same object for every way out. */
export const releaseJson = ({ number, format, audience, numbers, bytes, sha256, withheld, beside }: Manifest, file: string): object => ({
  file,
  release: number,
  format,
  audience,
  records: numbers.length,
  bytes,
  sha256,
  withheld,
  ...(beside.length > 0 && { beside }),
});

/** The options that every way out of records shares. Refuses `misuse` for a reason of nothing. */
export const goingOptions = {
  out: { type: 'string' },
  case: { type: 'string' },
  only: { type: 'string', multiple: true },
  audience: { type: 'string' },
  recipient: { type: 'string' },
  'with-privileged': { type: 'string' },
  'with-personal': { type: 'boolean' },
} as const;
export function goingTyped(given: Given, desk: Desk, { records }: Opened): Omit<Exporting, 'destination'> {
  const because = given.option('with-privileged');
  if (because?.trim() === '') misuse('--with-privileged takes the reason why.');
  const named = given.option('case');
  const only = given.options('only');
  const recipient = given.option('recipient');
  return {
    audience: oneOf(given, 'audience', audiences) ?? 'internal',
    signal: desk.signal,
    ...(named !== undefined && { caseId: caseOf(records, named) ?? '' }),
    ...(only.length > 0 && { numbers: only.map((one) => records.reading().require(one).number) }),
    ...(recipient !== undefined && { recipient }),
    ...(because !== undefined && { privilegedBecause: because }),
    ...(given.flag('with-personal') && { personal: true }),
  };
}

/** The form that was asked for, and the kind that goes with it. Refuses `misuse` for one without the other. */
function formTyped(given: Given): { form: Form; kind: KindName | undefined; states: readonly string[] } {
  const form = oneOf(given, 'as', forms) ?? (given.flag('csv') ? 'csv' : given.option('plan') === undefined ? 'json' : 'oscal');
  const table = form === 'csv' || form === 'xlsx';
  const kind = given.option('kind') === undefined ? undefined : kindTyped(given.option('kind') ?? '');
  if (table !== (kind !== undefined)) misuse('A table (csv, xlsx) is of one kind: give --kind with it, and with nothing else.');
  if ((form === 'oscal') !== (given.option('plan') !== undefined)) misuse('--as oscal and --plan go together: OSCAL is the form of one remediation plan.');
  const states = given.options('state');
  if (states.length > 0 && kind === undefined) misuse('--state goes with a table.');
  const unknown = kind === undefined ? undefined : states.find((state) => !Object.hasOwn(kinds[kind].states, state));
  if (kind !== undefined && unknown !== undefined)
    misuse(`A ${kinds[kind].label.toLowerCase()} is never "${unknown}"; it is one of ${Object.keys(kinds[kind].states).join(', ')}.`);
  return { form, kind, states };
}

function remindDays(given: Given): number[] {
  const typed = given.options('remind');
  if (typed.some((one) => !/^\d{1,3}$/.test(one))) misuse('--remind takes a number of days.');
  return typed.length === 0 ? [7] : typed.map(Number).filter((days) => days > 0);
}

export const exporting: Command = {
  name: 'export',
  usage: `export VAULT --out FILE [--as ${forms.join('|')}] [--kind KIND [--state STATE]] [--plan PLAN-001] [--case CASE-001] [--only NUMBER] [--titles] [--remind DAYS] [--audience ${audiences.join('|')}] [--recipient NAME] [--with-privileged REASON] [--with-personal] ${keyUsage}`,
  says:
    'Writes records out. json (the default) is the form that import takes; csv and xlsx are the list of one --kind as a table; ics is the deadlines as a calendar, without titles unless --titles is given;\n' +
    'oscal is one --plan as a plan of action and milestones; bag is evidence with its custody, in a ZIP file (BagIt). --only, again for each, takes these numbers and no others.\n' +
    'What is for named recipients goes to --recipient NAME alone, where it is one of them. What is privileged stays unless a reason is given, and then goes to nobody beyond outside counsel. What is sealed stays always. The vault records what left, for whom, and what was held back.',
  options: {
    ...keyOptions,
    ...goingOptions,
    as: { type: 'string' },
    csv: { type: 'boolean' },
    kind: { type: 'string' },
    state: { type: 'string', multiple: true },
    plan: { type: 'string' },
    titles: { type: 'boolean' },
    remind: { type: 'string', multiple: true },
  },
  operands: [1, 1],
  run: (given, desk) => {
    const destination = outFile(given, desk);
    const { form, kind, states } = formTyped(given);
    const days = remindDays(given);
    return withVault(given, desk, async (opened) => {
      const asked = { ...goingTyped(given, desk, opened), destination, ...(states.length > 0 && { states }) };
      const manifest = await write(opened, desk, form, kind, given, days, asked);
      return {
        json: releaseJson(manifest, destination.path),
        words: [`${manifest.numbers.length} records went to ${destination.path} (recorded as ${manifest.number}).`, ...heldBack(manifest)],
      };
    });
  },
};

function write({ vault, records }: Opened, desk: Desk, form: Form, kind: KindName | undefined, given: Given, days: readonly number[], asked: Exporting): Promise<Manifest> {
  const { instant: now, zone } = desk.clock();
  if ((form === 'csv' || form === 'xlsx') && kind !== undefined) return exportTable(records, { ...asked, kind, as: form });
  if (form === 'ics') return exportCalendar(records, { ...asked, titles: given.flag('titles'), remindDays: days, now, zone });
  if (form === 'oscal') return exportOscal(records, { ...asked, plan: given.option('plan') ?? '', now });
  if (form === 'bag') return exportEvidence({ vault, records, clock: desk.clock }, asked);
  return exportRecords(records, asked);
}
