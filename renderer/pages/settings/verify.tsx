import type { z } from 'zod';
import { create } from 'zustand';
import type { contract } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { vault } from '../../bridge.ts';
import { nowInstant, startWork } from '../../screen/screen.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { FindingList } from '../../ui/finding-list.tsx';
import { Mark } from '../../ui/mark.tsx';
import { useWhen } from '../../ui/use-when.ts';
import { settings } from '../../words/settings.ts';
import styles from './settings.module.css';

type Report = z.output<(typeof contract)['vault.verify']['reply']>;
interface Verify {
  readonly running: boolean;
  readonly report: Report | null;
  readonly failure: Failure | null;
  /** When it ended. */
  readonly at: number;
}

/** Not a state of the page: whoever goes elsewhere while a large vault is verified finds on their return that it goes on, or what was found. */
export const useVerify = create<Verify>(() => ({ running: false, report: null, failure: null, at: 0 }));

/** Verifies the whole vault; progress and cancel stand in the status bar meanwhile. Once at a time. */
export async function startVerify(): Promise<void> {
  if (useVerify.getState().running) return;
  const stop = new AbortController();
  const work = startWork(settings.verifying, () => stop.abort(), 'reading');
  useVerify.setState({ running: true, report: null, failure: null });
  const answer = await vault.ask(
    'vault.verify',
    {},
    { signal: stop.signal, onProgress: ({ done, of, unit, what }) => work.tell(settings.far(what, done, of, unit), of === null || of === 0 ? null : done / of) },
  );
  work.end();
  useVerify.setState({ running: false, report: answer.ok ? answer.reply : null, failure: answer.ok ? null : answer.failure, at: nowInstant() });
}

/** What the verification found, in place. */
export function VerifyResult() {
  const { report, failure, at } = useVerify();
  const when = useWhen();
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
        {report.ok ? settings.verified(report.entries, report.root.slice(0, 16)) : settings.found(report.findings.length)}{' '}
        <span className="muted">{settings.verifiedAt(when(at))}</span>
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
