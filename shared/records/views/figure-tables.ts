import type { Weekday } from '../../calendar/day.ts';
import type { Looking } from '../binding-hour.ts';
import { kinds, type RecordOf } from '../kinds.ts';
import { loadOf, weeksShown } from './deadline-load.ts';
import { gate } from './gate.ts';
import { overTime, type StateChange } from './over-time.ts';
import { owedToUs } from './owed.ts';

/** The figures whose table can leave, and what each is a table of. */
export const figureNames = ['deadline-load', 'answers-owed', 'remediation', 'burn-down', 'gate'] as const;
export type FigureName = (typeof figureNames)[number];
export const figureTitles: Readonly<Record<FigureName, string>> = {
  'deadline-load': 'Load of deadlines',
  'answers-owed': 'Answers owed to us',
  remediation: 'Progress of remediation',
  'burn-down': 'Steps still open over time',
  gate: 'Gate before access returns',
};

/** The states of a step in which it is no work any more: somebody other than its owner verified it, or its risk was accepted. */
export const stepsDone: readonly string[] = ['verified', 'accepted', 'risk_accepted'];

/** A figure in rows. Days are `YYYY-MM-DD` and figures plain: another program reads it. */
export interface FigureTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The column of which every cell is a day. */
  readonly dayColumn?: number;
}

/** What we must do, week by week by file-by date, with its days; then what is late, beyond the last week, or without a date. */
export function loadTable(deadlines: readonly RecordOf<'deadline'>[], at: Looking, weekStart: Weekday): FigureTable {
  const lines = deadlines.map((one) => ({ due: kinds.deadline.due(one.fields), hour: kinds.deadline.hour?.(one.fields), ours: one.fields.side === 'ours' }));
  const load = loadOf(lines, at, weekStart);
  return {
    header: ['Week of', 'Ours', 'On', 'Others’'],
    rows: [
      ...load.weeks.map(({ start, ours, theirs, days }) => [
        start,
        String(ours),
        days.flatMap((one) => (one.ours === 0 ? [] : [one.ours === 1 ? one.day : `${one.day} (${one.ours})`])).join('; '),
        String(theirs),
      ]),
      ['Late', String(load.late), '', ''],
      [`After ${weeksShown} weeks`, String(load.later), '', ''],
      ['Without a date', String(load.undated), '', ''],
    ],
  };
}

/** How long each request of ours has waited, the oldest first. `nameOf` gives the name of a party, where it may be said. */
export function owedTable(requests: readonly RecordOf<'evidence_request'>[], nameOf: (id: string) => string | undefined, today: string): FigureTable {
  return {
    header: ['Request', 'Title', 'Whom we asked', 'Items open', 'Items', 'Days', 'To be asked again after days'],
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
    rows: Object.entries(kinds.remediation_step.states).flatMap(([state, { label }]) => {
      const here = steps.filter((step) => step.state === state);
      return here.length === 0 ? [] : [[label, here.map((step) => step.number).join(', '), String(here.length)]];
    }),
  };
}

/** Steps proved to be done and still open at the end of each day or week, of those steps alone whose numbers are in `of`. */
export function burnDownTable(changes: readonly StateChange[], of: ReadonlySet<string>, today: string): FigureTable {
  const own = changes.filter((change) => of.has(change.number));
  return {
    header: ['At the end of', 'Proved to be done', 'Still open'],
    dayColumn: 0,
    rows: overTime(own, stepsDone, today).map(({ day, open, done }) => [day, String(done), String(open)]),
  };
}

/** The conditions for the return of access, met and not met. */
export function gateTable(criteria: readonly RecordOf<'restore_criterion'>[]): FigureTable {
  const waitsFor = new Set(gate(criteria).waitsFor);
  return {
    header: ['Condition', 'Records', 'Number'],
    rows: [true, false].map((met) => {
      const here = criteria.filter((one) => waitsFor.has(one.number) !== met);
      return [met ? 'Met' : 'Not met', here.map((one) => one.number).join(', '), String(here.length)];
    }),
  };
}
