import { TextInput } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { kindNamed } from '../../../shared/records/kinds.ts';
import type { KindDefinition } from '../../../shared/records/kind.ts';
import type { ListView } from '../../../shared/records/list-view.ts';
import { topicOf } from '../../help/topic-of.ts';
import { topicNamed } from '../../help/topics.ts';
import { go, recordAddress } from '../../screen/route.ts';
import { useToday, useWritable } from '../../screen/screen.ts';
import { ChooseLook } from '../../ui/choose-look.tsx';
import { DataGrid } from '../../ui/data-grid.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Loading, NotThere } from '../../ui/not-there.tsx';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { importing } from '../../words/exchange.ts';
import { list as words } from '../../words/list.ts';
import { records } from '../../words/records.ts';
import { ExportButton } from '../export/export-button.tsx';
import { ChosenBar } from './chosen-bar.tsx';
import { groupsOf } from './groups.ts';
import { columnsOf, type ListLine } from './columns.tsx';
import { useListOnPaper } from '../../print/list-on-paper.ts';
import { fieldsOf, FilterButton, FilterRow, useConditions } from './filter-row.tsx';
import { narrowedWords } from './narrowed-words.ts';
import { longSorts, useLines, useUnfiltered } from './use-lines.ts';
import { useChooseAgain } from './go-on-many.ts';
import { useViews } from './use-views.ts';
import { ViewMenu } from './view-menu.tsx';
import { figure } from '../../words/writing.ts';
import { isTexts, noTexts, useStanding } from '../../screen/standing.ts';

/** Every record of a kind, closed ones included, asked of the vault. Columns come from the kind. */
export function ListPage({
  kindName,
  extra,
  last,
  emptyThen,
  everything,
}: {
  kindName: string;
  extra?: ReactNode;
  /** What stands at the end of the head. */
  last?: ReactNode;
  /** What is said where there is none of the kind, in the place of the usual words. */
  emptyThen?: string;
  everything?: true;
}) {
  const kind = kindNamed(kindName);
  const writable = useWritable();
  if (!kind) return <NotThere />;
  const create = writable && <PageButton onClick={() => go({ page: 'new', kind: kind.kind, prefill: {} })}>{records.newKind(kind.label)}</PageButton>;
  const imports = writable && !['case', 'evidence_text', 'release', 'approval'].includes(kind.kind);
  return (
    <RecordList
      key={kindName}
      kind={kind}
      title={kind.plural}
      count={(total) => records.count(total, kind.label, kind.plural)}
      extra={extra}
      {...(everything && { everything })}
      acts={
        <>
          {imports && <PageButton onClick={() => go({ page: 'import', kind: kind.kind })}>{importing.open}</PageButton>}
          {create}
          {last}
        </>
      }
      empty={<Empty says={records.emptyList(kind.plural)} then={emptyThen ?? whatIsKept(kind)} action={create} helped />}
    />
  );
}

/** What a list is for, as help says it; of a kind without a page of help that its first record will stand there. */
function whatIsKept(kind: KindDefinition): string {
  const topic = topicOf({ page: 'list', kind: kind.kind });
  return (topic === 'list' ? undefined : topicNamed(topic)?.what) ?? records.emptyListThen(kind.label);
}

/** As many letters as stand uncut in the field of the filter. */
const mostLetters = 20;

const lineKey = (line: ListLine): string => line.number;
/** A row that is not read yet is found by its number. */
const lineText = (line: ListLine): string => line.row?.title ?? line.number;
/** A line of a long list stays the same while its row is read. */
const lineRow = (line: ListLine): unknown => line.row;

export interface RecordListProps {
  readonly kind: KindDefinition;
  readonly title: string;
  readonly count: (total: number) => string;
  readonly extra?: ReactNode;
  /** Closed ones too, whatever the view says: whoever shows the list offers the open ones elsewhere. */
  readonly everything?: true;
  /** What makes or takes in more of them. */
  readonly acts?: ReactNode;
  readonly below?: ReactNode;
  readonly empty: ReactNode;
}

