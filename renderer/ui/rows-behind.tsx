import { useEffect, useRef, type ReactNode } from 'react';
import type { SlimRow } from '../../shared/contract/contract.ts';
import { useAnswer } from '../answers/use-answer.ts';
import { useToday } from '../screen/screen.ts';
import { dayWords } from '../words/dates.ts';
import { figures as words } from '../words/figures.ts';
import { FailureNote } from './failure.tsx';
import { Gradually } from './gradually.tsx';
import { Ref } from './ref.tsx';
import { State, stateLook } from './state.tsx';
import styles from './rows-behind.module.css';
import { Heads } from './heads.tsx';
import { PageButton } from './page-button.tsx';

/** As many rows as one question may name. */
const most = 500;

interface RowsBehindProps {
  /** What was pressed, as it is called on the figure. */
  readonly of: string;
  /** Numbers of the records, as many as the figure says; a part of one is named after it: `ORD-002 OB-3`. */
  readonly numbers: readonly string[];
  /** What the parts say. */
  readonly titles?: ReadonlyMap<string, string> | undefined;
  readonly onClose: () => void;
}

/** The records that a bar, a point or a day stands for, as a list. It takes the focus, and Escape closes it. */
export function RowsBehind({ of, numbers, titles, onClose }: RowsBehindProps) {
  const head = useRef<HTMLHeadingElement>(null);
  const today = useToday();
  const shown = numbers.slice(0, most);
  const { reply, failure } = useAnswer('records.rows', { numbers: [...new Set(shown.map(recordOf))] });
  useEffect(() => head.current?.focus(), [of]);
  const rows = new Map((reply?.rows ?? []).map((row) => [row.number, row]));
  const there = shown.flatMap((number): (readonly [string, SlimRow])[] => {
    const row = rows.get(recordOf(number));
    return row ? [[number, row]] : [];
  });
  return (
    <section
      className={styles.behind}
      aria-label={words.behind(of)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={styles.head}>
        <h3 ref={head} tabIndex={-1}>
          {words.behindCount(of, numbers.length)}
        </h3>
        <PageButton onClick={onClose}>{words.closeRows}</PageButton>
      </div>
      {failure && <FailureNote failure={failure} />}
      {numbers.length > most && <p className="muted">{words.firstRows(most)}</p>}
      <table className={styles.rows}>
        <thead>
          <tr>
            <Heads names={words.rowHeads} />
          </tr>
        </thead>
        <tbody>
          <Gradually of={there}>
            {([number, row]): ReactNode => (
              <tr key={number}>
                <td className="nowrap">
                  <Ref>{row.number}</Ref>
                  {number.slice(row.number.length)}
                </td>
                <td>{titles?.get(number) ?? row.title}</td>
                <td className="nowrap">{row.due === null ? <span className="muted">{words.noDate}</span> : dayWords(row.due, 'short', today)}</td>
                <td>
                  <State look={stateLook(row.kind, row.state)} />
                </td>
              </tr>
            )}
          </Gradually>
        </tbody>
      </table>
    </section>
  );
}

const recordOf = (number: string): string => number.split(' ')[0] ?? number;
