import { single } from 'fuzzysort';
import type { Act } from '../screen/offers.ts';

/** What fuzzysort calls good: beginnings and initials of words, as against letters that happen to stand in them in this order. */
export const likely = 0.5;
/** What it is worth to be found by another word for the same. */
const byOtherWords = 0.9;

/** An act that fits what was typed. */
export interface Fit<T extends Act> {
  readonly act: T;
  /** 1 is its very name; below `likely` it is a guess. */
  readonly score: number;
  /** Letters of its name that were meant, by their places; none where other words for it fit better. */
  readonly marks: readonly number[];
}

/**
 * The acts that fit what was typed, best first: a beginning, initials (`gtd`), or letters of the name in their order, of the words in any order. `favour` is added to the score of
 * what is likelier to be meant; it moves no guess above what fits. In their own order where they fit alike. Nothing typed: none.
 */
export function fitting<T extends Act>(acts: readonly T[], typed: string, favour: (act: T) => number): readonly Fit<T>[] {
  const wanted = typed.trim();
  if (wanted === '') return [];
  return acts
    .flatMap((act): Fit<T>[] => {
      const own = single(wanted, act.name);
      const other = act.also === undefined ? null : single(wanted, act.also);
      const others = (other?.score ?? 0) * byOtherWords;
      if (own === null && other === null) return [];
      const score = Math.max(own?.score ?? 0, others);
      return [{ act, score: score >= likely ? score + favour(act) : score, marks: own !== null && own.score >= others ? own.indexes : [] }];
    })
    .sort((a, b) => b.score - a.score);
}
