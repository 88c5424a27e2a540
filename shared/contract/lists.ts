import * as z from 'zod';
import { asOf } from './as-of.ts';
import type { Failure } from '../failure/failure.ts';
import { dateFact, dayText } from '../records/date-fact.ts';
import { fieldFilter, mostFilters } from '../records/field-filter.ts';
import { keptSearch, listView, mostViews } from '../records/list-view.ts';
import { paletteContract } from './palette.ts';
import { placeContract } from './place.ts';
import { mostTogether } from '../records/together.ts';
import { requestSorts } from '../records/views/request-order.ts';
import { counted } from './progress.ts';
import { slimRow } from './slim-row.ts';
import { reminderContract } from './reminders.ts';
import { operation } from './wire.ts';

const number = z.string().max(64);
const numbers = z.array(number).min(1).max(mostTogether);
/** Pages that are filtered and have no views of their own. */
const filteredPage = z.enum(['docket', 'requests']);
const pageChoice = z.string().max(64);
const done = z.strictObject({ act: z.string(), records: z.int(), seq: z.int() });

/** Long lists, what a person keeps of how they look at them, and acts on many records at once. */
export const listContract = {
  ...reminderContract,
  /** Every number of a list in its order, and nothing else: a list of 100,000 is walked by these, and only the rows that are seen are read. */
  'records.numbers': operation(
    z.strictObject({
      kind: z.string(),
      caseId: z.string().optional(),
      states: z.array(z.string()).optional(),
      closed: z.boolean().optional(),
      /** Words that number or title must hold, in any order. */
      text: z.string().max(500).optional(),
      /** What their fields must say: what the person asks, and one condition of the page itself. */
      fields: z
        .array(fieldFilter)
        .max(mostFilters + 1)
        .optional(),
      sort: z.enum(['due', 'number', 'title', 'state']).default('number'),
      down: z.boolean().default(false),
      /** Only the first so many, with their rows and how many there are in all: what a page paints at once. */
      first: z.int().min(1).max(500).optional(),
      columns: z.array(z.string()).max(100).optional(),
      asOf,
    }),
    z.strictObject({ numbers: z.array(z.string()), total: z.int(), rows: z.array(slimRow), seq: z.int() }),
  ),
  /** The rows of these numbers, in any order; what is not there any more is left out. `columns` are fields of the kind. */
  'records.rows': operation(
    z.strictObject({ numbers: z.array(number).max(500), columns: z.array(z.string()).max(100).optional(), asOf }),
    z.strictObject({ rows: z.array(slimRow), seq: z.int() }),
  ),
  /** The numbers of the open records of these kinds that meet conditions of the docket (shared/records/docket-filter.ts), in any order. */
  'docket.fitting': operation(
    z.strictObject({
      kinds: z.array(z.string().max(64)).max(100),
      caseId: z.string().optional(),
      fields: z.array(fieldFilter).min(1).max(mostFilters),
      asOf,
    }),
    z.strictObject({ numbers: z.array(z.string()), seq: z.int() }),
  ),
  /** The numbers of the evidence requests, those asked by us before those asked of us, sorted, and what is counted over all of them. `today` is the day that the window shows. */
  'requests.lines': operation(
    z.strictObject({
      caseId: z.string().optional(),
      fields: z.array(fieldFilter).max(mostFilters).optional(),
      closed: z.boolean().optional(),
      sort: z.array(z.strictObject({ key: z.enum(requestSorts), down: z.boolean() })).max(requestSorts.length),
      /** Only so many numbers; counted is over all. */
      first: z.int().min(1).max(500).optional(),
      today: dayText,
      asOf,
    }),
    z.strictObject({
      numbers: z.array(z.string()),
      counts: z.strictObject({ from: z.int(), to: z.int(), waiting: z.int(), items: z.int(), longest: z.int() }),
    }),
  ),
  /** One act over many records of a kind: fields that may be changed together (shared/records/together.ts), and tags. */
  'records.updateMany': operation(
    z.strictObject({
      numbers,
      fields: z.record(z.string(), z.unknown()),
      addTags: z.array(z.string().max(200)).max(100).optional(),
      dropTags: z.array(z.string().max(200)).max(100).optional(),
      reason: z.string().max(10_000).optional(),
    }),
    done,
    counted,
  ),
  'records.removeMany': operation(z.strictObject({ numbers, reason: z.string().min(1).max(10_000) }), done, counted),
  /** Which of many records can be brought into a state, and why the others cannot: asked before it is done. Nothing is written. */
  'records.mayMove': operation(
    z.strictObject({ numbers, to: z.string().max(64) }),
    z.strictObject({ can: z.array(z.string()), cannot: z.array(z.strictObject({ number: z.string(), failure: z.custom<Failure>() })) }),
    counted,
  ),
  /** One act that brings many records into one state; what is done one at a time is refused (shared/records/move-together.ts). */
  'records.moveMany': operation(z.strictObject({ numbers, to: z.string().max(64), reason: z.string().max(10_000).optional() }), done, counted),
  /** When the records of a kind in a case, or the rows of one of their fields, came into their states, oldest first; null for a removal. */
  'records.stateChanges': operation(
    z.strictObject({ kind: z.string(), caseId: z.string(), rows: z.enum(['obligations']).optional(), asOf }),
    z.strictObject({ changes: z.array(z.strictObject({ day: dayText, number, state: z.string().nullable() })) }),
  ),
  /** The records of a case, at most `limit`, and the links between them. */
  'records.graph': operation(
    z.strictObject({ caseId: z.string(), limit: z.int().min(1).max(20_000).default(10_000), asOf }),
    z.strictObject({
      nodes: z.array(z.strictObject({ id: z.string(), number: z.string(), kind: z.string(), title: z.string(), state: z.string() })),
      links: z.array(z.strictObject({ from: z.string(), to: z.string(), role: z.string() })),
      more: z.int(),
    }),
  ),
  /** Records of many requests that their answer was asked for again. */
  'requests.askAgain': operation(z.strictObject({ numbers, on: dateFact, how: z.string().max(2000).optional() }), done, counted),

  /** The views of a kind's list that the person at work keeps. They stand in the vault and belong to that person alone. */
  'views.read': operation(z.strictObject({ kind: z.string() }), z.strictObject({ views: z.array(listView) })),
  'views.save': operation(z.strictObject({ kind: z.string(), views: z.array(listView).max(mostViews) }), z.strictObject({})),

  /** The conditions that the person at work left on a page that is no list of one kind: the docket, the requests. */
  'filters.read': operation(z.strictObject({ page: filteredPage }), z.strictObject({ filters: z.array(fieldFilter), choice: pageChoice.nullable() })),
  'filters.save': operation(z.strictObject({ page: filteredPage, filters: z.array(fieldFilter).max(mostFilters) }), z.strictObject({})),
  /** What they chose on such a page beside its conditions: the direction of requests, the model of the docket. Null for nothing. */
  'filters.choose': operation(z.strictObject({ page: filteredPage, choice: pageChoice.nullable() }), z.strictObject({})),

  /** The searches that the person at work keeps under a name. */
  'searches.read': operation(z.strictObject({}), z.strictObject({ searches: z.array(keptSearch) })),
  'searches.save': operation(z.strictObject({ searches: z.array(keptSearch).max(mostViews) }), z.strictObject({})),

  ...paletteContract,
  ...placeContract,

  /** Up to which entry the person at work has looked through what changed; null before they ever said so. */
  'looked.read': operation(z.strictObject({}), z.strictObject({ seq: z.int().nullable(), at: z.int().nullable() })),
  'looked.save': operation(z.strictObject({ seq: z.int().min(0) }), z.strictObject({ seq: z.int(), at: z.int() })),
} as const;
