import { Button, Kbd } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import type { SlimRow } from '../../../shared/contract/contract.ts';
import { go, recordAddress } from '../../screen/route.ts';
import { useLooking } from '../../screen/use-looking.ts';
import { useNow } from '../../screen/use-now.ts';
import { useOffers } from '../../screen/offers.ts';
import { useKeysOf } from '../../keys/bound.ts';
import { useScreen, useWritable, useZone } from '../../screen/screen.ts';
import { DataGrid } from '../../ui/data-grid.tsx';
import { Behind } from '../../ui/gradually.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Loading } from '../../ui/not-there.tsx';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { usePicked } from '../../ui/use-picked.ts';
import { useSame } from '../../ui/use-same.ts';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { dayAt, dayWords, timeAt, zoneCity } from '../../words/dates.ts';
import { docket } from '../../words/docket.ts';
import { records } from '../../words/records.ts';
import { ConflictLines } from '../duties/conflict-lines.tsx';
import { ChosenRows } from '../list/chosen-rows.tsx';
import { FilterButton, FilterRow, useConditions } from '../list/filter-row.tsx';
import { PrintList } from '../export/export-button.tsx';
import { useListOnPaper } from '../../print/list-on-paper.ts';
import { useChooseAgain } from '../list/go-on-many.ts';
import { NewMenu } from '../list/new-menu.tsx';
import { useKeptFilters } from '../list/use-kept-filters.ts';
import { useOpenCases, useOpenRows } from '../../working-set/use-rows.ts';
import { DocketSide } from './docket-side.tsx';
import { MissedLines } from './missed-lines.tsx';
import { docketColumns } from './docket-columns.tsx';
import { nextStep } from './first-steps.ts';
import { docketGroups, dueInOrder, onDocket } from './groups.ts';
import { useReasons } from './reasons.ts';
import { useAboutModel } from './use-model.ts';
import { useDocketFilter } from './use-docket-filter.ts';
import { WhyDialog } from './why-dialog.tsx';
import { isTextOrNull, useStanding } from '../../screen/standing.ts';

// Asked for by kind: picked out of all that is open, they would be new lists at every change of any record.
const modelKind = ['restricted_model'] as const;

