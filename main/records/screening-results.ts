import { plainCell, readResultLine, resultHead, type ResultLine } from '../../shared/law/scope/result-line.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { isKind, type RecordOf } from '../../shared/records/kinds.ts';
import { openFrames } from '../vault/sealed-frames.ts';
import type { Vault } from '../vault/vault.ts';
import type { Reading } from './reading.ts';
import { isShell } from './row.ts';

/** The screening with this number. Refuses `record-not-found`, and `compartment-closed` for a person without the compartment. */
export function screeningNumbered(reading: Reading, number: string): RecordOf<'screening'> {
  const found = reading.require(number);
  if (!isKind(found, 'screening')) return refuse({ code: 'record-not-found', number });
  return isShell(found) ? refuse({ code: 'compartment-closed', compartment: 'people' }) : found;
}

/**
 * The stored results of a screening in the order of the file, as text a piece at a time; every piece ends with a line, for `linesIn`. Refuses
 * `compartment-closed` and `blob-damaged`.
 */
export async function* screeningResults(vault: Vault, screening: RecordOf<'screening'>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  let first = true;
  for await (const piece of openFrames(vault.blobs.open(screening.fields.results.sha256), 'people', (sealed) => vault.unseal('people', sealed))) {
    const text = rest + decoder.decode(piece, { stream: true });
    const end = text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    if (!first) {
      yield text.slice(0, end);
      continue;
    }
    first = false;
    if (!text.startsWith(`${resultHead}\n`)) throw new Error('results of a screening in a form that is not known');
    yield text.slice(resultHead.length + 1, end);
  }
}

/** The lines of a piece, one at a time: a list of them would be many times the size of the piece. */
export function* linesIn(piece: string): Generator<ResultLine> {
  for (let at = 0; at < piece.length; ) {
    const end = piece.indexOf('\n', at);
    yield readResultLine(piece.slice(at, end));
    at = end + 1;
  }
}

/** The identifiers over whom the EAR test and the order's own definition part. For reading on the screen, by whoever holds the compartment. */
export async function* differing(vault: Vault, screening: RecordOf<'screening'>): AsyncGenerator<{ readonly id: string } & Pick<ResultLine, 'result' | 'ear'>> {
  for await (const piece of screeningResults(vault, screening)) {
    for (const { differs, idCell, result, ear } of linesIn(piece)) if (differs) yield { id: plainCell(idCell), result, ear };
  }
}
