import type { TableReading, TableRow } from './table.ts';

/** Concordance's own signs (domain.md §1.12): between columns, around each value, and for a line end within a value. */
const [column, quote, lineEnd] = ['\u0014', '\u00fe', '\u00ae'] as const;

export const isConcordance = (text: string): boolean => text.startsWith(quote) && text.slice(0, 100_000).includes(`${quote}${column}${quote}`);

/** The rows of a .DAT load file. Nothing is escaped in one: a value that holds a sign of the format makes a fault that names the line. */
export function concordance(text: string): TableReading {
  const rows: TableRow[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const row = raw.replace(/\r$/, '');
    if (row === '') continue;
    const cells: string[] = [];
    for (const value of row.split(column)) {
      if (value.length < 2 || !value.startsWith(quote) || !value.endsWith(quote))
        return { ok: false, line: index + 1, why: `column ${cells.length + 1} does not stand between ${quote} signs` };
      const inner = value.slice(1, -1);
      if (inner.includes(quote)) return { ok: false, line: index + 1, why: `column ${cells.length + 1} holds the sign ${quote}, which the format cannot hold` };
      cells.push(inner.replaceAll(lineEnd, '\n'));
    }
    if (rows[0] && cells.length !== rows[0].cells.length)
      return { ok: false, line: index + 1, why: `it has ${cells.length} columns where the heading has ${rows[0].cells.length}` };
    rows.push({ line: index + 1, cells });
  }
  return { ok: true, sheets: [{ name: '', rows }] };
}
