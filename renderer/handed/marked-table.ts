import type { Cells } from './cells.ts';

/** Longest marked text that is looked into, and most rows and columns of a table in it: hostile text claims any number of either. */
const [longest, mostRows, mostColumns] = [4_000_000, 20_001, 200];
/** Elements that end a line. */
const block = /^(P|DIV|LI|H[1-6]|TR|BLOCKQUOTE)$/;

/**
 * The cells of the first table in marked text, as Word, Excel and browsers copy it; null where there is none. The text is parsed apart from the page: nothing in it runs and
 * nothing is fetched. Joined cells are blank where they reach into. `too-large` where it is more than is looked into.
 */
export function markedTable(html: string): Cells | 'too-large' | null {
  if (!/<table[\s>]/i.test(html.slice(0, longest))) return null;
  if (html.length > longest) return 'too-large';
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table) return null;
  if (table.rows.length > mostRows) return 'too-large';
  const cells: string[][] = [];
  /** Columns into which a cell of an earlier row reaches, and for how many rows more. */
  const reaching = new Map<number, number>();
  for (const row of table.rows) {
    const line: string[] = [];
    const skip = (): void => {
      for (let rest = reaching.get(line.length) ?? 0; rest > 0; rest = reaching.get(line.length) ?? 0) {
        reaching.set(line.length, rest - 1);
        line.push('');
      }
    };
    for (const cell of row.cells) {
      skip();
      const wide = Math.min(cell.colSpan, mostColumns);
      if (line.length + wide > mostColumns) return 'too-large';
      for (let at = 0; at < wide; at++) {
        if (cell.rowSpan > 1) reaching.set(line.length, Math.min(cell.rowSpan, mostRows) - 1);
        line.push(at === 0 ? textIn(cell) : '');
      }
    }
    skip();
    cells.push(line);
  }
  const width = Math.max(0, ...cells.map((line) => line.length));
  return cells.length === 0 || width === 0 ? null : cells.map((line) => [...line, ...Array.from<string>({ length: width - line.length }).fill('')]);
}

/** What shows of an element as plain text: line ends where it has them, runs of white space as one space. */
function textIn(element: Element): string {
  const keeps = (element.getAttribute('style') ?? '').includes('pre-wrap');
  let text = '';
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) text += keeps ? (node.nodeValue ?? '') : (node.nodeValue ?? '').replace(/[ \t\r\n]+/g, ' ');
    if (!(node instanceof Element) || /^(STYLE|SCRIPT|TEMPLATE|TITLE)$/.test(node.tagName)) return;
    if (node.tagName === 'BR') text += '\n';
    if (block.test(node.tagName) && text !== '' && !text.endsWith('\n')) text += '\n';
    for (const child of node.childNodes) walk(child);
    if (block.test(node.tagName) && text !== '' && !text.endsWith('\n')) text += '\n';
  };
  for (const child of element.childNodes) walk(child);
  return keeps ? text : text.replace(/ *\n */g, '\n').trim();
}
