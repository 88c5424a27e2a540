import { isStopped } from '../kinds/deadline-dates.ts';
import { stepsDone } from '../kinds/remediation-step.ts';
import type { Weekday } from '../../calendar/day.ts';
import type { Looking } from '../binding-hour.ts';
import { isKind, kindNamed, kinds, type RecordOf } from '../kinds.ts';
import { obligationStates } from '../kinds/order-fields.ts';
import type { AnyRecord } from '../record.ts';
import type { Axis, Bar as AxisBar } from './axis.ts';
import { loadOf, weeksShown } from './deadline-load.ts';
import { gate } from './gate.ts';
import { overTime, type StateChange } from './over-time.ts';
import { dutiesDone, openDuties } from './duty-figures.ts';
import { owedToUs, weAsked } from './owed.ts';
import { workloadOf, type WorkLine } from './workload.ts';

/** The figures whose table can leave, and what each is a table of. */
export const figureNames = [
  'deadline-load',
  'workload',
  'obligations',
  'obligations-over-time',
  'answers-owed',
  'remediation',
  'burn-down',
  'gate',
  'course',
  'model-course',
  'waiting',
  'ties',
  'around',
] as const;
export type FigureName = (typeof figureNames)[number];
export const figureTitles: Readonly<Record<FigureName, string>> = {
  'deadline-load': 'Load of deadlines',
  workload: 'Work by person and week',
  obligations: 'Open obligations by age',
  'obligations-over-time': 'Obligations still open over time',
  'answers-owed': 'Answers owed to us',
  remediation: 'Progress of remediation',
  'burn-down': 'Steps still open over time',
  gate: 'Gate before access returns',
  course: 'Course of events',
  'model-course': 'Timeline of a model',
  waiting: 'What waits for what',
  ties: 'Who is tied to whom',
  around: 'Records around one',
};

/** A figure in rows. Days are `YYYY-MM-DD` and figures plain: another program reads it. */
export interface FigureTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The column of which every cell is a day. */
  readonly dayColumn?: number;
  readonly drawn: Bars | OnAxis | Graph;
}
/** Bars of one column, named by others, and what one unit of them is. */
export interface Bars {
  readonly as?: 'bars';
  readonly name: readonly number[];
  readonly value: number;
  readonly unit: string;
}
/** A line for each row, with its mark on an axis of time; none where it has no date. */
export interface OnAxis {
  readonly as: 'axis';
  readonly unit: string;
  readonly ticks: Axis['ticks'];
  readonly lines: readonly { readonly name: string; readonly words: string; readonly bar: AxisBar | null }[];
}
/** Names in columns and rows, and lines between them. */
export interface Graph {
  readonly as: 'graph';
  readonly unit: string;
  readonly places: readonly { readonly id: string; readonly column: number; readonly row: number; readonly words: string; readonly below?: string; readonly other?: true }[];
  readonly lines: readonly { readonly from: string; readonly to: string; readonly dashed?: true; readonly arrow?: true }[];
  /** How many are in the table alone. */
  readonly left?: number;
}

/** What we must do, week by week by file-by date, with its days; then what is late, beyond the last week, or without a date. */
export function loadTable(deadlines: readonly RecordOf<'deadline'>[], at: Looking, weekStart: Weekday): FigureTable {
  const lines = deadlines
    .filter((one) => !isStopped(one))
    .map((one) => ({ due: kinds.deadline.due(one.fields), hour: kinds.deadline.hour?.(one.fields), ours: one.fields.side === 'ours' }));
  const load = loadOf(lines, at, weekStart);
  return {
    header: ['Week of', 'Ours', 'On', 'Others’'],
    drawn: { name: [0], value: 1, unit: 'deadlines of ours' },
    rows: [
      ...load.weeks.map(({ start, ours, theirs, days }) => [
        start,
        String(ours),
        days.flatMap((one) => (one.ours === 0 ? [] : [one.ours === 1 ? one.day : `${one.day} (${one.ours})`])).join('; '),
        String(theirs),
      ]),
      ['Late', String(load.late), '', String(load.awaited)],
      [`After ${weeksShown} weeks`, String(load.later), '', ''],
      ['Without a date', String(load.undated), '', ''],
    ],
  };
}

