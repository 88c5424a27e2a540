/**
 * The code points a TrueType or OpenType font has letters for, read from its `cmap` table (OpenType specification, formats 4 and 12:
 * the two that every font of the last twenty years carries for Unicode). Throws when the font has neither.
 */
export function coverage(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableAt(view, 0x636d6170);
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, i) => cmap + 4 + 8 * i)
    .filter((at) => view.getUint16(at) === 0 || (view.getUint16(at) === 3 && [1, 10].includes(view.getUint16(at + 2))))
    .map((at) => cmap + view.getUint32(at + 4));
  const full = subtables.find((at) => view.getUint16(at) === 12);
  if (full !== undefined) return segments(view, full);
  const basic = subtables.find((at) => view.getUint16(at) === 4);
  if (basic === undefined) throw new Error('the font has no Unicode map of format 4 or 12');
  return ranges(view, basic);
}

function tableAt(view: DataView, tag: number): number {
  for (let i = 0; i < view.getUint16(4); i++) if (view.getUint32(12 + 16 * i) === tag) return view.getUint32(12 + 16 * i + 8);
  throw new Error('the font has no cmap table');
}

/** Format 12: groups of (first, last, first glyph). */
function segments(view: DataView, at: number): ReadonlySet<number> {
  const known = new Set<number>();
  for (let i = 0; i < view.getUint32(at + 12); i++) {
    const group = at + 16 + 12 * i;
    const first = view.getUint32(group);
    const glyph = view.getUint32(group + 8);
    for (let code = first; code <= view.getUint32(group + 4); code++) if (glyph + code - first !== 0) known.add(code);
  }
  return known;
}

/** Format 4: parallel arrays of ends, starts, deltas and offsets; glyph 0 means "none". */
function ranges(view: DataView, at: number): ReadonlySet<number> {
  const known = new Set<number>();
  const count = view.getUint16(at + 6) / 2;
  const [ends, starts, deltas, offsets] = [at + 14, at + 16 + 2 * count, at + 16 + 4 * count, at + 16 + 6 * count];
  for (let i = 0; i < count; i++) {
    const offset = view.getUint16(offsets + 2 * i);
    const delta = view.getUint16(deltas + 2 * i);
    const start = view.getUint16(starts + 2 * i);
    for (let code = start; code <= view.getUint16(ends + 2 * i) && code !== 0xffff; code++) {
      const raw = offset === 0 ? code : view.getUint16(offsets + 2 * i + offset + 2 * (code - start));
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) known.add(code);
    }
  }
  return known;
}
