import type { z } from 'zod';
import { create } from 'zustand';
import type { sessionState } from '../../shared/contract/session-state.ts';
import { firstSettings, type FixedSettings, type Settings } from '../../shared/contract/settings.ts';
import type { Failure } from '../../shared/failure/failure.ts';
import { dayAt } from '../words/dates.ts';
import { readClockIn } from '../words/hours.ts';
import { write, writingOf } from '../words/writing.ts';

export type Session = z.infer<typeof sessionState>;

/**
 * What becomes of work that is cut off: what is done so far is kept; nothing of it is, and all is as it was; it only reads, and nothing is lost but its time; or the next
 * opening of the vault goes on with it.
 */
export type CutOff = 'part' | 'nothing' | 'reading' | 'goes-on';

/** Work that takes more than a moment: shown in the status bar wherever one goes meanwhile. */
export interface Work {
  readonly id: string;
  readonly what: string;
  /** How far, in its own units: `page 34 of 88`. */
  readonly far: string;
  /** 0 to 1, or null while it cannot be said. */
  readonly share: number | null;
  readonly startedAt: number;
  /** Null for what cannot be stopped any more. */
  readonly cancel: (() => void) | null;
  readonly cutOff: CutOff;
}
export interface Undoable {
  readonly act: string;
  readonly says: string;
  /** It was an undo itself: the note takes it back, the keys take back the last act of all. */
  readonly taken?: true;
}

/** What was done, or why nothing was, where there is nothing to undo; `number` is the record that keeps it. */
export interface Said {
  readonly says: string;
  readonly number?: string;
}

/** What stands in the way of closing: words that could not be sealed; work is seen as it runs. */
export interface Closing {
  readonly unsealed: boolean;
}

interface Screen {
  readonly session: Session | null;
  /** What to add to this page's clock to have the vault's. */
  readonly clockOffset: number;
  readonly settings: Settings;
  /** Which of them are fixed for this computer, and whether the file that says so cannot be read. */
  readonly fixed: FixedSettings;
  /** Why keys that are fixed are not those of their acts, in words: they clash with others. */
  readonly fixedKeysLeftOut: readonly string[];
  /** The instant whose knowledge is shown; null for now. */
  readonly asOf: number | null;
  /** The last journal entry this window has heard of. */
  readonly seq: number;
  readonly savedAt: number | null;
  /** Something typed in the form that is open is not sealed in the vault. */
  readonly unsealed: boolean;
  /** The person wants to close the window, and is asked because something would be cut off or lost. */
  readonly closing: Closing | null;
  readonly caseId: string | null;
  readonly undoable: Undoable | null;
  readonly said: Said | null;
  readonly failure: Failure | null;
  readonly works: readonly Work[];
  readonly palette: boolean;
  readonly help: boolean;
  /** The stop of the tour that is shown; null for none. */
  readonly tour: number | null;
  /** The topic of help that stands over a dialog; null for none. */
  readonly helpOver: string | null;
  readonly choosingTime: boolean;
  /** The record that is open beside a list. */
  readonly beside: string | null;
}

/** What the screen is doing. Records are not kept here: they are asked for, or stand in the working set. */
export const useScreen = create<Screen>(() => ({
  session: null,
  clockOffset: 0,
  settings: firstSettings,
  fixed: { fixed: [], damaged: false },
  fixedKeysLeftOut: [],
  asOf: null,
  seq: 0,
  savedAt: null,
  unsealed: false,
  closing: null,
  caseId: null,
  undoable: null,
  said: null,
  failure: null,
  works: [],
  palette: false,
  help: false,
  tour: null,
  helpOver: null,
  choosingTime: false,
  beside: null,
}));

export const setScreen = useScreen.setState;

/** Says what leaves nothing to undo. The note of a change that stands there goes: what was said last is what is read. */
export const say = (says: string): void => setScreen({ said: { says }, undoable: null });

// Heard first of all: whatever is drawn after a change of the settings is written in the new way.
useScreen.subscribe(({ settings, session }, before) => {
  if (settings !== before.settings || session?.region !== before.session?.region) write(writingOf(settings, session?.region ?? 'en-US'));
  if (session !== null) readClockIn(session.zone);
});

/** Takes in what the vault says of itself: who, which vault, what day it is. */
export function holdSession(session: Session): void {
  setScreen((now) => ({ session, clockOffset: session.now - Date.now(), seq: Math.max(now.seq, session.vault?.seq ?? 0) }));
}
/** Sets this page's clock by the vault's: an answer that was on its way while the machine slept set it back by that sleep. */
export function setClockBy({ now }: Pick<Session, 'now'>): void {
  const clockOffset = now - Date.now();
  if (Math.abs(clockOffset - useScreen.getState().clockOffset) > 2_000) setScreen({ clockOffset });
}
export const nowInstant = (): number => Date.now() + useScreen.getState().clockOffset;

/** Puts work in the status bar; gives what tells how far it is and what ends it. */
export function startWork(what: string, cancel: (() => void) | null, cutOff: CutOff = 'nothing'): { tell: (far: string, share: number | null) => void; end: () => void } {
  const id = crypto.randomUUID();
  setScreen((now) => ({ works: [...now.works, { id, what, far: '', share: null, startedAt: Date.now(), cancel, cutOff }] }));
  return {
    tell: (far, share) => setScreen((now) => ({ works: now.works.map((work) => (work.id === id ? { ...work, far, share } : work)) })),
    end: () => setScreen((now) => ({ works: now.works.filter((work) => work.id !== id) })),
  };
}

export const today = (): string => useScreen.getState().session?.today ?? '1970-01-01';
/** The day it is this very moment; `today` hears of its turn a second later. */
export const dayNow = (): string => dayAt(nowInstant(), zone());
export const zone = (): string => useScreen.getState().session?.zone ?? 'UTC';
/** The day that the window shows: today, or the day as known on which it stands. Days left and lateness are counted from it. */
export const useToday = (): string => useScreen((now) => (now.asOf === null ? (now.session?.today ?? '1970-01-01') : dayAt(now.asOf, now.session?.zone ?? 'UTC')));
export const useZone = (): string => useScreen((now) => now.session?.zone ?? 'UTC');
/** Whether anything may be changed: not in the past, not in a vault that is read-only here. */
export const useWritable = (): boolean => useScreen((now) => now.asOf === null && now.session?.vault?.readOnly == null);
