import { filterables, type FieldFilter, type Filterable } from './field-filter.ts';
import type { KindDefinition } from './kind.ts';

/** What every kind on the docket is asked alike; anything else is asked of one kind: `deadline/consequence`. */
const alike: readonly string[] = ['owner', '@due', '@privilege', '@tag'];
const withWhom = 'owner';

/** The fields by which a docket that holds these kinds can be filtered: those of every line, then those of each kind under its name. */
export function docketFilterables(kinds: readonly KindDefinition[]): readonly Filterable[] {
  const plain = { options: {}, to: [] } as const;
  return [
    { ...plain, key: '@kind', label: 'Kind', asking: 'choice', options: Object.fromEntries(kinds.map(({ kind, label }) => [kind, label])) },
    ...(kinds.some(hasOwner) ? [{ ...plain, key: withWhom, label: 'With', asking: 'words' } as const] : []),
    { ...plain, key: '@due', label: 'File-by date', asking: 'days' },
    { ...plain, key: '@tag', label: 'Tag', asking: 'words' },
    { ...plain, key: '@privilege', label: 'Privilege', asking: 'choice' },
    ...kinds.flatMap((kind) =>
      filterables(kind).flatMap((one) => (alike.includes(one.key) ? [] : [{ ...one, key: `${kind.kind}/${one.key}`, label: `${kind.label}: ${one.label}` }])),
    ),
  ];
}

/** What conditions on the docket ask of the records of one kind; null where none of them can meet all. */
export function filtersOf(kind: KindDefinition, filters: readonly FieldFilter[]): readonly FieldFilter[] | null {
  const own: FieldFilter[] = [];
  for (const filter of filters) {
    const [first = '', inner] = filter.field.split('/');
    if (filter.field === '@kind') {
      if (!filter.values.includes(kind.kind)) return null;
    } else if (inner !== undefined) {
      if (first !== kind.kind) return null;
      own.push({ ...filter, field: inner });
    } else if (filter.field === withWhom && !hasOwner(kind)) {
      // With whom it is, is not recorded of any such record.
      if (!filter.unstated) return null;
    } else own.push(filter.field === '@due' && 'due' in kind.fields ? { ...filter, field: 'due' } : filter);
  }
  return own;
}

const hasOwner = (kind: KindDefinition): boolean => filterables(kind).some((one) => one.key === withWhom && one.asking === 'words');
