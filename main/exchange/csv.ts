import type { ListRows } from './list-rows.ts';

/** A table as RFC 4180 text with a byte-order mark, which spreadsheets need to see UTF-8. */
export function* csv({ header, rows }: Pick<ListRows, 'header' | 'rows'>): Generator<Uint8Array> {
  const bytes = new TextEncoder();
  yield bytes.encode(`\ufeff${line(header)}`);
  for (const row of rows()) yield bytes.encode(line(row));
}

const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe before it: what is in a vault came from outside (OWASP, CSV
 * injection; ASVS 5.0 1.2.10). Full-width signs count, because some programs read them as the plain ones. A text that has such an apostrophe of its own gets one more, so
 * that `uncell` gives it back.
 */
export function guarded(text: string): string {
  return /^'*\s*[=+\-@\t\r\n\0＝＋－＠]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}

/** A cell: guarded, and quoted where it holds what parts cells. */
export function cell(text: string): string {
  const safe = guarded(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What `guarded` put before a text, taken away again: our own table comes back as it was. */
export function uncell(text: string): string {
  return /^'+\s*[=+\-@\t\r\n\0＝＋－＠]/.test(text) ? text.slice(1) : text;
}
