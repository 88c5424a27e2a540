import { useMemo } from 'react';
import type { Happening } from '../../../shared/records/views/course.ts';
import type { Named } from '../../answers/use-records.ts';
import { Empty } from '../../ui/empty.tsx';
import parts from '../../ui/page-parts.module.css';
import { model as words } from '../../words/model.ts';
import { axisOf } from '../../../shared/records/views/axis.ts';
import { AxisFigure } from '../chronology/axis-figure.tsx';
import { ExportFigure } from '../export/export-button.tsx';
import { CourseTable } from '../chronology/course-table.tsx';
import view from '../analysis/analysis.module.css';
import { isTextOrNull, useStanding } from '../../screen/standing.ts';

interface ModelTimelineProps {
  readonly model: { readonly number: string; readonly caseId: string | null };
  readonly course: readonly Happening[];
  readonly names: ReadonlyMap<string, Named>;
}
/** What happened to a model: on an axis as far as it is dated, and line by line. */
export function ModelTimeline({ model, course, names }: ModelTimelineProps) {
  const [picked, setPicked] = useStanding('happening', null, isTextOrNull);
  const axis = useMemo(() => axisOf(course), [course]);
  if (course.length === 0) return <Empty says={words.noTimeline} then={words.timelineNote} />;
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.timelineTab}>
      <p className={view.note}>{words.timelineNote}</p>
      {axis !== null && (
        <AxisFigure
          axis={axis}
          course={course}
          picked={picked}
          onPick={setPicked}
          act={<ExportFigure name="model-course" caseId={model.caseId} numbers={[...new Set([model.number, ...course.map((one) => one.number)])]} part={{ of: model.number }} />}
        />
      )}
      <CourseTable course={course} names={names} picked={picked} />
    </div>
  );
}
