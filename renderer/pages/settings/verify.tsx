import { useState } from 'react';
import type { z } from 'zod';
import type { contract } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { vault } from '../../bridge.ts';
import { startWork } from '../../screen/screen.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { FindingList } from '../../ui/finding-list.tsx';
import { Mark } from '../../ui/mark.tsx';
import { settings } from '../../words/settings.ts';
import styles from './settings.module.css';

type Report = z.output<(typeof contract)['vault.verify']['reply']>;
export interface Verify {
  readonly running: boolean;
  readonly report: Report | null;
  readonly failure: Failure | null;
  readonly start: () => Promise<void>;
}

/** Verifies the whole vault; progress and cancel stand in the status bar meanwhile. */
export function useVerify(): Verify {
  const [state, setState] = useState<Omit<Verify, 'start'>>({ running: false, report: null, failure: null });
  return {
    ...state,
    start: async () => {
      const stop = new AbortController();
      const work = startWork(settings.verifying, () => stop.abort());
      setState({ running: true, report: null, failure: null });
      const answer = await vault.ask(
        'vault.verify',
        {},
        { signal: stop.signal, onProgress: ({ done, of, unit, what }) => work.tell(settings.far(what, done, of, unit), of === null || of === 0 ? null : done / of) },
      );
      work.end();
      setState({ running: false, report: answer.ok ? answer.reply : null, failure: answer.ok ? null : answer.failure });
    },
  };
}

/** What the verification found, in place. */
export function VerifyResult({ verify: { report, failure } }: { verify: Verify }) {
  if (failure)
    return (
      <div className={styles.result}>
        <FailureNote failure={failure} />
      </div>
    );
  if (!report) return null;
  return (
    <div className={styles.result} role="status">
      <p>
        <Mark shape={report.ok ? 'circleCheck' : 'stop'} tone={report.ok ? 'done' : 'late'} />{' '}
        {report.ok ? settings.verified(report.entries, report.root.slice(0, 16)) : settings.found(report.findings.length)}
      </p>
      {report.findings.length > 0 && <FindingList className={styles.findings} all={report.findings} />}
      {report.dates.length > 0 && (
        <>
          <p className={styles.dates}>{settings.datesToLookAt}</p>
          <FindingList className={styles.findings} all={report.dates} />
        </>
      )}
    </div>
  );
}
