import { Button, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useAnswer } from '../../answers/use-answer.ts';
import { go, recordAddress } from '../../screen/route.ts';
import { useScreen, useToday, useWritable } from '../../screen/screen.ts';
import { DataGrid } from '../../ui/data-grid.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Loading } from '../../ui/not-there.tsx';
import parts from '../../ui/page-parts.module.css';
import { evidence as words } from '../../words/evidence.ts';
import { records } from '../../words/records.ts';
import { ExportButton } from '../export/export-button.tsx';
import { columnsOf } from '../list/list-page.tsx';
import { IntakeDialog } from './intake-dialog.tsx';
import { useIntake } from './use-intake.ts';
import styles from './evidence.module.css';

/** All exhibits; files dropped anywhere on the page are taken in. */
export function EvidencePage() {
  const caseId = useScreen((now) => now.caseId);
  const today = useToday();
  const writable = useWritable();
  const [filter, setFilter] = useState('');
  const [over, setOver] = useState(false);
  const { intake, take, run, cancel, close } = useIntake();
  const { reply, failure } = useAnswer('records.list', { kind: 'evidence_item', sort: 'number', limit: 2000, ...(caseId !== null && { caseId }) });
  const columns = useMemo(() => columnsOf('evidence_item', today), [today]);
  const rows = useMemo(() => {
    const asked = filter.toLowerCase().split(/\s+/).filter(Boolean);
    return (reply?.rows ?? []).filter((row) => asked.every((word) => `${row.number} ${row.title} ${Object.values(row.shown ?? {}).join(' ')}`.toLowerCase().includes(word)));
  }, [reply, filter]);
  const numbers = useMemo(() => rows.map((row) => row.number), [rows]);
  const choose = <Button onClick={() => void take(null)}>{words.takeIn}</Button>;

  return (
    <div
      className={styles.page}
      data-over={over ? words.dropNow : undefined}
      onDragOver={(event) => {
        if (!writable || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (writable && files.length > 0) void take(files);
      }}
    >
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{words.title}</h1>
        <p className={parts.headNote}>{reply && words.count(reply.total)}</p>
        <TextInput aria-label={words.filter} placeholder={words.filter} value={filter} onChange={(event) => setFilter(event.currentTarget.value)} w={220} data-find />
        <ExportButton kind="evidence_item" numbers={numbers} />
        {writable && <Button onClick={() => go({ page: 'import', kind: 'evidence_item' })}>{words.importList}</Button>}
        {writable && reply !== null && reply.total > 0 && choose}
      </div>
      {writable && rows.length > 0 && <p className={styles.hint}>{words.drop}</p>}
      {failure && (
        <div className={parts.section}>
          <FailureNote failure={failure} />
        </div>
      )}
      {!reply && !failure && <Loading />}
      {reply?.total === 0 && <Empty says={words.empty} then={words.emptyThen} action={writable && choose} />}
      {reply && reply.total > 0 && rows.length === 0 && <Empty says={records.noMatch} action={<Button onClick={() => setFilter('')}>{records.clearFilter}</Button>} />}
      {rows.length > 0 && (
        <DataGrid
          label={words.title}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.id}
          onOpen={(row) => {
            location.hash = recordAddress(row.number);
          }}
        />
      )}
      <IntakeDialog intake={intake} onRun={(about) => void run(about)} onCancel={cancel} onClose={close} />
    </div>
  );
}
