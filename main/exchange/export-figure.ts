import type { Looking } from '../../shared/records/binding-hour.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { Weekday } from '../../shared/calendar/day.ts';
import { isKind, kindNamed, type KindName, type RecordOf } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import {
  burnDownTable,
  dutiesTable,
  figureTitles,
  gateTable,
  loadTable,
  owedTable,
  stepsTable,
  workKinds,
  workLine,
  workloadTable,
  type FigureName,
  type FigureTable,
} from '../../shared/records/views/figure-tables.ts';
import { owedToUs } from '../../shared/records/views/owed.ts';
import type { Reading } from '../records/reading.ts';
import type { Records } from '../records/records.ts';
import { isExported } from './cordon-json.ts';
import { csv } from './csv.ts';
import { figureSvg, type FigurePicture } from './figure-svg.ts';
import { recordsFor, releasing, type Exporting } from './export-records.ts';
import { release, type Manifest } from './release.ts';
import { xlsx } from './xlsx.ts';

export interface ExportingFigure extends Omit<Exporting, 'kind' | 'states'> {
  readonly figure: FigureName;
  readonly as: 'csv' | 'xlsx' | 'svg' | 'png';
  /** Draws an SVG as a PNG; needed for `png` alone. */
  readonly draw?: (picture: FigurePicture) => Promise<Uint8Array>;
  /** When it is counted. */
  readonly at: Looking;
  /** The day on which weeks begin. */
  readonly weekStart: Weekday;
}

/**
 * Writes the table of a figure, or the figure itself as a picture. It is counted from the records that may go and from no others: what is held back, or was removed since, is in no number of it,
 * and the manifest names what was held back.
 */
export function exportFigure(records: Records, asked: ExportingFigure): Promise<Manifest> {
  const reading = records.reading();
  return release(records, {
    ...releasing(asked),
    what: `${asked.as === 'svg' || asked.as === 'png' ? 'Figure' : 'Table of a figure'}: ${figureTitles[asked.figure].toLowerCase()}`,
    format: asked.as,
    records: recordsOf(reading, asked),
    ifWithheld: 'leave-out',
    make: (allowed) => {
      const table = tableOf(records, allowed, asked);
      const { header, rows, dayColumn = null } = table;
      const list = { name: figureTitles[asked.figure], header, rows: () => rows, dayColumn };
      switch (asked.as) {
        case 'csv':
          return csv(list);
        case 'xlsx':
          return xlsx(list);
        case 'svg':
          return [new TextEncoder().encode(figureSvg(figureTitles[asked.figure], asked.at.today, table).svg)];
        case 'png':
          return drawn(figureSvg(figureTitles[asked.figure], asked.at.today, table), asked.draw);
      }
    },
  });
}

async function* drawn(picture: FigurePicture, draw: ExportingFigure['draw']): AsyncGenerator<Uint8Array> {
  if (!draw) return refuse({ code: 'misuse', why: 'nothing is there to draw a picture with' });
  yield await draw(picture);
}

/** What a figure is counted from: of answers owed to us the requests that wait, and whom we asked. */
function recordsOf(reading: Reading, asked: ExportingFigure): readonly AnyRecord[] {
  const all = (kind: KindName) => recordsFor(reading, { ...asked, kind });
  switch (asked.figure) {
    case 'deadline-load':
      return all('deadline').filter((record) => !isClosed(record));
    case 'workload':
      return workKinds.flatMap(all).filter((record) => workLine(record) !== null);
    case 'obligations':
    case 'obligations-over-time':
      return all('order');
    case 'answers-owed': {
      const owed = owedToUs(ofKind(all('evidence_request'), 'evidence_request'), asked.at.today).map((one) => one.request);
      const parties = [...new Set(owed.flatMap((request) => request.fields.to ?? []))].flatMap((id) => reading.get(id) ?? []).filter(isExported);
      return [...owed, ...parties];
    }
    case 'remediation':
    case 'burn-down':
      return all('remediation_step');
    case 'gate':
      return all('restore_criterion');
  }
}

function tableOf(records: Records, allowed: readonly AnyRecord[], { figure, caseId, at, weekStart }: ExportingFigure): FigureTable {
  const { today } = at;
  switch (figure) {
    case 'deadline-load':
      return loadTable(ofKind(allowed, 'deadline'), at, weekStart);
    case 'answers-owed': {
      const parties = new Map(ofKind(allowed, 'party').map((party) => [party.id, party.fields.name]));
      return owedTable(ofKind(allowed, 'evidence_request'), (id) => parties.get(id), today);
    }
    case 'remediation':
      return stepsTable(ofKind(allowed, 'remediation_step'));
    case 'workload':
      return workloadTable(allowed, at, weekStart);
    case 'obligations':
      return dutiesTable(ofKind(allowed, 'order'), today);
    case 'burn-down':
    case 'obligations-over-time': {
      const what = figure === 'burn-down' ? ({ kind: 'remediation_step' } as const) : ({ kind: 'order', rows: 'obligations' } as const);
      const cases = caseId === undefined ? [...new Set(allowed.flatMap((step) => step.caseId ?? []))] : [caseId];
      const changes = cases.flatMap((one) => records.stateChanges({ ...what, caseId: one })).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
      return burnDownTable(changes, new Set(allowed.map((one) => one.number)), today, figure === 'burn-down' ? 'steps' : 'obligations');
    }
    case 'gate':
      return gateTable(ofKind(allowed, 'restore_criterion'));
  }
}

const isClosed = ({ kind, state }: AnyRecord): boolean => kindNamed(kind)?.states[state]?.closed === true;
const ofKind = <K extends KindName>(records: readonly AnyRecord[], kind: K): RecordOf<K>[] =>
  records.filter((record): record is typeof record & RecordOf<K> => isKind(record, kind));
