import { mappingOf, rosterColumnNames, type NamedMapping } from '../../../shared/law/scope/roster-columns.ts';
import type { RecordOf } from '../../../shared/records/kinds.ts';
import type { SourceFile } from '../source-file.ts';
import { formOf, type RosterForm } from './roster-form.ts';
import { rowsOf } from './roster-rows.ts';

export interface RosterLook extends RosterForm {
  readonly head: readonly string[];
  /** The first rows, for the person who maps the columns. */
  readonly sample: readonly (readonly string[])[];
  /** What each column is taken for: as in an earlier screening of a file with these columns, else by their names. */
  readonly mapping: NamedMapping;
  /** Number of that earlier screening. */
  readonly savedFrom: string | null;
}

const rowsShown = 5;
/** Enough for a head and a few rows. */
const bytesRead = 64 * 1024;

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((name, i) => name === b[i]);

/** Looks at the beginning of a roster, and nothing of it is kept. `earlier` are the screenings whose mappings may be used again, oldest first. Refuses `import-malformed` for an empty file. */
export async function lookAtRoster(source: SourceFile, chosen: Partial<RosterForm>, earlier: readonly RecordOf<'screening'>[]): Promise<RosterLook> {
  const form = await formOf(source, chosen);
  const rows: (readonly string[])[] = [];
  const reader = rowsOf(form, {
    row: (cells) => {
      if (rows.length <= rowsShown) rows.push(cells.map((cell) => cell.trim().slice(0, 200)));
      return null;
    },
    bad: () => undefined,
  });
  for await (const chunk of source.read()) {
    reader.write(chunk.subarray(0, bytesRead));
    break;
  }
  reader.end();
  const [head = [], ...sample] = rows;
  const before = earlier.findLast(({ fields }) => same(fields.head ?? [], head));
  const saved = before === undefined ? null : Object.fromEntries((before.fields.mapping ?? []).map(({ column, header }) => [column, header]));
  const byName = mappingOf(head);
  const named = Object.fromEntries(rosterColumnNames.filter((column) => byName[column] !== undefined).map((column) => [column, head[byName[column] ?? 0] ?? '']));
  return { ...form, head, sample, mapping: saved ?? named, savedFrom: before?.number ?? null };
}
