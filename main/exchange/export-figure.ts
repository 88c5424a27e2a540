import type { Looking } from '../../shared/records/binding-hour.ts';
import type { Weekday } from '../../shared/calendar/day.ts';
import { isKind, kindNamed, type KindName, type RecordOf } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { burnDownTable, figureTitles, gateTable, loadTable, owedTable, stepsTable, type FigureName, type FigureTable } from '../../shared/records/views/figure-tables.ts';
import { owedToUs } from '../../shared/records/views/owed.ts';
import type { Reading } from '../records/reading.ts';
import type { Records } from '../records/records.ts';
import { isExported } from './cordon-json.ts';
import { csv } from './csv.ts';
import { recordsFor, releasing, type Exporting } from './export-records.ts';
import { release, type Manifest } from './release.ts';
import { xlsx } from './xlsx.ts';

export interface ExportingFigure extends Omit<Exporting, 'kind' | 'states'> {
  readonly figure: FigureName;
  readonly as: 'csv' | 'xlsx';
  /** When it is counted. */
  readonly at: Looking;
  /** The day on which weeks begin. */
  readonly weekStart: Weekday;
}

/**
 * Writes the table of a figure. It is counted from the records that may go and from no others: what is held back, or was removed since, is in no number of it,
 * and the manifest names what was held back.
 */
export function exportFigure(records: Records, asked: ExportingFigure): Promise<Manifest> {
  const reading = records.reading();
  return release(records, {
    ...releasing(asked),
    what: `Table of a figure: ${figureTitles[asked.figure].toLowerCase()}`,
    format: asked.as,
    records: recordsOf(reading, asked),
    ifWithheld: 'leave-out',
    make: (allowed) => {
      const { header, rows, dayColumn = null } = tableOf(records, allowed, asked);
      const list = { name: figureTitles[asked.figure], header, rows: () => rows, dayColumn };
      return asked.as === 'csv' ? csv(list) : xlsx(list);
    },
  });
}

/** What a figure is counted from: of answers owed to us the requests that wait, and whom we asked. */
function recordsOf(reading: Reading, asked: ExportingFigure): readonly AnyRecord[] {
  const all = (kind: KindName) => recordsFor(reading, { ...asked, kind });
  switch (asked.figure) {
    case 'deadline-load':
      return all('deadline').filter((record) => !isClosed(record));
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
    case 'burn-down': {
      const cases = caseId === undefined ? [...new Set(allowed.flatMap((step) => step.caseId ?? []))] : [caseId];
      const changes = cases.flatMap((one) => records.stateChanges({ kind: 'remediation_step', caseId: one })).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
      return burnDownTable(changes, new Set(allowed.map((step) => step.number)), today);
    }
    case 'gate':
      return gateTable(ofKind(allowed, 'restore_criterion'));
  }
}

const isClosed = ({ kind, state }: AnyRecord): boolean => kindNamed(kind)?.states[state]?.closed === true;
const ofKind = <K extends KindName>(records: readonly AnyRecord[], kind: K): RecordOf<K>[] =>
  records.filter((record): record is typeof record & RecordOf<K> => isKind(record, kind));
