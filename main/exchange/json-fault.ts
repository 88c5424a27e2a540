export interface JsonFault {
  /** Line from 1. */
  readonly line: number;
  readonly why: string;
}

/** Deepest nesting that is read (as shared/records/json.ts, and the levels of an export above it). */
const deepest = 64;

class Fault extends Error {
  readonly at: number;
  constructor(at: number, why: string) {
    super(why);
    this.at = at;
  }
}

/**
 * The first fault of a JSON text, or null. Told apart from `JSON.parse`, which says where in words that change from version to version, keeps
 * the last of two equal names in silence and follows any depth.
 */
export function jsonFault(text: string): JsonFault | null {
  try {
    const end = blank(text, value(text, blank(text, 0), 0));
    if (end < text.length) throw new Fault(end, 'something stands after the end');
    return null;
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    return { line: text.slice(0, thrown.at).split('\n').length, why: thrown.message };
  }
}

const spaces = /[ \t\n\r]*/y;
const numbers = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escapes = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const words = /true|false|null/y;

function blank(text: string, at: number): number {
  return matched(spaces, text, at) ?? at;
}

function matched(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function value(text: string, at: number, depth: number): number {
  if (depth > deepest) throw new Fault(at, `more than ${deepest} levels deep`);
  switch (text[at]) {
    case '{':
      return members(text, at, depth);
    case '[':
      return items(text, at, depth);
    case '"':
      return string(text, at);
    case undefined:
      throw new Fault(at, 'the text ends too early');
    default:
      return matched(words, text, at) ?? matched(numbers, text, at) ?? fail(at, 'a value is expected here');
  }
}

const fail = (at: number, why: string): never => {
  throw new Fault(at, why);
};

/** By hand, because a repeated group of a pattern runs out of stack on a text of a million characters. */
function string(text: string, from: number): number {
  for (let at = from + 1; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) fail(at, 'a line end or control character stands inside a piece of text');
    at = code === 0x5c ? (matched(escapes, text, at) ?? fail(at, 'a backslash is followed by something JSON does not know')) : at + 1;
  }
  return fail(from, 'a piece of text does not end');
}

function items(text: string, from: number, depth: number): number {
  let at = blank(text, from + 1);
  if (text[at] === ']') return at + 1;
  for (;;) {
    at = blank(text, value(text, at, depth + 1));
    if (text[at] === ']') return at + 1;
    if (text[at] !== ',') fail(at, 'a comma or ] is expected here');
    at = blank(text, at + 1);
  }
}

function members(text: string, from: number, depth: number): number {
  const seen = new Set<string>();
  let at = blank(text, from + 1);
  if (text[at] === '}') return at + 1;
  for (;;) {
    if (text[at] !== '"') fail(at, 'a name in quotation marks is expected here');
    const end = string(text, at);
    const name = String(JSON.parse(text.slice(at, end)));
    if (seen.has(name)) fail(at, `the name "${name.slice(0, 60)}" stands here twice`);
    seen.add(name);
    at = blank(text, end);
    if (text[at] !== ':') fail(at, 'a colon is expected here');
    at = blank(text, value(text, blank(text, at + 1), depth + 1));
    if (text[at] === '}') return at + 1;
    if (text[at] !== ',') fail(at, 'a comma or } is expected here');
    at = blank(text, at + 1);
  }
}
