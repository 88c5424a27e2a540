import type { ReactNode } from 'react';
import { Page, type PageProps } from './page.tsx';
import styles from './record-page.module.css';

export interface RecordPageProps extends Omit<PageProps, 'head'> {
  number: string;
  title: string;
  /** The record's state, then what a reader needs before reading on: its kind, its issuer, what it touches. */
  state: ReactNode;
  line: readonly ReactNode[];
  actions?: ReactNode;
  tabs?: ReactNode;
}

/** The same three lines on every record: number and title; state and facts that fit one line; the record's own tabs. */
export function RecordPage({ number, title, state, line, actions, tabs, ...page }: RecordPageProps) {
  const head = (sideButton: ReactNode) => (
    <div className={styles.header} data-head={number} data-tabs={tabs ? true : undefined}>
      <div className={styles.top}>
        <h1 className={styles.title}>
          <span className={styles.number}>{number}</span> <span>{title}</span>
        </h1>
        <div className={styles.actions}>
          {sideButton}
          {actions}
        </div>
      </div>
      <div className={styles.line}>
        {state}
        {line.map((part, i) => (
          <span key={i} className={styles.part}>
            {part}
          </span>
        ))}
      </div>
      {tabs && <div className={styles.tabs}>{tabs}</div>}
    </div>
  );
  return <Page head={head} {...page} />;
}
