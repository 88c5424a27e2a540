import type { ReactNode } from 'react';
import { importing as words } from '../../words/exchange.ts';
import type { Plan } from './use-import.ts';
import { ImportTable } from './import-table.tsx';
import styles from './import.module.css';

/** What the file would become: what is wrong with it first, then what was left out, then the records as they would be. */
export function PlanReport({ plan }: { plan: Plan }) {
  const { faults, notes, preview, records } = plan;
  return (
    <>
      {faults.length > 0 && (
        <Section title={words.faults(faults.length)} note={words.faultsThen} head={words.faultHead}>
          {faults.map((one, i) => (
            <Fault key={i} fault={one} />
          ))}
        </Section>
      )}
      {notes.length > 0 && (
        <Section title={words.notes} head={words.faultHead}>
          {notes.map((one, i) => (
            <Fault key={i} fault={one} />
          ))}
        </Section>
      )}
      {preview.length > 0 && (
        <Section title={words.preview(preview.length, records)} head={words.previewHead}>
          {preview.map(({ line, title, fields }, i) => (
            <tr key={i}>
              <td className={styles.row}>{line}</td>
              <td className={styles.name}>{title}</td>
              <td className="muted">
                {fields
                  .filter((field) => field.text !== title)
                  .map((field) => `${field.label}: ${field.text}`)
                  .join(' · ')}
              </td>
            </tr>
          ))}
        </Section>
      )}
    </>
  );
}

function Fault({ fault }: { fault: Plan['faults'][number] }) {
  return (
    <tr>
      <td className={styles.row}>{fault.line}</td>
      <td className={styles.column}>{fault.column}</td>
      <td>{fault.why}</td>
    </tr>
  );
}

function Section({ title, note, head, children }: { title: string; note?: string; head: Readonly<Record<string, string>>; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {note && <p className={styles.note}>{note}</p>}
      <ImportTable head={head} widths={[styles.row, styles.name, undefined]}>
        {children}
      </ImportTable>
    </section>
  );
}
