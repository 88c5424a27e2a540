import { linksIn } from '../../shared/records/links.ts';
import { filtersOf } from '../../shared/records/docket-filter.ts';
import type { Contract, SlimRow } from '../../shared/contract/contract.ts';
import type { KeptCommands } from '../../shared/contract/palette.ts';
import type { WindowPlace } from '../../shared/contract/place.ts';
import { Refused, refuse, type Failure } from '../../shared/failure/failure.ts';
import { chosenColumns } from '../../shared/records/columns.ts';
import { fitsFilters, type FieldFilter } from '../../shared/records/field-filter.ts';
import { kindNamed, type RecordOf } from '../../shared/records/kinds.ts';
import type { KeptSearch, ListView } from '../../shared/records/list-view.ts';
import { notAskedAgain, withAskedAgain } from '../../shared/records/asked-again.ts';
import { moveApart } from '../../shared/records/move-together.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { facts, lookInMemory } from '../../shared/records/samples/look-in-memory.ts';
import { inRequestOrder, requestCounts, requestLine } from '../../shared/records/views/request-order.ts';
import { apartWords, fieldApart, recordApart } from '../../shared/records/together.ts';
import type { Handlers } from '../../main/bridge/serve.ts';
import type { FakeRecords } from './fake-records.ts';
import type { FakeDesk } from './fake-work.ts';

type Names =
  | 'records.list'
  | 'records.numbers'
  | 'records.rows'
  | 'docket.fitting'
  | 'records.updateMany'
  | 'records.removeMany'
  | 'records.mayMove'
  | 'records.moveMany'
  | 'requests.lines'
  | 'requests.askAgain'
  | 'records.stateChanges'
  | 'records.graph'
  | 'views.read'
  | 'searches.read'
  | 'searches.save'
  | 'palette.read'
  | 'palette.save'
  | 'place.read'
  | 'place.save'
  | 'views.save'
  | 'filters.read'
  | 'filters.save'
  | 'filters.choose'
  | 'looked.read'
  | 'looked.save';
interface Which {
  kind?: string | undefined;
  caseId?: string | undefined;
  states?: string[] | undefined;
  closed?: boolean | undefined;
  fields?: FieldFilter[] | undefined;
  asOf?: number | undefined;
}

