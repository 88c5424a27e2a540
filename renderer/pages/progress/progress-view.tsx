import { useMemo, type ReactNode } from 'react';
import { kinds, type RecordOf } from '../../../shared/records/kinds.ts';
import { stepsDone as done } from '../../../shared/records/kinds/remediation-step.ts';
import type { FigureName } from '../../../shared/records/views/figure-tables.ts';
import { dutiesDone, openDuties, type OpenDuty } from '../../../shared/records/views/duty-figures.ts';
import { obligationStates } from '../../../shared/records/kinds/order-fields.ts';
import { gate } from '../../../shared/records/views/gate.ts';
import { openOn, overTime } from '../../../shared/records/views/over-time.ts';
import { owedToUs } from '../../../shared/records/views/owed.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { useAnalysisCase, useCaseRecords } from '../../answers/use-case-records.ts';
import { useToday } from '../../screen/screen.ts';
import { Figure, type Bar } from '../../ui/figure.tsx';
import { Ref } from '../../ui/ref.tsx';
import { stateLook } from '../../ui/state.tsx';
import { analysis } from '../../words/analysis.ts';
import { dayWords } from '../../words/dates.ts';
import { figures as words } from '../../words/figures.ts';
import { ViewFrame } from '../analysis/view-frame.tsx';
import { ExportFigure } from '../export/export-button.tsx';

type Request = RecordOf<'evidence_request'>;
// Of parties only their names are shown, of steps their state alone; whole they are half of what a case would send.
const wanted = { order: {}, evidence_request: {}, remediation_step: { fields: [] }, restore_criterion: {}, party: { fields: ['name'] } } as const;

/** How long others have owed us answers, and how far the way back is: bars from nought, and the same as tables. */
export function ProgressView() {
  const { records, failure } = useCaseRecords(wanted);
  const today = useToday();
  const parties = new Map((records?.of('party') ?? []).map((party) => [party.id, party.fields.name]));
  const steps = records?.of('remediation_step') ?? [];
  const criteria = records?.of('restore_criterion') ?? [];
  const bars = ageingBars(records?.of('evidence_request') ?? [], today, parties);
  const days = bars.map((bar) => bar.value).filter((value) => value !== null);
  const waitsFor = new Set(gate(criteria).waitsFor);
  const orders = records?.of('order') ?? [];
  const duties = openDuties(orders, today);
  const oldest = duties.map((one) => one.days).filter((days) => days !== null);
  const nothing = duties.length + bars.length + steps.length + criteria.length === 0;
  return (
    <ViewFrame
      name={analysis.tabs.progress}
      records={records}
      failure={failure}
      note={words.note}
      empty={nothing ? { says: words.empty, then: words.emptyThen, begins: 'order' } : null}
    >
      <Figure
        title={words.duties(duties.length, oldest.length === 0 ? null : Math.max(...oldest))}
        note={words.dutiesNote}
        heads={words.dutiesHeads}
        bars={duties.map(dutyBar)}
        act={<Out of="obligations" />}
      />
      <OverTime today={today} of="obligations" />
      <Figure
        title={words.ageing(bars.length, days.length === 0 ? null : Math.max(...days))}
        note={words.ageingNote}
        heads={words.ageingHeads}
        bars={bars}
        act={<Out of="answers-owed" />}
      />
      <Figure
        act={<Out of="remediation" />}
        title={words.steps(steps.filter((step) => done.includes(step.state)).length, steps.length)}
        note={words.stepsNote}
        heads={words.stepsHeads}
        bars={Object.keys(kinds.remediation_step.states).flatMap((state): Bar[] => {
          const here = steps.filter((step) => step.state === state);
          if (here.length === 0) return [];
          const { word } = stateLook('remediation_step', state);
          const tone = done.includes(state) ? 'done' : state === 'blocked' ? 'late' : 'plain';
          return [
            {
              key: state,
              name: word,
              value: here.length,
              words: String(here.length),
              tone,
              cells: [<Numbers key="n" of={here} />],
              behind: { says: word, numbers: here.map((one) => one.number) },
            },
          ];
        })}
      />
      <OverTime today={today} of="steps" />
      <Figure
        act={<Out of="gate" />}
        title={words.gate(criteria.length - waitsFor.size, criteria.length)}
        note={words.gateNote}
        heads={words.gateHeads}
        bars={([true, false] as const).flatMap((met): Bar[] => {
          const here = criteria.filter((one) => waitsFor.has(one.number) !== met);
          return criteria.length === 0
            ? []
            : [
                {
                  key: String(met),
                  name: met ? words.met : words.notMet,
                  value: here.length,
                  words: String(here.length),
                  tone: met ? 'done' : 'wait',
                  cells: [<Numbers key="n" of={here} />],
                  behind: { says: met ? words.met : words.notMet, numbers: here.map((one) => one.number) },
                },
              ];
        })}
      />
    </ViewFrame>
  );
}

