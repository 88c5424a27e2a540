import { addressOf } from '../../screen/route.ts';
import { useScreen } from '../../screen/screen.ts';
import { Mark } from '../../ui/mark.tsx';
import { Ref } from '../../ui/ref.tsx';
import { analysis } from '../../words/analysis.ts';
import { useOpenRows } from '../../working-set/use-rows.ts';
import styles from './conflict-lines.module.css';

const kind = ['conflict_of_duties'] as const;
/** How many stand over the docket line by line: more would push off the page what is due today. */
const most = 3;

/** The red line of the docket: every conflict of duties that nobody has decided (domain.md §2.28). Nothing where there is none. */
export function ConflictLines() {
  const caseId = useScreen((now) => now.caseId);
  const { rows } = useOpenRows(kind);
  const open = rows.filter((row) => row.state === 'open' && (caseId === null || row.caseId === caseId));
  if (open.length === 0) return null;
  return (
    <ul className={styles.lines} aria-label={analysis.tabs.duties}>
      {open.slice(0, most).map((row) => (
        <li key={row.id}>
          <Mark shape="stop" tone="late" />
          <span>{analysis.duties.line(row.title)}</span>
          <Ref inText>{row.number}</Ref>
        </li>
      ))}
      {open.length > most && (
        <li>
          <Mark shape="stop" tone="late" />
          <a href={addressOf({ page: 'analysis', view: 'duties' })}>{analysis.duties.more(open.length - most)}</a>
        </li>
      )}
    </ul>
  );
}
