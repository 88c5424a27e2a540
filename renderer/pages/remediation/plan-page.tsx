import { stepsDone } from '../../../shared/records/kinds/remediation-step.ts';
import { type ReactNode } from 'react';
import { gate } from '../../../shared/records/views/gate.ts';
import type { RecordOf } from '../../../shared/records/kinds.ts';
import { ofKind, useNames, useRecords, type Whole } from '../../answers/use-records.ts';
import { go } from '../../screen/route.ts';
import { useWritable } from '../../screen/screen.ts';
import { ChooseLook } from '../../ui/choose-look.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import parts from '../../ui/page-parts.module.css';
import { remediation as words } from '../../words/remediation.ts';
import { Linked } from '../record/field-value.tsx';
import list from '../record/linked-list.module.css';
import { RecordBody } from '../record/record-body.tsx';
import { RecordShell } from '../record/record-shell.tsx';
import { Board, type Step } from './board.tsx';
import { Gate } from './gate.tsx';
import { StepGraphView } from './step-graph-view.tsx';
import { Heads } from '../../ui/heads.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { isOneOf, useStanding } from '../../screen/standing.ts';

const looks = ['board', 'list', 'graph'] as const;
type Look = (typeof looks)[number];
const bodies: Readonly<Record<Look, (steps: readonly Step[]) => ReactNode>> = {
  board: (steps) => <Board steps={steps} />,
  list: (steps) => <StepList steps={steps} />,
  graph: (steps) => <StepGraphView steps={steps} />,
};

/** The way back: steps by how far they are, and beside them the conditions that all must hold before access returns. */
export function PlanPage({ whole, plan, tab }: { whole: Whole; plan: RecordOf<'remediation_plan'>; tab: string | null }) {
  const names = useNames(whole);
  const writable = useWritable();
  const [as, setAs] = useStanding<Look>('look', 'board', isOneOf(looks));
  const from = useRecords([...new Set(whole.linkedFrom.filter((link) => ['remediation_step', 'restore_criterion'].includes(link.kind)).map((link) => link.number))]);
  const steps = ofKind(from, 'remediation_step');
  const criteria = ofKind(from, 'restore_criterion');
  const [modelId] = plan.fields.models ?? [];
  const model = modelId === undefined ? null : (names.get(modelId)?.number ?? null);
  const done = steps.filter((step) => stepsDone.includes(step.record.state)).length;
  const blocked = steps.filter((step) => step.record.state === 'blocked').length;
  const newStep = (): void => go({ page: 'new', kind: 'remediation_step', prefill: { field: 'plan', linkId: plan.id, linkNumber: plan.number } });
  const met = criteria.length - gate(criteria.map((one) => one.record)).waitsFor.length;

  return (
    <RecordShell
      whole={whole}
      tab={tab}
      line={[
        words.steps(steps.length, done, blocked),
        ...(plan.fields.order ?? []).slice(0, 2).map((id) => <Linked key={id} id={id} names={names} title={false} />),
        plan.fields.owner ?? '',
      ].filter((part) => part !== '')}
      actions={
        <>
          <ChooseLook label={words.showAs} looks={looks} words={words} value={as} onChange={setAs} />
          {writable && <PageButton onClick={newStep}>{words.newStep}</PageButton>}
        </>
      }
      side={<Gate criteria={criteria} model={model} plan={plan} />}
      sideName={words.gateName(met, criteria.length)}
      sideWidth={300}
      tabs={[
        {
          key: 'steps',
          name: words.stepsTab,
          count: steps.length,
          body:
            steps.length === 0 ? (
              <Empty says={words.noSteps} then={words.noStepsThen} action={writable && <PageButton onClick={newStep}>{words.newStep}</PageButton>} />
            ) : (
              bodies[as](steps)
            ),
        },
        { key: 'record', name: words.recordTab, body: <RecordBody record={plan} names={names} /> },
      ]}
    />
  );
}

function StepList({ steps }: { steps: readonly Step[] }) {
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.stepsTab}>
      <section className={parts.section}>
        <table className={list.links}>
          <thead className="hidden">
            <tr>
              <Heads names={Object.values(words.columns)} />
            </tr>
          </thead>
          <tbody>
            {steps.map(({ record, links }) => (
              <tr key={record.id}>
                <td>
                  <Ref>{record.number}</Ref>
                </td>
                <td>{record.fields.title}</td>
                <td className="muted">{record.fields.owner}</td>
                <td>{record.fields.due ? <UncertainDate fact={record.fields.due} /> : <span className="muted">{words.noDate}</span>}</td>
                <td className="muted">{(record.fields.evidence ?? []).length === 0 ? words.noProof : words.proof((record.fields.evidence ?? []).length)}</td>
                <td className="muted">
                  {links
                    .filter((link) => (record.fields.dependsOn ?? []).includes(link.id))
                    .map(({ id, number }) => (
                      <Ref key={id} inText>
                        {number}
                      </Ref>
                    ))}
                </td>
                <td>
                  <State look={stateLook('remediation_step', record.state)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
