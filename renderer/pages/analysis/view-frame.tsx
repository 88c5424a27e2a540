import type { ReactNode } from 'react';
import type { KindName } from '../../../shared/records/kinds.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { BeginOne } from '../../ui/begin-one.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Loading } from '../../ui/not-there.tsx';
import parts from '../../ui/page-parts.module.css';
import { analysis as words } from '../../words/analysis.ts';
import styles from './analysis.module.css';

export interface ViewFrameProps {
  readonly name: string;
  /** Null until they are there. */
  readonly records: { readonly more: number } | null;
  readonly failure: Failure | null;
  readonly note: string;
  /** What stands there when there is nothing to show. */
  readonly empty?: { readonly says: string; readonly then: string; readonly begins: KindName } | null | undefined;
  readonly children: ReactNode;
}

/** What every view has around it: why there is nothing, what is left out, and one line that says how to read it. */
export function ViewFrame({ name, records, failure, note, empty, children }: ViewFrameProps) {
  if (failure)
    return (
      <div className={parts.section}>
        <FailureNote failure={failure} />
      </div>
    );
  if (!records) return <Loading />;
  if (empty) return <Empty says={empty.says} then={empty.then} action={<BeginOne kind={empty.begins} />} helped />;
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={name}>
      <p className={styles.note}>
        {note}
        {records.more > 0 && ` ${words.more(records.more)}`}
      </p>
      {children}
    </div>
  );
}
