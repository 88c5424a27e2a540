/** How well a label fits what is typed: 0 it is the label, 1 it begins so, 2 one of its words does, 3 it stands somewhere in it; null where it does not. Case and accents do not count. */
export function fit(label: string, typed: string): number | null {
  const [whole, part] = [plain(label), plain(typed)];
  if (part === '' || !whole.includes(part)) return part === '' ? 3 : null;
  if (whole === part) return 0;
  if (whole.startsWith(part)) return 1;
  return new RegExp(`(?<![\\p{L}\\p{N}])${part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'u').test(whole) ? 2 : 3;
}

/** Those that fit what is typed, the best first; in their own order where they fit alike. */
export function bestFits<T>(all: readonly T[], typed: string, labelOf: (one: T) => string): readonly T[] {
  return all
    .flatMap((one) => {
      const how = fit(labelOf(one), typed);
      return how === null ? [] : [{ one, how }];
    })
    .sort((a, b) => a.how - b.how)
    .map(({ one }) => one);
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase();
