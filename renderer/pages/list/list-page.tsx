import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import type { SlimRow } from '../../../shared/contract/contract.ts';
import { kindNamed } from '../../../shared/records/kinds.ts';
import type { KindDefinition } from '../../../shared/records/kind.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { go, recordAddress } from '../../screen/route.ts';
import { useScreen, useToday, useWritable } from '../../screen/screen.ts';
import { DataGrid, type GridColumn } from '../../ui/data-grid.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Loading, NotThere } from '../../ui/not-there.tsx';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import parts from '../../ui/page-parts.module.css';
import { dayWords } from '../../words/dates.ts';
import { importing } from '../../words/exchange.ts';
import { records } from '../../words/records.ts';
import { ExportButton } from '../export/export-button.tsx';

/** Every record of a kind, closed ones included, asked of the vault. Columns come from the kind. */
export function ListPage({ kindName, extra }: { kindName: string; extra?: ReactNode }) {
  const kind = kindNamed(kindName);
  return kind ? <List key={kindName} kind={kind} extra={extra} /> : <NotThere />;
}

/** The most rows a list asks for at once; beyond it the filter and the search find what is left out. */
const most = 2000;

function List({ kind, extra }: { kind: KindDefinition; extra: ReactNode }) {
  const caseId = useScreen((now) => now.caseId);
  const today = useToday();
  const writable = useWritable();
  const [closed, setClosed] = useState(false);
  const [filter, setFilter] = useState('');
  const hasClosed = Object.values(kind.states).some((state) => state.closed);
  const { reply, failure, again } = useAnswer('records.list', {
    kind: kind.kind,
    sort: 'number',
    limit: most,
    ...(caseId !== null && kind.withoutCase !== true && { caseId }),
    ...(hasClosed && !closed && { closed: false }),
  });
  const rows = useMemo(() => (reply?.rows ?? []).filter((row) => fits(row, filter)), [reply, filter]);
  const columns = useMemo(() => columnsOf(kind.kind, today), [kind, today]);
  const numbers = useMemo(() => rows.map((row) => row.number), [rows]);
  const imports = !['case', 'evidence_text', 'release', 'approval'].includes(kind.kind);
  const create = (): void => go({ page: 'new', kind: kind.kind, prefill: {} });

  return (
    <>
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{kind.plural}</h1>
        <p className={parts.headNote}>{reply && records.count(reply.total, kind.label, kind.plural)}</p>
        <TextInput
          aria-label={records.filter(kind.plural)}
          placeholder={records.filter(kind.plural)}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          w={220}
          data-find
        />
        {hasClosed && (
          <SegmentedControl
            aria-label={records.which}
            value={closed ? 'all' : 'open'}
            onChange={(value) => setClosed(value === 'all')}
            data={[
              { value: 'open', label: records.openOnly },
              { value: 'all', label: records.all },
            ]}
          />
        )}
        {extra}
        <ExportButton kind={kind.kind} numbers={numbers} />
        {writable && imports && <Button onClick={() => go({ page: 'import', kind: kind.kind })}>{importing.open}</Button>}
        {writable && <Button onClick={create}>{records.newKind(kind.label)}</Button>}
      </div>
      {failure && (
        <div className={parts.section}>
          <FailureNote failure={failure} actions={<Button onClick={again}>{records.all}</Button>} />
        </div>
      )}
      {!reply && !failure && <Loading />}
      {reply && rows.length === 0 && (
        <Empty
          says={filter === '' ? records.emptyList(kind.plural) : records.noMatch}
          {...(filter === '' && { then: records.emptyListThen(kind.label) })}
          action={
            filter === '' ? writable && <Button onClick={create}>{records.newKind(kind.label)}</Button> : <Button onClick={() => setFilter('')}>{records.clearFilter}</Button>
          }
        />
      )}
      {rows.length > 0 && (
        <DataGrid
          label={kind.plural}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.id}
          onOpen={(row) => {
            location.hash = recordAddress(row.number);
          }}
        />
      )}
    </>
  );
}

function fits(row: SlimRow, filter: string): boolean {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${row.number} ${row.title} ${Object.values(row.shown ?? {}).join(' ')}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Number, title, the kind's own columns, its day, its state. What identifies a row stays to the last as the window narrows. */
export function columnsOf(kind: string, today: string): readonly GridColumn<SlimRow>[] {
  const own = Object.entries(kindNamed(kind)?.fields ?? {}).filter(
    ([name, field]) => field.column && !['title', 'name', 'subject', 'question', 'statement', 'text'].includes(name),
  );
  const dated = ['deadline', 'evidence_request', 'remediation_step', 'decision', 'communication'].includes(kind);
  return [
    { key: 'number', name: records.columns.number, width: '76px', sort: (row) => row.number, cell: (row) => <Ref>{row.number}</Ref> },
    { key: 'title', name: records.columns.title, width: 'minmax(300px, 620px)', sort: (row) => row.title, cell: (row) => <span title={row.title}>{row.title}</span> },
    ...own.map(
      ([name, field], i): GridColumn<SlimRow> => ({
        key: name,
        name: field.label,
        width: 'minmax(90px, 150px)',
        from: 720 + i * 180,
        sort: (row) => row.shown?.[name] ?? '',
        cell: (row) => (
          <span className="muted" title={row.shown?.[name]}>
            {row.shown?.[name]}
          </span>
        ),
      }),
    ),
    ...(dated
      ? [
          {
            key: 'due',
            name: records.columns.due,
            width: '108px',
            from: 620,
            sort: (row: SlimRow) => row.due ?? '9999',
            cell: (row: SlimRow) => (row.due === null ? null : dayWords(row.due, 'short', today)),
          },
        ]
      : []),
    { key: 'state', name: records.columns.state, width: 'minmax(120px, 180px)', sort: (row) => row.state, cell: (row) => <State look={stateLook(row.kind, row.state)} /> },
  ];
}
