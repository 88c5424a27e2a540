import type { Shape, Tone } from '../ui/mark.tsx';

/** A mark as the page draws it, the word beside it, and what the two mean. */
export type MarkMeaning = readonly [shape: Shape, tone: Tone, word: string, means: string];

/**
 * Help on one page of the window. Words in “…” are labels of the window, and a test holds them against its words, so that a renamed button is renamed here too.
 */
export interface Topic {
  /** Its address: `#/help/<id>`. */
  readonly id: string;
  readonly title: string;
  /** What the page is for, in one to three sentences. */
  readonly what: string;
  readonly marks?: readonly MarkMeaning[];
  /** What one does there, and how. */
  readonly acts: readonly (readonly [wanted: string, how: string])[];
  /** What the page, or the program, does not do: said before somebody relies on it. */
  readonly not: string;
  /** Topics that go on from here. */
  readonly see: readonly string[];
}
export interface Chapter {
  readonly title: string;
  readonly topics: readonly Topic[];
}
