import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { courseOf } from '../../../shared/records/views/course.ts';
import { useAnalysisCase, useCaseRecords } from '../../answers/use-case-records.ts';
import { go } from '../../screen/route.ts';
import { useWritable } from '../../screen/screen.ts';
import { ChooseLook } from '../../ui/choose-look.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Loading } from '../../ui/not-there.tsx';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { analysis } from '../../words/analysis.ts';
import { chronology as words } from '../../words/chronology.ts';
import { records as recordWords } from '../../words/records.ts';
import { CaseChoice } from '../analysis/case-choice.tsx';
import { NoCase } from '../analysis/no-case.tsx';
import { ExportFigure } from '../export/export-button.tsx';
import { ListPage } from '../list/list-page.tsx';
import { axisOf } from '../../../shared/records/views/axis.ts';
import { AxisFigure } from './axis-figure.tsx';
import { CourseTable } from './course-table.tsx';
import styles from './chronology.module.css';
import { useOpenCases } from '../../working-set/use-rows.ts';
import { holdsWords, typedWords } from '../../../shared/records/typed-words.ts';
import { isOneOf, isTextOrNull, useStanding } from '../../screen/standing.ts';

const wanted = { chronology_event: {}, order: {}, communication: {}, filing: {} } as const;
const looks = ['course', 'all'] as const;

/** The course of events of a case: on an axis as far as there are dates, and in a list that has what nobody dated too. */
export function ChronologyPage() {
  const [as, setAs] = useStanding<(typeof looks)[number]>('look', 'course', isOneOf(looks));
  const [filter, setFilter] = useState('');
  const [picked, setPicked] = useStanding('picked', null, isTextOrNull);
  const writable = useWritable();
  const caseId = useAnalysisCase();
  const { rows: cases, ready } = useOpenCases();
  const noCase = ready && cases.length === 0 && caseId === null;
  const { records, failure } = useCaseRecords(wanted);
  const all = useMemo(
    () =>
      records === null
        ? []
        : courseOf({ events: records.of('chronology_event'), orders: records.of('order'), communications: records.of('communication'), filings: records.of('filing') }),
    [records],
  );
  const course = useMemo(() => {
    const asked = typedWords(filter);
    return all.filter((one) => holdsWords(`${one.number} ${one.words} ${one.actors.map((id) => records?.names.get(id)?.title ?? '').join(' ')}`, asked));
  }, [all, filter, records]);
  const axis = useMemo(() => axisOf(course), [course]);
  const choice = <ChooseLook label={words.looks} looks={looks} words={words.look} value={as} onChange={setAs} />;
  if (as === 'all') return <ListPage kindName="chronology_event" extra={choice} everything />;
  const out = <ExportFigure name="course" caseId={caseId} {...(filter !== '' && { numbers: course.map((one) => one.number) })} />;
  const create = (): void => go({ page: 'new', kind: 'chronology_event', prefill: {} });
  return (
    <>
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{words.title}</h1>
        <p className={`${parts.headNote} ${parts.headCount}`}>{records && words.count(course.length)}</p>
        <CaseChoice />
        <TextInput
          aria-label={recordWords.filter(words.title)}
          placeholder={recordWords.filter(words.title)}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          w={160}
          data-find
        />
        {choice}
        <PageButton onClick={() => go({ page: 'analysis', view: 'knew' })}>{words.knew}</PageButton>
        {writable && <PageButton onClick={create}>{words.new}</PageButton>}
      </div>
      {failure && (
        <div className={parts.section}>
          <FailureNote failure={failure} />
        </div>
      )}
      {!failure && !records && (noCase ? <NoCase page={{ page: 'list', kind: 'chronology_event' }} /> : <Loading />)}
      {records && course.length === 0 && (
        <Empty
          says={filter === '' ? words.empty : recordWords.noMatch}
          {...(filter === '' && { then: words.emptyThen, helped: true })}
          action={
            filter === '' ? writable && <PageButton onClick={create}>{words.new}</PageButton> : <PageButton onClick={() => setFilter('')}>{recordWords.clearFilter}</PageButton>
          }
        />
      )}
      {records && course.length > 0 && (
        <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.course}>
          {records.more > 0 && <p className={styles.none}>{analysis.more(records.more)}</p>}
          {axis === null ? (
            <div className={`${styles.axis} ${styles.head}`}>
              <p className={styles.noAxis}>{words.noAxis}</p>
              {out}
            </div>
          ) : (
            <AxisFigure axis={axis} course={course} picked={picked} onPick={setPicked} act={out} />
          )}
          <CourseTable course={course} names={records.names} picked={picked} />
        </div>
      )}
    </>
  );
}