/** A list of one kind: filtered, sorted, its columns chosen and its views kept; rows are chosen and changed, removed or taken out together. */
export function RecordList({ kind, title, count, extra, everything, acts, below, empty }: RecordListProps) {
  const today = useToday();
  const writable = useWritable();
  const { view: held, change, ...views } = useViews(kind);
  const view = useMemo(() => (everything ? { ...held, closed: true } : held), [held, everything]);
  const { lines, total, complete, long, failure, again, onShown } = useLines(kind, view);
  const unfiltered = useUnfiltered(kind, view);
  const [ticked, setTicked] = useStanding('ticked', noTexts, isTexts);
  const chosen = useMemo(() => new Set(ticked), [ticked]);
  const setChosen = (keys: ReadonlySet<string>): void => setTicked([...keys]);
  const hasClosed = !everything && Object.values(kind.states).some((state) => state.closed);
  const columns = useMemo(() => columnsOf(kind, view.columns, today, long ? longSorts : undefined), [kind, view.columns, today, long]);
  // Until all lines are there nothing is chosen or taken out: it would be the first page only.
  const numbers = useMemo(() => (complete ? lines.map((line) => line.number) : []), [lines, complete]);
  // What left the list, by a filter or by an act, is not chosen any more.
  const picked = useMemo(() => (chosen.size === 0 ? [] : numbers.filter((number) => chosen.has(number))), [numbers, chosen]);
  const choice = useMemo(() => ({ keys: new Set(picked), set: (keys: ReadonlySet<string>) => complete && setChosen(keys) }), [picked, complete]);
  useChooseAgain(
    () => numbers,
    () => picked,
    (wanted) => setChosen(new Set(wanted)),
    kind.kind,
  );
  // The column of the heading is asked for with the others.
  const grouped = useMemo(() => (view.group === undefined || long || !complete ? null : groupsOf(kind, view.group, lines)), [kind, view.group, lines, long, complete]);
  const narrowed = view.filter !== '' || view.states.length > 0 || view.fields.length > 0;
  const fields = useMemo(() => fieldsOf(kind), [kind]);
  const filters = { fields, filters: view.fields, change: (fields: ListView['fields']) => change({ fields }) };
  const { says: conditions } = useConditions(fields, view.fields);
  const of = unfiltered ?? total;
  const narrowedBy = narrowedWords(kind, view, hasClosed, conditions);
  const { order, paper } = useListOnPaper(
    {
      columns: ['number', 'title', ...view.columns],
      ...(grouped !== null && view.group !== undefined && { group: view.group }),
      ...(narrowedBy !== '' && { narrowed: narrowedBy }),
      ...(of !== null && { total: of }),
    },
    numbers,
  );
  const filterWords = long ? words.longFilter : records.filter(title);

  return (
    <div className={parts.place}>
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{title}</h1>
        {picked.length > 0 ? (
          <ChosenBar kind={kind} numbers={picked} paper={paper} writable={writable} onDone={() => setChosen(new Set())} />
        ) : (
          <>
            <p className={`${parts.headNote} ${parts.headCount}`}>
              {total !== null && (complete && lines.length < total ? `${figure(lines.length)} of ${count(total)}` : count(total))}
            </p>
            <TextInput
              aria-label={filterWords}
              placeholder={long || filterWords.length <= mostLetters ? filterWords : words.filterHere}
              value={view.filter}
              onChange={(event) => change({ filter: event.currentTarget.value, name: view.name })}
              w={long ? 190 : 150}
              data-find
            />
            {hasClosed && (
              <ChooseLook
                label={records.which}
                looks={['open', 'all']}
                words={{ open: records.openOnly, all: records.all }}
                value={view.closed ? 'all' : 'open'}
                onChange={(which) => change({ closed: which === 'all', states: [] })}
              />
            )}
            {extra}
            <FilterButton {...filters} />
            <ViewMenu kind={kind} view={view} change={change} long={long} {...views} />
            <ExportButton kind={kind.kind} numbers={numbers} paper={paper} />
            {acts && <div className={parts.acts}>{acts}</div>}
          </>
        )}
      </div>
      {view.fields.length > 0 && <FilterRow {...filters} shown={complete ? lines.length : total} all={unfiltered} />}
      {below}
      {long && <p className={parts.note}>{words.long(total ?? 0)}</p>}
      {failure && (
        <div className={parts.section}>
          <FailureNote failure={failure} actions={<PageButton onClick={again}>{records.all}</PageButton>} />
        </div>
      )}
      {total === null && !failure && <Loading />}
      {total !== null &&
        lines.length === 0 &&
        (narrowed ? (
          <Empty says={records.noMatch} action={<PageButton onClick={() => change({ filter: '', states: [], fields: [] })}>{records.clearFilter}</PageButton>} />
        ) : (
          empty
        ))}
      {lines.length > 0 && (
        <DataGrid
          label={title}
          rows={lines}
          columns={columns}
          textOf={lineText}
          rowKey={lineKey}
          recordOf={lineKey}
          inOrder={order}
          drawn={lineRow}
          choice={choice}
          {...grouped}
          sort={view.sort}
          onSort={(sort) => change({ sort: [...sort], name: view.name })}
          sorted={long}
          {...(onShown && { onShown })}
          onOpen={(line) => {
            location.hash = recordAddress(line.number);
          }}
        />
      )}
    </div>
  );
}
