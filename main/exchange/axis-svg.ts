import type { OnAxis } from '../../shared/records/views/figure-tables.ts';
import type { Bar } from '../../shared/records/views/axis.ts';
import { clipped, head, ink, margin, rule, svgPage, text, type FigurePicture } from './svg-page.ts';

/** Left edge of the axis, its room, the height of a line, room for the names of the ticks, in pixels. */
const [edge, room, line, ticksRoom] = [520, 460, 22, 20];
/** So many lines are one picture; the table has all of them. */
const most = 120;
const at = (share: number): number => edge + share * room;

/** A line for each happening with its date in words, and its mark where that lies in time: a day is a point, a doubt as wide as it is, an end that is not known broken. */
export function axisSvg(title: string, day: string, drawn: OnAxis): FigurePicture {
  const shown = drawn.lines.slice(0, most);
  const left = drawn.lines.length - shown.length;
  const first = head + ticksRoom;
  const bottom = first + shown.length * line;
  const width = edge + room + margin;
  return svgPage({
    title,
    unit: drawn.unit,
    day,
    width,
    height: bottom + (left > 0 ? line : 0) + margin,
    body: [
      ...drawn.ticks.flatMap((tick, i) => [
        rule(at(tick.x), first - 4, at(tick.x), bottom, ink.hair),
        // The year stands where it changes, the month alone where there is room for it.
        drawn.ticks.length <= 9 || i % 2 === 0 ? text(at(tick.x) + 2, first - 6, tick.day.slice(0, 7), ` font-size="11" fill="${ink.beside}"`) : '',
      ]),
      ...shown.flatMap(({ name, words, bar }, i) => {
        const y = first + i * line;
        return [
          text(margin, y + 15, clipped(name, 50)),
          text(edge - 12, y + 15, words, ` text-anchor="end" font-size="12" fill="${ink.beside}"`),
          bar === null ? '' : mark(bar, y + line / 2),
          rule(margin, y + line, width - margin, y + line, ink.hair),
        ];
      }),
      ...(left > 0 ? [text(margin, bottom + 15, `${left} more lines are in the table.`)] : []),
    ],
  });
}

function mark({ look, x, width, openStart, openEnd, readings }: Bar, y: number): string {
  const dot = (share: number, filled: boolean): string =>
    `<circle cx="${at(share).toFixed(1)}" cy="${y}" r="4" fill="${filled ? ink.mark : '#ffffff'}" stroke="${ink.mark}" stroke-width="1.5"/>`;
  if (look === 'day' || look === 'about') return dot(x, look === 'day');
  const broken = look === 'disputed' ? ' stroke-dasharray="2 3"' : openStart || openEnd ? ' stroke-dasharray="6 4"' : '';
  const end = (share: number): string => rule(at(share), y - 4, at(share), y + 4, ink.mark, ' stroke-width="1.5"');
  return [
    rule(at(x), y, at(x + width), y, ink.mark, ` stroke-width="2"${broken}`),
    look === 'range' && !openStart ? end(x) : '',
    look === 'range' && !openEnd ? end(x + width) : '',
    ...readings.map((reading) => dot(reading, false)),
  ].join('');
}
