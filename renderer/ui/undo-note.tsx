import { Kbd, UnstyledButton } from '@mantine/core';
import { useEffect } from 'react';
import { undo } from '../answers/change.ts';
import { useKeysOf } from '../keys/bound.ts';
import { setScreen, useScreen } from '../screen/screen.ts';
import { shell } from '../words/shell.ts';
import styles from './undo-note.module.css';

/** After a change: what was done, and the way back. It replaces "Are you sure?", stays eight seconds, and takes no focus. */
export function UndoNote() {
  const undoable = useScreen((now) => now.undoable);
  const keysOf = useKeysOf();
  useEffect(() => {
    if (!undoable) return;
    const gone = setTimeout(() => setScreen({ undoable: null }), 8000);
    return () => clearTimeout(gone);
  }, [undoable]);
  // Of another act it is another note: a second press on its button is none on that of the note before.
  return (
    <div role="status" className={styles.place}>
      {undoable && (
        <div className={styles.note} key={undoable.act}>
          <span>{undoable.says}</span>
          <UnstyledButton className={styles.undo} onClick={() => void undo(undoable.act)}>
            {shell.undo}
          </UnstyledButton>
          <Kbd>{keysOf(undoable.taken ? 'redo' : 'undo')}</Kbd>
        </div>
      )}
    </div>
  );
}
