import { UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { vault } from '../../bridge.ts';
import { useEffect, useState } from 'react';
import { setScreen, useScreen, useToday, useZone } from '../../screen/screen.ts';
import { dayAt, dayWords, timeAt } from '../../words/dates.ts';
import { history } from '../../words/history.ts';
import { changeWords, type Entry } from './change-words.ts';
import styles from './other-dates.module.css';

/** How many days the column offers. */
const offered = 14;

/** The days on which something was recorded, each with its last entry: one press shows the case as it was known then. Says nothing of what came after. */
export function OtherDates({ caseId }: { caseId: string | null }) {
  const zone = useZone();
  const today = useToday();
  const seq = useScreen((now) => now.seq);
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  useEffect(() => {
    // Without `asOf`: the way to a later day must be there while an earlier one is shown.
    void vault.ask('records.history', { limit: 500, ...(caseId !== null && { caseId }) }).then((answer) => answer.ok && setEntries(answer.reply.entries));
  }, [caseId, seq]);
  const days = useMemo(() => {
    const last = new Map<string, Entry>();
    for (const entry of entries) if (!last.has(dayAt(entry.at, zone))) last.set(dayAt(entry.at, zone), entry);
    return [...last].slice(0, offered);
  }, [entries, zone]);
  return (
    <section className={styles.dates}>
      <h2>{history.goTo}</h2>
      <p className="muted">{history.goToHint}</p>
      <ul>
        {days.map(([day, entry]) => (
          <li key={day}>
            <UnstyledButton className={styles.day} onClick={() => setScreen({ asOf: entry.at })}>
              <span className="nowrap">{dayWords(day, 'plain', today)}</span>
              <span>{changeWords(entry)}</span>
              <span className="muted">{timeAt(entry.at, zone)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
