import type { Contract } from '../../../shared/contract/contract.ts';
import { filtersOf } from '../../../shared/records/docket-filter.ts';
import { keptCommands } from '../../../shared/contract/palette.ts';
import { windowPlace } from '../../../shared/contract/place.ts';
import { fieldFilter, mostFilters } from '../../../shared/records/field-filter.ts';
import { kindNamed } from '../../../shared/records/kinds.ts';
import { keptSearch, listView, mostViews } from '../../../shared/records/list-view.ts';
import * as z from 'zod';
import { lookingOf } from '../../records/writing.ts';
import { askAgain } from '../../records/ask-again.ts';
import { mayMove, moveTogether } from '../../records/move-together.ts';
import { changeTogether, removeTogether } from '../../records/together.ts';
import type { Context } from '../context.ts';
import type { Progress } from '../../../shared/contract/wire.ts';
import { inPieces } from '../in-pieces.ts';
import type { Handlers, Work } from '../serve.ts';

type Names =
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
  | 'views.save'
  | 'filters.read'
  | 'filters.save'
  | 'filters.choose'
  | 'searches.read'
  | 'searches.save'
  | 'palette.read'
  | 'palette.save'
  | 'place.read'
  | 'place.save'
  | 'looked.read'
  | 'looked.save';
const keptViews = z.array(listView).max(mostViews);
const keptFilters = z.array(fieldFilter).max(mostFilters);
const keptChoice = z.string().max(64);
const keptSearches = z.array(keptSearch).max(mostViews);
const looked = z.strictObject({ seq: z.int() });

type InRecords = Work<Progress<Contract, 'records.updateMany'>>;
/** The work over these records, its progress told by how many of them are done. */
const counted = (numbers: readonly string[], { signal, tell }: InRecords) => ({ signal, tell: (done: number) => tell({ done, of: numbers.length, unit: 'record', what: '' }) });

/** Long lists, acts over many records, and what the person at work keeps of how they look at them. */
export function listHandlers({ session, clock }: Pick<Context, 'session' | 'clock'>): Pick<Handlers<Contract>, Names> {
  const records = () => session.opened().records;
  /** Kept like a draft: in the vault, outside journal and search, for the person whose key opened it; of a kind about persons sealed with their compartment. */
  const own = (what: string, of: string): string => `${what}:${session.opened().vault.person.slot}:${of}`;
  /** As it was left and when; null where nothing was kept, or where what was kept is no such thing any more. */
  const read = <Shape extends z.ZodType>(shape: Shape, what: string, of: string): { readonly value: z.output<Shape>; readonly at: number } | null => {
    const draft = records().drafts.read(own(what, of), null);
    const { data } = shape.safeParse(draft?.body);
    return draft && data !== undefined ? { value: data, at: draft.at } : null;
  };
  /** Keeps it; nothing (null, an empty list) is nothing kept. */
  const keep = async (what: string, of: string, value: unknown): Promise<Record<string, never>> => {
    if (value === null || (Array.isArray(value) && value.length === 0)) await records().drafts.discard(own(what, of), null);
    else await records().drafts.save(own(what, of), null, value);
    return {};
  };

  return {
    'records.numbers': ({ asOf, first, columns, ...question }) => {
      const reading = records().reading(asOf);
      if (first === undefined) {
        const numbers = reading.numbers(question);
        return { numbers, total: numbers.length, rows: [], seq: reading.seq };
      }
      const { total, rows } = reading.firstLines(question, first, columns);
      return { numbers: rows.map((row) => row.number), total, rows, seq: reading.seq };
    },
    'records.rows': ({ numbers, columns, asOf }) => {
      const reading = records().reading(asOf);
      return { rows: reading.rowsOf(numbers, columns), seq: reading.seq };
    },
    'docket.fitting': ({ kinds, caseId, fields, asOf }) => {
      const reading = records().reading(asOf);
      const numbers = kinds.flatMap((name) => {
        const kind = kindNamed(name);
        const own = kind && filtersOf(kind, fields);
        return own ? reading.numbers({ kind: name, closed: false, sort: 'number', down: false, fields: [...own], ...(caseId !== undefined && { caseId }) }) : [];
      });
      return { numbers, seq: reading.seq };
    },
    'requests.lines': async ({ first, ...question }, { signal }) => {
      const { numbers, counts } = await inPieces(records().requests(question), signal, 1);
      return { numbers: numbers.slice(0, first), counts };
    },
    'records.updateMany': (question, work) => changeTogether(records(), question, counted(question.numbers, work)),
    'records.removeMany': ({ numbers, reason }, work) => removeTogether(records(), numbers, reason, counted(numbers, work)),
    'records.mayMove': (question, work) => mayMove(records().reading(), lookingOf(clock()), question, counted(question.numbers, work)),
    'records.moveMany': (question, work) => moveTogether(records(), question, counted(question.numbers, work)),
    'records.stateChanges': (question) => ({ changes: records().stateChanges(question) }),
    'records.graph': (question) => records().relations(question),
    'requests.askAgain': ({ numbers, on, how }, work) => askAgain(records(), numbers, { on, how }, counted(numbers, work)),

    'views.read': ({ kind }) => ({ views: read(keptViews, 'views', kind)?.value ?? [] }),
    'views.save': ({ kind, views }) => keep('views', kind, views),

    'filters.read': ({ page }) => ({ filters: read(keptFilters, 'filters', page)?.value ?? [], choice: read(keptChoice, 'choice', page)?.value ?? null }),
    'filters.save': ({ page, filters }) => keep('filters', page, filters),
    'filters.choose': ({ page, choice }) => keep('choice', page, choice),

    'searches.read': () => ({ searches: read(keptSearches, 'searches', 'all')?.value ?? [] }),
    'searches.save': ({ searches }) => keep('searches', 'all', searches),

    'palette.read': () => read(keptCommands, 'palette', 'all')?.value ?? { pinned: [], used: [], opened: [] },
    'palette.save': (commands) => keep('palette', 'all', commands),

    'place.read': () => {
      const left = read(windowPlace, 'place', 'window');
      return { place: left?.value ?? null, at: left?.at ?? null };
    },
    'place.save': (place) => keep('place', 'window', place),

    'looked.read': () => {
      const left = read(looked, 'looked', 'docket');
      return { seq: left?.value.seq ?? null, at: left?.at ?? null };
    },
    'looked.save': async ({ seq }) => ({ seq, at: (await records().drafts.save(own('looked', 'docket'), null, { seq })).at }),
  };
}
