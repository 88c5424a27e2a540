import { CloseButton, UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import { filterables, type FieldFilter } from '../../../shared/records/field-filter.ts';
import { kindNamed } from '../../../shared/records/kinds.ts';
import type { KindDefinition } from '../../../shared/records/kind.ts';
import { useRecords } from '../../answers/use-records.ts';
import { filter as words } from '../../words/filter.ts';
import { FilterDialog, type FilterDialogProps, type FilterFields } from './filter-dialog.tsx';
import { filterWords } from './filter-words.ts';
import { withCondition } from './with-condition.ts';
import styles from './filter-row.module.css';
import { PageButton } from '../../ui/page-button.tsx';

interface FilterProps {
  readonly fields: FilterFields;
  readonly filters: readonly FieldFilter[];
  readonly change: (filters: FieldFilter[]) => void;
}

/** The fields by which a list of this kind can be filtered. */
export const fieldsOf = (kind: KindDefinition | undefined): FilterFields => ({ all: kind ? filterables(kind) : [], what: kind?.plural ?? '' });

/** The act that puts a condition on the list. A second one on the same field takes the place of the first, but an end joins a beginning: both are one range. */
export function FilterButton({ fields, filters, change }: FilterProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <PageButton onClick={() => setOpen(true)}>{words.open}</PageButton>
      {open && (
        <FilterDialog
          fields={fields}
          names={none}
          onClose={() => setOpen(false)}
          onDone={(next) => {
            setOpen(false);
            change(withCondition(filters, next));
          }}
        />
      )}
    </>
  );
}
const none: FilterDialogProps['names'] = new Map();

/** The conditions in words, and the records that they name. */
export function useConditions(fields: FilterFields, filters: readonly FieldFilter[]): { readonly names: FilterDialogProps['names']; readonly says: readonly string[] } {
  const known = useMemo(() => new Map(fields.all.map((one) => [one.key, one])), [fields]);
  const linked = filters.flatMap(({ field, values }) => (known.get(field)?.asking === 'records' ? values : []));
  const found = useRecords(linked);
  const names = useMemo(
    () => new Map(found.map((one) => [one.record.id, { number: one.record.number, title: kindNamed(one.record.kind)?.title(one.record.fields) ?? '' }])),
    [found],
  );
  const says = filters.map((filter) => {
    const field = known.get(filter.field);
    return field ? filterWords(filter, field, (id) => names.get(id)?.number ?? '…') : filter.field;
  });
  return { names, says };
}

interface FilterCount {
  /** How many lines meet the conditions; null while that is not known. */
  readonly shown: number | null;
  /** How many there would be without them. */
  readonly all: number | null;
}

/** The conditions that stand and how many of all lines they leave, so that nobody takes these for all. Each condition is a chip that is changed by pressing it and taken away by its cross. */
export function FilterRow({ fields, filters, change, shown, all }: FilterProps & FilterCount) {
  const [at, setAt] = useState<number | null>(null);
  const { names, says: conditions } = useConditions(fields, filters);
  const was = at === null ? undefined : filters[at];
  return (
    <section className={styles.row} aria-label={words.row}>
      <ul>
        {filters.map((filter, i) => {
          const says = conditions[i] ?? filter.field;
          return (
            <li key={filter.field} className={styles.chip}>
              <UnstyledButton className={styles.says} aria-label={words.edit(says)} title={says} onClick={() => setAt(i)}>
                {says}
              </UnstyledButton>
              <CloseButton size={24} aria-label={words.drop(says)} onClick={() => change(filters.filter((other) => other !== filter))} />
            </li>
          );
        })}
      </ul>
      {shown !== null && all !== null && (
        <p className={styles.count} role="status">
          {words.partOf(shown, all)}
        </p>
      )}
      {filters.length > 1 && (
        <PageButton variant="subtle" onClick={() => change([])}>
          {words.clear}
        </PageButton>
      )}
      {was && (
        <FilterDialog
          key={was.field}
          fields={fields}
          was={was}
          names={names}
          onClose={() => setAt(null)}
          onDone={(next) => {
            setAt(null);
            change([...filters.filter((one) => one !== was && one.field !== next.field), next]);
          }}
        />
      )}
    </section>
  );
}
