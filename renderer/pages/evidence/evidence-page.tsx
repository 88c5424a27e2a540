import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { kindNamed } from '../../../shared/records/kinds.ts';
import { go } from '../../screen/route.ts';
import { useScreen, useWritable } from '../../screen/screen.ts';
import { Empty } from '../../ui/empty.tsx';
import { evidence as words } from '../../words/evidence.ts';
import { RecordList } from '../list/list-page.tsx';
import { droppedFiles } from './dropped-files.ts';
import { IntakeDialog } from './intake-dialog.tsx';
import { ReadManyAgain } from './read-again.tsx';
import { onTakeIn } from './take-in.ts';
import { useIntake } from './use-intake.ts';
import styles from './evidence.module.css';

const kind = kindNamed('evidence_item');

/** All exhibits; files dropped anywhere on the page are taken in. */
export function EvidencePage() {
  const writable = useWritable();
  const host = useScreen((now) => now.session?.host);
  const [over, setOver] = useState(false);
  const { intake, take, run, cancel, close } = useIntake();
  const asking = useRef(take);
  asking.current = take;
  useEffect(() => (writable ? onTakeIn(() => void asking.current(null)) : undefined), [writable]);
  const choose = <Button onClick={() => void take(null)}>{words.takeIn}</Button>;

  return (
    <div
      className={styles.page}
      data-over={over ? words.dropNow : undefined}
      onDragOver={(event) => {
        if (!writable || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        // A copy, never a move: a mail program that is told nothing moves what it gave to its deleted items.
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        event.dataTransfer.dropEffect = 'copy';
        if (!writable) return;
        void droppedFiles(event.dataTransfer, host === 'chromium').then(async (files) => {
          if (files.length > 0) await take(files);
        });
      }}
    >
      {kind && (
        <RecordList
          kind={kind}
          title={words.title}
          count={words.count}
          acts={
            writable && (
              <>
                <Button onClick={() => go({ page: 'import', kind: 'evidence_item' })}>{words.importList}</Button>
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
          empty={<Empty says={words.empty} then={words.emptyThen} />}
        />
      )}
      <IntakeDialog intake={intake} onRun={run} onCancel={cancel} onClose={close} />
    </div>
  );
}
