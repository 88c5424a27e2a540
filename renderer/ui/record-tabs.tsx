import { Tabs } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { intoView } from './into-view.ts';
import styles from './record-tabs.module.css';

export interface RecordTabsProps {
  readonly value: string;
  readonly tabs: readonly (readonly [key: string, name: string, count?: number | undefined])[];
  readonly label: string;
  readonly onChange: (key: string) => void;
}

/** Tabs of one record. A count stands after the word, in the same line of type; no pill. */
export function RecordTabs({ value, tabs, label, onChange }: RecordTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  // The chosen tab stands in view where the window is too narrow for all of them.
  useEffect(() => intoView(list.current?.querySelector('[aria-selected=true]')), [value, tabs.length]);
  return (
    <Tabs value={value} keepMounted={false} onChange={(key) => key !== null && onChange(key)}>
      <Tabs.List ref={list} aria-label={label} className={styles.list}>
        {tabs.map(([key, name, count]) => (
          <Tabs.Tab key={key} value={key}>
            {name}
            {count !== undefined && (
              <>
                {/* The name of a tab is its text: without a space it is “Findings2”. */} <span className={styles.count}>{count}</span>
              </>
            )}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
