import { UnstyledButton } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { figures as words } from '../words/figures.ts';
import { ChooseLook } from './choose-look.tsx';
import { RowsBehind } from './rows-behind.tsx';
import styles from './figure.module.css';
import { Heads } from './heads.tsx';

export interface Bar {
  readonly key: string;
  readonly name: ReactNode;
  /** How long the bar is, from nought; null where it is not known: then no bar is drawn at all. */
  readonly value: number | null;
  /** The figure as it may be said. */
  readonly words: string;
  readonly tone: 'plain' | 'wait' | 'done' | 'late';
  /** Where a mark stands on the bar's own scale. */
  readonly mark?: number;
  /** Its day is not exact: the end of the bar is left open. */
  readonly open?: boolean;
  /** What the table says besides. */
  readonly cells: readonly ReactNode[];
  /** What it stands for: its name in plain words, and the records by number. */
  readonly behind?: { readonly says: string; readonly numbers: readonly string[]; readonly titles?: ReadonlyMap<string, string> };
}
interface FigureProps {
  /** What it shows, as a finding with its unit. */
  readonly title: string;
  readonly note: string;
  /** Heads of the table: the name, the further cells, the figure. */
  readonly heads: readonly string[];
  readonly bars: readonly Bar[];
  /** What can be done with its table. */
  readonly act?: ReactNode;
}

/** Bars from nought on one scale, each with its figure beside it, and the same as a table for those who cannot see them or would rather read. A figure that is pressed opens the records behind it. */
export function Figure({ title, note, heads, bars, act }: FigureProps) {
  const [as, setAs] = useState<'chart' | 'table'>('chart');
  const [open, setOpen] = useState<string | null>(null);
  const pressed = useRef<HTMLButtonElement>(null);
  const behind = bars.find((bar) => bar.key === open)?.behind;
  const close = (): void => {
    setOpen(null);
    pressed.current?.focus();
  };
  const drill = (bar: Bar, inside: ReactNode): ReactNode =>
    bar.behind === undefined || bar.behind.numbers.length === 0 ? (
      inside
    ) : (
      <UnstyledButton
        className={styles.drill}
        aria-label={words.drill(bar.behind.says, bar.words)}
        aria-expanded={open === bar.key}
        onClick={(event) => {
          pressed.current = event.currentTarget;
          setOpen(open === bar.key ? null : bar.key);
        }}
      >
        {inside}
      </UnstyledButton>
    );
  const longest = Math.max(1, ...bars.map((bar) => Math.max(bar.value ?? 0, bar.mark ?? 0)));
  const share = (value: number): string => `${(value / longest) * 100}%`;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.head}>
        <h2>{title}</h2>
        <ChooseLook label={words.showAs(title)} looks={['chart', 'table']} words={words} value={as} onChange={setAs} />
        {bars.length > 0 && act}
      </figcaption>
      <p className={styles.note}>{note}</p>
      {as === 'chart' ? (
        <ul className={styles.bars}>
          {bars.map((bar) => (
            <li key={bar.key}>
              <span className={styles.name}>{bar.name}</span>
              {drill(
                bar,
                <>
                  <span className={styles.track} aria-hidden>
                    {bar.value !== null && <span className={styles.bar} data-tone={bar.tone} data-open={bar.open || undefined} style={{ width: share(bar.value) }} />}
                    {bar.mark !== undefined && <span className={styles.mark} style={{ left: share(bar.mark) }} />}
                  </span>
                  <span className={styles.value}>{bar.words}</span>
                </>,
              )}
            </li>
          ))}
        </ul>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <Heads names={heads} />
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.key}>
                <th scope="row">{bar.name}</th>
                {bar.cells.map((cell, i) => (
                  <td key={i}>{cell}</td>
                ))}
                <td>{drill(bar, bar.words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {behind && <RowsBehind of={behind.says} numbers={behind.numbers} titles={behind.titles} onClose={close} />}
    </figure>
  );
}
