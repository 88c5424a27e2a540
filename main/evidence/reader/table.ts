import { CsvError, parse } from 'csv-parse/sync';
import { concordance, isConcordance } from './concordance.ts';
import { plainText } from './plain.ts';
import { sortOfFile } from './sort-of-file.ts';
import { readWorkbook } from './workbook.ts';

/** A row with the line it stands on in the file (a workbook: the number of the row), as the person would look for it. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}
export interface Sheet {
  readonly name: string;
  readonly rows: readonly TableRow[];
}
/** What stands in a file of tables, or the first thing that is wrong with it. */
export type TableReading = { readonly ok: true; readonly sheets: readonly Sheet[] } | { readonly ok: false; readonly line: number | null; readonly why: string };

/** One more than an act may write (design, "Storage"), and a heading. */
export const mostRows = 20_002;
const mostColumns = 500;
/** Longest row, in characters: a quotation mark that is never closed would else take the whole file for one cell. */
const longestRow = 4_000_000;

/** The rows of a CSV file, whatever separates its columns, of a Concordance load file, or of the sheets of a workbook. Never throws for what is in the file. */
export function readTable(bytes: Uint8Array, name: string): TableReading {
  if (sortOfFile(bytes, name) === 'archive') return limited(readWorkbook(bytes));
  const text = plainText(bytes);
  if (text === null) return { ok: false, line: null, why: 'it is neither text nor an Excel workbook' };
  const plain = text.replace(/^\ufeff/, '');
  return limited(isConcordance(plain) ? concordance(plain) : separated(plain));
}

function limited(read: TableReading): TableReading {
  if (!read.ok) return read;
  const long = read.sheets.find((sheet) => sheet.rows.length > mostRows);
  if (long) return { ok: false, line: long.rows[mostRows]?.line ?? null, why: `it has more than ${(mostRows - 2).toLocaleString('en-US')} rows; split it` };
  const wide = read.sheets.flatMap((sheet) => sheet.rows).find((row) => row.cells.length > mostColumns);
  return wide ? { ok: false, line: wide.line, why: `it has more than ${mostColumns} columns` } : read;
}

function separated(text: string): TableReading {
  try {
    // Proof of the cast: with `info` the library gives this for every row.
    const records = parse(text, {
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: longestRow,
      to: mostRows + 1,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    let ends = 0;
    const rows = records.map(({ record, info }): TableRow => {
      // `lines` counts to the row's end; it began on the line after the row before it, blank lines apart.
      const line = Math.max(ends + 1, info.lines - record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0));
      ends = info.lines;
      return { line, cells: record };
    });
    return { ok: true, sheets: [{ name: '', rows }] };
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const line: unknown = thrown['lines'];
    return { ok: false, line: typeof line === 'number' ? line : null, why: because[thrown.code] ?? 'its quotation marks do not fit together' };
  }
}

const because: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'something stands between a closing quotation mark and the next column',
  INVALID_OPENING_QUOTE: 'a quotation mark stands in the middle of a cell',
  CSV_MAX_RECORD_SIZE: 'a row is too long; a quotation mark may be missing',
};

/** The sign that stands most often, outside quotation marks, in the first rows; a comma where none does. */
function separatorOf(text: string): string {
  const bare = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '');
  const line = bare.split(/\r?\n/).find((one) => one.trim() !== '') ?? '';
  return [',', ';', '\t', '|'].map((sign) => ({ sign, count: line.split(sign).length })).reduce((best, one) => (one.count > best.count ? one : best)).sign;
}
