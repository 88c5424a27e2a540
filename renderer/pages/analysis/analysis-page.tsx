import type { ReactNode } from 'react';
import { useAnalysisCase } from '../../answers/use-case-records.ts';
import { replace } from '../../screen/route.ts';
import { Loading } from '../../ui/not-there.tsx';
import { RecordTabs } from '../../ui/record-tabs.tsx';
import parts from '../../ui/page-parts.module.css';
import { analysis as words } from '../../words/analysis.ts';
import { DisputedView } from '../disputed/disputed-view.tsx';
import { DutiesView } from '../duties/duties-view.tsx';
import { HarmView } from '../harm/harm-view.tsx';
import { IntakeView } from '../intake-sheet/intake-view.tsx';
import { InterestsView } from '../interests/interests-view.tsx';
import { KnowledgeView } from '../knowledge/knowledge-view.tsx';
import { OptionsView } from '../options/options-view.tsx';
import { ScopeView } from '../scope-evidence/scope-view.tsx';
import { StatementsView } from '../statements/statements-view.tsx';
import { ProgressView } from '../progress/progress-view.tsx';
import { TiesView } from '../ties/ties-view.tsx';
import { WorkloadView } from '../workload/workload-view.tsx';
import { useOpenCases } from '../../working-set/use-rows.ts';
import { CaseChoice } from './case-choice.tsx';
import { NoCase } from './no-case.tsx';
import { viewOf, views, type View } from './views.ts';
import styles from './analysis.module.css';

const bodies: Readonly<Record<View, ReactNode>> = {
  scope: <ScopeView />,
  said: <StatementsView />,
  knew: <KnowledgeView />,
  disputed: <DisputedView />,
  duties: <DutiesView />,
  options: <OptionsView />,
  harm: <HarmView />,
  interests: <InterestsView />,
  ties: <TiesView />,
  work: <WorkloadView />,
  progress: <ProgressView />,
  intake: <IntakeView />,
};

/** The views across a case: what no single record shows. */
export function AnalysisPage({ view }: { view: string | null }) {
  const shown = viewOf(view);
  const { rows: cases, ready } = useOpenCases();
  const caseId = useAnalysisCase();
  return (
    <>
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{words.title}</h1>
        <p className={parts.headNote} />
        <CaseChoice />
      </div>
      <div className={styles.tabs}>
        <RecordTabs label={words.parts} value={shown} tabs={views.map((one) => [one, words.tabs[one]] as const)} onChange={(one) => replace({ page: 'analysis', view: one })} />
      </div>
      {!ready ? <Loading /> : cases.length === 0 ? <NoCase page={{ page: 'analysis', view }} /> : caseId !== null && bodies[shown]}
    </>
  );
}
