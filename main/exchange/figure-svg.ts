import type { Bars, FigureTable } from '../../shared/records/views/figure-tables.ts';
import { axisSvg } from './axis-svg.ts';
import { graphSvg } from './graph-svg.ts';
import { clipped, head, ink, margin, rule, svgPage, text, type FigurePicture } from './svg-page.ts';

/** Left edge of the bars, their room, the height of a line, in pixels. */
const [barEdge, barRoom, line] = [380, 480, 26];
const width = barEdge + barRoom + 120;
/** So many lines are one picture; the table has all of them. */
const most = 120;

/** The picture of a figure: its bars, its axis of time, or its names with the lines between them. */
export function figureSvg(title: string, day: string, { rows, drawn }: FigureTable): FigurePicture {
  switch (drawn.as) {
    case 'axis':
      return axisSvg(title, day, drawn);
    case 'graph':
      return graphSvg(title, day, drawn);
    default:
      return barsSvg(title, day, rows, drawn);
  }
}

/** Bars from nought on one scale, each with its name and figure beside it. A figure that is not a number has no bar. */
function barsSvg(title: string, day: string, rows: FigureTable['rows'], drawn: Bars): FigurePicture {
  const shown = rows.slice(0, most);
  const lines = shown.map((row) => {
    const words = row[drawn.value] ?? '';
    return { name: drawn.name.map((at) => row[at] ?? '').join('  '), words, value: /^\d+/.test(words) ? Number.parseInt(words, 10) : null, open: words.endsWith('+') };
  });
  const longest = Math.max(1, ...lines.map((one) => one.value ?? 0));
  const left = rows.length - shown.length;
  const height = head + lines.length * line + (left > 0 ? line : 0) + margin;
  const body = lines.map((one, i) => {
    const y = head + i * line;
    const wide = one.value === null ? 0 : (one.value / longest) * barRoom;
    return [
      text(margin, y + 17, clipped(one.name, 54)),
      one.value === null || one.value === 0
        ? ''
        : `<rect x="${barEdge}" y="${y + 6}" width="${wide.toFixed(1)}" height="14" fill="${ink.mark}"${one.open ? ` stroke="${ink.text}" stroke-dasharray="3 3"` : ''}/>`,
      text(barEdge + wide + 8, y + 17, one.words),
      rule(margin, y + line, width - margin, y + line, ink.hair),
    ].join('');
  });
  return svgPage({
    title,
    unit: drawn.unit,
    day,
    width,
    height,
    body: [
      rule(barEdge, head, barEdge, head + lines.length * line, ink.edge),
      ...body,
      ...(left > 0 ? [text(margin, head + lines.length * line + 17, `${left} more lines are in the table.`)] : []),
    ],
  });
}