/** An obligation of an order that is still open. */
function dutyBar({ number, order, duty, days }: OpenDuty): Bar {
  return {
    key: number,
    name: (
      <span title={duty.text}>
        <Ref inText>{order.number}</Ref> {duty.number} {duty.text}
      </span>
    ),
    value: days,
    words: days === null ? words.unknown : words.days(String(days)),
    tone: 'plain',
    cells: [duty.owner ?? '', obligationStates[duty.state]],
    behind: { says: number, numbers: [number], titles: new Map([[number, duty.text]]) },
  };
}

const courses = {
  steps: { asked: { kind: 'remediation_step' }, done, name: 'burn-down', title: words.burn, note: words.burnNote, heads: words.burnHeads },
  obligations: {
    asked: { kind: 'order', rows: 'obligations' },
    done: dutiesDone,
    name: 'obligations-over-time',
    title: words.dutiesOver,
    note: words.dutiesOverNote,
    heads: words.dutiesOverHeads,
  },
} as const;

/** How work went down over time, from the journal: nobody keeps such a list besides. */
function OverTime({ today, of }: { today: string; of: keyof typeof courses }) {
  const course = courses[of];
  const caseId = useAnalysisCase();
  const { reply } = useAnswer('records.stateChanges', caseId === null ? null : { ...course.asked, caseId });
  const lines = useMemo(() => overTime(reply?.changes ?? [], course.done, today), [reply, course, today]);
  const last = lines.at(-1);
  if (!last) return null;
  return (
    <Figure
      act={<Out of={course.name} />}
      title={course.title(last.open, last.open + last.done)}
      note={course.note}
      heads={course.heads}
      bars={lines.map(
        (line): Bar => ({
          key: line.day,
          name: dayWords(line.day, 'full', today),
          value: line.open,
          words: String(line.open),
          tone: line.open === 0 ? 'done' : 'plain',
          cells: [line.done],
          behind: { says: dayWords(line.day, 'full', today), numbers: openOn(reply?.changes ?? [], course.done, line.day) },
        }),
      )}
    />
  );
}

/** One bar for each request of ours that still waits, the oldest first; those whose age is not known come last and have no bar. */
function ageingBars(requests: readonly Request[], today: string, parties: ReadonlyMap<string, string>): readonly Bar[] {
  return owedToUs(requests, today).map(({ request, age, chaseAt: mark }) => ({
    key: request.id,
    name: (
      <span title={request.fields.title}>
        <Ref inText>{request.number}</Ref> {request.fields.title}
      </span>
    ),
    value: age.days,
    words: words.days(age.words),
    tone: age.days !== null && age.days > mark ? ('wait' as const) : ('plain' as const),
    ...(age.days !== null && { mark }),
    open: age.uncertain,
    cells: [parties.get(request.fields.to ?? '') ?? '', words.itemsOf(age.waiting, age.of)],
    behind: { says: request.number, numbers: [request.number] },
  }));
}

/** The way out of a figure's table, of the case whose figures are shown. */
function Out({ of }: { of: FigureName }) {
  return <ExportFigure name={of} caseId={useAnalysisCase()} />;
}

function Numbers({ of }: { of: readonly { readonly id: string; readonly number: string }[] }): ReactNode {
  return of.map(({ id, number }, i) => (
    <span key={id}>
      {i > 0 && ', '}
      <Ref inText>{number}</Ref>
    </span>
  ));
}
