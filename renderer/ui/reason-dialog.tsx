import { Button, Modal, Textarea } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import type { Failure } from '../../shared/failure/failure.ts';
import { records } from '../words/records.ts';
import { FailureNote } from './failure.tsx';
import styles from './reason-dialog.module.css';

export interface ReasonDialogProps {
  readonly title: string;
  /** What the act does, before the question. */
  readonly note?: string;
  readonly hint?: string;
  /** Whether the act needs its reason, takes one, or asks for none. */
  readonly reason: 'needed' | 'taken' | 'none';
  /** The words of the button that does it, and of the one that leaves everything as it is. */
  readonly does: string;
  readonly leaves: string;
  readonly failure?: Failure | null;
  /** The act cannot be done yet: what it asks besides is not answered. */
  readonly waits?: boolean;
  /** What is asked besides the reason; its first field has the focus. */
  readonly children?: ReactNode;
  readonly size?: number;
  readonly onAct: (reason: string) => Promise<void>;
  /** Closes the dialog; while the act runs, stops it where it can be stopped. */
  readonly onClose: () => void;
}

/** Asks why before an act, which the history keeps. Pressed twice, it is done once; Ctrl+Enter does it from the field. */
export function ReasonDialog({ title, note, hint, reason, does, leaves, failure, waits, children, size = 440, onAct, onClose }: ReasonDialogProps) {
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState(false);
  const [running, setRunning] = useState(false);
  // State is set a drawing later: two presses within one would both be taken.
  const begun = useRef(false);
  const act = async (): Promise<void> => {
    if (begun.current || waits) return;
    if (reason === 'needed' && why.trim() === '') return setMissing(true);
    begun.current = true;
    setRunning(true);
    await onAct(why.trim());
    begun.current = false;
    setRunning(false);
  };
  return (
    <Modal opened onClose={onClose} withCloseButton={false} title={title} centered size={size} closeOnClickOutside={!running}>
      <div className={styles.form}>
        {note !== undefined && <p className={styles.note}>{note}</p>}
        {children}
        {reason !== 'none' && (
          <Textarea
            label={records.reason}
            description={hint ?? (reason === 'needed' ? records.reasonHint : records.reasonOptional)}
            error={missing ? records.reasonNeeded : undefined}
            value={why}
            onChange={(event) => {
              setWhy(event.currentTarget.value);
              setMissing(false);
            }}
            autosize
            minRows={2}
            maxRows={10}
            {...(children === undefined && { 'data-autofocus': true })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void act();
            }}
          />
        )}
        {failure && <FailureNote failure={failure} />}
        <div className={styles.acts}>
          <Button variant="filled" loading={running} disabled={waits === true} onClick={() => void act()}>
            {does}
          </Button>
          <Button onClick={onClose}>{leaves}</Button>
        </div>
      </div>
    </Modal>
  );
}
