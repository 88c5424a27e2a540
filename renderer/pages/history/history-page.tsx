import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useScreen } from '../../screen/screen.ts';
import parts from '../../ui/page-parts.module.css';
import { Page } from '../../ui/page.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { history } from '../../words/history.ts';
import { usePastSeq } from '../../frame/use-past-seq.ts';
import { startVerify, useVerify, VerifyResult } from '../settings/verify.tsx';
import { HistoryList } from './history-list.tsx';
import { OtherDates } from './other-dates.tsx';

/** The journal, and the way to the case as it was known at an instant. Both come from the same entries, so they cannot disagree. */
export function HistoryPage() {
  const [filter, setFilter] = useState('');
  const caseId = useScreen((now) => now.caseId);
  const head = useScreen((now) => now.seq);
  const past = usePastSeq();
  const verifying = useVerify((now) => now.running);
  return (
    <Page
      side={<OtherDates caseId={caseId} />}
      sideName={history.side}
      head={(sideButton) => (
        <div className={parts.head}>
          <h1 className={parts.headTitle}>{history.title}</h1>
          <p className={`${parts.headNote} ${parts.headCount}`}>{history.entries(past ?? head)}</p>
          <TextInput aria-label={history.filterLabel} placeholder={history.filter} value={filter} onChange={(event) => setFilter(event.currentTarget.value)} w={240} data-find />
          {sideButton}
          <PageButton onClick={() => void startVerify()} disabled={verifying}>
            {history.verify}
          </PageButton>
        </div>
      )}
    >
      <VerifyResult />
      <HistoryList caseId={caseId} filter={filter} onPaper />
    </Page>
  );
}
