import { UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import { undo } from '../../answers/change.ts';
import { useGoOn } from '../../form/go-on.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { useListOnPaper } from '../../print/list-on-paper.ts';
import { setScreen, useToday, useWritable, useZone } from '../../screen/screen.ts';
import { Empty } from '../../ui/empty.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { useGradually } from '../../ui/gradually.tsx';
import { Heads } from '../../ui/heads.tsx';
import { Ref } from '../../ui/ref.tsx';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { dayAt, dayWords, timeAt } from '../../words/dates.ts';
import { earlier } from '../../words/earlier.ts';
import { history } from '../../words/history.ts';
import { PrintList } from '../export/export-button.tsx';
import type { Entry } from './change-words.ts';
import { EarlierDialog, earlierDialog } from './earlier-dialog.tsx';
import styles from './history.module.css';
import { figure } from '../../words/writing.ts';
import { holdsWords, typedWords } from '../../../shared/records/typed-words.ts';

export interface HistoryListProps {
  /** One record's history; without it, the vault's, of one case where `caseId` says so. */
  readonly number?: string;
  readonly caseId?: string | null;
  readonly filter?: string;
  /** It can be put on paper, by the keys of printing. */
  readonly onPaper?: true;
}

/** One line a change: time, record, field, old struck › new, why, by whom, entry number. Newest first; earlier ones on asking. */
export function HistoryList({ number, caseId = null, filter = '', onPaper }: HistoryListProps) {
  const zone = useZone();
  const today = useToday();
  const [limit, setLimit] = useState(100);
  const [restoring, setRestoring] = useState<{ readonly number: string; readonly seq: number } | null>(null);
  useGoOn((dialog, [about]) => {
    const seq = dialog.startsWith(earlierDialog) ? Number(dialog.slice(earlierDialog.length)) : 0;
    const opens = seq > 0 && about !== undefined && about === number;
    if (opens) setRestoring({ number: about, seq });
    return opens;
  });
  const { reply, failure } = useAnswer('records.history', { limit, ...(number !== undefined && { number }), ...(caseId !== null && { caseId }) });
  const all = useMemo(() => {
    const asked = typedWords(filter);
    return (reply?.entries ?? []).filter((entry) => fits(entry, asked));
  }, [reply, filter]);
  const { drawn, mark } = useGradually(all.length);
  const days = useMemo(() => byDay(all.slice(0, drawn), zone), [all, drawn, zone]);
  // What is about the vault itself is of no record, and stands on no paper.
  const told = useMemo(() => all.filter((entry) => entry.number !== ''), [all]);
  const { paper } = useListOnPaper(
    {
      name: 'history',
      columns: ['what'],
      ...(told.length > 0 && { entries: told.map((entry) => entry.seq) }),
      ...(filter.trim() !== '' && { narrowed: history.narrowed(filter.trim()) }),
      ...(reply && { total: reply.entries.length }),
    },
    useMemo(() => [...new Set(told.map((entry) => entry.number))], [told]),
  );
  const firstOf = useMemo(() => newestOfActs(reply?.entries ?? []), [reply]);
  if (failure)
    return (
      <div className={parts.section}>
        <FailureNote failure={failure} />
      </div>
    );
  if (reply && days.length === 0) return <Empty says={filter === '' ? history.empty : history.noMatch} />;
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={history.table}>
      <table className={styles.entries} data-why={all.some((entry) => entry.reason) || undefined}>
        {/* The columns stand before the lines do: none moves when more of them are drawn. */}
        <colgroup>
          <col className={styles.timeColumn} />
          <col className={styles.recordColumn} />
          <col />
          <col className={styles.whyColumn} />
          <col className={styles.byColumn} />
          <col className={styles.entryColumn} />
        </colgroup>
        <thead>
          <tr>
            <Heads names={Object.values(history.columns)} />
          </tr>
        </thead>
        {days.map(([day, entries]) => (
          <tbody key={day}>
            <tr>
              <th scope="rowgroup" colSpan={6} className={styles.day}>
                {dayWords(day, 'full', today)}
              </th>
            </tr>
            {entries.map((entry) => (
              <EntryLines
                key={entry.seq}
                entry={entry}
                time={timeAt(entry.at, zone)}
                ofAct={firstOf.get(entry.seq) ?? 0}
                {...(number !== undefined && entry !== reply?.entries[0] && { onRestore: () => setRestoring({ number, seq: entry.seq }) })}
              />
            ))}
          </tbody>
        ))}
        {drawn < all.length && <template ref={mark} />}
      </table>
      {reply?.more && limit < 500 && (
        <p className={parts.section}>
          <PageButton onClick={() => setLimit(Math.min(500, limit + 200))}>{history.more}</PageButton>
        </p>
      )}
      {onPaper && <PrintList paper={paper} any={told.length > 0} />}
      {restoring && <EarlierDialog number={restoring.number} entry={restoring.seq} onClose={() => setRestoring(null)} />}
    </div>
  );
}

