import { lookingAt } from '../../shared/records/binding-hour.ts';
import type { FigureName } from '../../shared/records/views/figure-tables.ts';
import type { Records } from '../records/records.ts';
import { memoryDestination } from './destination.ts';
import { exportFigure, type ExportingFigure } from './export-figure.ts';
import type { Manifest } from './release.ts';

/** What left, with its text and lines. */
export interface LeftFigure {
  readonly manifest: Manifest;
  readonly text: string;
  readonly lines: readonly string[];
}

/** Lets a figure of a case leave into memory, as a table for ourselves on 10 January 2031 unless `more` says otherwise. */
export async function figureLeaves(records: Records, caseId: string, figure: FigureName, more: Partial<ExportingFigure> = {}): Promise<LeftFigure> {
  const destination = memoryDestination('figure');
  const manifest = await exportFigure(records, {
    figure,
    as: 'csv',
    at: lookingAt(Date.UTC(2031, 0, 10, 15), 'UTC'),
    weekStart: 'Mon',
    caseId,
    audience: 'internal',
    destination,
    ...more,
  });
  const text = Buffer.from(destination.bytes()).toString().replace('\ufeff', '').trimEnd();
  return { manifest, text, lines: text.split('\r\n') };
}
