import { coverage } from './font-coverage.ts';
import { houseFonts, readFont, spareFonts, type FontFile, type SpareFont } from './fonts.ts';
import type { PressFiles } from './press-files.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Data ready for the page: normalised, with everything that cannot be printed shown by its code point. */
export interface Printable {
  readonly value: Json;
  /** Fonts beyond the house's that the data needs. */
  readonly fonts: readonly SpareFont[];
  /** How many characters are shown by code point. */
  readonly substituted: number;
}

const shown = (code: number) => `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
const between = (code: number, first: number, last: number) => code >= first && code <= last;
const lineEnd = (code: number) => code === 0x09 || code === 0x0a || code === 0x0d;
/** Printed as nothing, with a meaning of their own: joiners, direction marks, soft hyphen, variation selectors. */
const silent = (code: number) => between(code, 0x200b, 0x200f) || code === 0x2060 || code === 0xad || between(code, 0xfe00, 0xfe0f);
/**
 * Never printed as typed: controls, direction overrides and isolates (they would set the page in another order than it is stored),
 * lone surrogates, private use, non-characters, line separators, U+FDFD (wider than any column) and the byte order mark, which
 * PDF/A forbids in text (ISO 19005-2, 6.2.11.7.2).
 */
const barred = (code: number) =>
  (code < 0x20 && !lineEnd(code)) ||
  between(code, 0x7f, 0x9f) ||
  between(code, 0x202a, 0x202e) ||
  between(code, 0x2066, 0x2069) ||
  between(code, 0xd800, 0xf8ff) ||
  between(code, 0xfdd0, 0xfdef) ||
  (code & 0xfffe) === 0xfffe ||
  code >= 0xe0000 ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0xfdfd ||
  code === 0xfeff;
/** Beyond four marks on one letter the pile runs into the lines above. */
const mostMarks = 4;
const mark = /\p{M}/u;

/** Makes every string of `value` printable with the fonts there are. Nothing is dropped: what cannot be printed stays readable. */
export function printable(value: Json, files: PressFiles): Printable {
  const covers = new Map<FontFile, ReadonlySet<number>>();
  const has = (font: FontFile, code: number) => {
    const known = covers.get(font) ?? coverage(readFont(files, font));
    covers.set(font, known);
    return known.has(code);
  };
  const wanted = new Set<SpareFont>();
  const drawable = new Map<number, boolean>();
  const canDraw = (code: number) => {
    const known = drawable.get(code);
    if (known !== undefined) return known;
    const spare = houseFonts.some((font) => has(font, code)) ? undefined : spareFonts.find((font) => has(font, code));
    if (spare) wanted.add(spare);
    const can = spare !== undefined || houseFonts.some((font) => has(font, code));
    drawable.set(code, can);
    return can;
  };
  let substituted = 0;
  const text = (raw: string) => {
    if (/^[\x20-\x7e\n]*$/.test(raw)) return raw;
    let out = '';
    let marks = 0;
    for (const letter of raw.normalize('NFC')) {
      // A string's iterator gives no empty letters.
      const code = letter.codePointAt(0)!;
      marks = mark.test(letter) ? marks + 1 : 0;
      if (!barred(code) && marks <= mostMarks && (lineEnd(code) || silent(code) || canDraw(code))) out += letter;
      else {
        out += shown(code);
        substituted++;
      }
    }
    return out;
  };
  const walk = (at: Json): Json => {
    if (typeof at === 'string') return text(at);
    if (at === null || typeof at !== 'object') return at;
    if (isList(at)) return at.map(walk);
    return Object.fromEntries(Object.entries(at).map(([name, inside]) => [name, walk(inside)]));
  };
  const clean = walk(value);
  return { value: clean, fonts: spareFonts.filter((font) => wanted.has(font)), substituted };
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
