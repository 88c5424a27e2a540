import { kindNamed } from '../../../shared/records/kinds.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import type { Named } from '../../answers/use-records.ts';
import { Mark } from '../../ui/mark.tsx';
import { privilegeWords, records } from '../../words/records.ts';
import { sectionsOf } from '../../form/sections.ts';
import { CopyList } from './copy-list.tsx';
import { FieldValue } from './field-value.tsx';
import parts from '../../ui/page-parts.module.css';
import styles from './record-body.module.css';

/** Everything a record holds, section by section as the form has it; what is not recorded is left out, what is missing and required says so. */
export function RecordBody({ record, names, without = [] }: { record: AnyRecord; names: ReadonlyMap<string, Named>; without?: readonly string[] }) {
  const sections = sectionsOf(kindNamed(record.kind)?.fields ?? {})
    .map((section) => ({
      ...section,
      shown: Object.entries(section.fields).filter(([name, field]) => !without.includes(name) && (record.fields[name] !== undefined || field.required)),
    }))
    .filter((section) => section.shown.length > 0);
  if (sections.length === 0) return <p className={parts.section}>{records.nothingFilled}</p>;
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={records.recordTab}>
      {sections.map((section) => (
        <section key={section.key} className={styles.section}>
          <h2 className={parts.sectionTitle}>{section.title}</h2>
          <dl className={styles.fields}>
            {section.shown.map(([name, field]) => (
              <div key={name} className={section.shown.length === 1 && field.label === section.title ? styles.alone : styles.pair}>
                <dt>
                  {field.label}
                  {field.privilege && field.privilege !== 'none' && (
                    <span title={records.privilegeOf(privilegeWords[field.privilege])}>
                      {' '}
                      <Mark shape="lock" />
                      <span className="hidden">{records.privilegeOf(privilegeWords[field.privilege])}</span>
                    </span>
                  )}
                </dt>
                <dd>
                  {record.fields[name] === undefined ? <span className="muted">{records.notGiven}</span> : <FieldValue field={field} value={record.fields[name]} names={names} />}
                  {field.widget === 'rows' && name !== 'custody' && Array.isArray(record.fields[name]) && <CopyList number={record.number} list={name} label={field.label} />}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