/** How long each request of ours has waited, the oldest first. `nameOf` gives the name of a party, where it may be said. */
export function owedTable(requests: readonly RecordOf<'evidence_request'>[], nameOf: (id: string) => string | undefined, today: string): FigureTable {
  return {
    header: ['Request', 'Title', 'Whom we asked', 'Items open', 'Items', 'Days', 'To be asked again after days'],
    drawn: { name: [0, 1], value: 5, unit: 'days since we asked' },
    rows: owedToUs(requests, today).map(({ request, age, chaseAt }) => [
      request.number,
      request.fields.title,
      nameOf(request.fields.to ?? '') ?? '',
      String(age.waiting),
      String(age.of),
      age.words,
      String(chaseAt),
    ]),
  };
}

/** Steps by how far they are, in the order in which they go forward. */
export function stepsTable(steps: readonly RecordOf<'remediation_step'>[]): FigureTable {
  return {
    header: ['How far', 'Steps', 'Number'],
    drawn: { name: [0], value: 2, unit: 'steps' },
    rows: Object.entries(kinds.remediation_step.states).flatMap(([state, { label }]) => {
      const here = steps.filter((step) => step.state === state);
      return here.length === 0 ? [] : [[label, here.map((step) => step.number).join(', '), String(here.length)]];
    }),
  };
}

/** What is done and what is still open at the end of each day or week, of those records alone whose numbers are in `of`: of steps, or of the obligations of orders. */
export function burnDownTable(changes: readonly StateChange[], of: ReadonlySet<string>, today: string, what: 'steps' | 'obligations' = 'steps'): FigureTable {
  const own = changes.filter((change) => of.has(change.number.split(' ')[0] ?? ''));
  return {
    header: ['At the end of', what === 'steps' ? 'Proved to be done' : 'Done or set aside', 'Still open'],
    dayColumn: 0,
    drawn: { name: [0], value: 2, unit: `${what} still open` },
    rows: overTime(own, what === 'steps' ? stepsDone : dutiesDone, today).map(({ day, open, done }) => [day, String(done), String(open)]),
  };
}

/** The conditions for the return of access, met and not met. */
export function gateTable(criteria: readonly RecordOf<'restore_criterion'>[]): FigureTable {
  const waitsFor = new Set(gate(criteria).waitsFor);
  return {
    header: ['Condition', 'Records', 'Number'],
    drawn: { name: [0], value: 2, unit: 'conditions' },
    rows: [true, false].map((met) => {
      const here = criteria.filter((one) => waitsFor.has(one.number) !== met);
      return [met ? 'Met' : 'Not met', here.map((one) => one.number).join(', '), String(here.length)];
    }),
  };
}

/** The open obligations of orders that still bind, the longest open first. */
export function dutiesTable(orders: readonly RecordOf<'order'>[], today: string): FigureTable {
  return {
    header: ['Obligation', 'What must be done', 'With', 'State', 'Days'],
    drawn: { name: [0, 1], value: 4, unit: 'days open' },
    rows: openDuties(orders, today).map(({ number, duty, days }) => [number, duty.text, duty.owner ?? '', obligationStates[duty.state], days === null ? 'unknown' : String(days)]),
  };
}

/** Kinds in which work of ours is given to somebody. */
export const workKinds = ['deadline', 'remediation_step', 'evidence_request'] as const;

/** A record of one of `workKinds` as work of ours; null where it is for others to act, or closed. */
export function workLine(record: AnyRecord): WorkLine | null {
  const kind = kindNamed(record.kind);
  if (!kind || kind.states[record.state]?.closed === true) return null;
  if (isKind(record, 'deadline') && (record.fields.side !== 'ours' || isStopped(record))) return null;
  if (isKind(record, 'evidence_request') && weAsked(record)) return null;
  const owner = record.fields['owner'];
  return { number: record.number, owner: typeof owner === 'string' ? owner : null, due: kind.due(record.fields), hour: kind.hour?.(record.fields) };
}

/** Who has what, week by week; what nobody has stands last. */
export function workloadTable(records: readonly AnyRecord[], at: Looking, weekStart: Weekday): FigureTable {
  const { weeks, people } = workloadOf(
    records.flatMap((record) => workLine(record) ?? []),
    at,
    weekStart,
  );
  return {
    header: ['With', 'Late', ...weeks.map((day) => `Week of ${day}`), 'Later', 'Without a date', 'All'],
    drawn: { name: [0], value: weeks.length + 4, unit: 'open pieces of work' },
    rows: people.map((one) => [one.owner ?? 'Nobody', ...[one.late, ...one.weeks, one.later, one.undated, one.all].map((list) => String(list.length))]),
  };
}