/** Lists, what a person keeps of them, and acts over many records, over records in memory. */
export function listHandlersOver({ records, tick, changed }: FakeDesk, today: () => string): Pick<Handlers<Contract>, Names> {
  const views = new Map<string, ListView[]>();
  let searches: KeptSearch[] = [];
  let commands: KeptCommands = { pinned: [], used: [], opened: [] };
  const filters = new Map<string, FieldFilter[]>();
  const choices = new Map<string, string>();
  let place: { place: WindowPlace; at: number } | null = null;
  let looked: { seq: number; at: number } | null = null;
  const rows = ({ kind, caseId, states, closed, fields = [], asOf }: Which, columns?: readonly string[]): SlimRow[] =>
    records
      .all(asOf)
      .filter((record) => fields.length === 0 || fitsFilters(kindNamed(record.kind)!, record, fields))
      .map((record) => slim(records, record, columns, asOf))
      .filter(
        (row) =>
          (kind === undefined || row.kind === kind) &&
          (caseId === undefined || row.caseId === caseId) &&
          (states === undefined || states.includes(row.state)) &&
          (closed === undefined || row.closed === closed),
      );
  const free = (number: string): AnyRecord => {
    const record = records.get(number);
    const kind = kindNamed(record.kind);
    const why = kind ? recordApart(kind, record) : null;
    return why === null ? record : refuse({ code: 'not-together', number, what: kind?.label ?? '', why: apartWords[why] });
  };
  const together = (reason: string | null, changes: { verb: string; record: AnyRecord }[]) => {
    const done = records.act(tick(), reason, changes, today());
    changed(done);
    return { act: done.act, records: changes.length, seq: done.to };
  };

  return {
    'records.list': ({ sort, limit, columns, ...which }) => {
      const all = sorted(rows(which, columns), sort, false);
      return { rows: all.slice(0, limit), total: all.length, next: null, seq: records.seqAt(which.asOf) };
    },
    'records.numbers': ({ sort, down, text = '', first, columns, ...which }) => {
      const words = text.toLowerCase().split(/\s+/).filter(Boolean);
      const fitting = rows(which, columns).filter((row) => words.every((word) => `${row.number} ${row.title}`.toLowerCase().includes(word)));
      const all = sorted(fitting, sort, down);
      const given = first === undefined ? all : all.slice(0, first);
      return { numbers: given.map((row) => row.number), total: all.length, rows: first === undefined ? [] : given, seq: records.seqAt(which.asOf) };
    },
    'records.rows': ({ numbers, columns, asOf }) => {
      const wanted = new Set(numbers);
      const found = records.all(asOf).filter((record) => wanted.has(record.number));
      return { rows: found.map((record) => slim(records, record, columns, asOf)), seq: records.seqAt(asOf) };
    },
    'docket.fitting': ({ kinds, caseId, fields, asOf }) => ({
      numbers: kinds.flatMap((name) => {
        const kind = kindNamed(name);
        const own = kind && filtersOf(kind, fields);
        return own ? rows({ kind: name, closed: false, caseId, fields: [...own], asOf }).map((row) => row.number) : [];
      }),
      seq: records.seqAt(asOf),
    }),
    'requests.lines': ({ sort, today: day, caseId, fields, closed, first, asOf }) => {
      const wanted = new Set(rows({ kind: 'evidence_request', caseId, fields, closed, asOf }).map((row) => row.number));
      // Proof of the cast: records of a kind hold what its own schema parsed.
      const lines = records.all(asOf).flatMap((record) => (wanted.has(record.number) ? [requestLine(record as unknown as RecordOf<'evidence_request'>)] : []));
      const name = (id: string) => nameOf(records, id)?.replace(/^\S+ /, '') ?? '';
      return {
        numbers: inRequestOrder(lines, sort, day, name)
          .map(({ number }) => number)
          .slice(0, first),
        counts: requestCounts(lines, day),
      };
    },
    'records.updateMany': ({ numbers, fields, addTags = [], dropTags = [], reason }) =>
      together(
        reason ?? null,
        numbers.map((number) => {
          const record = free(number);
          for (const name of Object.keys(fields)) {
            const kind = kindNamed(record.kind);
            const why = kind ? fieldApart(kind, name) : 'parts';
            if (why !== null) refuse({ code: 'not-together', number, what: name, why: apartWords[why] });
          }
          const left = Object.entries({ ...record.fields, ...fields }).filter(([, value]) => value !== null);
          return {
            verb: 'update',
            record: { ...record, fields: Object.fromEntries(left), tags: [...new Set([...record.tags, ...addTags])].filter((tag) => !dropTags.includes(tag)) },
          };
        }),
      ),
    'records.removeMany': ({ numbers, reason }) =>
      together(
        reason,
        numbers.map((number) => ({ verb: 'remove', record: { ...free(number), removed: { at: tick(), by: 'Export counsel', reason } } })),
      ),
    'records.mayMove': ({ numbers, to }) => {
      const answers = numbers.map((number) => ({ number, failure: moveFailure(free, records, number, to, today()) }));
      return {
        can: answers.flatMap(({ number, failure }) => (failure ? [] : [number])),
        cannot: answers.flatMap(({ number, failure }) => (failure ? [{ number, failure }] : [])),
      };
    },
    'records.moveMany': ({ numbers, to, reason }) => {
      for (const number of numbers) {
        const failure = moveFailure(free, records, number, to, today());
        if (failure) refuse(failure);
      }
      return together(
        reason ?? null,
        numbers.map((number) => ({ verb: 'move', record: { ...free(number), state: to } })),
      );
    },
    'records.stateChanges': ({ kind, caseId, rows, asOf }) => {
      const now = new Map<string, string | null>();
      return {
        changes: records.entries.flatMap(({ at, after }) => {
          if (after.kind !== kind || after.caseId !== caseId || (asOf !== undefined && at > asOf)) return [];
          const parts = (rows === undefined ? null : (after.fields[rows] ?? [])) as readonly { number: string; state: string }[] | null;
          const standing = parts === null ? [{ number: after.number, state: after.state }] : parts.map((one) => ({ number: `${after.number} ${one.number}`, state: one.state }));
          return standing.flatMap((one) => {
            const state = after.removed ? null : one.state;
            if (now.get(one.number) === state) return [];
            now.set(one.number, state);
            return [{ day: new Date(at).toISOString().slice(0, 10), number: one.number, state }];
          });
        }),
      };
    },
    'records.graph': ({ caseId, limit, asOf }) => {
      const all = records.all(asOf).filter((one) => one.caseId === caseId && !['evidence_text', 'release', 'approval', 'case'].includes(one.kind));
      const nodes = all.slice(0, limit).map((one) => ({ id: one.id, number: one.number, kind: one.kind, title: records.slim(one, asOf).title, state: one.state }));
      const there = new Set(nodes.map((node) => node.id));
      const links = all.flatMap((one) => linksIn(kindNamed(one.kind)?.fields ?? {}, one.fields).map(({ to, role }) => ({ from: one.id, to, role })));
      return { nodes, links: links.filter((one) => there.has(one.from) && there.has(one.to)), more: all.length - nodes.length };
    },
    'requests.askAgain': ({ numbers, on, how }) =>
      together(
        null,
        numbers.map((number) => {
          const record = free(number);
          const why = notAskedAgain(record);
          if (why !== null) refuse({ code: 'not-together', number, what: 'Asked again', why });
          return { verb: 'update', record: { ...record, fields: { ...record.fields, chased: withAskedAgain(record, { on, how }) } } };
        }),
      ),
    'searches.read': () => ({ searches }),
    'searches.save': ({ searches: wanted }) => {
      searches = wanted;
      return {};
    },
    'palette.read': () => commands,
    'palette.save': (wanted) => {
      commands = wanted;
      return {};
    },
    'place.read': () => place ?? { place: null, at: null },
    'place.save': (wanted) => {
      place = { place: wanted, at: tick() };
      return {};
    },
    'views.read': ({ kind }) => ({ views: views.get(kind) ?? [] }),
    'views.save': ({ kind, views: wanted }) => {
      views.set(kind, wanted);
      return {};
    },
    'filters.read': ({ page }) => ({ filters: filters.get(page) ?? [], choice: choices.get(page) ?? null }),
    'filters.save': ({ page, filters: wanted }) => {
      filters.set(page, wanted);
      return {};
    },
    'filters.choose': ({ page, choice }) => {
      if (choice === null) choices.delete(page);
      else choices.set(page, choice);
      return {};
    },
    'looked.read': () => looked ?? { seq: null, at: null },
    'looked.save': ({ seq }) => (looked = { seq, at: tick() }),
  };
}

