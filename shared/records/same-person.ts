const plain = (name: string) => name.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ').toLowerCase();

/** Whether two typed names are the same person's, as far as letters can say: case, width and spaces do not count. */
export function samePerson(one: string, other: string): boolean {
  return plain(one) === plain(other);
}
