/** One piece of markup. `attributes` is the raw text between the name and `>`, `from` where it begins. */
export type Piece =
  | { readonly at: 'text'; readonly text: string }
  | { readonly at: 'open'; readonly name: string; readonly attributes: string; readonly empty: boolean; readonly from: number }
  | { readonly at: 'close'; readonly name: string; readonly from: number };

/** The name of an element without the prefix of its namespace. */
export const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  copy: '©',
  reg: '®',
  trade: '™',
  sect: '§',
  para: '¶',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  deg: '°',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  times: '×',
  shy: '',
};

/** Character references turned into characters; one that is not known stays as it is written. */
export function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,30});/gi, (whole, reference: string) => {
    if (!reference.startsWith('#')) return named[reference] ?? named[reference.toLowerCase()] ?? whole;
    const code = reference[1] === 'x' || reference[1] === 'X' ? Number.parseInt(reference.slice(2), 16) : Number.parseInt(reference.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

const raw = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'template']);

/**
 * Walks XML or HTML from left to right without building a tree. Entities of a DOCTYPE are never expanded, comments are passed over and
 * markup that never ends is text, so the time it takes grows with the length of the text and with nothing else.
 */
export function* pieces(markup: string, html = false): Generator<Piece> {
  let at = 0;
  let afterRaw: string | null = null;
  while (at < markup.length) {
    const open = afterRaw === null ? markup.indexOf('<', at) : indexOfClose(markup, afterRaw, at);
    if (open === -1) {
      yield { at: 'text', text: unescaped(markup.slice(at)) };
      return;
    }
    if (open > at) yield { at: 'text', text: unescaped(markup.slice(at, open)) };
    afterRaw = null;
    const skipped = passedOver(markup, open);
    if (skipped !== null) {
      if (skipped.text !== '') yield { at: 'text', text: skipped.text };
      at = skipped.to;
      continue;
    }
    const tag = tagAt(markup, open);
    if (tag === 'never ends') {
      yield { at: 'text', text: unescaped(markup.slice(open)) };
      return;
    }
    if (tag === 'no tag') {
      yield { at: 'text', text: '<' };
      at = open + 1;
      continue;
    }
    at = tag.to;
    const name = html ? tag.name.toLowerCase() : tag.name;
    if (tag.close) yield { at: 'close', name, from: open };
    else {
      yield { at: 'open', name, attributes: tag.attributes, empty: tag.empty, from: open };
      if (html && !tag.empty && raw.has(name)) afterRaw = name;
    }
  }
}

/** Where `</name` begins at or after `from`, whatever its case; -1 when it never does. */
function indexOfClose(markup: string, name: string, from: number): number {
  const close = new RegExp(`</${name}[\\s/>]`, 'gi');
  close.lastIndex = from;
  return close.exec(markup)?.index ?? -1;
}

/** Comments, declarations and processing instructions; the text of a CDATA section is kept. */
function passedOver(markup: string, at: number): { text: string; to: number } | null {
  const until = (end: string, from: number): number => {
    const found = markup.indexOf(end, from);
    return found === -1 ? markup.length : found;
  };
  if (markup.startsWith('<!--', at)) return { text: '', to: until('-->', at + 4) + 3 };
  if (markup.startsWith('<![CDATA[', at)) {
    const end = until(']]>', at + 9);
    return { text: markup.slice(at + 9, end), to: end + 3 };
  }
  if (markup[at + 1] === '!' || markup[at + 1] === '?') return { text: '', to: until('>', at) + 1 };
  return null;
}

const nameStart = /[A-Za-z_:]/;

/** How far a tag is read with an eye on its quotes; beyond it, or with a quote left open, the next `>` ends the tag. */
const longestTag = 8192;

interface Tag {
  readonly name: string;
  readonly attributes: string;
  readonly close: boolean;
  readonly empty: boolean;
  readonly to: number;
}

function tagAt(markup: string, at: number): Tag | 'no tag' | 'never ends' {
  const close = markup[at + 1] === '/';
  const start = at + (close ? 2 : 1);
  if (!nameStart.test(markup[start] ?? '')) return 'no tag';
  const end = endOfTag(markup, start);
  if (end === -1) return 'never ends';
  const inside = markup.slice(start, end);
  const name = /^[^\s/]+/.exec(inside)?.[0] ?? '';
  const empty = inside.endsWith('/');
  return { name, attributes: inside.slice(name.length, empty ? -1 : undefined), close, empty, to: end + 1 };
}

/** Where the `>` stands that ends the tag; one inside a quoted attribute does not. */
function endOfTag(markup: string, start: number): number {
  let quote = '';
  const far = Math.min(markup.length, start + longestTag);
  for (let at = start; at < far; at++) {
    const character = markup[at];
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return at;
    else if (character === '"' || character === "'") quote = character;
  }
  return markup.indexOf('>', start);
}

/** The value of one attribute in the raw text of a tag, or undefined. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? unescaped(found[1] ?? found[2] ?? '') : undefined;
}
