import { useMemo, type ReactNode } from 'react';
import { kinds, type RecordOf } from '../../../shared/records/kinds.ts';
import { oldest } from '../../../shared/records/views/ageing.ts';
import { gate } from '../../../shared/records/views/gate.ts';
import { overTime } from '../../../shared/records/views/over-time.ts';
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
import { weAsked } from '../requests/ageing.ts';

type Request = RecordOf<'evidence_request'>;
const wanted = { evidence_request: {}, remediation_step: {}, restore_criterion: {}, party: {} } as const;
/** Days after which an answer is asked for again, where the request does not say. */
const usualChase = 14;
const done: readonly string[] = ['verified', 'accepted', 'risk_accepted'];

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
  const nothing = bars.length + steps.length + criteria.length === 0;
  return (
    <ViewFrame name={analysis.tabs.progress} records={records} failure={failure} note={words.note} empty={nothing ? { says: words.empty, then: words.emptyThen } : null}>
      <Figure title={words.ageing(bars.length, days.length === 0 ? null : Math.max(...days))} note={words.ageingNote} heads={words.ageingHeads} bars={bars} />
      <Figure
        title={words.steps(steps.filter((step) => done.includes(step.state)).length, steps.length)}
        note={words.stepsNote}
        heads={words.stepsHeads}
        bars={Object.keys(kinds.remediation_step.states).flatMap((state): Bar[] => {
          const here = steps.filter((step) => step.state === state);
          if (here.length === 0) return [];
          const { word } = stateLook('remediation_step', state);
          const tone = done.includes(state) ? 'done' : state === 'blocked' ? 'late' : 'plain';
          return [{ key: state, name: word, value: here.length, words: String(here.length), tone, cells: [<Numbers key="n" of={here} />] }];
        })}
      />
      <BurnDown today={today} />
      <Figure
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
                },
              ];
        })}
      />
    </ViewFrame>
  );
}

/** How the steps went down over time, from the journal: nobody keeps such a list besides. */
function BurnDown({ today }: { today: string }) {
  const caseId = useAnalysisCase();
  const { reply } = useAnswer('records.stateChanges', caseId === null ? null : { kind: 'remediation_step', caseId });
  const lines = useMemo(() => overTime(reply?.changes ?? [], done, today), [reply, today]);
  const last = lines.at(-1);
  if (!last) return null;
  return (
    <Figure
      title={words.burn(last.open, last.open + last.done)}
      note={words.burnNote}
      heads={words.burnHeads}
      bars={lines.map(
        (line): Bar => ({
          key: line.day,
          name: dayWords(line.day, 'full', today),
          value: line.open,
          words: String(line.open),
          tone: line.open === 0 ? 'done' : 'plain',
          cells: [line.done],
        }),
      )}
    />
  );
}

/** One bar for each request of ours that still waits, the oldest first; those whose age is not known come last and have no bar. */
function ageingBars(requests: readonly Request[], today: string, parties: ReadonlyMap<string, string>): readonly Bar[] {
  return requests
    .flatMap((request) => {
      const age = weAsked(request) ? oldest(request, today) : null;
      return age === null ? [] : [{ request, age }];
    })
    .sort((a, b) => (b.age.days ?? -1) - (a.age.days ?? -1))
    .map(({ request, age }) => {
      const mark = request.fields.chaseAfterDays ?? usualChase;
      return {
        key: request.id,
        name: (
          <span title={request.fields.title}>
            <Ref>{request.number}</Ref> {request.fields.title}
          </span>
        ),
        value: age.days,
        words: words.days(age.words),
        tone: age.days !== null && age.days > mark ? ('wait' as const) : ('plain' as const),
        ...(age.days !== null && { mark }),
        open: age.uncertain,
        cells: [parties.get(request.fields.to ?? '') ?? '', words.itemsOf(age.waiting, age.of)],
      };
    });
}

function Numbers({ of }: { of: readonly { readonly id: string; readonly number: string }[] }): ReactNode {
  return of.map(({ id, number }, i) => (
    <span key={id}>
      {i > 0 && ', '}
      <Ref inText>{number}</Ref>
    </span>
  ));
}
