import type { Clock } from '../../shared/calendar/clock.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { Looking } from '../../shared/records/binding-hour.ts';
import type { RecordOf } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Authority } from '../../shared/records/authority.ts';
import type { Look } from '../../shared/records/kind.ts';
import type { StateChange } from '../../shared/records/views/over-time.ts';
import { upgraded } from '../../shared/records/upgrade.ts';
import type { Compare, Erasing, Transaction, Upgrade, Vault } from '../vault/vault.ts';
import { mostInAnAct } from './act.ts';
import { pastsOf, type PastWork } from './as-known-on.ts';
import { approveIn, wrongInApproval, type Approving } from './approve.ts';
import { changeFeed } from './change-feed.ts';
import { changesSince, type Changes } from './changes-since.ts';
import { compareRow } from './compare-row.ts';
import { draftsIn, type Drafts } from './drafts.ts';
import { earlierVersion, restoreEarlier, type EarlierVersion, type RestoreEarlier } from './earlier.ts';
import { eraseIn, previewErasure, type ErasurePreview } from './erasure.ts';
import { history, type HistoryEntry, type HistoryQuestion } from './history.ts';
import { liveSource } from './live-source.ts';
import { itemSlices, raiseCorrections, stepSlices, undoSlices } from './long-act.ts';
import { prepared } from './prepared.ts';
import { purgeIn } from './purge-roster.ts';
import { readingOf, type Reading } from './reading.ts';
import { removedRecords, type RemovedQuestion, type RemovedRecord } from './removed.ts';
import { requestLines, type RequestsFound, type RequestsQuestion } from './request-lines.ts';
import { rowsNow } from './rows-now.ts';
import { search, type Results, type SearchQuestion } from './search.ts';
import { liftIn, sequesterIn } from './sequestration.ts';
import { relations, type Relations } from './relations.ts';
import { stateChanges, type StatesQuestion } from './state-changes.ts';
import { placeOfAct } from './undo.ts';
import { workingSet, type WorkingSet } from './working-set.ts';
import { lookingOf, todayOf, writingIn, type Desk, type Writing } from './writing.ts';

export interface Act {
  readonly act: string;
  /** Its entries are those after `from` up to `to`; the same number when nothing changed. */
  readonly from: number;
  readonly to: number;
}
export interface Known {
  /** "As known on": an instant. Nothing recorded later is seen. */
  readonly asOf?: number | undefined;
}
export interface SlicesSetting {
  readonly signal?: AbortSignal;
  /** How many items are written, after each slice. */
  readonly tell?: (done: number) => void;
}

export interface UndoSetting {
  readonly signal?: AbortSignal;
  readonly tell?: (done: number, of: number) => void;
}

