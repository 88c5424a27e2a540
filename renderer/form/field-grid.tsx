import type { Field, Fields } from '../../shared/records/field.ts';
import { FieldInput } from './field-input.tsx';
import { keyOf } from './issues.ts';
import { inAskedOrder } from './sections.ts';
import type { Path } from './values.ts';
import styles from './form.module.css';

const wide: readonly Field['widget'][] = ['prose', 'quotation', 'words', 'group', 'rows', 'links'];

/** Fields in two columns; what is long takes both. `letter` goes to the group or the list of rows that stands here alone. */
export function FieldGrid({ fields, path, letter }: { fields: Fields; path: Path; letter?: string | undefined }) {
  return (
    <div className={styles.fields}>
      {inAskedOrder(fields).map(([name, field]) => (
        <div key={name} id={`field-${keyOf([...path, name])}`} className={wide.includes(field.widget) ? styles.wide : field.widget === 'flag' ? styles.flag : undefined}>
          <FieldInput path={[...path, name]} field={field} letter={letter} />
        </div>
      ))}
    </div>
  );
}
