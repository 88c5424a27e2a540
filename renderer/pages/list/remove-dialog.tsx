import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { KindDefinition } from '../../../shared/records/kind.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { list as words } from '../../words/list.ts';
import { records } from '../../words/records.ts';
import { useTogether } from './use-together.ts';
import styles from './list.module.css';

/** Removes the chosen records, softly, with one reason that the history of each keeps. */
export function RemoveDialog({ kind, numbers, onClose, onDone }: { kind: KindDefinition; numbers: readonly string[]; onClose: () => void; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const { run, failure, running, stop } = useTogether(words.removed, onDone);
  return (
    <Modal opened onClose={running ? stop : onClose} withCloseButton={false} title={words.removeTitle(numbers.length, kind.label, kind.plural)} centered size={480}>
      <div className={styles.form}>
        <Textarea
          label={records.reason}
          description={words.removeHint}
          error={missing ? records.reasonNeeded : undefined}
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setMissing(false);
          }}
          autosize
          minRows={2}
          data-autofocus
        />
        {failure && <FailureNote failure={failure} />}
        <div className={styles.acts}>
          <Button
            variant="filled"
            loading={running}
            onClick={() => (reason.trim() === '' ? setMissing(true) : void run('records.removeMany', { numbers: [...numbers], reason: reason.trim() }))}
          >
            {words.remove1(numbers.length)}
          </Button>
          <Button onClick={running ? stop : onClose}>{words.keep}</Button>
        </div>
      </div>
    </Modal>
  );
}
