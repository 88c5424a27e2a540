import { createHash } from 'node:crypto';
import { dayText } from '../../../shared/calendar/day.ts';
import { momentAt } from '../../../shared/calendar/instant.ts';
import type { Clock } from '../../../shared/calendar/clock.ts';
import { refuse } from '../../../shared/failure/failure.ts';
import { csvCell, resultHead, resultLine } from '../../../shared/law/scope/result-line.ts';
import { mappingOf, rosterColumnNames, type Mapping, type NamedMapping, type RosterColumn } from '../../../shared/law/scope/roster-columns.ts';
import { otherControls, type Result } from '../../../shared/law/scope/ruling.ts';
import { screener, type Screener } from '../../../shared/law/scope/screener.ts';
import type { RecordOf } from '../../../shared/records/kinds.ts';
import { surfaces } from '../../../shared/records/parts/activities.ts';
import type { Scope } from '../../../shared/records/views/scope-of.ts';
import { gathered } from '../../records/gathered.ts';
import type { Records } from '../../records/records.ts';
import { scopeNumbered } from '../../records/scope-sources.ts';
import { sealFrames } from '../../vault/sealed-frames.ts';
import type { StoredBlob } from '../../vault/blobs.ts';
import type { Vault } from '../../vault/vault.ts';
import type { SourceFile } from '../source-file.ts';
import { formOf, type RosterForm } from './roster-form.ts';
import { rowsOf } from './roster-rows.ts';

export interface RosterDesk {
  readonly vault: Vault;
  readonly records: Records;
  readonly clock: Clock;
}
export interface RosterSetting {
  /** Number of the order. */
  readonly order: string;
  /** As it stood on this day; today when left out. */
  readonly day?: string | undefined;
  readonly mapping?: NamedMapping | undefined;
  readonly form?: Partial<RosterForm> | undefined;
  /** The roster itself is kept, sealed, until this day and for this reason; without it nothing of it is. */
  readonly keep?: { readonly purgeOn: string; readonly why: string } | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly tell?: ((done: { readonly bytes: number; readonly rows: number }) => void) | undefined;
}
export interface RosterScreened {
  readonly screening: RecordOf<'screening'>;
  readonly roster: RecordOf<'roster'> | null;
  readonly scope: Scope;
}

const surfaceNames: ReadonlySet<string> = new Set(Object.keys(surfaces));
/** Lines that are named one by one; beyond it they are counted. */
const mostNamed = 1000;
/** Results that are gathered before they are sealed. */
const pieceBytes = 128 * 1024;
/** What a spreadsheet would run (OWASP, CSV injection): no identifier begins so, and the identity team gets identifiers unchanged. */
const formula = /^[=\t\r]|^[+\-@].*[(|!]/;

/**
 * Screens a roster against an order as it stands on a day, row by row: memory does not grow with the file. Nothing of the roster is kept but identifiers and
 * results, sealed in the compartment; they commit together with the record of the screening. Refuses `compartment-closed` for a person without it,
 * `guard` for an order without rules, `import-malformed` for a file whose head cannot be used, `cancelled`; then nothing is left.
 */
export async function screenRoster({ vault, records, clock }: RosterDesk, source: SourceFile, setting: RosterSetting): Promise<RosterScreened> {
  if (!vault.compartments.includes('people')) refuse({ code: 'compartment-closed', compartment: 'people' });
  const { instant, zone } = clock();
  const today = dayText(momentAt(instant, zone).day);
  const day = setting.day ?? today;
  if (setting.keep && setting.keep.purgeOn <= today) refuse({ code: 'misuse', why: 'the day on which a kept roster is purged is to come' });
  const reading = records.reading();
  const scope = scopeNumbered(reading, setting.order, day, today);
  const orderSeq = reading.seq;
  const form = await formOf(source, setting.form);
  const run = runOver(source, form, scope, setting);
  const stored = await vault.blobs.put(
    sealFrames(run.bytes(), (plain) => vault.seal('people', plain)),
    setting.signal && { signal: setting.signal },
  );
  let raw: StoredBlob | null = null;
  try {
    const fields = run.fields();
    raw = setting.keep === undefined ? null : await keptBytes(vault, source, fields.file.sha256, setting.signal);
    const kept = raw;
    const { result } = await records.change(null, (writing) => {
      vault.blobs.adopt(writing.transaction, stored);
      if (kept) vault.blobs.adopt(writing.transaction, kept);
      const screening = writing.create('screening', {
        caseId: scope.order.caseId,
        fields: {
          ...fields,
          order: scope.order.id,
          orderSeq,
          day,
          rules: [...new Set(scope.rules.map(({ id }) => id))],
          notes: [...scope.notes],
          results: { sha256: stored.sha256, bytes: stored.bytes },
          otherControls,
        },
      });
      const { name, bytes, sha256 } = fields.file;
      const roster =
        kept === null || setting.keep === undefined
          ? null
          : writing.create('roster', {
              caseId: scope.order.caseId,
              fields: { screening: screening.id, file: { name, bytes, sha256 }, sealed: { sha256: kept.sha256, bytes: kept.bytes }, ...setting.keep },
            });
      return { screening, roster };
    });
    return { ...result, scope };
  } catch (thrown) {
    vault.blobs.discard(stored);
    if (raw) vault.blobs.discard(raw);
    throw thrown;
  }
}

/** The file once more, sealed as it is. Refuses `import-malformed` where it is not the file that was screened: somebody wrote to it in between. */
async function keptBytes(vault: Vault, source: SourceFile, screened: string, signal: AbortSignal | undefined): Promise<StoredBlob> {
  const hash = createHash('sha256');
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source.read()) {
      hash.update(chunk);
      yield chunk;
    }
  }
  const stored = await vault.blobs.put(
    sealFrames(bytes(), (plain) => vault.seal('people', plain)),
    signal && { signal },
  );
  if (hash.digest('hex') === screened) return stored;
  vault.blobs.discard(stored);
  return refuse({ code: 'import-malformed', file: source.name, why: 'it was changed while it was screened' });
}

