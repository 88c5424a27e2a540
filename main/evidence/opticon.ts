import { refuse } from '../../shared/failure/failure.ts';

/** One page image of an Opticon load file. */
export interface PageImage {
  readonly line: number;
  /** The page's own number: its Bates number. */
  readonly key: string;
  readonly path: string;
  /** The key of the first page of the document it belongs to. */
  readonly document: string;
}

/**
 * The page images of an .OPT file: `ImageKey,Volume,Path,DocBreak,FolderBreak,BoxBreak,PageCount` (domain.md §1.12). Refuses `import-malformed` with the line
 * for one that is none, for a key that stands twice, and where a document has another number of pages than it says.
 */
export function opticon(text: string, file: string): PageImage[] {
  const pages: PageImage[] = [];
  const seen = new Set<string>();
  let said: { readonly line: number; readonly pages: number; readonly first: number } | null = null;
  const check = (): void => {
    if (said && said.pages !== pages.length - said.first)
      refuse({ code: 'import-malformed', file, line: said.line, why: `the document says it has ${said.pages} pages, and ${pages.length - said.first} follow` });
  };
  for (const [index, raw] of text.split(/\r\n|\n/).entries()) {
    const line = index + 1;
    if (raw.trim() === '') continue;
    const [key = '', , path = '', breaks = '', , , count = '', ...more] = raw
      .replace(/^\ufeff/, '')
      .split(',')
      .map((part) => part.trim());
    if (key === '' || path === '' || more.length > 0)
      refuse({ code: 'import-malformed', file, line, why: 'a line is the number of an image, its volume, its path and four more columns' });
    if (seen.has(key)) refuse({ code: 'import-malformed', file, line, why: `the image ${key.slice(0, 60)} stands here a second time` });
    seen.add(key);
    const begins = breaks.toUpperCase() === 'Y';
    if (!begins && pages.length === 0) refuse({ code: 'import-malformed', file, line, why: 'the first image begins no document' });
    if (begins) {
      check();
      said = /^\d{1,6}$/.test(count) ? { line, pages: Number(count), first: pages.length } : null;
    }
    pages.push({ line, key, path, document: begins ? key : (pages.at(-1)?.document ?? key) });
  }
  check();
  return pages;
}
