import { refuse } from '../../shared/failure/failure.ts';
import type { RunJob } from '../jobs/run-job.ts';
import { mostReadBytes } from './read-file.ts';
import type { CalendarEvent, CalendarReading } from './reader/calendar.ts';
import type { OscalReading } from './reader/oscal.ts';
import type { Sheet, TableReading } from './reader/table.ts';

const limits = { timeMs: 60_000, memoryMiB: 1024 };

async function asked(runJob: RunJob, head: object, bytes: Uint8Array, file: string, signal: AbortSignal | undefined): Promise<unknown> {
  if (bytes.length > mostReadBytes) refuse({ code: 'import-malformed', file, why: `it is larger than ${mostReadBytes / 1048576} MB` });
  return (await runJob('reader', { head, bytes: [bytes] }, { limits, ...(signal && { signal }) })).head;
}

/** The sheets of a table file, read in a job of its own: a file to import is as hostile as evidence. Refuses `import-malformed` with the line, `job-failed` and `cancelled`. */
export async function readTableFile(runJob: RunJob, bytes: Uint8Array, file: string, signal?: AbortSignal): Promise<readonly Sheet[]> {
  // Proof of the cast: `readerJob` answers with what `readTable` gave.
  const read = (await asked(runJob, { want: 'table', name: file }, bytes, file, signal)) as TableReading;
  return read.ok ? read.sheets : refuse({ code: 'import-malformed', file, ...(read.line !== null && { line: read.line }), why: read.why });
}

/** The events of a calendar file, and those that could not be read. Refuses as `readTableFile`. */
export async function readCalendarFile(
  runJob: RunJob,
  bytes: Uint8Array,
  file: string,
  signal?: AbortSignal,
): Promise<{ readonly events: readonly CalendarEvent[]; readonly faults: readonly { readonly line: number; readonly why: string }[] }> {
  // Proof of the cast: as above, with `readCalendar`.
  const read = (await asked(runJob, { want: 'calendar' }, bytes, file, signal)) as CalendarReading;
  return read.ok ? read : refuse({ code: 'import-malformed', file, ...(read.line !== null && { line: read.line }), why: read.why });
}

/** The JSON form of an OSCAL plan in XML or YAML. Refuses as `readTableFile`. */
export async function readOscalFile(runJob: RunJob, bytes: Uint8Array, file: string, signal?: AbortSignal): Promise<unknown> {
  // Proof of the cast: as above, with `readOscal`.
  const read = (await asked(runJob, { want: 'oscal' }, bytes, file, signal)) as OscalReading;
  return read.ok ? read.value : refuse({ code: 'import-malformed', file, ...(read.line !== null && { line: read.line }), why: read.why });
}
