/** A line that is a classification banner and nothing else: the level, with the control markings that follow it after slashes. */
const banner = /^[^\p{L}\p{N}\n]{0,12}(TOP SECRET|SECRET|CONFIDENTIAL)(?:\s*\/\/\s*(?:[A-Z][A-Z0-9 ,/\-–]{0,80}))?[^\p{L}\p{N}\n]{0,12}$/mu;
/** What stands at the foot of the first page of a classified document (32 CFR 2001.21, 2001.22). */
const authority = [/^\s*(?:\/\/|[-*>|])?\s*classified by\s*:/im, /^\s*(?:\/\/|[-*>|])?\s*derived from\s*:/im, /^\s*(?:\/\/|[-*>|])?\s*declassify on\s*:/im];
/** A paragraph that begins with its portion mark (32 CFR 2001.21(c)). CONFIDENTIAL's `(C)` is also how lists count, so it does not tell. */
const portion = /^\s*\((?:TS|S)(?:\/\/[A-Z][A-Z0-9 ,/\-–]{0,60})?\)\s+\S/gm;

/** How much of a long text is looked at, from each end: banners and the authority block stand on the first page, banners on the last too. */
const looked = 400_000;

/**
 * Why a text looks classified, or null. Words alone never do: "CONFIDENTIAL" is on every other business paper. A banner line must stand with an
 * authority block, or with paragraphs that carry portion marks (domain.md §7 U15).
 */
export function classifiedBecause(text: string): string | null {
  const part = text.length <= 2 * looked ? text : `${text.slice(0, looked)}\n${text.slice(-looked)}`;
  const level = banner.exec(part)?.[1];
  if (level === undefined) return null;
  const block = authority.filter((line) => line.test(part)).length;
  // One line of the block may be quoted somewhere; two together are the block.
  if (block >= 2) return `it carries the banner ${level} with a classification authority block`;
  const marks = part.match(portion)?.length ?? 0;
  if (marks >= 2 && level !== 'CONFIDENTIAL') return `it carries the banner ${level} and paragraphs with portion marks`;
  return null;
}

/** What to do with material that was stopped; printed after the refusal, the same everywhere. */
export const spillSteps = 'stop here; do not copy, send, print or delete it; leave it where it is and tell your security officer';
