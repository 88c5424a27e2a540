/** A figure as it is drawn for a file. */
export interface FigurePicture {
  readonly svg: string;
  /** In pixels of CSS. */
  readonly width: number;
  readonly height: number;
  /** What it shows, in words: for whoever cannot see it. */
  readonly says: string;
}
interface Page {
  readonly title: string;
  readonly unit: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly width: number;
  readonly height: number;
  /** Pieces of SVG, made with `text` and of numbers. */
  readonly body: readonly string[];
}

/** Room at the edges and for the head, in pixels. */
export const [margin, head] = [24, 64];
/** Ink of the house on paper: text, what is said beside it, marks, and hairlines. */
export const ink = { text: '#1a1b1f', beside: '#4a4e58', mark: '#5f636d', edge: '#868a95', hair: '#e5e5e9' } as const;

/** A drawing under its title, its unit and the day on which it was counted: black on white, read in grey and on paper. Nothing in it is a link, a script or a style sheet, and no font is fetched. */
export function svgPage({ title, unit, day, width, height, body }: Page): FigurePicture {
  const says = `${title}, in ${unit}, counted on ${day}`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(says)}" font-family="Source Sans 3, Segoe UI, Helvetica, Arial, sans-serif" font-size="14" fill="${ink.text}">`,
    `<title>${escaped(says)}</title><rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(margin, 28, title, ' font-size="16" font-weight="600"'),
    text(margin, 48, `${unit}, counted on ${day}`, ` font-size="13" fill="${ink.beside}"`),
    ...body,
    '</svg>',
  ].join('\n');
  return { svg, width, height, says };
}

export const text = (x: number, y: number, words: string, more = ''): string => `<text x="${x.toFixed(1)}" y="${y}"${more}>${escaped(words)}</text>`;
export const rule = (x1: number, y1: number, x2: number, y2: number, stroke: string, more = ''): string =>
  `<line x1="${x1.toFixed(1)}" x2="${x2.toFixed(1)}" y1="${y1.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="${stroke}"${more}/>`;

/** About as much as the room for so many letters holds. */
export const clipped = (name: string, most: number): string =>
  [...name].length > most
    ? `${[...name]
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : name;

/** Text of a record in XML 1.0: what XML has no place for, and what would turn the line around, is left out. */
const escaped = (words: string): string =>
  words.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u202a-\u202e\u2066-\u2069]/gu, '').replaceAll(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
