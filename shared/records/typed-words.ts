/** The words that somebody typed to filter by, without their case. */
export const typedWords = (typed: string): readonly string[] => typed.toLowerCase().split(/\s+/u).filter(Boolean);

/** Whether the text holds all of `words` (`typedWords`), in any order and case, anywhere in its own words. */
export function holdsWords(text: string, words: readonly string[]): boolean {
  const low = text.toLowerCase();
  return words.every((word) => low.includes(word));
}
