import type { FigureTable } from '../../shared/records/views/figure-tables.ts';

/** A figure as it is drawn for a file. */
export interface FigurePicture {
  readonly svg: string;
  /** In pixels of CSS. */
  readonly width: number;
  readonly height: number;
  /** What it shows, in words: for whoever cannot see it. */
  readonly says: string;
}

/** Left edge of the bars, their room, the height of a line and of the head, in pixels. */
const [barEdge, barRoom, line, head, margin] = [380, 480, 26, 64, 24];
const width = barEdge + barRoom + 120;
/** So many lines are one picture; the table has all of them. */
const most = 120;

/**
 * Bars from nought on one scale, each with its name and figure beside it, black on white: it is read in grey and on paper. A figure that is not a number has no bar.
 * The text is text; nothing in it is a link, a script or a style sheet, and no font is fetched.
 */
export function figureSvg(title: string, day: string, { rows, drawn }: FigureTable): FigurePicture {
  const shown = rows.slice(0, most);
  const lines = shown.map((row) => {
    const words = row[drawn.value] ?? '';
    return { name: drawn.name.map((at) => row[at] ?? '').join('  '), words, value: /^\d+/.test(words) ? Number.parseInt(words, 10) : null, open: words.endsWith('+') };
  });
  const longest = Math.max(1, ...lines.map((one) => one.value ?? 0));
  const left = rows.length - shown.length;
  const height = head + lines.length * line + (left > 0 ? line : 0) + margin;
  const says = `${title}, in ${drawn.unit}, counted on ${day}`;
  const body = lines.map((one, i) => {
    const y = head + i * line;
    const wide = one.value === null ? 0 : (one.value / longest) * barRoom;
    return [
      text(margin, y + 17, clipped(one.name)),
      one.value === null || one.value === 0
        ? ''
        : `<rect x="${barEdge}" y="${y + 6}" width="${wide.toFixed(1)}" height="14" fill="#5f636d"${one.open ? ' stroke="#1a1b1f" stroke-dasharray="3 3"' : ''}/>`,
      text(barEdge + wide + 8, y + 17, one.words),
      `<line x1="${margin}" x2="${width - margin}" y1="${y + line}" y2="${y + line}" stroke="#e5e5e9"/>`,
    ].join('');
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(says)}" font-family="Source Sans 3, Segoe UI, Helvetica, Arial, sans-serif" font-size="14" fill="#1a1b1f">`,
    `<title>${escaped(says)}</title><rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(margin, 28, title, ' font-size="16" font-weight="600"'),
    text(margin, 48, `${drawn.unit}, counted on ${day}`, ' font-size="13" fill="#4a4e58"'),
    `<line x1="${barEdge}" x2="${barEdge}" y1="${head}" y2="${head + lines.length * line}" stroke="#868a95"/>`,
    ...body,
    ...(left > 0 ? [text(margin, head + lines.length * line + 17, `${left} more lines are in the table.`)] : []),
    '</svg>',
  ].join('\n');
  return { svg, width, height, says };
}

const text = (x: number, y: number, words: string, more = ''): string => `<text x="${x.toFixed(1)}" y="${y}"${more}>${escaped(words)}</text>`;

/** About as much as the room for names holds. */
const clipped = (name: string): string => ([...name].length > 54 ? `${[...name].slice(0, 53).join('').trimEnd()}…` : name);

/** Text of a record in XML 1.0: what XML has no place for, and what would turn the line around, is left out. */
const escaped = (words: string): string =>
  words.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u202a-\u202e\u2066-\u2069]/gu, '').replaceAll(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
