export type Passage = { readonly kept: string } | { readonly added: string } | { readonly removed: string };

/** The longest text that is compared word by word; the table of a longer one would grow with its square. */
const longest = 2000;

/**
 * Two texts compared word by word, as a lawyer marks up paper: what stays, what is put in, what is taken out, in reading order. Where little stays the
 * same, or the texts are very long, the whole old text is taken out and the whole new one put in.
 */
export function compare(before: string, after: string): readonly Passage[] {
  const [a, b] = [before.split(/(?<=\s)/), after.split(/(?<=\s)/)];
  if (a.length > longest || b.length > longest) return [{ removed: before }, { added: after }];
  const same = (x: string | undefined, y: string | undefined): boolean => x?.trim() === y?.trim();
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const cell = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    const row = table[i];
    if (!row) continue;
    for (let j = b.length - 1; j >= 0; j--) row[j] = same(a[i], b[j]) ? cell(i + 1, j + 1) + 1 : Math.max(cell(i + 1, j), cell(i, j + 1));
  }
  if (cell(0, 0) * 3 < Math.min(a.length, b.length)) return [{ removed: before }, { added: after }];
  const out: { kind: 'kept' | 'added' | 'removed'; text: string }[] = [];
  const push = (kind: 'kept' | 'added' | 'removed', text: string): void => {
    const last = out.at(-1);
    if (last?.kind === kind) last.text += text;
    else out.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && same(a[i], b[j])) {
      push('kept', b[j] ?? '');
      i++;
      j++;
    } else if (i < a.length && (j >= b.length || cell(i + 1, j) >= cell(i, j + 1))) push('removed', a[i++] ?? '');
    else push('added', b[j++] ?? '');
  }
  return out.map(({ kind, text }) => (kind === 'kept' ? { kept: text } : kind === 'added' ? { added: text } : { removed: text }));
}
