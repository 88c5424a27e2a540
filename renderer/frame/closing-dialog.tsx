import { Button, Modal } from '@mantine/core';
import { useEffect } from 'react';
import { closeNow, hearClosing } from '../screen/closing-window.ts';
import { setScreen, useScreen } from '../screen/screen.ts';
import { timeLeft } from '../screen/time-left.ts';
import { LongWork } from '../ui/long-work.tsx';
import { closing as words } from '../words/closing.ts';
import { duration } from '../words/count.ts';
import { shell } from '../words/shell.ts';
import styles from './closing-dialog.module.css';

const stay = (): void => setScreen({ closing: null });

// Heard before any dialog hears it, because this file is read before one opens: Esc takes the question away and leaves the dialog under it as it is.
addEventListener(
  'keydown',
  (event) => {
    if (event.key !== 'Escape' || useScreen.getState().closing === null) return;
    event.stopImmediatePropagation();
    stay();
  },
  { capture: true },
);

/** Asks before the window closes where work would be cut off or words lost: what runs, what becomes of it, and what is safe. Stands over whatever is open. */
export function ClosingDialog() {
  const closing = useScreen((now) => now.closing);
  const works = useScreen((now) => now.works);
  useEffect(hearClosing, []);
  if (closing === null) return null;
  const held = works.length > 0 || closing.unsealed;
  const closes = works.some(({ cutOff }) => cutOff !== 'goes-on') ? words.stop : works.length > 0 ? words.interrupt : closing.unsealed ? words.lose : words.close;
  return (
    <Modal opened onClose={stay} title={words.title} size={520} centered withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false}>
      <div className={styles.asks}>
        {works.length > 0 && <p>{words.running(works.length)}</p>}
        {works.map(({ id, what, far, share, startedAt, cutOff }) => {
          const left = timeLeft(startedAt, Date.now(), share);
          return (
            <div key={id} className={styles.work}>
              <LongWork what={what} now={far} share={share} left={left === null ? '' : shell.left(duration(left))} />
              <p>{words.cutOff[cutOff]}</p>
            </div>
          );
        })}
        {closing.unsealed && <p className={styles.lost}>{words.unsealed}</p>}
        <p className="muted">{held ? words.safe : words.ended}</p>
        <div className={styles.acts}>
          <Button variant="filled" data-autofocus onClick={stay}>
            {held ? words.stay : words.look}
          </Button>
          <Button onClick={() => void closeNow()}>{closes}</Button>
        </div>
      </div>
    </Modal>
  );
}
