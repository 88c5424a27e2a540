import type { ReactNode } from 'react';
import { topicOf } from '../help/topic-of.ts';
import { addressOf, useRoute } from '../screen/route.ts';
import { keyed } from '../words/keys.ts';
import styles from './empty.module.css';

/** A list with nothing in it says why that is, and offers the one thing to do. It sits where the first row would. `helped` leads on to what help says of the page. */
export function Empty({ says, then, action, helped = false }: { says: string; then?: string; action?: ReactNode; helped?: boolean }) {
  return (
    <div className={styles.empty}>
      <p>{says}</p>
      {then && <p className="muted">{then}</p>}
      {(action || helped) && (
        <div className={styles.action}>
          {action}
          {helped && <HelpHere />}
        </div>
      )}
    </div>
  );
}

function HelpHere() {
  return <a href={addressOf({ page: 'help', topic: topicOf(useRoute()) })}>{keyed.help[2]}</a>;
}
