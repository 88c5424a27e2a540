import { useCallback, useEffect, useRef, useState } from 'react';
import * as z from 'zod';
import { aboutText, saidIn, wordsForm } from '../../shared/records/draft-place.ts';
import type { Failure } from '../../shared/failure/failure.ts';
import { vault } from '../bridge.ts';
import { nowInstant } from '../screen/screen.ts';
import { discard, hold, letGoOf, seen, unfinishedAt, useUnfinished, type KeptBody } from './unfinished.ts';
import { useSealing, type Unsealed } from './use-sealing.ts';

/** Where words are typed outside a form. The same while the dialog is open. */
export interface WordsPlace {
  /** The dialog's own name, of small letters and `-`. */
  readonly dialog: string;
  /** The numbers of the records it is about: words about others do not mix with these. */
  readonly about: readonly string[];
  /** The kind of what it is about where that is no single record: of a kind about persons they are sealed with their compartment. */
  readonly kind?: string;
  /** What the dialog is called where it is told that it is unfinished. */
  readonly title: string;
  /** It stands in the page and is there again whenever the page is: nobody is told that it was interrupted. */
  readonly inPage?: true;
}

/** What is being typed in a dialog, kept like what is typed in a form until it is acted on or thrown away. */
export interface KeptWords<W> {
  readonly words: W;
  readonly set: (part: Partial<W>) => void;
  /** When what stands here again was typed; null where the dialog began empty. */
  readonly restoredAt: number | null;
  readonly unsealed: Unsealed | null;
  /** Throws away what was typed; the dialog begins anew. */
  readonly clear: () => void;
  /** The act was done, or the dialog was left by the button that says so: nothing is kept, unless somebody types anew. */
  readonly end: () => Promise<void>;
}

/** For a dialog that asks for a reason and nothing else. */
export const onlyReason = [z.object({ reason: z.string() }), { reason: '' }, ['reason' as const]] as const;

/** Whether there is nothing written in a part: nothing at all, or what it began with. */
const isBlank = (value: unknown, start: unknown): boolean => (typeof value === 'string' && value.trim() === '') || JSON.stringify(value) === JSON.stringify(start);

/**
 * The words of a dialog, sealed in the vault as the drafts of forms are: within a second of a keystroke and before any lock. They are there again when the same
 * dialog is opened on the same records, after Esc, a lock or a crash; `end` and `clear` throw them away. `shape` refuses what an earlier version kept otherwise;
 * `written` names the parts that somebody writes: choices alone are made again in a moment, and are not kept.
 * Never for a passphrase, recovery words or what is searched for.
 */
export function useKeptWords<W extends object>(place: WordsPlace, shape: z.ZodType<W>, start: W, written: readonly (keyof W)[]): KeptWords<W> {
  // As it was opened: a list behind it may change meanwhile.
  const [{ form, record, title, from, inPage }] = useState(() => ({
    form: wordsForm(place.dialog, place.kind),
    record: aboutText(place.about),
    title: place.title,
    from: location.hash,
    inPage: place.inPage ?? false,
  }));
  const held = (): { words: W; at: number } | null => {
    const found = unfinishedAt(form, record);
    const words = found?.kept ? shape.safeParse(found.kept.words) : undefined;
    return found && words?.success ? { words: words.data, at: found.at } : null;
  };
  const [first] = useState(held);
  const [words, setWords] = useState(first?.words ?? start);
  const [restoredAt, setRestoredAt] = useState(first?.at ?? null);
  const now = useRef(words);
  const isKept = useRef(first !== null);
  const isOpen = useRef(true);
  const isOver = useRef(false);
  const begins = useRef(start);
  const [names] = useState(written);
  const saysNothing = useCallback((): boolean => names.every((name) => isBlank(now.current[name], begins.current[name])), [names]);

  const bodyNow = useCallback(
    (): KeptBody => ({ title, said: saidIn(names.map((name) => now.current[name])), from, open: isOpen.current && !inPage, words: now.current }),
    [title, from, inPage, names],
  );
  const save = useCallback(async (): Promise<Failure | null> => {
    if (isOver.current) return null;
    if (saysNothing()) {
      if (!isKept.current) return null;
      isKept.current = false;
      letGoOf(form, record);
      const gone = await vault.ask('drafts.discard', { form, record });
      return gone.ok ? null : gone.failure;
    }
    isKept.current = true;
    const kept = bodyNow();
    const answer = await vault.ask('drafts.save', { form, record, body: kept });
    if (!answer.ok) return answer.failure;
    if (!isOver.current) hold({ form, record, number: null, at: answer.reply.at, kept, said: kept.said, interrupted: false });
    return null;
  }, [form, record, bodyNow, saysNothing]);
  const { typed, flush, unsealed } = useSealing(save);

  useEffect(() => {
    isOpen.current = true;
    seen(form, record);
    return () => {
      isOpen.current = false;
      if (isOver.current || saysNothing()) return;
      // At once, so that the dialog finds it when it is opened again in the same moment.
      const kept = bodyNow();
      hold({ form, record, number: null, at: nowInstant(), kept, said: kept.said, interrupted: false });
      typed();
      void flush();
    };
  }, [form, record, bodyNow, saysNothing, typed, flush]);

  // A page may stand before the vault has said what was left; whoever has begun to type by then goes on with that.
  const isKnown = useUnfinished(({ known }) => known);
  useEffect(() => {
    const late = isKnown && !isKept.current && saysNothing() ? held() : null;
    if (late === null) return;
    isKept.current = true;
    now.current = late.words;
    setWords(late.words);
    setRestoredAt(late.at);
    // Once, when it is known.
  }, [isKnown]);

  const put = (next: W): void => {
    isOver.current = false;
    now.current = next;
    setWords(next);
    typed();
  };
  return {
    words,
    set: (part) => put({ ...now.current, ...part }),
    restoredAt,
    unsealed,
    clear: () => {
      setRestoredAt(null);
      put(begins.current);
      void flush();
    },
    end: async () => {
      isOver.current = true;
      await flush();
      if (isKept.current) await discard(form, record);
      isKept.current = false;
    },
  };
}
