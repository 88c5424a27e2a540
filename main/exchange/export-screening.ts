import type { RecordOf } from '../../shared/records/kinds.ts';
import type { Records } from '../records/records.ts';
import { linesIn, screeningNumbered, screeningResults } from '../records/screening-results.ts';
import type { Vault } from '../vault/vault.ts';
import { cell } from './csv.ts';
import type { Destination } from './destination.ts';
import { release, type Manifest } from './release.ts';
import { gathered } from '../records/gathered.ts';

const pieceBytes = 128 * 1024;

export interface ExportingScreening {
  readonly number: string;
  /** Clause, definition and missing facts beside each result: for counsel, not for the identity team. */
  readonly reasons: boolean;
  readonly destination: Destination;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes the results of a screening for the identity team: `person_id,result` in the order of the roster, and nothing else (domain.md §7 U5). Identifiers go
 * unchanged, because another program has to find them again. It goes to ourselves only. What it is made of is sealed; what it says of the order is not more
 * than “by this order”, so the release names the order. With reasons it holds readings that counsel adopted, and the release says so.
 */
export async function exportScreening(desk: { readonly vault: Vault; readonly records: Records }, asked: ExportingScreening): Promise<Manifest> {
  const { vault, records } = desk;
  const reading = records.reading();
  const screening = screeningNumbered(reading, asked.number);
  const order = reading.require(screening.fields.order);
  const because = asked.reasons ? 'reasons asked for beside the results' : order.privilege === 'none' ? undefined : 'identifiers and results only, no word of the order';
  return release(records, {
    what: `Results of ${screening.number}, screened against ${order.number}: ${asked.reasons ? 'with reasons' : 'person_id,result'}`,
    format: 'screening',
    audience: 'internal',
    caseId: screening.caseId,
    subject: screening.id,
    records: [order],
    ifWithheld: 'refuse',
    destination: asked.destination,
    make: () => lines(vault, screening, asked.reasons),
    ...(because !== undefined && { privilegedBecause: because }),
    ...(asked.signal && { signal: asked.signal }),
  });
}

async function* lines(vault: Vault, screening: RecordOf<'screening'>, reasons: boolean): AsyncGenerator<Uint8Array> {
  const tails = (screening.fields.reasons ?? []).map(({ clause, order, definition, missing }) =>
    [`${order === undefined ? '' : `${order} `}${clause === undefined ? '' : `cl. ${clause}`}`.trim(), definition ?? '', (missing ?? []).join('; ')].map(cell).join(','),
  );
  yield Buffer.from(`person_id,result${reasons ? ',clause,definition,missing' : ''}\n`);
  const out = gathered(pieceBytes);
  for await (const piece of screeningResults(vault, screening)) {
    for (const { idCell, result, reason } of linesIn(piece)) {
      const tail = tails[reason];
      if (tail === undefined) throw new Error('a reason of a screening that is not recorded');
      out.add(reasons ? `${idCell},${result},${tail}\n` : `${idCell},${result}\n`);
      if (out.full()) yield out.take();
    }
  }
  yield out.take();
}
