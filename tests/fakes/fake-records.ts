import type { SlimRow } from '../../shared/contract/contract.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { listColumns, type ListColumns } from '../../shared/records/columns.ts';
import { recordDifferences, type Difference } from '../../shared/records/diff.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import { linksIn } from '../../shared/records/links.ts';
import { parseRecord } from '../../shared/records/parse.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { facts, lookInMemory } from '../../shared/records/samples/look-in-memory.ts';

interface Entry {
  readonly seq: number;
  readonly act: string;
  readonly at: number;
  readonly verb: string;
  readonly reason: string | null;
  readonly before: AnyRecord | undefined;
  readonly after: AnyRecord;
}

/** Records and their journal in memory, with the guards of their kinds: enough for the window to be whole, without a key or a file. */
export class FakeRecords {
  readonly entries: Entry[] = [];
  /** Files that are taken in make trouble: some fail, some are there already, some were not read. */
  troubledFiles = false;
  /** Milliseconds between two tenths of a file that is taken in: slow enough to be watched. */
  intakePace = 150;
  /** Milliseconds between two steps of a backup and of a restore. */
  keepingPace = 40;
  readonly #now = new Map<string, AnyRecord>();
  readonly #last = new Map<string, Entry>();
  #acts = 0;

  all(asOf?: number): readonly AnyRecord[] {
    return [...this.#at(asOf).values()].filter((record) => record.removed === undefined && !record.sequestered && !record.erased);
  }
  removed(): readonly AnyRecord[] {
    return [...this.#now.values()].filter((record) => record.removed !== undefined && !record.sequestered && !record.erased);
  }
  get(idOrNumber: string, asOf?: number): AnyRecord {
    const records = this.#at(asOf);
    return records.get(idOrNumber) ?? [...records.values()].find((record) => record.number === idOrNumber) ?? refuse({ code: 'record-not-found', number: idOrNumber });
  }
  seqAt(asOf?: number): number {
    return asOf === undefined ? this.entries.length : this.entries.filter((entry) => entry.at <= asOf).length;
  }
  lastOf(id: string): Entry | undefined {
    return this.#last.get(id);
  }
  /** One act over any number of records; nothing is kept where one of them is refused. */
  act(
    at: number,
    reason: string | null,
    changes: readonly { readonly verb: string; readonly record: unknown }[],
    today: string,
  ): { act: string; from: number; to: number; records: AnyRecord[] } {
    const parsed = changes.map(({ verb, record }) => ({ verb, record: parseRecord(record) }));
    for (const { verb, record } of parsed) {
      const before = this.#now.get(record.id);
      const look = lookInMemory([...this.all().filter((one) => one.id !== record.id), record], today);
      const [first] = facts(verb === 'move' ? 'move' : verb === 'remove' ? 'remove' : 'save', record, look, before);
      if (first)
        refuse({
          code: 'guard',
          number: record.number,
          guard: first.guard,
          facts: facts(verb === 'move' ? 'move' : verb === 'remove' ? 'remove' : 'save', record, look, before).map(({ fact }) => fact),
        });
    }
    return this.keep(at, reason, parsed);
  }
  /** As `act`, without looking at guards: for the samples, which were checked when they were written. */
  keep(
    at: number,
    reason: string | null,
    changes: readonly { readonly verb: string; readonly record: AnyRecord }[],
  ): { act: string; from: number; to: number; records: AnyRecord[] } {
    const act = `act-${++this.#acts}`;
    const from = this.entries.length;
    for (const { verb, record } of changes) {
      const entry: Entry = { seq: this.entries.length + 1, act, at, verb, reason, before: this.#now.get(record.id), after: record };
      this.entries.push(entry);
      this.#last.set(record.id, entry);
      this.#now.set(record.id, record);
    }
    return { act, from, to: this.entries.length, records: changes.map(({ record }) => record) };
  }
  nextNumber(kind: string): string {
    const prefix = kindNamed(kind)?.prefix ?? 'REC';
    const last = Math.max(0, ...[...this.#now.values()].filter((record) => record.kind === kind).map((record) => Number(record.number.split('-')[1])));
    return `${prefix}-${String(last + 1).padStart(3, '0')}`;
  }
  slim(record: AnyRecord, asOf?: number): SlimRow {
    const kind = kindNamed(record.kind);
    if (!kind) throw new Error(`no kind ${record.kind}`);
    const records = this.#at(asOf);
    const hidden = record.sequestered !== undefined || record.erased !== undefined;
    const { title, due, closed, shown, hour, doubt }: ListColumns = hidden
      ? { title: '', due: null, closed: true, shown: {} }
      : listColumns(kind, record, (id) => records.get(id)?.number);
    return {
      id: record.id,
      kind: record.kind,
      number: record.number,
      caseId: record.caseId,
      state: record.state,
      title,
      due,
      ...(hour && { hour: { ...hour } }),
      ...(doubt && { doubt }),
      closed,
      seq: this.lastOf(record.id)?.seq ?? 0,
      shown: { ...shown },
    };
  }
  links(record: AnyRecord, asOf?: number) {
    const linked = (from: AnyRecord) => linksIn(kindNamed(from.kind)?.fields ?? {}, from.fields);
    const named = (role: string, other: AnyRecord) => ({ role, id: other.id, number: other.number, kind: other.kind, title: this.slim(other, asOf).title, state: other.state });
    const records = this.#at(asOf);
    const all = this.all(asOf);
    return {
      links: linked(record).flatMap(({ role, to }) => (records.has(to) ? [named(role, this.get(to, asOf))] : [])),
      linkedFrom: all.flatMap((other) =>
        linked(other)
          .filter(({ to }) => to === record.id)
          .map(({ role }) => named(role, other)),
      ),
    };
  }
  /** A record as its page shows it. */
  whole(record: AnyRecord, asOf?: number) {
    const last = this.lastOf(record.id);
    const copy = { ...record, tags: [...record.tags], fields: { ...record.fields } };
    return { record: copy, ...this.links(record, asOf), changedAt: last?.at ?? 0, changedBy: 'Export counsel', seq: last?.seq ?? 0 };
  }
  changes(entry: Entry): Difference[] {
    const kind = kindNamed(entry.after.kind);
    return kind ? recordDifferences(kind, entry.before, entry.after, (id) => this.#now.get(id)?.number) : [];
  }
  #at(asOf?: number): ReadonlyMap<string, AnyRecord> {
    if (asOf === undefined) return this.#now;
    const past = new Map<string, AnyRecord>();
    for (const entry of this.entries) if (entry.at <= asOf) past.set(entry.after.id, entry.after);
    return past;
  }
}
