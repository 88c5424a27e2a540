import { dictionary, isDictionary, isReference, type Dictionary, type PdfObject, type PdfObjects, type PdfValue } from './objects.ts';

/** U+034F, combining grapheme joiner: it stands for nothing, which is what a piece of a cluster means by itself. */
const nothing = '034F';
/** Marks at the end of a font have no width and so no entry in /W: this many codes more are covered. */
const beyond = 64;

/**
 * Gives every code of every font a Unicode value (ISO 19005-2, 6.2.11.7.2 and ISO 14289-1, 7.21.7). Typst leaves out glyphs that only
 * occur inside a cluster (a combining mark, a Hebrew point); the cluster's ActualText has their words. Gives the changed objects.
 */
export function unicodeMaps(objects: PdfObjects): Record<string, PdfObject> {
  const fonts = objects
    .naming('/Type0')
    .map((object) => object.value)
    .filter(
      (value): value is Dictionary & { '/ToUnicode': string } =>
        isDictionary(value) && value['/Type'] === '/Font' && value['/Subtype'] === '/Type0' && isReference(value['/ToUnicode']),
    );
  const changed: Record<string, PdfObject> = {};
  for (const font of fonts) {
    const stream = objects.at(font['/ToUnicode'])?.stream;
    if (!stream) throw new Error('a font without a Unicode map');
    const map = objects.data(font['/ToUnicode']).toString('latin1');
    const known = new Set([...map.matchAll(/^<([0-9a-fA-F]{4})> </gm)].map((found) => Number.parseInt(found[1] ?? '', 16)));
    const highest = Math.max(lastCode(widths(objects, font)), ...known) + beyond;
    const missing = Array.from({ length: highest }, (_, i) => i + 1).filter((code) => !known.has(code));
    changed[`obj:${font['/ToUnicode']}`] = {
      stream: { data: Buffer.from(map.replace('endcmap', `${entries(missing)}endcmap`), 'latin1').toString('base64'), dict: bare(stream.dict) },
    };
  }
  return changed;
}

function widths(objects: PdfObjects, font: Dictionary): readonly PdfValue[] {
  const list = font['/DescendantFonts'];
  const inside = isReference(list) ? objects.at(list)?.value : list;
  const descendant = dictionary(objects, Array.isArray(inside) ? inside[0] : undefined);
  const found = descendant?.['/W'];
  const all = isReference(found) ? objects.at(found)?.value : found;
  return Array.isArray(all) ? all : [];
}

/** The last code of a /W array: `c [w …]` or `first last w` (ISO 32000-1, 9.7.4.3). */
function lastCode(all: readonly PdfValue[]): number {
  let last = 0;
  for (let i = 0; i < all.length; ) {
    const [first, next] = [Number(all[i]), all[i + 1]];
    last = Math.max(last, Array.isArray(next) ? first + next.length - 1 : Number(next));
    i += Array.isArray(next) ? 2 : 3;
  }
  return last;
}

/** A block of a character map takes 100 entries at most. */
function entries(codes: readonly number[]): string {
  let blocks = '';
  for (let i = 0; i < codes.length; i += 100) {
    const part = codes.slice(i, i + 100);
    blocks += `${part.length} beginbfchar\n${part.map((code) => `<${code.toString(16).padStart(4, '0')}> <${nothing}>`).join('\n')}\nendbfchar\n`;
  }
  return blocks;
}

/** A stream's dictionary without what only holds for its old bytes. */
export function bare(dict: Dictionary): Dictionary {
  return Object.fromEntries(Object.entries(dict).filter(([key]) => !['/Length', '/Filter', '/DecodeParms'].includes(key)));
}
