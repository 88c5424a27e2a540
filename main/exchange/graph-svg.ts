import type { Graph } from '../../shared/records/views/figure-tables.ts';
import { clipped, head, ink, margin, svgPage, text, type FigurePicture } from './svg-page.ts';

/** Width of a box, room between two columns, height of a box and of a row, how far a line within a column bows, in pixels. */
const [wide, across, box, row, bow] = [250, 90, 24, 34, 40];
/** A second line in a box. */
const below = 16;

/** Names in columns and rows with the lines between them; what is possible is dashed, what waits has an arrow. All of it is in the table too. */
export function graphSvg(title: string, day: string, { unit, places, lines, left = 0 }: Graph): FigurePicture {
  const tall = places.some((place) => place.below !== undefined) ? below : 0;
  const x = ({ column }: Graph['places'][number]): number => margin + column * (wide + across);
  const top = (place: Graph['places'][number]): number => head + place.row * (row + tall);
  const middle = (place: Graph['places'][number]): number => top(place) + (box + tall) / 2;
  const at = new Map(places.map((place) => [place.id, place]));
  const columns = Math.max(0, ...places.map((place) => place.column)) + 1;
  const rows = Math.max(0, ...places.map((place) => place.row)) + 1;
  const bottom = head + rows * (row + tall);
  return svgPage({
    title,
    unit,
    day,
    // The head needs its room, and a bow stands out behind the last column.
    width: Math.max(640, margin * 2 + columns * (wide + across) - across + bow),
    height: bottom + (left > 0 ? row : 0) + margin,
    body: [
      ...lines.map(({ from, to, dashed, arrow }) => {
        const [a, b] = [at.get(from), at.get(to)];
        if (!a || !b || a === b) return '';
        const [start, end] = a.column <= b.column ? [a, b] : [b, a];
        const [y1, y2] = [middle(start), middle(end)];
        const [x1, x2] = start.column === end.column ? [x(start) + wide, x(start) + wide] : [x(start) + wide, x(end)];
        const [c1, c2] = start.column === end.column ? [x1 + bow, x1 + bow] : [x1 + across / 2, x2 - across / 2];
        const path = `M${x1} ${y1}C${c1} ${y1} ${c2} ${y2} ${x2} ${y2}`;
        const tip = arrow ? `<path d="M${x2} ${y2}l-8 -4v8z" fill="${ink.mark}"/>` : '';
        return `<path d="${path}" fill="none" stroke="${ink.mark}"${dashed ? ' stroke-dasharray="4 3"' : ''}/>${tip}`;
      }),
      ...places.map((place) => {
        const [left, y] = [x(place), top(place)];
        const edge = `stroke="${ink.edge}"${place.other ? ' stroke-dasharray="4 3"' : ''}`;
        return [
          `<rect x="${left}" y="${y}" width="${wide}" height="${box + tall}" fill="#ffffff" ${edge}/>`,
          text(left + 8, y + 17, clipped(place.words, 36)),
          place.below === undefined ? '' : text(left + 8, y + 33, place.below, ` font-size="12" fill="${ink.beside}"`),
        ].join('');
      }),
      ...(left > 0 ? [text(margin, bottom + 17, `${left} more are in the table.`)] : []),
    ],
  });
}
