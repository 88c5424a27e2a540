import { copyRows } from '../../answers/copy-rows.ts';
import { useWritable } from '../../screen/screen.ts';
import { copying as words } from '../../words/copying.ts';
import { PageButton } from '../../ui/page-button.tsx';
import styles from './copy-list.module.css';

/** Copies the rows of one list of a record, to paste into Word, Excel or another record. Nothing where what leaves cannot be recorded. */
export function CopyList({ number, list, label }: { number: string; list: string; label: string }) {
  if (!useWritable()) return null;
  return (
    <PageButton variant="subtle" className={styles.copy} aria-label={words.listOf(label)} onClick={() => void copyRows([number], list)}>
      {words.row}
    </PageButton>
  );
}