/** The records of one open vault: reading, writing, history, search and what a window is told. */
export interface Records {
  reading(asOf?: number): Reading;
  /** Builds what questions about this past instant read, with room for other questions; without it the first of them does so and holds up all. Refuses `cancelled`. */
  ready(asOf: number, work: PastWork): Promise<void>;
  /** One act: everything `work` writes is committed together, or nothing. `work` is synchronous. */
  /** Where `draft` is given, the draft of that form ends with the same commit. */
  change<T>(reason: string | null, work: (writing: Writing) => T, draft?: { readonly form: string; readonly record: string | null }): Promise<Act & { readonly result: T }>;
  /**
   * One act over many items, 500 at a time so that questions are answered between slices while every other change waits. Refuses
   * `too-many-records` above 20,000 items and `cancelled` when the signal aborts; then nothing of it is kept.
   */
  changeMany<T>(reason: string | null, items: readonly T[], work: (writing: Writing, item: T, index: number) => void, setting?: SlicesSetting): Promise<Act>;
  /**
   * As `change`, for work that writes thousands of records and says itself where it may pause: questions are answered at each of its steps, while every other change
   * waits. Refuses `cancelled` when the signal aborts; then nothing of it is kept.
   */
  changeInSteps<T>(reason: string | null, work: (writing: Writing) => Generator<void, T>, signal?: AbortSignal): Promise<Act & { readonly result: T }>;
  /** Approves a record with the key of the person at work: see `approve.ts` for what it refuses. */
  approve(approving: Approving): Promise<Act & { readonly result: RecordOf<'approval'> }>;
  /**
   * Does `work` for every item as `changeMany` would, checks what only the whole can show, and takes everything back. Refuses what `changeMany` would
   * refuse; nothing else is written meanwhile.
   */
  rehearse<T>(items: readonly T[], work: (writing: Writing, item: T, index: number) => void): Promise<void>;
  /** What an erasure would touch and what it cannot reach. */
  erasure(numbers: readonly string[]): ErasurePreview;
  /**
   * Takes the content of these records, and of all that hold the same, out of the vault for ever (domain.md §7 U7). Resolved means gone from every file of the
   * folder. Refuses `held`, `record-not-found`, `misuse`, `compartment-closed`, and `cancelled` where it was stopped before anything was taken out.
   */
  erase(numbers: readonly string[], authority: Authority, erasing?: Erasing): Promise<Act & { readonly numbers: string[] }>;
  /** Erases the bytes of a kept roster. Resolved means gone; backups made before hold them still. */
  purgeRoster(number: string, reason: string): Promise<Act & { readonly number: string }>;
  /** Closes them to everybody, for as long as nobody lifts it. */
  sequester(numbers: readonly string[], authority: Authority): Promise<Act & { readonly numbers: string[] }>;
  lift(numbers: readonly string[], reason: string): Promise<Act & { readonly numbers: string[] }>;
  /** Takes back an act, 500 records at a time as `changeMany` writes them: see `undo.ts` for what it refuses. `tell` is called with how many are done and how many there are. */
  undo(act: string, setting?: UndoSetting): Promise<{ readonly act: string; readonly numbers: string[] }>;
  /** What was removed, last first: see `removed.ts`. */
  removed(question: RemovedQuestion): { readonly rows: RemovedRecord[]; readonly total: number };
  /** What a record said after one of its entries and does not say now: see `earlier.ts` for what these refuse. */
  earlier(number: string, entry: number): EarlierVersion;
  /** Brings earlier wording of some of its fields back, as a change of its own. */
  restoreEarlier(restoring: RestoreEarlier): Promise<Act & { readonly result: AnyRecord }>;
  history(question: HistoryQuestion & Known): { readonly entries: HistoryEntry[]; readonly more: boolean };
  /** When the records of a kind in a case came into their states: see `state-changes.ts`. */
  stateChanges(question: StatesQuestion & Known): StateChange[];
  /** What is tied to what in a case (`relations.ts`). */
  relations(question: { readonly caseId: string; readonly limit: number } & Known): Relations;
  /** The evidence requests in the order that is asked for, with room for other questions between its steps: see `request-lines.ts`. */
  requests(question: RequestsQuestion & Known): Generator<void, RequestsFound>;
  /** Reads in advance what the first such question would read, and what the first past day would. */
  readAhead(): Generator<void, void>;
  search(question: SearchQuestion & Known): Results;
  workingSet(question: { readonly caseId: string | null; readonly after?: string | undefined } & Known): WorkingSet;
  changesSince(seq: number): Changes & { readonly reload: boolean };
  /** Tells of every change, at most one message in 50 ms; gives a function that ends it. */
  onChange(listener: (changes: Changes) => void): () => void;
  readonly drafts: Drafts;
  /** A stored image of an older shape as one of today's, for the vault's `verify`. */
  readonly upgrade: Upgrade;
  /** What in a row does not follow from its record, for the vault's `verify`. */
  readonly compare: Compare;
  /** Ends the feed. The vault itself is closed by its owner. */
  close(): void;
}

/** Thrown at the end of a rehearsal, so that its transaction is taken back. */
class Rehearsed extends Error {}

function* takenBackAfter(slices: ReturnType<typeof itemSlices>): ReturnType<typeof itemSlices> {
  yield* slices;
  yield () => {
    throw new Rehearsed();
  };
}

