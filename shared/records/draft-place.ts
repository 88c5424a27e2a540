/**
 * Where drafts are kept. What stands in a form is kept under its kind and the id of its record. Words that are typed outside a form (a reason, an authority, whom
 * an export is for) are kept under a name of their own, and in the place of an id stand the numbers of the records they are about, as JSON: so two dialogs on
 * other records do not mix, and an erasure finds them without reading what is sealed.
 */
export const wordsMark = 'words:';

/** The name under which the words of a dialog are kept; with the kind of what they are about where that is no single record, so that a compartment holds them too. */
export const wordsForm = (dialog: string, kind = ''): string => `${wordsMark}${dialog}:${kind}`;

/** What stands in the place of an id; null where the words are about no record. */
export const aboutText = (about: readonly string[]): string | null => (about.length === 0 ? null : JSON.stringify(about));

const mostSaid = 200;
/** All that is written in some parts, on one line, as far as it tells one from another. */
export function saidIn(parts: readonly unknown[]): string {
  const texts = (part: unknown): string[] => {
    if (typeof part === 'string') return [part.replace(/\s+/g, ' ').trim()];
    return typeof part === 'object' && part !== null ? Object.values(part).flatMap(texts) : [];
  };
  return parts.flatMap(texts).filter(Boolean).join(' · ').slice(0, mostSaid);
}

/** What words are about, as `aboutText` wrote it; none where that is an id, or nothing. */
export function aboutIn(record: string | null): readonly string[] {
  if (record === null || !record.startsWith('[')) return [];
  try {
    const about: unknown = JSON.parse(record);
    return Array.isArray(about) ? about.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
