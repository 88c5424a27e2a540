import { listColumns } from '../../shared/records/columns.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';

/**
 * The list of one kind as RFC 4180 text with a byte-order mark, which spreadsheets need to see UTF-8: number, title, state, due date, then
 * the columns that the kind shows in its lists. `nameOf` gives the number of a linked record.
 */
export function* listTable(kindName: string, records: readonly AnyRecord[], nameOf: (id: string) => string | undefined): Generator<Uint8Array> {
  const kind = kindNamed(kindName);
  if (!kind) throw new Error('a table of a kind that is not defined');
  const shown = Object.entries(kind.fields).filter(([, field]) => field.column);
  const bytes = new TextEncoder();
  yield bytes.encode(`\ufeff${row(['Number', 'Title', 'State', 'Due', ...shown.map(([, field]) => field.label)])}`);
  for (const record of records) {
    const columns = listColumns(kind, record, nameOf);
    const state = kind.states[record.state]?.label ?? record.state;
    yield bytes.encode(row([record.number, columns.title, state, columns.due ?? '', ...shown.map(([name]) => columns.shown[name] ?? '')]));
  }
}

const row = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/**
 * A cell. Text that a spreadsheet would run as a formula gets an apostrophe before it: what is in a vault came from outside (OWASP, CSV
 * injection).
 */
export function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
