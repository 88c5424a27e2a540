import { kindNamed } from '../../../shared/records/kinds.ts';
import { change } from '../../answers/change.ts';
import { useRecords } from '../../answers/use-records.ts';
import { useWritable } from '../../screen/screen.ts';
import { State, stateLook } from '../../ui/state.tsx';
import { Ref } from '../../ui/ref.tsx';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { filing as words } from '../../words/filing.ts';
import { records } from '../../words/records.ts';
import { RecordApprovals } from '../record/approvals.tsx';
import styles from './press.module.css';

/** The way of a filing from draft to signed. */
const onward: Readonly<Record<string, string>> = { draft: 'in_review', in_review: 'approved', approved: 'signed' };

/** Who signed the filing, and its way on: what stands in the way of a state is said by the filing's own conditions. */
export function PaperApproval({ number, profile }: { number: string; profile: 'internal' | 'outgoing' }) {
  const [whole] = useRecords([number]);
  const writable = useWritable();
  if (!whole) return null;
  const { record } = whole;
  const label = (state: string): string => kindNamed('filing')?.states[state]?.label ?? state;
  const next = onward[record.state];
  return (
    <section className={styles.look} data-profile={profile}>
      <h2 className={parts.sectionTitle}>{words.steps.approve}</h2>
      <p>
        <Ref>{number}</Ref> <State look={stateLook('filing', record.state)} />
      </p>
      <p className={styles.note}>{words.approveNote(label(record.state))}</p>
      <div className={styles.signatures}>
        <RecordApprovals whole={whole} />
      </div>
      {writable && next !== undefined && (
        <PageButton onClick={() => void change('records.move', { id: record.id, to: next }, (moved) => records.moved(moved, label(next)))}>{words.moveTo(label(next))}</PageButton>
      )}
    </section>
  );
}
