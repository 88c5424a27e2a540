import { Button, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../shared/failure/failure.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { people } from '../../words/people.ts';
import styles from './settings.module.css';

export interface FormDialogProps {
  readonly title: string;
  readonly note?: string;
  readonly act: string;
  /** Does it; gives why not, or null when it is done. Undefined where a field says what is missing. */
  readonly onAct: () => Promise<Failure | null | undefined>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A question over the settings page: what it does, its fields, one act. A failure shows in it and nothing typed is lost. */
export function FormDialog({ title, note, act, onAct, onClose, children }: FormDialogProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [working, setWorking] = useState(false);
  const submit = async (): Promise<void> => {
    if (working) return;
    setWorking(true);
    setFailure(null);
    const why = await onAct();
    setWorking(false);
    if (why === null) onClose();
    else if (why) setFailure(why);
  };
  return (
    <Modal opened onClose={onClose} withCloseButton={false} title={title} centered size={480}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {note && <p className={styles.dialogNote}>{note}</p>}
        <div className={styles.fields}>{children}</div>
        {failure && (
          <div className={styles.failure}>
            <FailureNote failure={failure} />
          </div>
        )}
        <div className={styles.acts}>
          <Button variant="filled" type="submit" loading={working}>
            {act}
          </Button>
          {/* Where nothing is typed, the focus is on what changes nothing. */}
          <Button onClick={onClose} {...(!children && { 'data-autofocus': true })}>
            {people.keep}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
