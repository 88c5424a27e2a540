import { Tabs } from '@mantine/core';
import styles from './record-tabs.module.css';

export interface RecordTabsProps {
  readonly value: string;
  readonly tabs: readonly (readonly [key: string, name: string, count?: number | undefined])[];
  readonly label: string;
  readonly onChange: (key: string) => void;
}

/** Tabs of one record. A count stands after the word, in the same line of type; no pill. */
export function RecordTabs({ value, tabs, label, onChange }: RecordTabsProps) {
  return (
    <Tabs value={value} keepMounted={false} onChange={(key) => key !== null && onChange(key)}>
      <Tabs.List aria-label={label} className={styles.list}>
        {tabs.map(([key, name, count]) => (
          <Tabs.Tab key={key} value={key}>
            {name}
            {count !== undefined && <span className={styles.count}>{count}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