export function openRecords(vault: Vault, setting: { readonly clock: Clock; readonly random: (bytes: number) => Uint8Array }): Records {
  const { reader } = vault;
  const desk: Desk = { now: setting.clock, random: setting.random, seals: vault };
  const live = liveSource(reader, vault);
  const now = readingOf(live);
  const rows = rowsNow(reader);
  const pasts = pastsOf(vault, undefined, rows);
  const requests = requestLines();
  const sourceAt = (asOf: number | undefined) => (asOf === undefined ? live : pasts.at(asOf));
  const feed = changeFeed(live);
  const deaf = vault.onCommit(({ from, to }) => {
    // Asked only where a past is kept: the first question after a commit finds the reader's pages forgotten, and costs a tenth of the commit.
    if ((pasts.kept() > 0 || rows.held()) && closedBetween(reader, from, to)) {
      pasts.forget();
      rows.drop();
    }
    feed.committed();
  });
  const actOf = (reason: string | null) => (reason === null ? {} : { reason });

  const drafts = draftsIn(vault, now, setting.clock);

  async function change<T>(
    reason: string | null,
    work: (writing: Writing) => T,
    draft?: { readonly form: string; readonly record: string | null },
  ): Promise<Act & { readonly result: T }> {
    const { result, act, from, to } = await vault.change(actOf(reason), (tx) => {
      const begun = writingIn(tx, desk, reason);
      const done = work(begun.writing);
      raiseCorrections(tx, begun);
      begun.finish();
      if (draft) drafts.recorded(tx, draft.form, draft.record);
      return done;
    });
    return { result, act, from, to };
  }

  async function changeInSteps<T>(reason: string | null, work: (writing: Writing) => Generator<void, T>, signal?: AbortSignal): Promise<Act & { readonly result: T }> {
    let given: { readonly result: T } | undefined;
    const slices = stepSlices(desk, reason, work, (result) => (given = { result }));
    const { act, from, to } = await vault.changeInSlices(actOf(reason), slices, signal);
    if (!given) throw new Error('a long act ended before its work');
    return { ...given, act, from, to };
  }

  /** Sequestering and lifting: written as an act like every other, by the records as they stand, closed or not. */
  async function closing(work: (one: Parameters<typeof sequesterIn>[0]) => string[]): Promise<Act & { readonly numbers: string[] }> {
    const done = await vault.change({}, (tx) => {
      const {
        act: { put },
        finish,
      } = writingIn(tx, desk, null);
      const numbers = work({ tx, put, seals: vault, zone: desk.now().zone });
      finish();
      return numbers;
    });
    return { numbers: done.result, act: done.act, from: done.from, to: done.to };
  }

  return {
    reading: (asOf) => (asOf === undefined ? now : readingOf(pasts.at(asOf))),

    ready: (asOf, work) => pasts.ready(asOf, work),

    change,

    changeMany: async (reason, items, work, { signal, tell } = {}) => {
      if (items.length > mostInAnAct) refuse({ code: 'too-many-records', count: items.length, limit: mostInAnAct });
      const { act, from, to } = await vault.changeInSlices(actOf(reason), itemSlices(items, desk, reason, work, tell), signal);
      return { act, from, to };
    },

    changeInSteps,

    approve: (approving) => change(null, (writing) => approveIn(writing, vault, approving)),
    rehearse: async (items, work) => {
      if (items.length > mostInAnAct) refuse({ code: 'too-many-records', count: items.length, limit: mostInAnAct });
      try {
        await vault.changeInSlices({}, takenBackAfter(itemSlices(items, desk, null, work)));
      } catch (thrown) {
        if (!(thrown instanceof Rehearsed)) throw thrown;
      }
    },

    erasure: (numbers) => previewErasure(vault, reader, lookOf(now, lookingOf(desk.now())), numbers),

    erase: async (numbers, authority, erasing) => {
      const work = (tx: Transaction) => {
        const { writing } = writingIn(tx, desk, null);
        const done = eraseIn(tx, vault, writing, numbers, authority);
        return { result: done.numbers, blobs: done.blobs };
      };
      const { result, act, from, to } = await vault.erase({}, work, erasing);
      return { numbers: result, act, from, to };
    },

    purgeRoster: async (number, reason) => {
      const { result, act, from, to } = await vault.erase(actOf(reason), (tx) => {
        const { writing, finish } = writingIn(tx, desk, reason);
        const done = purgeIn(writing, vault, number, todayOf(desk.now()), reason);
        finish();
        return { result: done.number, blobs: done.blobs };
      });
      return { number: result, act, from, to };
    },

    sequester: (numbers, authority) => closing((one) => sequesterIn(one, numbers, authority)),
    lift: (numbers, reason) => closing((one) => liftIn(one, numbers, reason)),

    undo: async (act, { signal, tell } = {}) => {
      const place = placeOfAct(act, (instant) => vault.seqAt(instant));
      const numbers: string[] = [];
      const done = await vault.changeInSlices({}, undoSlices(place, desk, numbers, tell), signal);
      return { act: done.act, numbers };
    },

    removed: (question) => removedRecords(live, question),
    earlier: (number, entry) => earlierVersion(reader, vault, now, number, entry),
    restoreEarlier: (restoring) => change(restoring.reason, (writing) => restoreEarlier(writing, vault, restoring)),
    history: ({ asOf, ...question }) => history(sourceAt(asOf), vault, question),
    stateChanges: ({ asOf, ...question }) => stateChanges(sourceAt(asOf), vault, question, desk.now().zone),
    relations: ({ asOf, caseId, limit }) => relations(sourceAt(asOf), caseId, limit),
    requests: ({ asOf, ...question }) => requests.find(sourceAt(asOf), question),
    readAhead: function* () {
      yield* requests.ahead(live);
      yield* rows.ahead();
    },
    search: ({ asOf, ...question }) => search(sourceAt(asOf), question, setting.clock()),
    workingSet: ({ asOf, ...question }) => workingSet(sourceAt(asOf), question),
    changesSince: (seq) => changesSince(live, seq),
    onChange: (listener) => feed.listen(listener),
    drafts,
    upgrade: upgraded,
    // Proof of the cast: `upgrade` gave the record just before.
    compare: (row, record, links) => compareRow(row, record, links) ?? wrongInApproval(vault, record as AnyRecord),
    close: () => {
      deaf();
      feed.stop();
    },
  };
}

/** What guards look through outside a change. */
const lookOf = ({ get, linkingTo, inCase, signatures }: Reading, looking: Looking): Look => ({ get, linkingTo, inCase, signatures, today: looking.today, looking });

/** Whether content was closed or opened: a past that is kept may show it, or not. */
function closedBetween(reader: Vault['reader'], from: number, to: number): boolean {
  return prepared(reader, "SELECT 1 FROM journal WHERE seq > ? AND seq <= ? AND verb IN ('erased', 'sequester', 'lift') LIMIT 1").get(from, to) !== undefined;
}
