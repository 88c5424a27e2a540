/** What was typed with commas, or whatever else parts it, between; nothing empty. */
export const parted = (typed: string, between: string | RegExp = ','): string[] =>
  typed
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