/** The first screen of the day: what is due and why, and beside it what others owe, what is stuck, what is new. */
export function DocketPage() {
  const caseId = useScreen((now) => now.caseId);
  const writable = useWritable();
  const { rows: open, ready, whole, more } = useOpenRows();
  const { rows: cases } = useOpenCases();
  const { rows: everyModel } = useOpenRows(modelKind);
  const models = useMemo(() => everyModel.filter((row) => caseId === null || row.caseId === caseId), [everyModel, caseId]);
  const kept = useKeptFilters('docket');
  const model = models.some((row) => row.number === kept.choice) ? kept.choice : null;
  const about = useAboutModel(model);
  // A change of what does not stand on the docket leaves its lines as they are.
  const standing = useSame(
    useMemo(() => open.filter((row) => onDocket(row) && (caseId === null || row.caseId === caseId) && (about === null || about.has(row.id))), [open, caseId, about]),
  );
  const due = useMemo(() => dueInOrder(standing), [standing]);
  const { rows, filters, narrowed, waiting, failure } = useDocketFilter(due, kept);
  const [picked, setPicked] = useStanding('picked', null, isTextOrNull);
  const next = rows.length === 0 ? nextStep(open) : 'deadline';
  const [why, setWhy] = useState<SlimRow | null>(null);
  const at = rows.find((row) => row.id === picked) ?? rows[0] ?? null;
  const looking = useLooking(rows);
  const { groups, keyOf } = useMemo(() => docketGroups(rows, looking), [rows, looking]);
  const reasons = useReasons(rows, looking);
  const below = useMemo(() => ['title', (row: SlimRow) => reasons.get(row.id)] as const, [reasons]);
  const columns = useMemo(() => docketColumns(looking, caseId !== null ? [] : cases), [looking, cases, caseId]);

  const { picked: chosen, choice, clear } = usePicked(rows, rowId);
  useChooseAgain(
    () => rows.map(rowNumber),
    () => chosen.map(rowNumber),
    (wanted) => choice.set(new Set(rows.filter((row) => wanted.includes(row.number)).map(rowId))),
  );
  const choosing = chosen.length > 0;
  // Looked for among all that is open only while somebody chooses one of them.
  const people = useMemo(() => (choosing ? [...new Set(open.flatMap((row) => row.shown?.['owner'] ?? []))].sort() : []), [choosing, open]);

  const rowNumbers = useMemo(() => rows.map(rowNumber), [rows]);
  const { says: conditions } = useConditions(filters.fields, filters.filters);
  const narrowedBy = [...(model === null ? [] : [`${docket.models}: ${models.find((row) => row.number === model)?.title ?? model}`]), ...conditions].join('. ');
  const { order, paper } = useListOnPaper(
    {
      name: 'docket',
      columns: ['due', 'title', ...(caseId === null && cases.length > 1 ? ['case'] : []), 'number', 'kind', 'owner'],
      byDay: 'docket',
      ...(narrowedBy !== '' && { narrowed: narrowedBy.replaceAll('\u00a0', ' ') }),
      total: due.length,
    },
    rowNumbers,
  );
  const singleKeys = useScreen((now) => now.settings.singleKeys);
  const keysOf = useKeysOf();
  useOffers(useMemo(() => (at === null ? [] : [{ id: 'why', name: docket.why, key: 'why' as const, act: () => setWhy(at) }]), [at]));

  const usualActs = (sideButton: ReactNode): ReactNode => (
    <>
      <Now />
      {models.length > 1 && (
        <Select
          aria-label={docket.models}
          w={124}
          data={[{ value: '', label: docket.allModels }, ...models.map((row) => ({ value: row.number, label: row.title }))]}
          value={model ?? ''}
          onChange={(value) => kept.choose(value === '' ? null : value)}
        />
      )}
      {at !== null && (
        <Button onClick={() => setWhy(at)} aria-keyshortcuts={singleKeys ? keysOf('why') : undefined} rightSection={singleKeys && <Kbd aria-hidden>{keysOf('why')}</Kbd>}>
          {docket.why}
        </Button>
      )}
      <div className={parts.together}>
        {(due.length > 0 || narrowed) && <FilterButton {...filters} />}
        {sideButton}
        {writable && <NewMenu />}
      </div>
    </>
  );

  return (
    <Page
      side={
        <Behind>
          <DocketSide open={open} whole={whole} more={more} caseId={caseId} about={about} />
        </Behind>
      }
      sideName={docket.side}
      head={(sideButton) => (
        <div className={parts.head}>
          <h1 className={parts.headTitle}>{docket.title}</h1>
          {chosen.length > 0 ? <ChosenRows rows={chosen} writable={writable} people={people} paper={paper} onDone={clear} /> : usualActs(sideButton)}
        </div>
      )}
    >
      {narrowed && <FilterRow {...filters} shown={waiting || failure ? null : rows.length} all={due.length} />}
      {ready && <MissedLines />}
      <ConflictLines />
      {failure ? (
        <div className={parts.section}>
          <FailureNote failure={failure} actions={<PageButton onClick={() => filters.change([])}>{records.clearFilter}</PageButton>} />
        </div>
      ) : waiting ? (
        <Loading />
      ) : narrowed && rows.length === 0 ? (
        <Empty says={records.noMatch} action={<PageButton onClick={() => filters.change([])}>{records.clearFilter}</PageButton>} />
      ) : ready && rows.length === 0 ? (
        <Empty
          says={docket.empty}
          helped
          then={docket.first[writable ? next : 'deadline'].then}
          action={
            writable && (
              <PageButton variant="filled" onClick={() => go({ page: 'new', kind: next, prefill: {} })}>
                {docket.first[next].act}
              </PageButton>
            )
          }
        />
      ) : (
        <DataGrid
          label={docket.grid}
          rows={rows}
          columns={columns}
          textOf={rowTitle}
          rowKey={rowId}
          recordOf={rowNumber}
          inOrder={order}
          choice={choice}
          groups={groups}
          groupOf={keyOf}
          below={below}
          onPick={(row) => setPicked(row.id)}
          onOpen={(row) => {
            location.hash = recordAddress(row.number);
          }}
        />
      )}
      {chosen.length === 0 && <PrintList paper={paper} any={rows.length > 0} />}
      {why && <WhyDialog row={why} onClose={() => setWhy(null)} />}
    </Page>
  );
}

const rowId = (row: SlimRow): string => row.id;
const rowNumber = (row: SlimRow): string => row.number;
/** Day, hour and the city whose clocks they are. */
function Now() {
  const zone = useZone();
  const at = useNow(15_000);
  return <p className={`${parts.headNote} ${parts.headCount}`}>{docket.now(dayWords(dayAt(at, zone), 'full', dayAt(at, zone)), timeAt(at, zone), zoneCity(zone))}</p>;
}

const rowTitle = (row: SlimRow): string => row.title;
