import { CsvError, parse, type Info } from 'csv-parse/sync';
import type { RosterForm } from './roster-form.ts';

/** Longest row: a roster has a few short cells, and a quote that is never closed must not swallow a file. */
const longestRow = 64 * 1024;
/** Bytes that are parsed at a time, so that memory stays the same however long the file is. */
const blockBytes = 256 * 1024;

export interface RowReader {
  /** Called in the order of the file; the first is the head. Gives why the row cannot be right, or null. `lineOf` gives the line on which it begins, from 1. */
  readonly row: (cells: readonly string[], lineOf: () => number) => string | null;
  readonly bad: (line: number, why: string) => void;
}
export interface Rows {
  /** Takes a piece of the file; its memory may be used again afterwards. */
  write(piece: Uint8Array): void;
  /** Gives out what is left. */
  end(): void;
}

const because: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'something stands after a closing quote',
  INVALID_OPENING_QUOTE: 'a quote stands in the middle of a cell',
  CSV_MAX_RECORD_SIZE: 'it is longer than 64 KB: a quote may not be closed',
};
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

class WrongRow extends Error {}

const breaksIn = (bytes: Uint8Array, mark: number): number => {
  let count = 0;
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) count++;
  return count;
};

/**
 * Reads a file row by row: RFC 4180 with any line ends, in any of the encodings. A row that cannot be read is told with its line and left out, and reading
 * goes on with the line after the one on which it begins: one stray quote costs one row.
 */
export function rowsOf({ encoding, delimiter }: RosterForm, reader: RowReader): Rows {
  const decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding);
  /** What breaks lines: a carriage return only in a file that has no line feed in its first block. */
  let mark: number | null = null;
  let kept: Buffer = Buffer.alloc(0);
  let atStart = true;
  /** Lines before `kept`. */
  let lines = 0;

  /** The rows of `block`, which ends with a line or with the file; gives how many bytes of it are done with. */
  function readRows(block: Buffer, last: boolean): number {
    const broken = mark ?? lineFeed;
    let from = 0;
    while (from < block.length) {
      const start = from;
      let good = start;
      try {
        parse(block.subarray(start), {
          delimiter,
          record_delimiter: broken === lineFeed ? ['\r\n', '\n'] : '\r',
          relax_column_count: true,
          skip_empty_lines: true,
          max_record_size: longestRow,
          on_record: (cells: string[], { bytes }: Info) => {
            const begin = good;
            const why = reader.row(cells, () => lines + 1 + breaksIn(block.subarray(0, afterBlank(block, begin)), broken));
            if (why !== null) throw new WrongRow(why);
            good = start + bytes;
            return null;
          },
        });
        return block.length;
      } catch (thrown) {
        const code = thrown instanceof CsvError ? thrown.code : '';
        if (!(thrown instanceof WrongRow) && code === '') throw thrown;
        const begin = afterBlank(block, good);
        // A cell with line breaks may go on in the next block.
        if (code === 'CSV_QUOTE_NOT_CLOSED' && !last && block.length - begin <= longestRow) return begin;
        reader.bad(lines + 1 + breaksIn(block.subarray(0, begin), broken), thrown instanceof WrongRow ? thrown.message : (because[code] ?? 'it cannot be read'));
        const end = block.indexOf(broken, begin);
        from = end < 0 ? block.length : end + 1;
      }
    }
    return block.length;
  }

  const afterBlank = (block: Buffer, from: number): number => {
    let at = from;
    while (block[at] === lineFeed || block[at] === carriageReturn) at++;
    return at;
  };

  function take(bytes: Buffer, last: boolean): void {
    kept = kept.length === 0 ? Buffer.from(bytes) : Buffer.concat([kept, bytes]);
    if (atStart && (kept.length >= 3 || last)) {
      if (kept[0] === 0xef && kept[1] === 0xbb && kept[2] === 0xbf) kept = kept.subarray(3);
      atStart = false;
    }
    if (!last && kept.length < blockBytes) return;
    mark ??= kept.includes(lineFeed) ? lineFeed : kept.includes(carriageReturn) ? carriageReturn : lineFeed;
    const end = last ? kept.length : kept.lastIndexOf(mark) + 1;
    const done = readRows(kept.subarray(0, end), last);
    lines += breaksIn(kept.subarray(0, done), mark);
    kept = Buffer.from(kept.subarray(done));
    // A line without an end is no row of a roster, however it goes on.
    if (!last && kept.length > blockBytes + longestRow) {
      reader.bad(lines + 1, because['CSV_MAX_RECORD_SIZE'] ?? '');
      const cut = kept.indexOf(mark);
      kept = cut < 0 ? Buffer.alloc(0) : Buffer.from(kept.subarray(cut + 1));
      if (cut >= 0) lines++;
    }
  }

  return {
    write(piece) {
      const bytes = decoder ? Buffer.from(decoder.decode(piece, { stream: true })) : Buffer.from(piece.buffer, piece.byteOffset, piece.length);
      for (let at = 0; at < bytes.length; at += blockBytes) take(bytes.subarray(at, at + blockBytes), false);
    },
    end() {
      take(Buffer.from(decoder?.decode() ?? ''), true);
    },
  };
}
