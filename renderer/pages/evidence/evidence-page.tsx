import { kindNamed } from '../../../shared/records/kinds.ts';
import { go } from '../../screen/route.ts';
import { useWritable } from '../../screen/screen.ts';
import { Empty } from '../../ui/empty.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { evidence as words } from '../../words/evidence.ts';
import { RecordList } from '../list/list-page.tsx';
import { askIntake } from './intake-over.tsx';
import { ReadManyAgain } from './read-again.tsx';
import styles from './evidence.module.css';

const kind = kindNamed('evidence_item');

/** All exhibits; files dropped anywhere in the window are taken in (handed/use-handed.ts). */
export function EvidencePage() {
  const writable = useWritable();
  const choose = <PageButton onClick={() => askIntake(null)}>{words.takeIn}</PageButton>;

  return (
    <div className={styles.page}>
      {kind && (
        <RecordList
          kind={kind}
          title={words.title}
          count={words.count}
          acts={
            writable && (
              <>
                <PageButton onClick={() => go({ page: 'import', kind: 'evidence_item' })}>{words.importList}</PageButton>
                {choose}
              </>
            )
          }
          below={
            writable && (
              <>
                <ReadManyAgain />
                <p className={styles.hint}>{words.drop}</p>
              </>
            )
          }
          empty={<Empty says={words.empty} then={words.emptyThen} helped />}
        />
      )}
    </div>
  );
}
