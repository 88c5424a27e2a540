import { columnFields } from '../../../shared/records/columns.ts';
import type { Field } from '../../../shared/records/field.ts';
import type { SlimRow } from '../../../shared/contract/contract.ts';
import type { KindDefinition } from '../../../shared/records/kind.ts';
import type { GridColumn } from '../../ui/data-grid.tsx';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import { factWords } from '../../words/date-facts.ts';
import { inWriting } from '../../words/dates.ts';
import { dayAndHour } from '../../words/hours.ts';
import { list as words } from '../../words/list.ts';
import { records } from '../../words/records.ts';

/** A line of a list: its number is known at once, its row when it has been read. */
export interface ListLine {
  readonly number: string;
  readonly row: SlimRow | null;
}

/** Fields that are the title already. */
const titles: readonly string[] = ['title', 'name', 'subject', 'question', 'statement', 'text'];
const dated: readonly string[] = ['deadline', 'evidence_request', 'remediation_step', 'decision', 'communication'];

/** What can stand beside number and title, in the order of the kind, with its words. */
export const offered = (kind: KindDefinition): readonly (readonly [key: string, label: string])[] => [
  ...columnFields(kind.fields)
    .filter(([name, field]) => !titles.includes(name) && field.personal !== true)
    .map(([name, field]) => [name, field.label] as const),
  ...('due' in kind.fields ? [] : [['due', records.columns.due] as const]),
  ['state', records.columns.state],
];

/** The columns of a kind where nobody chose others. */
export const usual = (kind: KindDefinition): readonly string[] => [
  ...Object.entries(kind.fields)
    .filter(([name, field]) => field.column && !titles.includes(name))
    .map(([name]) => name),
  ...(dated.includes(kind.kind) && !('due' in kind.fields) ? ['due'] : []),
  'state',
];

/** Records by number and title: where one line is all the room, the title is what is read, and the number stands in the tool tip. */
const links: ReadonlySet<string> = new Set(['link', 'links']);
const titleOf = (text: string | undefined): string | undefined => text?.replace(/^[A-Z]+-\d+ /, '');
/** Fields whose words are a date: the vault writes them as the law does. */
const dates: ReadonlySet<string> = new Set(['day', 'date-fact', 'instant']);

/** The day, and its hour with its zone where it has one; of a date that is less sure its words, and the day they stand under. Empty where there is no day. */
function dueWords({ due, hour, doubt }: SlimRow, today: string): string {
  if (due === null) return '';
  const day = dayAndHour(due, hour, 'short', today);
  return doubt === undefined ? day : `${day} (${factWords(doubt, 'short', today)})`;
}

/** Room for the longest of some words at 14 px and for a mark beside it, in pixels. */
const wide = (words: readonly string[], mark = 0): number => Math.ceil(Math.max(0, ...words.map((word) => word.length)) * 6.8) + mark;
/** A column of choices is as wide as its longest one, so that what is left over is the title's. */
function trackOf({ label, widget, options }: Field): string {
  const most = widget === 'choice' ? Math.max(wide([label], 14), wide(Object.values(options ?? {}))) : widget === 'line' || widget === 'count' || widget === 'day' ? 150 : 240;
  return `minmax(90px, ${Math.min(240, Math.max(90, most))}px)`;
}
/** A state is never cut: its column is as wide as its longest word, in pixels. */
const stateWidth = (kind: KindDefinition): number =>
  Math.min(
    220,
    wide(
      Object.keys(kind.states).map((state) => stateLook(kind.kind, state).word),
      18,
    ),
  );

/** Behind everything that has a value, in a list that runs upwards. */
const last = '\uffff';
/** `DL-1000` comes after `DL-999`. */
const count = (number: string): number => Number(number.slice(number.lastIndexOf('-') + 1));

/**
 * Number, title, and what was chosen. What identifies a row stays to the last as the window narrows. `sortable` says by which columns the list
 * can be sorted; all where it is left out.
 */
export function columnsOf(kind: KindDefinition, chosen: readonly string[], today: string, sortable?: ReadonlySet<string>): readonly GridColumn<ListLine>[] {
  const column = (key: string, rest: Omit<GridColumn<ListLine>, 'key' | 'sort'>, sort: (row: SlimRow) => string | number): GridColumn<ListLine> => ({
    key,
    ...rest,
    ...((sortable === undefined || sortable.has(key)) && { sort: ({ row }: ListLine) => (row === null ? last : sort(row)) }),
  });
  const own = chosen.filter((key) => key in kind.fields);
  return [
    column('number', { name: records.columns.number, width: '84px', cell: (line) => <Ref>{line.number}</Ref> }, (row) => count(row.number)),
    column('title', { name: records.columns.title, width: 'minmax(min(320px, 38%), 620px)', cell: ({ row }) => row && <span title={row.title}>{row.title}</span> }, (row) =>
      row.title.toLowerCase(),
    ),
    ...own.map((name, i) =>
      column(
        name,
        {
          name: kind.fields[name]?.label ?? name,
          width: kind.fields[name] === undefined ? 'minmax(90px, 240px)' : trackOf(kind.fields[name]),
          // One more is worth its room once the title keeps some fifty letters beside it.
          from: 730 + (chosen.includes('state') ? Math.max(0, stateWidth(kind) - 150) : 0) + i * 150,
          cell: ({ row }) => {
            const held = row?.shown?.[name];
            const text = held !== undefined && dates.has(kind.fields[name]?.widget ?? '') ? inWriting(held) : held;
            const linked = links.has(kind.fields[name]?.widget ?? '');
            // Nobody is named: a blank would say less than that.
            if (row !== null && text === undefined && linked) return <span className="faint">{words.noLink}</span>;
            return (
              <span className="muted" title={text}>
                {linked ? titleOf(text) : text}
              </span>
            );
          },
        },
        (row) => row.sorts?.[name] ?? (links.has(kind.fields[name]?.widget ?? '') ? titleOf(row.shown?.[name]) : row.shown?.[name])?.toLowerCase() ?? last,
      ),
    ),
    ...(chosen.includes('due') && !('due' in kind.fields)
      ? [
          column(
            'due',
            {
              name: records.columns.due,
              width: kind.dated === undefined ? '108px' : 'minmax(108px, 230px)',
              from: 620,
              cell: ({ row }) => row && <span title={dueWords(row, today)}>{dueWords(row, today)}</span>,
            },
            (row) => row.due ?? last,
          ),
        ]
      : []),
    ...(chosen.includes('state')
      ? [
          column(
            'state',
            { name: records.columns.state, width: `${stateWidth(kind)}px`, cell: ({ row }) => row && <State look={stateLook(row.kind, row.state)} /> },
            (row) => kind.states[row.state]?.label ?? row.state,
          ),
        ]
      : []),
  ];
}
