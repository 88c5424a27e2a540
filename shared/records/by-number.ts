interface Numbered {
  readonly number: string;
}

/**
 * Orders records by their numbers as a person counts: DL-220 before DL-1060, kinds by their letters. Numbers of one kind are compared by how long they are and then as texts,
 * which a docket of thousands can afford at every line.
 */
export function byNumber({ number: a }: Numbered, { number: b }: Numbered): number {
  const [kindOfA, kindOfB] = [a.slice(0, a.indexOf('-')), b.slice(0, b.indexOf('-'))];
  if (kindOfA === kindOfB && a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}
