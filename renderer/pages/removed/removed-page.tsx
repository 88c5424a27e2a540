import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { kindNamed } from '../../../shared/records/kinds.ts';
import { useListOnPaper } from '../../print/list-on-paper.ts';
import { recordAddress } from '../../screen/route.ts';
import { useScreen, useWritable } from '../../screen/screen.ts';
import { DataGrid, type GridColumn } from '../../ui/data-grid.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Loading } from '../../ui/not-there.tsx';
import parts from '../../ui/page-parts.module.css';
import { Ref } from '../../ui/ref.tsx';
import { usePicked } from '../../ui/use-picked.ts';
import { useWhen } from '../../ui/use-when.ts';
import { PageButton } from '../../ui/page-button.tsx';
import { list } from '../../words/list.ts';
import { removed as words } from '../../words/removed.ts';
import { PrintList } from '../export/export-button.tsx';
import { ExportDialog } from '../export/export-dialog.tsx';
import { ChosenActs, printChosen } from '../list/chosen-acts.tsx';
import bar from '../list/list.module.css';
import { useTogether } from '../list/use-together.ts';
import { CloseDialog } from '../record/close-dialog.tsx';
import { useRemoved, type Removed } from './use-removed.ts';

const keyOf = (row: Removed): string => row.number;

const toPrint = [printChosen];
/** What was removed, last first: looked at, put back together, or erased, which is an act of its own with an authority of its own. */
export function RemovedPage({ text }: { text: string }) {
  const [filter, setFilter] = useState(text);
  const caseId = useScreen((now) => now.caseId);
  const past = useScreen((now) => now.asOf) !== null;
  const writable = useWritable();
  const { rows, total, failure, earlier } = useRemoved(caseId, filter.trim());
  const when = useWhen();
  const columns = useMemo(() => columnsOf(when), [when]);
  const { picked, choice, clear } = usePicked(rows, keyOf);
  const [erasing, setErasing] = useState<string | null>(null);
  const [printing, setPrinting] = useState(false);
  const { run, failure: why, running, stop } = useTogether(words.back, clear);
  const putBack = (): void => void run('records.putBack', { numbers: picked.map(keyOf) });
  const { order, paper } = useListOnPaper(
    {
      name: 'removed',
      columns: ['number', 'kind', 'title', 'when', 'by', 'why'],
      ...(filter.trim() !== '' && { narrowed: words.narrowed(filter.trim()) }),
      ...(total !== null && { total }),
    },
    useMemo(() => rows.map(keyOf), [rows]),
  );
  const [only] = picked.length === 1 ? picked : [];
  return (
    <>
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{words.title}</h1>
        {picked.length > 0 ? (
          <section className={bar.bar} aria-label={words.acts}>
            <p role="status">{list.chosen(picked.length)}</p>
            {writable && (
              <PageButton variant="filled" loading={running} onClick={putBack}>
                {words.putBack}
              </PageButton>
            )}
            {writable && only && <PageButton onClick={() => setErasing(only.number)}>{words.erase}</PageButton>}
            <ChosenActs acts={toPrint} does={() => setPrinting(true)} />
            {printing && <ExportDialog numbers={picked.map(keyOf)} chosenOnly paper={paper} as="print" onClose={() => setPrinting(false)} />}
            <PageButton variant="subtle" onClick={running ? stop : clear}>
              {running ? list.stop : list.letGo}
            </PageButton>
          </section>
        ) : (
          <>
            <p className={`${parts.headNote} ${parts.headCount}`}>{total !== null && words.count(total)}</p>
            <TextInput aria-label={words.filterLabel} placeholder={words.filter} value={filter} onChange={(event) => setFilter(event.currentTarget.value)} w={240} data-find />
          </>
        )}
      </div>
      <p className={parts.note}>{past ? words.now : words.note}</p>
      {(failure ?? why) && (
        <div className={parts.section}>
          <FailureNote failure={(failure ?? why)!} />
        </div>
      )}
      {total === null && !failure && <Loading />}
      {total === 0 &&
        (filter.trim() === '' ? (
          <Empty says={words.none} then={words.noneThen} helped />
        ) : (
          <Empty says={words.noMatch} action={<PageButton onClick={() => setFilter('')}>{words.clear}</PageButton>} />
        ))}
      {rows.length > 0 && (
        <DataGrid
          label={words.grid}
          rows={rows}
          columns={columns}
          rowKey={keyOf}
          recordOf={keyOf}
          inOrder={order}
          choice={choice}
          onOpen={(row) => {
            location.hash = recordAddress(row.number);
          }}
        />
      )}
      {earlier && (
        <div className={parts.section}>
          <PageButton onClick={earlier}>{words.earlier}</PageButton>
        </div>
      )}
      {picked.length === 0 && <PrintList paper={paper} any={rows.length > 0} />}
      {erasing !== null && <CloseDialog number={erasing} act="erase" onClose={() => setErasing(null)} />}
    </>
  );
}

const columnsOf = (when: (instant: number) => string): readonly GridColumn<Removed>[] => [
  { key: 'number', name: words.columns.number, width: '84px', cell: (row) => <Ref>{row.number}</Ref>, sort: (row) => row.number },
  { key: 'kind', name: words.columns.kind, width: '130px', from: 900, cell: (row) => kindNamed(row.kind)?.label ?? row.kind, sort: (row) => row.kind },
  {
    key: 'title',
    name: words.columns.title,
    width: 'minmax(160px, 3fr)',
    cell: (row) => (row.title === '' ? <span className="muted">{words.sealed}</span> : <span title={row.title}>{row.title}</span>),
    sort: (row) => row.title.toLowerCase(),
  },
  { key: 'when', name: words.columns.when, width: '128px', cell: (row) => when(row.at), sort: (row) => row.at },
  { key: 'by', name: words.columns.by, width: '112px', from: 760, cell: (row) => <span className="muted">{row.actor}</span>, sort: (row) => row.actor.toLowerCase() },
  {
    key: 'why',
    name: words.columns.why,
    width: 'minmax(140px, 1.5fr)',
    from: 620,
    cell: (row) => (
      <span className="muted" title={row.reason ?? undefined}>
        {row.reason}
      </span>
    ),
  },
];
