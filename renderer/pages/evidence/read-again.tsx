import { Button, Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../shared/failure/failure.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { useScreen, useWritable } from '../../screen/screen.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { LongWork } from '../../ui/long-work.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Ref } from '../../ui/ref.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { Select } from '../../ui/select.tsx';
import { evidence as words } from '../../words/evidence.ts';
import { wordsOf } from '../../words/failures.ts';
import { shell } from '../../words/shell.ts';
import { useReadAgain, type ReadFile } from './use-read-again.ts';
import styles from './evidence.module.css';

const said = words.again;
const minutes = [1, 5, 15, 60] as const;
const verdicts = ['timed-out', 'not-read', 'damaged', 'too-large'] as const;

function Minutes({ value, onChange }: { value: number; onChange: (minutes: number) => void }) {
  return (
    <Select
      label={said.minutes}
      data={minutes.map((n) => ({ value: String(n), label: said.minutesOf(n) }))}
      value={String(value)}
      onChange={(typed) => onChange(Number(typed))}
      className={styles.minutes}
    />
  );
}

/** Another reading of one exhibit whose words could not be read, with more time. */
export function ReadOneAgain({ number }: { number: string }) {
  const writable = useWritable();
  const [given, setGiven] = useState(5);
  const { running, files, failure, run } = useReadAgain();
  if (!writable) return null;
  return (
    <div className={styles.again}>
      {running ? (
        <LongWork what={said.working} now={number} share={null} left="" onCancel={running.stop} />
      ) : (
        <>
          <Minutes value={given} onChange={setGiven} />
          <PageButton onClick={() => void run([number], given)}>{said.one}</PageButton>
        </>
      )}
      {failure && <FailureNote failure={failure} />}
      {files?.map((file) => (
        <Became key={file.number} file={file} />
      ))}
    </div>
  );
}

/** What in the evidence could not be read, and another reading of all of it; nothing where everything was. */
export function ReadManyAgain() {
  const writable = useWritable();
  const caseId = useScreen((now) => now.caseId);
  const { reply } = useAnswer('evidence.unread', { caseId }, false);
  const [open, setOpen] = useState(false);
  const late = (reply?.files ?? []).filter((file) => file.status === 'timed-out').length;
  if (!writable || (late === 0 && !open)) return null;
  return (
    <>
      <p className={styles.hint}>
        {said.late(late)}{' '}
        <PageButton variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
          {said.open}
        </PageButton>
      </p>
      {open && reply && <ReadAgainDialog files={reply.files} onClose={() => setOpen(false)} />}
    </>
  );
}

function ReadAgainDialog({ files, onClose }: { files: readonly { number: string; status: string }[]; onClose: () => void }) {
  const [given, setGiven] = useState(5);
  const [chosen, setChosen] = useState<readonly string[]>(['timed-out']);
  const { running, files: done, failure, run } = useReadAgain();
  const numbers = files.filter((file) => chosen.includes(file.status)).map((file) => file.number);
  return (
    <Modal opened onClose={running ? running.stop : onClose} title={said.title} size={600} centered closeOnClickOutside={false} closeButtonProps={{ 'aria-label': shell.close }}>
      {running ? (
        <LongWork
          what={said.working}
          now={`${running.number}, ${words.progress(running.done + 1, running.of)}`}
          share={running.done / running.of}
          left=""
          onCancel={running.stop}
        />
      ) : done ? (
        <ul className={styles.files}>
          {done.map((file) => (
            <li key={file.number} className={styles.file}>
              <Became file={file} />
            </li>
          ))}
        </ul>
      ) : (
        <div className={styles.asking}>
          <p className="muted">{said.note}</p>
          {verdicts.flatMap((verdict) => {
            const count = files.filter((file) => file.status === verdict).length;
            return count === 0
              ? []
              : [
                  <Checkbox
                    key={verdict}
                    label={said.verdicts[verdict](count)}
                    checked={chosen.includes(verdict)}
                    onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, verdict] : chosen.filter((one) => one !== verdict))}
                  />,
                ];
          })}
          <Minutes value={given} onChange={setGiven} />
        </div>
      )}
      {failure && <FailureNote failure={failure} />}
      {!running && (
        <div className={styles.acts}>
          {done === null && (
            <Button variant="filled" disabled={numbers.length === 0} onClick={() => void run(numbers, given)}>
              {said.many(numbers.length)}
            </Button>
          )}
          {/* The one that was pressed is gone when all is read: the focus stays in the dialog. */}
          <Button key={done ? 'close' : 'cancel'} autoFocus={done !== null} onClick={onClose}>
            {done ? words.close : words.cancel}
          </Button>
        </div>
      )}
    </Modal>
  );
}

function Became({ file }: { file: ReadFile }) {
  // Proof of the cast: what stands in `failure` was made by the vault's own `refuse`.
  const failure = file.failure ? wordsOf(file.failure as Failure) : null;
  const read = file.reading === 'text' || file.reading === 'no-text';
  return (
    <>
      <p className={failure ? styles.fileFailure : styles.fileDone} role="status">
        <Mark shape={read ? 'circleCheck' : 'stop'} tone={read ? 'done' : 'late'} /> <Ref inText>{file.number}</Ref>{' '}
        {failure ? `${failure.what} ${failure.means}` : file.reading && said.became(file.reading, file.inside.length)}
      </p>
      {file.notTakenOut.map((one, i) => (
        <p key={i} className={styles.fileFailure}>
          {words.notTakenOut(one.name, one.why)}
        </p>
      ))}
    </>
  );
}
