import { useEffect, useRef, useState } from 'react';
import { kindNamed, kindNames } from '../../../shared/records/kinds.ts';
import { onPastedTable } from '../../handed/pending-table.ts';
import { go } from '../../screen/route.ts';
import { useScreen, useWritable } from '../../screen/screen.ts';
import { Empty } from '../../ui/empty.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loading } from '../../ui/not-there.tsx';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { Select } from '../../ui/select.tsx';
import { importing as words } from '../../words/exchange.ts';
import { useOpenCases } from '../../working-set/use-rows.ts';
import { LoadFile } from './load-file.tsx';
import { KeptMapping } from './kept-mapping.tsx';
import { PlanReport } from './plan-report.tsx';
import { useImport } from './use-import.ts';
import styles from './import.module.css';

const none = '';
/** What is a row of somebody's list; texts and releases are made by the vault, cases by a person. */
const listed = kindNames.filter((kind) => !['case', 'evidence_text', 'release', 'approval'].includes(kind));

/** A file of another program: chosen, matched to the fields of a kind, tried, and only then imported, as one act. */
export function ImportPage({ kind }: { kind: string }) {
  const chosenCase = useScreen((now) => now.caseId);
  const cases = useOpenCases().rows;
  const writable = useWritable();
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const caseId = chosenCase ?? (cases.length === 1 ? (cases[0]?.id ?? null) : null);
  /** Throws away what was kept of the mapping. */
  const ended = useRef<(() => Promise<void>) | null>(null);
  const { importing, take, choose, run, cancel } = useImport({ caseId, kind }, () => ended.current?.());

  const taking = useRef(take);
  taking.current = take;
  useEffect(() => onPastedTable((pasted) => void taking.current([pasted])), []);
  const { file, choice, plan, failure, phase, tried, imported } = importing;
  const busy = phase === 'reading' || phase === 'running';
  const pick = <PageButton onClick={() => picker.current?.click()}>{file ? words.other : words.choose}</PageButton>;

  return (
    <div
      className={styles.page}
      data-over={over ? words.drop : undefined}
      onDragOver={(event) => {
        if (!writable || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        // What is no file is dealt with as everywhere in the window.
        if (!writable || event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        void take([...event.dataTransfer.files]);
      }}
    >
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{words.title}</h1>
        <p className={parts.headNote}>{file ? file.name : words.note}</p>
        {file && writable && pick}
        <input
          ref={picker}
          type="file"
          className={styles.hidden}
          aria-label={words.choose}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            if (files.length > 0) void take(files);
          }}
        />
      </div>
      {!file && phase === 'choosing' && <Empty says={words.empty} then={words.emptyThen} action={writable && pick} />}
      {file && (
        <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.title}>
          <div className={styles.choices}>
            {plan && <p className="strong">{plan.form === 'table' ? words.forms.table(plan.table?.rows ?? 0) : words.forms[plan.form]}</p>}
            {(!plan || plan.form === 'table') && (
              <Select
                searchable
                label={words.kind}
                data={listed.map((value) => ({ value, label: kindNamed(value)?.label ?? value }))}
                value={choice.kind ?? kind}
                onChange={(value) => value !== null && choose({ kind: value, columns: undefined, constants: undefined })}
              />
            )}
            {plan?.form !== 'cordon' && (
              <Select
                label={words.case}
                data={[{ value: none, label: words.noCase }, ...cases.map((row) => ({ value: row.id, label: row.title }))]}
                value={choice.caseId ?? none}
                onChange={(value) => choose({ caseId: value === none ? null : value })}
              />
            )}
            {plan?.table && plan.table.sheets.length > 1 && (
              <Select
                label={words.sheet}
                data={plan.table.sheets.map((name, at) => ({ value: String(at), label: name }))}
                value={String(plan.table.sheet)}
                onChange={(value) => choose({ sheet: Number(value), columns: undefined, constants: undefined })}
              />
            )}
          </div>
          {failure && (
            <div className={parts.section}>
              <FailureNote failure={failure} />
            </div>
          )}
          {phase === 'reading' && !plan && <Loading />}
          {plan && plan.documents !== null && phase !== 'done' && <LoadFile key={file.token} file={file} documents={plan.documents} caseId={caseId} writable={writable} />}
          {plan?.table && phase !== 'done' && (
            <KeptMapping
              key={`${file.token} ${choice.kind ?? ''} ${plan.table.sheet}`}
              file={file.name}
              kind={choice.kind ?? kind}
              table={plan.table}
              choose={choose}
              onEnd={(end) => void (ended.current = end)}
            />
          )}
          {plan && phase !== 'done' && <PlanReport plan={plan} />}
          {imported !== null && (
            <div className={parts.section} role="status">
              <p>
                <Mark shape="circleCheck" tone="done" /> {words.done(imported)}
              </p>
              <p className="muted">{words.doneThen}</p>
            </div>
          )}
        </div>
      )}
      {file && (
        <div className={styles.acts}>
          {phase === 'done' ? (
            <PageButton
              variant="filled"
              onClick={() => go({ page: 'list', kind: plan?.form === 'calendar' ? 'deadline' : plan?.form === 'oscal' ? 'remediation_plan' : (choice.kind ?? kind) })}
            >
              {words.show}
            </PageButton>
          ) : (
            <>
              <PageButton variant="filled" disabled={!plan || busy || plan.faults.length > 0 || plan.records === 0} loading={phase === 'running'} onClick={() => void run(false)}>
                {words.importRecords(plan?.records ?? 0)}
              </PageButton>
              <PageButton disabled={!plan || busy || plan.faults.length > 0 || plan.records === 0} onClick={() => void run(true)}>
                {words.try}
              </PageButton>
              {phase === 'running' && <PageButton onClick={cancel}>{words.cancel}</PageButton>}
              {tried !== null && (
                <span role="status">
                  <Mark shape="circleCheck" tone="done" /> {words.tried(tried)}
                </span>
              )}
            </>
          )}
        </div>
      )}
    </div>
  );
}
