import type { Now } from '../../../shared/calendar/clock.ts';
import { refuse } from '../../../shared/failure/failure.ts';
import { kindNamed } from '../../../shared/records/kinds.ts';
import type { Reading } from '../../records/reading.ts';
import { jsonOf } from '../cordon-json.ts';
import { planCalendar, type Event } from './calendar-plan.ts';
import type { Fault, ImportPlan } from './draft.ts';
import type { ImportForm } from './form-of-file.ts';
import { planOscal } from './oscal-plan.ts';
import { planTable, type Mapping, type Table } from './table-plan.ts';
import { guessedTargets, targetsOf, usualValues } from './targets.ts';

/** A sheet as the reader job gives it. */
export interface NamedTable extends Table {
  readonly name: string;
}
/** What planning works with. Files are read by a job that this room does not know. */
export interface PlanDesk {
  readonly reading: Reading;
  readonly now: Now;
  readonly readTable: (bytes: Uint8Array, file: string) => Promise<readonly NamedTable[]>;
  readonly readCalendar: (
    bytes: Uint8Array,
    file: string,
  ) => Promise<{ readonly events: readonly Event[]; readonly faults: readonly { readonly line: number; readonly why: string }[] }>;
  /** The JSON form of a plan in XML or YAML. */
  readonly readOscal: (bytes: Uint8Array, file: string) => Promise<unknown>;
}
export interface PlanAsked {
  readonly form: Exclude<ImportForm, 'cordon'>;
  readonly caseId: string | null;
  /** Tables only. */
  readonly kind?: string | undefined;
  readonly sheet?: number | undefined;
  /** What the person chose; what they left open is guessed from the heading. */
  readonly columns?: readonly (string | null)[] | undefined;
  readonly constants?: Readonly<Record<string, string>> | undefined;
}

export interface Planned {
  readonly plan: ImportPlan;
  /** Tables only: the sheet, and what fills what. */
  readonly table: { readonly sheets: readonly string[]; readonly sheet: number; readonly rows: Table['rows']; readonly mapping: Mapping } | null;
}

/** A plan that is neither is XML or YAML, which the reader job knows. */
const isJson = (bytes: Uint8Array, file: string): boolean => /\.json$/i.test(file) || /^(\ufeff)?\s*\{/.test(Buffer.from(bytes.subarray(0, 64)).toString('utf8'));

/** The constants of a kind that no column fills: what lists of it leave unsaid as a rule. */
export function usualConstants(kind: string, columns: readonly (string | null)[]): Record<string, string> {
  const places = new Set(targetsOf(kind).map((target) => target.path));
  return Object.fromEntries(Object.entries(usualValues[kind] ?? {}).filter(([path]) => places.has(path) && !columns.includes(path)));
}

/** Reads a file and says what it would become. Nothing is written. Refuses `import-malformed` with file and line, `job-failed`, and `misuse` for a sheet or kind that is not there. */
export async function planImport(desk: PlanDesk, bytes: Uint8Array, file: string, asked: PlanAsked): Promise<Planned> {
  if (asked.form === 'oscal') return { plan: planOscal(isJson(bytes, file) ? jsonOf(bytes, file) : await desk.readOscal(bytes, file), file, asked), table: null };
  if (asked.form === 'calendar') {
    const { events, faults } = await desk.readCalendar(bytes, file);
    return { plan: planCalendar(desk.reading, events, faults, file, { caseId: asked.caseId, zone: desk.now.zone }), table: null };
  }
  const sheets = await desk.readTable(bytes, file);
  const kind = asked.kind ?? 'party';
  if (!kindNamed(kind)) return refuse({ code: 'misuse', why: 'there is no such kind of record' });
  const at =
    asked.sheet ??
    Math.max(
      0,
      sheets.findIndex((one) => one.rows.length > 1),
    );
  const sheet = sheets[at] ?? refuse({ code: 'misuse', why: `${file} has no sheet ${at + 1}` });
  const heading = sheet.rows[0]?.cells ?? refuse({ code: 'import-malformed', file, why: 'it is empty' });
  const columns = asked.columns ?? guessedTargets(kind, heading);
  const mapping: Mapping = { kind, caseId: asked.caseId, columns, constants: asked.constants ?? usualConstants(kind, columns) };
  return { plan: planTable(desk.reading, sheet, mapping, desk.now), table: { sheets: sheets.map((one) => one.name), sheet: at, rows: sheet.rows, mapping } };
}

/** The refusal that stands for the faults of a plan: the first of them, by line and column. */
export function refuseFaults(file: string, faults: readonly Fault[]): void {
  const [first] = faults;
  if (!first) return;
  refuse({
    code: 'import-malformed',
    file,
    ...(first.line !== null && { line: first.line }),
    ...(first.column !== '' && { field: first.column.slice(0, 200) }),
    why: faults.length > 1 ? `${first.why}; ${faults.length - 1} more faults follow` : first.why,
  });
}
