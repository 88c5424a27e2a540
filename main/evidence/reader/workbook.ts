import { attribute, local, pieces } from './markup.ts';
import { sharedStrings, TooLarge, unpack } from './office.ts';
import type { Sheet, TableReading, TableRow } from './table.ts';
import { dateOfSerial, isDateFormat } from './excel-date.ts';

const wanted = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|styles\.xml|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/;
/** Excel's last row and column: a cell that claims another place is no cell of a workbook. */
const [lastRow, lastColumn] = [1_048_576, 16_384] as const;

/** The sheets of an Excel workbook: what its cells show, days as `2026-06-18`. Formulas give the value that was kept with them; nothing is computed. */
export function readWorkbook(bytes: Uint8Array): TableReading {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unpack(bytes, wanted);
  } catch (thrown) {
    return { ok: false, line: null, why: thrown instanceof TooLarge ? 'it unfolds into more than a workbook of this size can hold' : 'it is damaged: it is no whole ZIP file' };
  }
  const text = (name: string): string => (parts[name] ? new TextDecoder().decode(parts[name]) : '');
  const workbook = text('xl/workbook.xml');
  if (workbook === '') return { ok: false, line: null, why: 'it is not an Excel workbook (.xlsx)' };
  const shared = sharedStrings(text('xl/sharedStrings.xml'));
  const formats = dateFormats(text('xl/styles.xml'));
  const from1904 = /<(?:\w+:)?workbookPr\b[^>]*\bdate1904\s*=\s*"(?:1|true)"/.test(workbook);
  const targets = new Map<string, string>();
  for (const piece of pieces(text('xl/_rels/workbook.xml.rels')))
    if (piece.at === 'open' && local(piece.name) === 'Relationship')
      targets.set(attribute(piece.attributes, 'Id') ?? '', (attribute(piece.attributes, 'Target') ?? '').replace(/^\/?(xl\/)?/, 'xl/'));
  const sheets: Sheet[] = [];
  for (const piece of pieces(workbook)) {
    if (piece.at !== 'open' || local(piece.name) !== 'sheet') continue;
    const target = targets.get(attribute(piece.attributes, 'r:id') ?? '') ?? '';
    if (parts[target]) sheets.push({ name: attribute(piece.attributes, 'name') ?? '', rows: rowsOf(text(target), { shared, formats, from1904 }) });
  }
  return sheets.length === 0 ? { ok: false, line: null, why: 'it has no sheet' } : { ok: true, sheets };
}

interface Book {
  readonly shared: readonly string[];
  /** Whether the n-th cell format shows a date. */
  readonly formats: readonly boolean[];
  readonly from1904: boolean;
}

function dateFormats(styles: string): boolean[] {
  const own = new Map<number, string>();
  const formats: boolean[] = [];
  let inCells = false;
  for (const piece of pieces(styles)) {
    if (piece.at === 'text') continue;
    const name = local(piece.name);
    if (name === 'cellXfs') inCells = piece.at === 'open';
    else if (piece.at === 'open' && name === 'numFmt') own.set(Number(attribute(piece.attributes, 'numFmtId')), attribute(piece.attributes, 'formatCode') ?? '');
    else if (piece.at === 'open' && name === 'xf' && inCells) {
      const id = Number(attribute(piece.attributes, 'numFmtId') ?? 0);
      formats.push(isDateFormat(id, own.get(id)));
    }
  }
  return formats;
}

function rowsOf(xml: string, book: Book): TableRow[] {
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let line = 0;
  let at = -1;
  let type = '';
  let style = 0;
  let value = '';
  let reads = false;
  for (const piece of pieces(xml)) {
    if (piece.at === 'text') {
      if (reads) value += piece.text;
      continue;
    }
    const name = local(piece.name);
    if (name === 'row') {
      if (piece.at === 'open') {
        const claimed = Number(attribute(piece.attributes, 'r'));
        line = claimed > line && claimed <= lastRow ? claimed : line + 1;
        cells = [];
        at = -1;
      }
      if ((piece.at === 'close' || piece.empty) && cells.some((cell) => cell !== '')) rows.push({ line, cells });
    } else if (name === 'c' && piece.at === 'open') {
      at = columnOf(attribute(piece.attributes, 'r')) ?? at + 1;
      type = attribute(piece.attributes, 't') ?? 'n';
      style = Number(attribute(piece.attributes, 's') ?? 0);
      value = '';
    } else if (name === 'c' && piece.at === 'close') {
      while (cells.length < at) cells.push('');
      cells[at] = shownValue(type, value, style, book);
    } else if (name === 'v' || name === 't') reads = piece.at === 'open' && !piece.empty;
  }
  return rows;
}

/** `C7` stands in the third column; null where it names no place. */
function columnOf(place: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place ?? '')?.[1];
  if (letters === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return column < lastColumn ? column : null;
}

function shownValue(type: string, value: string, style: number, { shared, formats, from1904 }: Book): string {
  switch (type) {
    case 's':
      return shared[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'yes' : 'no';
    case 'n':
      return formats[style] === true ? (dateOfSerial(Number(value), from1904) ?? value) : value;
    // A day of ISO 8601 has an hour only where it says one: midnight stands for the whole day, as a serial number without a fraction does.
    case 'd':
      return value.replace(/T00:00(:00(\.0+)?)?$/, '');
    default:
      return value.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }
}
