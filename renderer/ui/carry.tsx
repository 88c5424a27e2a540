import { vault } from '../bridge.ts';
import { setScreen, useScreen } from '../screen/screen.ts';
import { carrying as words } from '../words/carrying.ts';
import styles from './carry.module.css';

/** A file that was just saved, to be dragged into a folder or a message, where the host can. What is dragged is that file; nothing is written for it. */
export function Carry({ file, drag }: { file: string; drag: string }) {
  const host = useScreen((now) => now.session?.host);
  if (host !== 'electron') return null;
  return (
    <div>
      <button
        type="button"
        draggable
        className={styles.carry}
        aria-description={words.note}
        onDragStart={(event) => {
          // The host carries the file itself: what the page would drag is only its own picture.
          event.preventDefault();
          void vault.ask('exchange.dragOut', { drag }).then((answer) => {
            if (!answer.ok) setScreen({ failure: answer.failure });
          });
        }}
      >
        {words.drag(file)}
      </button>
      <p className="muted">{words.note}</p>
    </div>
  );
}
