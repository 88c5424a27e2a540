import { kindNamed } from '../../../shared/records/kinds.ts';
import type { Whole } from '../../answers/use-records.ts';
import { useGoOn } from '../../form/go-on.ts';
import { useWritable } from '../../screen/screen.ts';
import { Mark } from '../../ui/mark.tsx';
import { RecordPage } from '../../ui/record-page.tsx';
import { erasure as words } from '../../words/erasure.ts';
import { useWhen } from '../../ui/use-when.ts';
import { PageButton } from '../../ui/page-button.tsx';
import { HistoryList } from '../history/history-list.tsx';
import { close, useClosing } from './closing.ts';
import styles from './close-dialog.module.css';

/** What is left to see of a record that is sequestered or erased: that it is, by whom, and under what authority. */
export function ClosedRecordPage({ whole: { record } }: { whole: Whole }) {
  const erasing = useClosing((now) => now.erasing);
  const writable = useWritable();
  const when = useWhen();
  useGoOn((dialog, [about]) => {
    const opens = writable && record.sequestered !== undefined && about === record.number && (dialog === 'lift' || dialog === 'erase');
    if (opens) close(record.number, dialog);
    return opens;
  });
  const closed = record.erased ?? record.sequestered;
  if (!closed) return null;
  const word = record.erased ? words.erased : words.sequestered;
  return (
    <RecordPage
      number={record.number}
      title={kindNamed(record.kind)?.label ?? record.kind}
      state={
        <span>
          <Mark shape="stop" tone={record.erased ? 'late' : 'wait'} /> {word}
        </span>
      }
      line={[words.by(closed.by, when(closed.at))]}
      actions={
        writable &&
        record.sequestered && (
          <>
            <PageButton onClick={() => close(record.number, 'lift')}>{words.lift}</PageButton>
            <PageButton onClick={() => close(record.number, 'erase')}>{words.erase}</PageButton>
          </>
        )
      }
    >
      <div className={styles.body}>
        <p className={styles.reason}>{record.erased ? (erasing ? words.takingAwayNote : words.erasedNote) : words.sequesteredNote}</p>
        <p className={styles.reason}>
          <span className="strong">{words.underWhat}:</span> {closed.reason}
        </p>
      </div>
      <HistoryList number={record.number} />
    </RecordPage>
  );
}
