import { kindNamed, kinds, type KindName } from '../../shared/records/kinds.ts';
import { misuse } from './command.ts';

const names = Object.keys(kinds);

/** The kind meant by what was typed: its name, its label or its plural, with spaces, hyphens or underscores. Refuses `misuse` with the names there are. */
export function kindTyped(typed: string): KindName {
  const plain = (text: string): string => text.toLowerCase().replace(/[\s-]+/g, '_');
  const wanted = plain(typed);
  const found = names.find((name) => {
    const kind = kindNamed(name);
    return name === wanted || (kind !== undefined && (plain(kind.label) === wanted || plain(kind.plural) === wanted || kind.prefix.toLowerCase() === wanted));
  });
  // Proof of the cast: `names` are the keys of `kinds`.
  return (found as KindName | undefined) ?? misuse(`There is no kind "${typed}". The kinds are ${names.join(', ')}.`);
}
