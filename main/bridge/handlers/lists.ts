import type { Contract } from '../../../shared/contract/contract.ts';
import { filtersOf } from '../../../shared/records/docket-filter.ts';
import { keptCommands } from '../../../shared/contract/palette.ts';
import { windowPlace } from '../../../shared/contract/place.ts';
import { fieldFilter, mostFilters } from '../../../shared/records/field-filter.ts';
import { kindNamed } from '../../../shared/records/kinds.ts';
import { keptSearch, listView, mostViews, type ListView } from '../../../shared/records/list-view.ts';
import * as z from 'zod';
import { todayOf } from '../../records/writing.ts';
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
const kept = z.array(listView).max(mostViews);
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
  const own = (what: string, kind: string): string => `${what}:${session.opened().vault.person.slot}:${kind}`;
  const views = (kind: string): ListView[] => kept.safeParse(records().drafts.read(own('views', kind), null)?.body).data ?? [];

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
    'records.mayMove': (question, work) => mayMove(records().reading(), todayOf(clock()), question, counted(question.numbers, work)),
    'records.moveMany': (question, work) => moveTogether(records(), question, counted(question.numbers, work)),
    'records.stateChanges': (question) => ({ changes: records().stateChanges(question) }),
    'records.graph': (question) => records().relations(question),
    'requests.askAgain': ({ numbers, on, how }, work) => askAgain(records(), numbers, { on, how }, counted(numbers, work)),

    'views.read': ({ kind }) => ({ views: views(kind) }),
    'views.save': async ({ kind, views: wanted }) => {
      if (wanted.length === 0) await records().drafts.discard(own('views', kind), null);
      else await records().drafts.save(own('views', kind), null, wanted);
      return {};
    },

    'filters.read': ({ page }) => ({
      filters: keptFilters.safeParse(records().drafts.read(own('filters', page), null)?.body).data ?? [],
      choice: keptChoice.safeParse(records().drafts.read(own('choice', page), null)?.body).data ?? null,
    }),
    'filters.save': async ({ page, filters }) => {
      if (filters.length === 0) await records().drafts.discard(own('filters', page), null);
      else await records().drafts.save(own('filters', page), null, filters);
      return {};
    },

    'filters.choose': async ({ page, choice }) => {
      if (choice === null) await records().drafts.discard(own('choice', page), null);
      else await records().drafts.save(own('choice', page), null, choice);
      return {};
    },

    'searches.read': () => ({ searches: keptSearches.safeParse(records().drafts.read(own('searches', 'all'), null)?.body).data ?? [] }),
    'searches.save': async ({ searches }) => {
      if (searches.length === 0) await records().drafts.discard(own('searches', 'all'), null);
      else await records().drafts.save(own('searches', 'all'), null, searches);
      return {};
    },

    'palette.read': () => keptCommands.safeParse(records().drafts.read(own('palette', 'all'), null)?.body).data ?? { pinned: [], used: [] },
    'palette.save': async (kept) => {
      await records().drafts.save(own('palette', 'all'), null, kept);
      return {};
    },

    'place.read': () => {
      const draft = records().drafts.read(own('place', 'window'), null);
      const read = windowPlace.safeParse(draft?.body);
      return read.success && draft ? { place: read.data, at: draft.at } : { place: null, at: null };
    },
    'place.save': async (place) => {
      await records().drafts.save(own('place', 'window'), null, place);
      return {};
    },

    'looked.read': () => {
      const draft = records().drafts.read(own('looked', 'docket'), null);
      const read = looked.safeParse(draft?.body);
      return read.success && draft ? { seq: read.data.seq, at: draft.at } : { seq: null, at: null };
    },
    'looked.save': async ({ seq }) => ({ seq, at: (await records().drafts.save(own('looked', 'docket'), null, { seq })).at }),
  };
}
