import { UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useAnswer } from '../../answers/use-answer.ts';
import { vault } from '../../bridge.ts';
import { setScreen, useScreen, useToday, useWritable, useZone } from '../../screen/screen.ts';
import { dayAt, dayWords, timeAt } from '../../words/dates.ts';
import { docket } from '../../words/docket.ts';
import { changeWords, type Entry } from '../history/change-words.ts';
import { Line, Part } from './side-part.tsx';
import styles from './docket.module.css';

/** Records shown; the history has all of them. */
const shown = 8;
interface Mark {
  readonly seq: number | null;
  readonly at: number | null;
}

/** The mark as it was last read or set in this window: nobody else moves it, so whoever comes back to the docket need not wait for it again. */
let last: Mark | null = null;

/**
 * What changed since the person at work last said that they had looked: one line a record, its newest change first. The mark is theirs alone and moves
 * only when they say so: leaving a page or locking the vault proves nothing. Before it was ever set, and in the past, the last changes stand here.
 */
export function ChangedPart({ caseId, about }: { caseId: string | null; about: ReadonlySet<string> | null }) {
  const zone = useZone();
  const today = useToday();
  const asOf = useScreen((now) => now.asOf);
  const writable = useWritable();
  const [mark, hold] = useState(last);
  const setMark = (now: Mark): void => hold((last = now));
  useEffect(() => {
    void vault.ask('looked.read', {}).then((answer) => {
      if (answer.ok) setMark(answer.reply);
      else if (last === null) setMark({ seq: null, at: null });
    });
  }, []);
  const since = asOf === null ? (mark?.seq ?? null) : null;
  const { reply } = useAnswer(
    'records.history',
    mark === null ? null : { limit: since === null && about === null ? shown : 500, ...(since !== null && { after: since }), ...(caseId !== null && { caseId }) },
  );
  const entries = reply?.entries ?? [];
  const records = byRecord(about === null ? entries : entries.filter((entry) => about.has(entry.record)));
  const when = (at: number): string => (dayAt(at, zone) === today ? timeAt(at, zone) : dayWords(dayAt(at, zone), 'plain', today));
  const look = (): void => {
    const upTo = Math.max(useScreen.getState().seq, reply?.entries[0]?.seq ?? 0);
    void vault.ask('looked.save', { seq: upTo }).then((answer) => (answer.ok ? setMark(answer.reply) : setScreen({ failure: answer.failure })));
  };

  return (
    <Part
      title={since === null || mark?.at == null ? docket.changed : docket.changedSince(when(mark.at))}
      none={reply === null ? docket.reading : since === null ? docket.nothingChanged : docket.nothingSince}
      note={
        records.length > shown || reply?.more === true
          ? docket.moreChanged(records.length - shown, reply?.more === true)
          : since === null && asOf === null
            ? docket.lookedNote
            : undefined
      }
      act={
        writable &&
        entries.length > 0 && (
          <UnstyledButton className={styles.looked} onClick={look}>
            {docket.looked}
          </UnstyledButton>
        )
      }
    >
      {records.slice(0, shown).map(({ entry, times }) => (
        <Line key={entry.seq} what={changeWords(entry)} by={docket.changedLine(entry.number, entry.actor, times)} end={when(entry.at)} />
      ))}
    </Part>
  );
}

/** The newest entry of each record and how often it was changed, newest first. */
export function byRecord(entries: readonly Entry[]): readonly { readonly entry: Entry; readonly times: number }[] {
  const found = new Map<string, { entry: Entry; times: number }>();
  for (const entry of entries) {
    const key = entry.kind === 'vault' ? `vault ${entry.seq}` : entry.record;
    const known = found.get(key);
    if (known) known.times++;
    else found.set(key, { entry, times: 1 });
  }
  return [...found.values()];
}
