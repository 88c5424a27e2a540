import type { ReactNode } from 'react';
import { loadFieldNames, loadFields } from '../../../shared/records/views/load-columns.ts';
import { importing as words } from '../../words/exchange.ts';
import type { LoadColumn, LoadPlan } from './use-load-file.ts';
import { ColumnRows, ImportTable, nothing } from './import-table.tsx';
import styles from './import.module.css';

const said = words.loadFile;
const options = [{ value: nothing, label: words.leftOut }, ...loadFieldNames.map((value) => ({ value, label: loadFields[value].label }))];

/** What taking in a load file would come to: its faults by line and column, what its columns say and may be told to say, and its first documents. */
export function LoadFilePlan({ plan, disabled, onFill }: { plan: LoadPlan; disabled: boolean; onFill: (columns: readonly LoadColumn[]) => void }) {
  const { heading, samples, columns, preview, faults, faultCount, documents } = plan;
  const used = columns.filter((one) => one !== null).length;
  return (
    <>
      {faultCount > 0 && (
        <Part title={said.faults(faultCount)} note={said.faultsThen} head={said.faultHead} widths={[styles.row, styles.column, undefined]}>
          {faults.map(({ line, column, why }, i) => (
            <tr key={i}>
              <td className={styles.row}>{line}</td>
              <td className={styles.column}>{column}</td>
              <td>{why}</td>
            </tr>
          ))}
        </Part>
      )}
      <details open={!columns.includes('control')} className={styles.details}>
        <summary>{said.columns(used, heading.length)}</summary>
        <ImportTable head={said.columnHead} widths={[styles.name, undefined, styles.name]}>
          <ColumnRows
            heading={heading}
            samples={samples}
            columns={columns}
            data={options}
            label={said.saysOf}
            disabled={disabled}
            onChoose={(at, value) => onFill(columns.map((other, index) => (index === at ? (loadFieldNames.find((field) => field === value) ?? null) : other)))}
          />
        </ImportTable>
      </details>
      {preview.length > 0 && (
        <Part title={said.preview(preview.length, documents)} head={said.previewHead} widths={[styles.row, styles.column, styles.column, undefined, styles.name]}>
          {preview.map(({ line, control, parent, title, custodian, path, text }) => (
            <tr key={line}>
              <td className={styles.row}>{line}</td>
              <td>{control}</td>
              <td>{parent}</td>
              <td>{[title, custodian].filter((part) => part !== '').join(' · ')}</td>
              <td className="muted">{[path, text].filter((part) => part !== '').join(' · ')}</td>
            </tr>
          ))}
        </Part>
      )}
    </>
  );
}

type Head = Readonly<Record<string, string>>;
type Widths = readonly (string | undefined)[];

function Part({ title, note, head, widths, children }: { title: string; note?: string; head: Head; widths: Widths; children: ReactNode }) {
  return (
    <div className={styles.part} role="group" aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      {note && <p className={styles.note}>{note}</p>}
      <ImportTable head={head} widths={widths}>
        {children}
      </ImportTable>
    </div>
  );
}
