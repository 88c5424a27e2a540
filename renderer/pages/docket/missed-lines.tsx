import { useId, useState } from 'react';
import { missedWords } from '../../../shared/records/views/reminders.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { vault } from '../../bridge.ts';
import { setScreen, useToday, useWritable } from '../../screen/screen.ts';
import { Mark } from '../../ui/mark.tsx';
import { Ref } from '../../ui/ref.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { docket } from '../../words/docket.ts';
import { dayAndHour } from '../../words/hours.ts';
import styles from './missed-lines.module.css';

/**
 * What came while the vault was closed, of all cases: one line in words, with the deadlines themselves a press away, until the person at work says that they have seen them. It is kept
 * for each person; in the past and where nothing was missed nothing stands here.
 */
export function MissedLines() {
  const today = useToday();
  const writable = useWritable();
  const list = useId();
  const [every, setEvery] = useState(false);
  const { reply, again } = useAnswer('reminders.missed', {}, false);
  if (reply === null || reply.missed.length === 0) return null;
  const { missed, upTo } = reply;
  const seen = (): void => {
    if (upTo === null) return;
    void vault.ask('reminders.acknowledge', { upTo }).then((answer) => (answer.ok ? again() : setScreen({ failure: answer.failure })));
  };
  return (
    <section className={styles.missed} aria-label={docket.missedName}>
      <div className={styles.line}>
        <Mark shape={missed.some(({ left }) => left < 0) ? 'triangle' : 'circleDot'} tone={missed.some(({ left }) => left < 0) ? 'late' : 'wait'} />
        <p className="strong">{docket.missed(missedWords(missed))}</p>
        <PageButton size="compact-sm" aria-expanded={every} aria-controls={list} onClick={() => setEvery(!every)}>
          {every ? docket.missedLess : docket.missedList(missed.length)}
        </PageButton>
        {writable && (
          <PageButton size="compact-sm" onClick={seen}>
            {docket.missedSeen}
          </PageButton>
        )}
      </div>
      <ul id={list} className={styles.list} hidden={!every}>
        {missed.map(({ number, title, due, hour }) => (
          <li key={number}>
            <span className={styles.when}>{dayAndHour(due, hour ?? undefined, 'short', today)}</span>
            <Ref>{number}</Ref>
            <span className={styles.title} title={title}>
              {title}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
