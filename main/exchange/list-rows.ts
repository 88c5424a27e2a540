import { listColumns, type ListColumns } from '../../shared/records/columns.ts';
import { dateWords, plainHour } from '../../shared/records/date-words.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';

/** A list as a table: what CSV and Excel are made of. */
export interface ListRows {
  /** What the sheet is called. */
  readonly name: string;
  readonly header: readonly string[];
  /** A cell is text; the day of `dayColumn` is `YYYY-MM-DD` or empty. */
  readonly rows: () => Iterable<readonly string[]>;
  readonly dayColumn: number | null;
}

/**
 * The list of one kind: number, title, state, due date, then the columns that the kind shows in its lists, and of a day that a person records its hour and what it rests on.
 * `nameOf` gives the number of a linked record, by `nameTo` where the table leaves.
 */
export function listRows(kindName: string, records: readonly AnyRecord[], nameOf: (id: string) => string | undefined): ListRows {
  const kind = kindNamed(kindName);
  if (!kind) throw new Error('a table of a kind that is not defined');
  const shown = Object.entries(kind.fields).filter(([, field]) => field.column);
  return {
    name: kind.plural,
    header: ['Number', 'Title', 'State', 'Due', ...shown.map(([, field]) => field.label), ...(kind.dated ? ['Due by the hour', 'Due as recorded'] : [])],
    dayColumn: 3,
    *rows() {
      for (const record of records) {
        const columns = listColumns(kind, record, nameOf);
        yield [
          record.number,
          columns.title,
          kind.states[record.state]?.label ?? record.state,
          columns.due ?? '',
          ...shown.map(([name]) => columns.shown[name] ?? ''),
          ...(kind.dated ? [hourCell(columns), columns.doubt ? dateWords(columns.doubt) : ''] : []),
        ];
      }
    },
  };
}

/** Records of several kinds as one list: what all of them have. */
export function mixedRows(records: readonly AnyRecord[], nameOf: (id: string) => string | undefined): ListRows {
  return {
    name: 'Records',
    header: ['Number', 'Kind', 'Title', 'State', 'Due'],
    dayColumn: 4,
    *rows() {
      for (const record of records) {
        const kind = kindNamed(record.kind);
        if (!kind) throw new Error('a table of a kind that is not defined');
        const { title, due } = listColumns(kind, record, nameOf);
        yield [record.number, kind.label, title, kind.states[record.state]?.label ?? record.state, due ?? ''];
      }
    },
  };
}

/** `17:00 America/New_York`; empty for a whole day. */
const hourCell = ({ hour }: ListColumns): string => (hour === undefined ? '' : plainHour(hour));
