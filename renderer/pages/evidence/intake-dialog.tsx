import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useKeptWords } from '../../form/use-kept-words.ts';
import { useScreen } from '../../screen/screen.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { KeptNote } from '../../ui/kept-note.tsx';
import { Progress } from '../../ui/long-work.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Ref } from '../../ui/ref.tsx';
import { fileSize } from '../../words/count.ts';
import { evidence as words } from '../../words/evidence.ts';
import { wordsOf } from '../../words/failures.ts';
import { shell } from '../../words/shell.ts';
import { useOpenCases } from '../../working-set/use-rows.ts';
import { AboutFields } from './about-fields.tsx';
import { aboutOf, keptAbout, type About, type FileProgress, type Intake } from './use-intake.ts';
import styles from './evidence.module.css';

/** What is being taken in: asked about first, then one line a file with its own progress; cancel at any time. */
export function IntakeDialog({ intake, onRun, onCancel, onClose }: { intake: Intake; onRun: (about: About) => Promise<boolean>; onCancel: () => void; onClose: () => void }) {
  const { phase } = intake;
  if (phase === 'idle') return null;
  const running = phase === 'running' || phase === 'sending';
  return (
    <Modal
      opened
      onClose={running ? onCancel : onClose}
      title={phase === 'done' ? words.results : phase === 'sending' ? words.sending : words.dialog(intake.files.length)}
      size={600}
      centered
      closeOnClickOutside={false}
      withCloseButton={phase === 'asking'}
      closeButtonProps={{ 'aria-label': shell.close }}
    >
      {phase === 'asking' && <Asking intake={intake} onRun={onRun} onClose={onClose} />}
      {(phase === 'running' || phase === 'done') && (
        <ul className={styles.files}>
          {intake.progress.map((file, i) => (
            <FileLine key={i} file={file} />
          ))}
        </ul>
      )}
      {intake.stopped && <p className="muted">{words.stopped}</p>}
      {intake.failure && <FailureNote failure={intake.failure} />}
      {phase !== 'asking' && (
        <div className={styles.acts}>
          {running ? (
            <Button key="cancel" onClick={onCancel}>
              {words.cancel}
            </Button>
          ) : (
            <Button key="close" autoFocus onClick={onClose}>
              {words.close}
            </Button>
          )}
        </div>
      )}
    </Modal>
  );
}

function FileLine({ file }: { file: FileProgress }) {
  const failure = file.failure ? wordsOf(file.failure) : null;
  return (
    <li className={styles.file}>
      <span className={styles.fileName} title={file.name}>
        {file.name}
      </span>
      <span className="muted">{fileSize(file.bytes)}</span>
      {failure ? (
        <p className={styles.fileFailure}>
          <Mark shape="stop" tone="late" /> {failure.what} {failure.means}
        </p>
      ) : file.number ? (
        <p className={styles.fileDone}>
          {wholly(file) ? <Mark shape="circleCheck" tone="done" /> : <Mark shape="circleHalf" tone="wait" />} <Ref inText>{file.number}</Ref>
          {file.result && <span className="muted"> {words.became(file.result)}</span>}
        </p>
      ) : (
        <Progress what={file.name} share={file.share} className={styles.track} />
      )}
      {file.result?.notTakenOut.map((one, i) => (
        <p key={i} className={styles.fileFailure}>
          <Mark shape="stop" tone="late" /> {words.notTakenOut(one.name, one.why)}
        </p>
      ))}
    </li>
  );
}

/** Whether nothing of the file was left out: its words are read, and what lay in it is taken out. */
const wholly = ({ result }: FileProgress): boolean => result === null || ((result.reading === null || result.reading === 'text') && result.notTakenOut.length === 0);

function Asking({ intake, onRun, onClose }: { intake: Intake; onRun: (about: About) => Promise<boolean>; onClose: () => void }) {
  const cases = useOpenCases().rows;
  const chosen = useScreen((now) => now.caseId);
  const kept = useKeptWords<About>(
    ...keptAbout(
      intake.files.map((file) => file.name),
      aboutOf(chosen ?? (cases.length === 1 ? (cases[0]?.id ?? '') : '')),
    ),
  );
  const { words: about } = kept;
  const [missing, setMissing] = useState(false);
  return (
    <form
      className={styles.asking}
      onSubmit={(event) => {
        event.preventDefault();
        if (about.caseId === '') setMissing(true);
        else void onRun(about).then((all) => (all ? kept.end() : undefined));
      }}
    >
      <p className="muted">
        {intake.files
          .slice(0, 4)
          .map((file) => file.name)
          .join(', ')}
        {intake.files.length > 4 && ' …'}
      </p>
      {intake.unread.length > 0 && (
        <p className={styles.fileFailure}>
          <Mark shape="stop" tone="late" /> {words.unread(intake.unread)}
        </p>
      )}
      <KeptNote kept={kept} />
      <AboutFields about={about} missing={missing} onChange={kept.set} />
      <div className={styles.acts}>
        <Button variant="filled" type="submit">
          {words.start}
        </Button>
        <Button
          onClick={() => {
            void kept.end();
            onClose();
          }}
        >
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
