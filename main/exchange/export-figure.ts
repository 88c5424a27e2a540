import type { Looking } from '../../shared/records/binding-hour.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { Weekday } from '../../shared/calendar/day.ts';
import { kindNamed, ofKind, type KindName, type RecordOf } from '../../shared/records/kinds.ts';
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
import { courseOf } from '../../shared/records/views/course.ts';
import { aroundTable, courseTable, tiesTable, waitingTable } from '../../shared/records/views/graph-tables.ts';
import { modelCourse } from '../../shared/records/views/model-course.ts';
import { owedToUs } from '../../shared/records/views/owed.ts';
import type { Reading } from '../records/reading.ts';
import type { Records } from '../records/records.ts';
import { isExported } from './cordon-json.ts';
import { csv } from './csv.ts';
import { figureSvg } from './figure-svg.ts';
import type { FigurePicture } from './svg-page.ts';
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
  /** The day on which ties held; today where it is left out. */
  readonly day?: string | undefined;
  /** The record that it is about or around, how many ties away from it, and over which roles: over all where there are none. */
  readonly of?: string | undefined;
  readonly depth?: number | undefined;
  readonly roles?: readonly string[] | undefined;
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

const courseKinds = ['chronology_event', 'order', 'communication', 'filing'] as const;

/** What the parties name as the other end of a tie. */
function tiesTo(parties: readonly RecordOf<'party'>[], interests: readonly RecordOf<'interest'>[]): readonly string[] {
  return [
    ...parties.flatMap(({ fields }) => [...(fields.roles ?? []).flatMap((role) => role.about ?? []), fields.partOf ?? [], fields.represented ?? []].flat()),
    ...interests.flatMap(({ fields }) => fields.in ?? []),
  ];
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
    case 'course':
      return courseKinds.flatMap(all);
    case 'model-course':
    case 'waiting':
      return recordsFor(reading, asked);
    case 'ties': {
      const ties = [...all('party'), ...all('interest')];
      // Whatever they are tied to is named too, where it may be.
      const ends = new Set(tiesTo(ofKind(ties, 'party'), ofKind(ties, 'interest')));
      const known = new Set(ties.map(({ id }) => id));
      return [
        ...ties,
        ...[...ends]
          .filter((id) => !known.has(id))
          .flatMap((id) => reading.get(id) ?? [])
          .filter(isExported),
      ];
    }
    case 'around': {
      const near = recordsFor(reading, asked);
      const [parties, known] = [new Set(near.map(({ id }) => id)), new Set(near.map(({ number }) => number))];
      const { numbers: _, ...everywhere } = asked;
      const interests = ofKind(recordsFor(reading, { ...everywhere, kind: 'interest' }), 'interest').filter(
        ({ number, fields }) => parties.has(fields.party) && !known.has(number),
      );
      return [...near, ...interests];
    }
  }
}

function tableOf(records: Records, allowed: readonly AnyRecord[], { figure, caseId, at, weekStart, day = at.today, of, depth = 1, roles = [] }: ExportingFigure): FigureTable {
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
    case 'course':
      return courseTable(courseOf(happenedIn(allowed)));
    case 'model-course': {
      const model = ofKind(allowed, 'restricted_model').find((one) => one.number === of);
      const around = { ...happenedIn(allowed), findings: ofKind(allowed, 'finding'), impacts: ofKind(allowed, 'impact') };
      // A model that is held back says nothing of its versions and its access; what others say of it may still go.
      return courseTable(modelCourse(model ?? { id: '', number: '', fields: { name: '' } }, around));
    }
    case 'waiting':
      return waitingTable(allowed);
    case 'ties':
      return tiesTable({ records: allowed, day });
    case 'around':
      return aroundTable({ records: allowed, day, start: of ?? '', depth, roles });
  }
}

const happenedIn = (records: readonly AnyRecord[]) => ({
  events: ofKind(records, 'chronology_event'),
  orders: ofKind(records, 'order'),
  communications: ofKind(records, 'communication'),
  filings: ofKind(records, 'filing'),
});
const isClosed = ({ kind, state }: AnyRecord): boolean => kindNamed(kind)?.states[state]?.closed === true;
