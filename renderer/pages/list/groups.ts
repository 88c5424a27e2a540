import { columnFields } from '../../../shared/records/columns.ts';
import type { KindDefinition } from '../../../shared/records/kind.ts';
import type { GridGroup } from '../../ui/grid-lines.ts';
import { list as words } from '../../words/list.ts';
import { records } from '../../words/records.ts';
import type { ListLine } from './columns.tsx';

/** Fields of which many records say the same: choices, links, names of people. */
const alike: ReadonlySet<string> = new Set(['choice', 'flag', 'link', 'links']);

/** By what a list of this kind can be put under headings, with its words. */
export const groupings = (kind: KindDefinition): readonly (readonly [key: string, label: string])[] => [
  ['state', records.columns.state],
  ...columnFields(kind.fields)
    .filter(([name, field]) => (alike.has(field.widget) || name === 'owner') && field.personal !== true)
    .map(([name, field]) => [name, field.label] as const),
];

/** The headings of a list, states in the order of the kind, values in that of the alphabet, what says nothing last; and which line stands under which. */
export function groupsOf(kind: KindDefinition, by: string, lines: readonly ListLine[]): { readonly groups: readonly GridGroup[]; readonly groupOf: (line: ListLine) => string } {
  const groupOf = ({ row }: ListLine): string => (by === 'state' ? (row?.state ?? '') : (row?.shown?.[by]?.trim() ?? ''));
  const found = new Set(lines.map(groupOf));
  const titles: readonly (readonly [string, string])[] =
    by === 'state'
      ? Object.entries(kind.states).map(([state, { label }]) => [state, label] as const)
      : [...found]
          .filter((one) => one !== '')
          .sort((a, b) => a.localeCompare(b, 'en'))
          .map((one) => [one, one] as const);
  return { groups: [...titles, ['', words.notStated] as const].filter(([key]) => found.has(key)).map(([key, title]) => ({ key, title })), groupOf };
}
