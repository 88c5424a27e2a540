export type Passage = { readonly kept: string } | { readonly added: string } | { readonly removed: string };

/** The most words and signs that are compared; the table of a longer text would grow with its square. */
const longest = 2500;

/** Words (with the point in `2.0` and the dash in `well-set`), spaces, and single signs. */
const tokens = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+(?:[.’'-][\p{L}\p{N}]+)*|\s+|./gu) ?? [];

/**
 * Two texts compared word by word, as a lawyer marks up paper: what stays, what is put in, what is taken out, in reading order. Where little stays the
 * same, or the texts are very long, the whole old text is taken out and the whole new one put in.
 */
export function compare(before: string, after: string): readonly Passage[] {
  const [a, b] = [tokens(before), tokens(after)];
  if (a.length > longest || b.length > longest) return [{ removed: before }, { added: after }];
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const cell = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    const row = table[i];
    if (!row) continue;
    for (let j = b.length - 1; j >= 0; j--) row[j] = a[i] === b[j] ? cell(i + 1, j + 1) + 1 : Math.max(cell(i + 1, j), cell(i, j + 1));
  }
  const out: { kind: 'kept' | 'added' | 'removed'; text: string }[] = [];
  const push = (kind: 'kept' | 'added' | 'removed', text: string): void => {
    const last = out.at(-1);
    if (last?.kind === kind) last.text += text;
    else out.push({ kind, text });
  };
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push('kept', b[j] ?? '');
      if (/[\p{L}\p{N}]/u.test(b[j] ?? '')) shared++;
      i++;
      j++;
    } else if (i < a.length && (j >= b.length || cell(i + 1, j) >= cell(i, j + 1))) push('removed', a[i++] ?? '');
    else push('added', b[j++] ?? '');
  }
  const words = (all: readonly string[]): number => all.filter((one) => /[\p{L}\p{N}]/u.test(one)).length;
  if (shared * 3 < Math.min(words(a), words(b))) return [{ removed: before }, { added: after }];
  return out.map(({ kind, text }) => (kind === 'kept' ? { kept: text } : kind === 'added' ? { added: text } : { removed: text }));
}
