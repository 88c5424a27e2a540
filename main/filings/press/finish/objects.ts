import { inflateSync } from 'node:zlib';

/** A PDF object in qpdf's JSON (version 2): values as JSON, references as `"12 0 R"`, strings as `"b:…"` (bytes in hexadecimal) or `"u:…"`, names as `"/…"`. */
export type PdfValue = null | boolean | number | string | PdfValue[] | { [key: string]: PdfValue };
export type Dictionary = { [key: string]: PdfValue };
export interface PdfObject {
  readonly value?: PdfValue;
  readonly stream?: { readonly dict: Dictionary; readonly data?: string };
}
export interface PdfObjects {
  /** Every object of the file, as `12 0 R`, by number. */
  readonly refs: readonly string[];
  readonly highest: number;
  readonly trailer: Dictionary;
  /** The object behind a reference, undefined where there is none. Read when it is asked for: of the 30,000 in a paper of 100 pages a tenth is. Throws where no object stands. */
  at(ref: string): PdfObject | undefined;
  /** References of the objects in which a name stands, as they lie in the file: as a key, a value or a part of something longer. */
  refsNaming(name: `/${string}`): readonly string[];
  /** Those objects themselves. */
  naming(name: `/${string}`): readonly PdfObject[];
  /** The decoded data of a stream. Throws when it has another filter than Flate. */
  data(ref: string): Buffer;
}

/** What a token of ISO 32000-1, 7.2 and 7.3 is told by, after white space. */
const token = /[\0\t\n\f\r ]*(?:(<<|>>|\[|\])|(\d+) (\d+) R|([+-]?(?:\d+\.?\d*|\.\d+))|(\/[^\0\t\n\f\r ()<>[\]{}/%]*)|(\()|<([0-9A-Fa-f\0\t\n\f\r ]*)>|([a-z]+))/y;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/**
 * Opens a PDF as Typst writes one: a plain cross-reference table, no object streams, no encryption. qpdf gives the same in its JSON, but has to read the
 * whole file once for that and once more to write it. Throws on anything else: it reads no file of others.
 */
export function objectsOf(pdf: Uint8Array): PdfObjects {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const text = bytes.toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1]);
  const head = /^xref\s+0 (\d+)\s+/.exec(text.slice(start, start + 32));
  if (!head) throw new Error('a PDF without a plain cross-reference table');
  const count = Number(head[1]);
  const entries = start + head[0].length;
  const places = new Map<string, number>();
  for (let number = 1; number < count; number++) {
    const entry = text.slice(entries + 20 * number, entries + 20 * (number + 1));
    if (entry[17] === 'n') places.set(`${number} ${Number(entry.slice(11, 16))} R`, Number(entry.slice(0, 10)));
  }
  const trailer = new Reader(text, text.indexOf('trailer', entries) + 'trailer'.length).value();
  if (!isDictionary(trailer)) throw new Error('a PDF without a trailer');
  const known = new Map<string, PdfObject>();
  const streams = new Map<string, number>();
  const at = (ref: string): PdfObject | undefined => {
    const place = places.get(ref);
    if (place === undefined || known.has(ref)) return known.get(ref);
    const body = new Reader(text, text.indexOf('obj', place) + 3);
    const value = body.value();
    const isStream = isDictionary(value) && body.word() === 'stream';
    if (isStream) streams.set(ref, text.indexOf('\n', body.at) + 1);
    const object = isStream ? { stream: { dict: value } } : { value };
    known.set(ref, object);
    return object;
  };
  const inFile = [...places].sort((one, other) => one[1] - other[1]);
  const refsNaming = (name: string): string[] => {
    const named: string[] = [];
    let next = text.indexOf(name);
    for (const [i, [ref, place]] of inFile.entries()) {
      const end = inFile[i + 1]?.[1] ?? start;
      if (next !== -1 && next < place) next = text.indexOf(name, place);
      if (next === -1) break;
      if (next < end) named.push(ref);
    }
    return named;
  };
  return {
    get refs() {
      return [...places.keys()];
    },
    highest: count - 1,
    trailer,
    at,
    refsNaming,
    naming: (name) =>
      refsNaming(name).flatMap((ref) => {
        const object = at(ref);
        return object ? [object] : [];
      }),
    data(ref) {
      const dict = at(ref)?.stream?.dict ?? {};
      const { '/Length': length, '/Filter': filter } = dict;
      const from = streams.get(ref) ?? 0;
      if (typeof length !== 'number' || (filter !== undefined && filter !== '/FlateDecode')) throw new Error('a stream that cannot be read');
      const data = bytes.subarray(from, from + length);
      return filter === undefined ? data : inflateSync(data);
    },
  };
}

class Reader {
  at: number;
  readonly #text: string;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }

  /** The keyword that stands next. */
  word(): string | undefined {
    return this.#next()[8];
  }

  value(): PdfValue {
    const found = this.#next();
    const [, mark, number, generation, numeral, name, open, hex, word] = found;
    if (number !== undefined) return `${number} ${generation} R`;
    if (numeral !== undefined) return Number(numeral);
    if (name !== undefined) return name.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    if (open !== undefined) return `b:${Buffer.from(this.#string(), 'latin1').toString('hex')}`;
    if (hex !== undefined) return `b:${hex.replaceAll(/[^0-9A-Fa-f]/g, '').toLowerCase()}`;
    if (mark === '<<')
      return Object.fromEntries(
        this.#until('>>')
          .map((value, i, list) => [String(value), list[i + 1] ?? null] as const)
          .filter((_, i) => i % 2 === 0),
      );
    if (mark === '[') return this.#until(']');
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    throw new Error(`no PDF object at ${this.at}`);
  }

  #next(): RegExpExecArray {
    token.lastIndex = this.at;
    const found = token.exec(this.#text);
    if (!found) throw new Error(`no PDF object at ${this.at}`);
    this.at = token.lastIndex;
    return found;
  }

  #until(end: '>>' | ']'): PdfValue[] {
    const list: PdfValue[] = [];
    for (;;) {
      const before = this.at;
      if (this.#next()[1] === end) return list;
      this.at = before;
      list.push(this.value());
    }
  }

  /** The bytes of a literal string whose `(` was read (ISO 32000-1, 7.3.4.2). */
  #string(): string {
    let bytes = '';
    for (let depth = 1; ; ) {
      const letter = this.#text[this.at++];
      if (letter === undefined) throw new Error('a string without an end');
      if (letter === '(') depth++;
      if (letter === ')' && --depth === 0) return bytes;
      bytes += letter === '\\' ? this.#escaped() : letter;
    }
  }

  #escaped(): string {
    const octal = /[0-7]{1,3}/y;
    octal.lastIndex = this.at;
    const code = octal.exec(this.#text)?.[0];
    this.at += code?.length ?? 1;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 8) & 0xff);
    const letter = this.#text[this.at - 1] ?? '';
    if (letter === '\r' && this.#text[this.at] === '\n') this.at++;
    return letter === '\n' || letter === '\r' ? '' : (escapes[letter] ?? letter);
  }
}

export const isReference = (value: PdfValue | undefined): value is string => typeof value === 'string' && value.endsWith(' R');
export const isDictionary = (value: PdfValue | undefined): value is Dictionary => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The dictionary that a value is or refers to; undefined for anything else. */
export function dictionary(objects: PdfObjects, value: PdfValue | undefined): Dictionary | undefined {
  const found = isReference(value) ? objects.at(value)?.value : value;
  return isDictionary(found) ? found : undefined;
}
