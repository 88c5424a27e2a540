import { audiences, privileges } from '../../../shared/records/field.ts';
import { kindNamed } from '../../../shared/records/kinds.ts';

/** What every record has beside its fields and a column may say: its state, whom it is for, its privilege. */
export interface Label {
  readonly path: '#state' | '#audience' | '#privilege';
  readonly name: 'state' | 'audience' | 'privilege';
  readonly label: string;
  readonly options: Readonly<Record<string, string>>;
}

const worded = (names: readonly string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, name.replaceAll('_', ' ')]));

/** The labels of a kind. No column is taken for one by guessing: another program's "closed" or "public" is not ours until somebody says so. */
export const labelsOf = (kind: string): readonly Label[] => [
  {
    path: '#state',
    name: 'state',
    label: 'State it is in',
    options: Object.fromEntries(Object.entries(kindNamed(kind)?.states ?? {}).map(([name, { label }]) => [name, label])),
  },
  { path: '#audience', name: 'audience', label: 'Whom it is for', options: worded(audiences) },
  { path: '#privilege', name: 'privilege', label: 'Privilege', options: worded(privileges) },
];

/** What a cell says for a label, by its name or its words; null where there is none such. */
export function labelSaid({ options }: Label, text: string): string | null {
  const plain = (words: string) =>
    words
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return Object.entries(options).find(([name, label]) => plain(name) === plain(text) || plain(label) === plain(text))?.[0] ?? null;
}