function moveFailure(free: (number: string) => AnyRecord, records: FakeRecords, number: string, to: string, today: string): Failure | null {
  try {
    const record = free(number);
    const kind = kindNamed(record.kind);
    const why = kind ? moveApart(kind, record.state, to) : 'parts';
    if (why !== null) refuse({ code: 'not-together', number, what: kind?.states[to]?.label ?? to, why: apartWords[why] });
    const allowed = kind?.moves[record.state] ?? [];
    if (!allowed.includes(to)) refuse({ code: 'move-not-allowed', number, from: record.state, to, allowed });
    const moved = { ...record, state: to };
    const found = facts('move', moved, lookInMemory([...records.all().filter((one) => one.id !== record.id), moved], today), record);
    if (found[0]) refuse({ code: 'guard', number, guard: found[0].guard, facts: found.map(({ fact }) => fact) });
    return null;
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.failure;
    throw thrown;
  }
}
function slim(records: FakeRecords, record: AnyRecord, columns?: readonly string[], asOf?: number): SlimRow {
  const row = records.slim(record, asOf);
  const kind = kindNamed(record.kind);
  if (columns === undefined || !kind) return row;
  return { ...row, ...chosenColumns(kind.fields, record.fields, columns, (id) => nameOf(records, id)) };
}
function nameOf(records: FakeRecords, id: string): string | undefined {
  const found = records.all().find((one) => one.id === id);
  return found && `${found.number} ${records.slim(found).title}`;
}
function sorted(rows: SlimRow[], sort: 'due' | 'number' | 'changed' | 'title' | 'state', down: boolean): SlimRow[] {
  const key = (row: SlimRow): string | number =>
    sort === 'due'
      ? (row.due ?? '9999')
      : sort === 'changed'
        ? -row.seq
        : sort === 'title'
          ? row.title.toLowerCase()
          : sort === 'state'
            ? row.state
            : Number(row.number.slice(row.number.lastIndexOf('-') + 1));
  const up = rows.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  return down ? up.reverse() : up;
}
