import { useEffect, useRef } from 'react';
import type { Happening } from '../../../shared/records/views/course.ts';
import type { Named } from '../../answers/use-records.ts';
import { Gradually } from '../../ui/gradually.tsx';
import { intoView } from '../../ui/into-view.ts';
import { Ref } from '../../ui/ref.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import { chronology as words } from '../../words/chronology.ts';
import { relativeWords } from '../../words/date-facts.ts';
import { doubtWords } from '../../words/doubt.ts';
import styles from './chronology.module.css';

interface CourseTableProps {
  readonly course: readonly Happening[];
  readonly names: ReadonlyMap<string, Named>;
  readonly picked?: string | null;
}

function Doubt({ of }: { of: readonly string[] }) {
  return of.length === 0 ? null : <span className={styles.small}>{of.join(' · ')}</span>;
}

/** The course, one line a happening, with its date as sure as it is, what that date hangs on, who acted and who is recorded to have known. */
export function CourseTable({ course, names, picked = null }: CourseTableProps) {
  const numbers = new Map(course.map((one) => [one.id, one.number]));
  const anybodyKnew = course.some((one) => one.known.length > 0);
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => intoView(row.current), [picked]);
  return (
    <table className={styles.course} aria-label={words.course}>
      <thead>
        <tr>
          <th scope="col" className={styles.when}>
            {words.columns.when}
          </th>
          <th scope="col">{words.columns.what}</th>
          <th scope="col" className={styles.who}>
            {words.columns.who}
          </th>
          {anybodyKnew && (
            <th scope="col" className={styles.who}>
              {words.columns.knew}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        <Gradually of={course} least={course.findIndex(({ id }) => id === picked) + 1}>
          {(one) => (
            <tr key={one.id} data-picked={one.id === picked || undefined} ref={one.id === picked ? row : undefined}>
              <td>
                <UncertainDate fact={one.at} length="full" />
                {(one.at.relative ?? []).map((relation, i) => {
                  const number = numbers.get(relation.of) ?? names.get(relation.of)?.number;
                  return (
                    number && (
                      <span key={i} className={styles.small}>
                        {relativeWords(relation.relation, relation.amount)} <Ref inText>{number}</Ref>
                      </span>
                    )
                  );
                })}
              </td>
              <th scope="row">
                <Ref inText>{one.number}</Ref> {one.kind !== 'event' && <span className={styles.kind}>{words.kind[one.kind]}: </span>}
                {one.words}
                <Doubt of={[...doubtWords(one), ...(one.unsourced ? [words.unsourced] : [])]} />
              </th>
              <td className={styles.who}>
                {one.actors.length > 0 && (
                  <ul className={styles.people}>
                    {[...new Set(one.actors)].map((id) => (
                      <li key={id}>{names.get(id)?.title}</li>
                    ))}
                  </ul>
                )}
              </td>
              {anybodyKnew && (
                <td className={styles.who}>
                  {one.known.length > 0 && (
                    <ul className={`${styles.people} ${styles.knew}`}>
                      {one.known.map((known, i) => (
                        <li key={i}>
                          {names.get(known.by)?.title} {words.since} <UncertainDate fact={known.at} />
                          {known.how !== '' && <span className={styles.small}>{known.how}</span>}
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              )}
            </tr>
          )}
        </Gradually>
      </tbody>
    </table>
  );
}
