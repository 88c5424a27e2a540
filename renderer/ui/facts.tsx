import type { ReactNode } from 'react';
import { Cited } from './cited.tsx';
import styles from './facts.module.css';

export type Fact = readonly [label: ReactNode, value: ReactNode, source?: string | undefined];

/** Label and value in two columns: the sheet of facts at the side of every record. A third part names the source. Several values under one label say it once. */
export function Facts({ title, facts, labelWidth = 84, none }: { title?: string; facts: readonly Fact[]; labelWidth?: number; none?: string }) {
  if (facts.length === 0 && none === undefined) return null;
  return (
    <section className={styles.group}>
      {title && <h2 className={styles.title}>{title}</h2>}
      {facts.length === 0 && none && <p className="muted">{none}</p>}
      <dl className={styles.facts} style={{ '--label-width': `${labelWidth}px` }}>
        {facts.map(([label, value, source], i) => (
          <div key={i} className={styles.fact}>
            <dt>{i > 0 && typeof label === 'string' && facts[i - 1]?.[0] === label ? <span className="hidden">{label}</span> : label}</dt>
            <dd>
              {value}
              {source && (
                <span className={styles.source}>
                  <Cited text={source} />
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
