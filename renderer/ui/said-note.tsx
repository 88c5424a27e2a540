import { CloseButton } from '@mantine/core';
import { useEffect } from 'react';
import { setScreen, useScreen } from '../screen/screen.ts';
import { shell } from '../words/shell.ts';
import { Ref } from './ref.tsx';
import styles from './undo-note.module.css';

/** What became of something that leaves nothing to undo: copied, or not taken and why. It stays twelve seconds, takes no focus, and gives way to the note of a change. */
export function SaidNote() {
  const said = useScreen((now) => now.said);
  const changed = useScreen((now) => now.undoable);
  useEffect(() => {
    if (changed) setScreen({ said: null });
  }, [changed]);
  useEffect(() => {
    if (!said) return;
    const gone = setTimeout(() => setScreen({ said: null }), 12_000);
    return () => clearTimeout(gone);
  }, [said]);
  return (
    <div role="status" className={styles.place}>
      {said && !changed && (
        <div className={styles.said}>
          <span>
            {said.says}
            {said.number !== undefined && (
              <>
                {' '}
                <Ref inText>{said.number}</Ref>
              </>
            )}
          </span>
          <CloseButton size="sm" aria-label={shell.close} onClick={() => setScreen({ said: null })} />
        </div>
      )}
    </div>
  );
}
