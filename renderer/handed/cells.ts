export type Cells = readonly (readonly string[])[];

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Cells with tabs between and rows on lines, as spreadsheets put them on the clipboard. A cell in quotes may hold tabs and line ends, and a doubled quote in it is one; quotes that
 * part nothing belong to the text: a defined term in quotes keeps them. `marked` are the same cells as a marked table gives them, where there is one: it settles what is doubtful.
 */
export function cellsIn(text: string, marked: Cells | null = null): Cells {
  const rows: string[][] = [[]];
  const add = (raw: string, plain: string | null): void => {
    const row = rows.at(-1) ?? [];
    const seen = marked?.[rows.length - 1]?.[row.length];
    const parts = plain !== null && /[\t\n]|""/.test(raw.slice(1, -1));
    row.push(plain !== null && (seen === undefined ? parts : collapsed(seen) === collapsed(plain)) ? plain : raw);
  };
  const plain = text.replace(/\r\n?/g, '\n');
  let at = 0;
  while (at <= plain.length) {
    const quoted = plain[at] === '"' ? quotedAt(plain, at) : null;
    const end = quoted ?? nextEnd(plain, at);
    const raw = plain.slice(at, end);
    add(raw, quoted === null ? null : raw.slice(1, -1).replaceAll('""', '"'));
    if (end >= plain.length) break;
    if (plain[end] === '\n') rows.push([]);
    at = end + 1;
  }
  // The last line end closes the last row and begins none.
  if (rows.length > 1 && rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === '') rows.pop();
  return rows;
}

function nextEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text[at] === '\t' || text[at] === '\n') return at;
  return text.length;
}

/** Where a quoted cell that begins at `from` ends; null where its last quote is followed by more text, so that it was no quoted cell. */
function quotedAt(text: string, from: number): number | null {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at++;
    else return at + 1 === text.length || text[at + 1] === '\t' || text[at + 1] === '\n' ? at + 1 : null;
  }
  return null;
}

const isSquare = (cells: Cells): boolean => cells.every((row) => row.length === cells[0]?.length);

/**
 * The table that was copied, from its two forms; null where it is no table: one cell, or text that merely has tabs in it. Where the two have the same rows and columns the plain
 * form is taken, because it keeps line ends and spaces.
 */
export function tableOf(text: string, marked: Cells | null): Cells | null {
  if (marked !== null) {
    const cells = cellsIn(text, marked);
    const taken = cells.length === marked.length && cells.every((row, at) => row.length === marked[at]?.length) ? cells : marked;
    return taken.length > 1 || (taken[0]?.length ?? 0) > 1 ? taken : null;
  }
  if (!text.includes('\t')) return null;
  const cells = cellsIn(text);
  return cells.length > 1 && (cells[0]?.length ?? 0) > 1 && isSquare(cells) ? cells : null;
}

/** The same cells as a CSV file, for the import. */
export const csvOf = (cells: Cells): string =>
  cells.map((row) => `${row.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`).join('');
