import { UnstyledButton } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { workLine } from '../../../shared/records/views/figure-tables.ts';
import { workloadOf, type PersonsWork } from '../../../shared/records/views/workload.ts';
import { useAnalysisCase, useCaseRecords } from '../../answers/use-case-records.ts';
import { useLooking } from '../../screen/use-looking.ts';
import { RowsBehind } from '../../ui/rows-behind.tsx';
import { analysis } from '../../words/analysis.ts';
import { dayWords } from '../../words/dates.ts';
import { load } from '../../words/load.ts';
import { figure, writing } from '../../words/writing.ts';
import analysisStyles from '../analysis/analysis.module.css';
import { ViewFrame } from '../analysis/view-frame.tsx';
import { ExportFigure } from '../export/export-button.tsx';
import styles from './workload.module.css';

const words = load.work;
const wanted = { deadline: {}, remediation_step: {}, evidence_request: {} } as const;

/** Who has what, week by week: a table whose figures are as dark as they are large, and each opens what it counts. What nobody has stands apart. */
export function WorkloadView() {
  const { records, failure } = useCaseRecords(wanted);
  const caseId = useAnalysisCase();
  const { weekStart } = writing();
  const lines = useMemo(
    () => (records === null ? [] : [...records.of('deadline'), ...records.of('remediation_step'), ...records.of('evidence_request')].flatMap((record) => workLine(record) ?? [])),
    [records],
  );
  const looking = useLooking(useMemo(() => lines.map(({ due, hour }) => ({ due, ...(hour && { hour }) })), [lines]));
  const { today } = looking;
  const { weeks, people } = useMemo(() => workloadOf(lines, looking, weekStart), [lines, looking, weekStart]);
  const columns = [
    { key: 'late', name: words.late, of: (one: PersonsWork) => one.late },
    ...weeks.map((day, i) => ({ key: day, name: words.week(dayWords(day, 'short', today)), of: (one: PersonsWork) => one.weeks[i] ?? [] })),
    { key: 'later', name: words.later, of: (one: PersonsWork) => one.later },
    { key: 'undated', name: words.undated, of: (one: PersonsWork) => one.undated },
    { key: 'all', name: words.all, of: (one: PersonsWork) => one.all },
  ];
  const most = Math.max(1, ...people.flatMap((one) => [one.late, ...one.weeks, one.later].map((list) => list.length)));
  const [open, setOpen] = useState<{ readonly owner: string | null; readonly column: string } | null>(null);
  const pressed = useRef<HTMLButtonElement>(null);
  const opened = open && people.find((one) => one.owner === open.owner);
  const column = open && columns.find((one) => one.key === open.column);
  const first = people.find((one) => one.owner !== null);
  const nobody = people.find((one) => one.owner === null)?.all.length ?? 0;
  const nameOf = ({ owner }: PersonsWork): string => owner ?? words.nobody;
  return (
    <ViewFrame
      name={analysis.tabs.work}
      records={records}
      failure={failure}
      note={words.note}
      empty={records !== null && lines.length === 0 ? { says: words.empty, then: words.emptyThen, begins: 'deadline' } : null}
    >
      <div className={styles.head}>
        <h2>{words.finding(first ? nameOf(first) : null, first?.all.length ?? 0, nobody)}</h2>
        <ExportFigure name="workload" caseId={caseId} />
      </div>
      <div className={`${analysisStyles.frame} ${styles.frame}`}>
        <table className={styles.work} aria-label={words.title}>
          <thead>
            <tr>
              <th scope="col">{words.with}</th>
              {columns.map((one) => (
                <th key={one.key} scope="col">
                  {one.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.owner ?? ''} data-nobody={person.owner === null || undefined}>
                <th scope="row" title={nameOf(person)}>
                  {nameOf(person)}
                </th>
                {columns.map((one) => {
                  const numbers = one.of(person);
                  return (
                    <td key={one.key} data-late={one.key === 'late' && numbers.length > 0 ? true : undefined}>
                      {numbers.length === 0 ? (
                        <span className="faint">0</span>
                      ) : (
                        <UnstyledButton
                          className={styles.cell}
                          aria-label={words.cell(nameOf(person), one.name, numbers.length)}
                          aria-expanded={open?.owner === person.owner && open.column === one.key}
                          onClick={(event) => {
                            pressed.current = event.currentTarget;
                            setOpen({ owner: person.owner, column: one.key });
                          }}
                        >
                          {figure(numbers.length)}
                          {one.key !== 'undated' && one.key !== 'all' && <span className={styles.bar} style={{ width: `${(numbers.length / most) * 100}%` }} aria-hidden />}
                        </UnstyledButton>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {opened && column && (
        <div className={styles.behind}>
          <RowsBehind
            of={words.behind(nameOf(opened), column.name)}
            numbers={column.of(opened)}
            onClose={() => {
              setOpen(null);
              pressed.current?.focus();
            }}
          />
        </div>
      )}
    </ViewFrame>
  );
}
