import { Button, Modal, Textarea } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import type { Failure } from '../../shared/failure/failure.ts';
import type { KeptWords } from '../form/use-kept-words.ts';
import { records } from '../words/records.ts';
import { FailureNote } from './failure.tsx';
import { KeptNote } from './kept-note.tsx';
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
  /** What is typed here, kept over a lock and a crash. */
  readonly kept: Pick<KeptWords<{ readonly reason: string }>, 'words' | 'set' | 'restoredAt' | 'unsealed' | 'clear' | 'end'>;
  /** Gives whether it was done: what was typed is kept where it was not. */
  readonly onAct: (reason: string) => Promise<boolean>;
  /** Closes the dialog; while the act runs, stops it where it can be stopped. */
  readonly onClose: () => void;
}

/**
 * Asks why before an act, which the history keeps. Pressed twice, it is done once; Ctrl+Enter does it from the field. Esc keeps what was typed for the next time;
 * the button that leaves everything as it is throws it away.
 */
export function ReasonDialog({ title, note, hint, reason, does, leaves, failure, waits, children, size = 440, kept, onAct, onClose }: ReasonDialogProps) {
  const why = kept.words.reason;
  const [missing, setMissing] = useState(false);
  const [running, setRunning] = useState(false);
  // State is set a drawing later: two presses within one would both be taken.
  const begun = useRef(false);
  const act = async (): Promise<void> => {
    if (begun.current || waits) return;
    if (reason === 'needed' && why.trim() === '') return setMissing(true);
    begun.current = true;
    setRunning(true);
    if (await onAct(why.trim())) await kept.end();
    begun.current = false;
    setRunning(false);
  };
  return (
    <Modal opened onClose={onClose} withCloseButton={false} title={title} centered size={size} closeOnClickOutside={!running}>
      <div className={styles.form}>
        {note !== undefined && <p className={styles.note}>{note}</p>}
        <KeptNote kept={kept} />
        {children}
        {reason !== 'none' && (
          <Textarea
            label={records.reason}
            description={hint ?? (reason === 'needed' ? records.reasonHint : records.reasonOptional)}
            error={missing ? records.reasonNeeded : undefined}
            value={why}
            onChange={(event) => {
              kept.set({ reason: event.currentTarget.value });
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
          <Button
            onClick={() => {
              if (!running) void kept.end();
              onClose();
            }}
          >
            {leaves}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
