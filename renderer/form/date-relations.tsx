import { Button, TextInput } from '@mantine/core';
import type { DateFact } from '../../shared/records/date-fact.ts';
import { field as make } from '../../shared/records/field.ts';
import { Select } from '../ui/select.tsx';
import { dateRelations, form } from '../words/form.ts';
import { LinkInput } from './link-input.tsx';
import type { Path } from './values.ts';
import styles from './form.module.css';

type Relation = NonNullable<DateFact['relative']>[number];
const record = make.link({ label: form.relatedRecord, required: true, to: ['*'], role: 'dated_by' });
const choices = Object.entries(dateRelations).map(([value, label]) => ({ value, label }));

/** What a date lies before or after, by the record: orders what has no date of its own. */
export function DateRelations({ path, fact, set }: { path: Path; fact: DateFact; set: (fact: DateFact) => void }) {
  const rows = fact.relative ?? [];
  const put = (next: readonly Relation[]): void => {
    const { relative: _old, ...rest } = fact;
    set(next.length === 0 ? rest : { ...rest, relative: [...next] });
  };
  const change = (i: number, part: Partial<Relation>): void => put(rows.map((one, j) => (i === j ? { ...one, ...part } : one)));
  return (
    <div className={styles.doubt}>
      {rows.map((row, i) => (
        <div key={i}>
          <Select
            label={form.relation}
            data={choices}
            value={row.relation}
            onChange={(value) => (value === 'before' || value === 'after' || value === 'within') && change(i, { relation: value })}
          />
          <LinkInput path={[...path, 'relative', i, 'of']} field={record} />
          {row.relation === 'within' && <TextInput label={form.amount} value={row.amount ?? ''} onChange={(event) => change(i, { amount: event.currentTarget.value })} />}
          <Button variant="subtle" onClick={() => put(rows.filter((_, j) => i !== j))}>
            {form.removeRelation}
          </Button>
        </div>
      ))}
      <Button variant="subtle" onClick={() => put([...rows, { relation: 'after', of: '' }])}>
        {form.addRelation}
      </Button>
    </div>
  );
}