type Counted = Pick<RecordOf<'screening'>['fields'], 'file' | 'head' | 'mapping' | 'rows' | 'counts' | 'reasons' | 'beside' | 'badLines' | 'badLineCount' | 'notUnderstood'>;

/** One pass over a file: the lines of results as bytes, and what was counted on the way. */
function runOver(source: SourceFile, form: RosterForm, scope: Scope, { mapping: chosen, signal, tell }: RosterSetting): { bytes(): AsyncGenerator<Uint8Array>; fields(): Counted } {
  const hash = createHash('sha256');
  const counts: Record<Result, number> = { barred: 0, not_barred: 0, undetermined: 0 };
  const badLines: { line: number; why: string }[] = [];
  const strange = new Map<RosterColumn, { firstLine: number; rows: number }>();
  let [rows, bad, read] = [0, 0, 0];
  let head: readonly string[] | null = null;
  let mapping: Mapping = {};
  let screens: Screener | null = null;
  const results = gathered(pieceBytes);
  results.add(`${resultHead}\n`);

  const refuseHead = (why: string): never => refuse({ code: 'import-malformed', file: source.name, line: 1, why });
  const takeHead = (cells: readonly string[]): void => {
    head = cells.map((cell) => cell.trim());
    const named = head.filter((name) => name !== '').map((name) => name.toLowerCase());
    const twice = named.find((name, i) => named.indexOf(name) !== i);
    if (twice !== undefined) refuseHead(`two columns are called “${twice.slice(0, 60)}”`);
    for (const name of Object.values(chosen ?? {})) if (!named.includes(name.trim().toLowerCase())) refuseHead(`no column is called “${name.slice(0, 60)}”`);
    mapping = mappingOf(head, chosen);
    if (mapping.person_id === undefined) refuseHead('no column is called person_id, and none is mapped to it');
    screens = screener(scope.rules, mapping, surfaceNames);
  };
  /** Cells in which no line breaks: one that has some swallowed other rows behind a quote that is not closed. */
  const short = (): readonly number[] =>
    rosterColumnNames
      .filter((column) => column !== 'employer')
      .map((column) => mapping[column])
      .filter((place) => place !== undefined);
  let shortPlaces: readonly number[] = [];

  const reader = rowsOf(form, {
    row: (cells, lineOf) => {
      if (head === null || screens === null) {
        takeHead(cells);
        shortPlaces = short();
        return null;
      }
      if (cells.length !== head.length) {
        if (cells.length < head.length || cells.slice(head.length).some((cell) => cell !== ''))
          return `it has ${String(cells.length)} ${cells.length === 1 ? 'cell' : 'cells'}, and the head has ${String(head.length)}`;
      }
      for (const place of shortPlaces) if (cells[place]?.includes('\n')) return 'a line breaks inside a cell: a quote may not be closed';
      const id = (cells[mapping.person_id ?? 0] ?? '').trim();
      if (id === '') return 'it has no person_id';
      if (id.includes('\ufffd')) return `its person_id has bytes that are not ${form.encoding}`;
      if (formula.test(id)) return 'a spreadsheet would run its person_id as a formula';
      const screened = screens.screen(cells);
      rows++;
      counts[screened.result]++;
      for (const column of screened.notUnderstood) {
        const so = strange.get(column);
        if (so) so.rows++;
        else strange.set(column, { firstLine: lineOf(), rows: 1 });
      }
      results.add(resultLine(screened, csvCell(id)));
      return null;
    },
    bad: (line, why) => {
      bad++;
      if (badLines.length < mostNamed) badLines.push({ line, why });
    },
  });

  return {
    async *bytes() {
      for await (const chunk of source.read()) {
        if (signal?.aborted) refuse({ code: 'cancelled' });
        hash.update(chunk);
        read += chunk.length;
        reader.write(chunk);
        if (results.full()) yield results.take();
        tell?.({ bytes: read, rows });
      }
      reader.end();
      if (head === null) refuseHead('it has no head');
      yield results.take();
      tell?.({ bytes: read, rows });
    },
    fields: () => ({
      file: { name: source.name, bytes: read, sha256: hash.digest('hex'), encoding: form.encoding, delimiter: form.delimiter === '\t' ? 'tab' : form.delimiter },
      head: [...(head ?? [])],
      // Proof of the cast: the places are those of the head.
      mapping: rosterColumnNames.filter((column) => mapping[column] !== undefined).map((column) => ({ column, header: head?.[mapping[column] ?? 0] ?? column })),
      rows,
      counts,
      reasons: (screens?.reasons() ?? []).map(({ missing, definition, clause, order, ...rest }) => ({
        ...rest,
        ...(order !== '' && { order }),
        ...(clause !== '' && { clause }),
        ...(definition !== '' && { definition }),
        missing: [...missing],
      })),
      beside: (screens?.beside() ?? []).map((one) => ({ ...one })),
      badLines,
      badLineCount: bad,
      notUnderstood: [...strange].map(([column, so]) => ({ column, ...so })),
    }),
  };
}
