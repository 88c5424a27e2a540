import { guarded } from './csv.ts';
import type { ListRows } from './list-rows.ts';

/** One table in the two forms that office programs take from a clipboard: a real table, and cells with tabs between. */
export interface ClipboardTable {
  readonly text: string;
  readonly html: string;
}

/** Control characters: none of them is anything in a table, and a NUL cuts the text short. */
const controls = /\p{Cc}/gu;
const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replace(controls, (one) => (one === '\n' || one === '\t' ? one : ''));

/** A cell between tabs, as spreadsheets write and read them: quoted where it holds what parts cells, rows or itself. */
const between = (text: string): string => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '<br style="mso-data-placement:same-cell">' };
const marked = (text: string): string => text.replace(/[&<>"\n]/g, (one) => escapes[one] ?? one);

/**
 * A list for the clipboard. What a spreadsheet would run as a formula gets an apostrophe, as in the CSV table; in the marked form every cell is also said to be
 * text (`mso-number-format`), so that long numbers and `1-2` stay what they are. No style, no address, nothing that is fetched.
 */
export function clipboardTable({ header, rows }: Pick<ListRows, 'header' | 'rows'>): ClipboardTable {
  const safe = (cells: readonly string[]): string[] => cells.map((text) => guarded(clean(text)));
  const all = [safe(header), ...[...rows()].map(safe)];
  const row = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((text) => `<${tag} style="mso-number-format:'\\@';white-space:pre-wrap">${marked(text)}</${tag}>`).join('')}</tr>`;
  const [heading = [], ...body] = all;
  return {
    text: all.map((cells) => `${cells.map(between).join('\t')}\r\n`).join(''),
    html: `<table><thead>${row(heading, 'th')}</thead><tbody>${body.map((cells) => row(cells, 'td')).join('')}</tbody></table>`,
  };
}