const linesShown = 6;

/** `ofAct`: of how many entries of one act, as far as they are read, this is the newest; 0 where it is not. `onRestore`: looks at what the record said after it, to bring it back. */
function EntryLines({ entry, time, ofAct, onRestore }: { entry: Entry; time: string; ofAct: number; onRestore?: () => void }) {
  const writable = useWritable();
  const ofVault = entry.kind === 'vault';
  const whole = ofVault || entry.verb === 'create' || entry.verb === 'remove' || entry.erased;
  const lines = whole ? [] : entry.changes.slice(0, linesShown);
  return (
    <tr data-record={entry.number || undefined}>
      <td className="muted">
        <UnstyledButton className={styles.time} title={history.show} onClick={() => setScreen({ asOf: entry.at })}>
          {time}
        </UnstyledButton>
      </td>
      <td>{entry.number !== '' && <Ref>{entry.number}</Ref>}</td>
      <td>
        {ofVault && <span>{history.vault[entry.verb] ?? entry.verb}</span>}
        {whole && !ofVault && (
          <>
            <span className={styles.field}>{entry.erased ? history.erased : entry.verb === 'create' ? history.newWord : history.removedWord}</span>
            {!entry.erased && <span>{entry.title}</span>}
          </>
        )}
        {lines.map((line) => (
          <p key={line.field} className={styles.line}>
            <span className={styles.field}>{line.label}</span>
            {line.old !== null && <del>{line.old}</del>}
            {line.old !== null && line.new !== null && (
              <span className={styles.arrow} aria-hidden="true">
                ›
              </span>
            )}
            {line.new === null ? <span className="hidden">{history.taken}</span> : <span>{line.new}</span>}
          </p>
        ))}
        {!whole && entry.changes.length > linesShown && <p className="muted">{history.andMore(entry.changes.length - linesShown)}</p>}
      </td>
      <td className="muted">{entry.reason}</td>
      <td className="muted">{entry.actor}</td>
      <td className="muted">
        {onRestore && writable && !entry.erased && (
          <UnstyledButton className={styles.undo} aria-label={earlier.restoreOf(entry.number, entry.seq)} onClick={onRestore}>
            {earlier.restore}
          </UnstyledButton>
        )}
        {ofAct > 0 && writable && !ofVault && !entry.erased && entry.number !== '' && (
          <UnstyledButton
            className={styles.undo}
            aria-label={history.undoAct(entry.number, ofAct, entry.seq)}
            title={ofAct > 1 ? history.undoMany(ofAct) : undefined}
            onClick={() => void undo(entry.act)}
          >
            {history.undo}
          </UnstyledButton>
        )}
        {figure(entry.seq)}
      </td>
    </tr>
  );
}

/** The newest entry of each act, by its number, with how many of the act are here: an act is undone as a whole. */
function newestOfActs(entries: readonly Entry[]): ReadonlyMap<number, number> {
  const acts = new Map<string, { seq: number; count: number }>();
  for (const { act, seq } of entries) {
    const known = acts.get(act);
    if (known) known.count++;
    else acts.set(act, { seq, count: 1 });
  }
  return new Map([...acts.values()].map(({ seq, count }) => [seq, count]));
}

function byDay(entries: readonly Entry[], zone: string): readonly (readonly [string, readonly Entry[]])[] {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = dayAt(entry.at, zone);
    const list = days.get(day);
    if (list) list.push(entry);
    else days.set(day, [entry]);
  }
  return [...days];
}

function fits(entry: Entry, words: readonly string[]): boolean {
  const text = `${entry.number} ${entry.title} ${entry.actor} ${entry.reason ?? ''} ${entry.changes.map((one) => `${one.label} ${one.old ?? ''} ${one.new ?? ''}`).join(' ')}`;
  return holdsWords(text, words);
}
