import { useEffect, type ReactNode } from 'react';
import { readUnfinished } from './form/unfinished.ts';
import { Frame, type FrameProps } from './frame/frame.tsx';
import { HelpDialog } from './frame/help-dialog.tsx';
import { TimeDialog } from './frame/time-dialog.tsx';
import { useKeys } from './frame/use-keys.ts';
import { AskedRecord } from './menu/asked-record.tsx';
import { ContextMenu } from './menu/context-menu.tsx';
import { Beside } from './pages/record/beside.tsx';
import { kindNamed, kindNames } from '../shared/records/kinds.ts';
import { AnalysisPage } from './pages/analysis/analysis-page.tsx';
import { ChronologyPage } from './pages/chronology/chronology-page.tsx';
import { DeadlinesPage } from './pages/deadline/deadlines-page.tsx';
import { DocketPage } from './pages/docket/docket-page.tsx';
import { DropVeil } from './handed/drop-veil.tsx';
import { useHanded } from './handed/use-handed.ts';
import { EvidencePage } from './pages/evidence/evidence-page.tsx';
import { IntakeOver } from './pages/evidence/intake-over.tsx';
import { FilingsPage } from './pages/filing/filings-page.tsx';
import { PressPage } from './pages/filing/press-page.tsx';
import { PageFault } from './page-fault.tsx';
import { DiagnosticsPage } from './pages/diagnostics/diagnostics-page.tsx';
import { NetworkPage } from './pages/diagnostics/network-page.tsx';
import { HelpOver } from './pages/help/help-over.tsx';
import { HelpPage } from './pages/help/help-page.tsx';
import { HistoryPage } from './pages/history/history-page.tsx';
import { ImportPage } from './pages/import/import-page.tsx';
import { ListPage } from './pages/list/list-page.tsx';
import { DeadlineLinks } from './pages/moved-dates/deadline-links.tsx';
import { MovedDatesPage } from './pages/moved-dates/moved-dates-page.tsx';
import { EditPage, NewPage } from './pages/record/edit-page.tsx';
import { AnyRecordPage } from './pages/record/record-page.tsx';
import { StatusPage } from './pages/reach/status-page.tsx';
import { RemovedPage } from './pages/removed/removed-page.tsx';
import { RequestsPage } from './pages/requests/requests-page.tsx';
import { CommandPalette } from './palette/command-palette.tsx';
import { ScreenPage } from './pages/screening/screen-page.tsx';
import { SearchPage } from './pages/search/search-page.tsx';
import { SettingsPage } from './pages/settings/settings-page.tsx';
import { UnfinishedPage } from './pages/unfinished/unfinished-page.tsx';
import { useDay } from './screen/day.ts';
import { useIdleLock } from './screen/idle.ts';
import { usePlace } from './screen/place.ts';
import { addressOf, recordAddress, useRoute, type Route } from './screen/route.ts';
import { setScreen, useScreen } from './screen/screen.ts';
import { Tour } from './tour/tour.tsx';
import { records } from './words/records.ts';
import { importing } from './words/exchange.ts';
import { filing } from './words/filing.ts';
import { access as accessWords } from './words/access.ts';
import { movedDates } from './words/moved-dates.ts';
import { AccessPage } from './pages/access/access-page.tsx';
import { scope as scopeWords } from './words/scope.ts';
import { rooms, shell } from './words/shell.ts';
import { keepWorkingSet } from './working-set/keep.ts';
import { OpenRows } from './working-set/use-rows.ts';

/** The open vault: one page in the frame, and what may stand over it. */
export function CaseWindow() {
  const route = useRoute();
  useIdleLock();
  useKeys(route);
  useHanded(route);
  useDay();
  useEffect(() => void readUnfinished(), []);
  useEffect(() => {
    let stop: (() => void) | null = null;
    let gone = false;
    // After the first paint: the first page comes straight from the vault, the working set behind it.
    const later = setTimeout(() => {
      void keepWorkingSet().then((end) => {
        if (gone) end();
        else stop = end;
      });
    }, 50);
    return () => {
      gone = true;
      clearTimeout(later);
      stop?.();
    };
  }, []);
  // Where the focus went with the page that held it, it goes to the new page, so that the next key is heard there.
  useEffect(() => {
    const main = document.getElementById('page');
    if (!main || document.activeElement !== document.body) return;
    main.dataset['arrived'] = '';
    main.addEventListener('blur', () => delete main.dataset['arrived'], { once: true });
    main.focus({ preventScroll: true });
  }, [route]);
  usePlace();
  // A failure belongs to the page on which it happened.
  useEffect(() => {
    // In the form of a record that was refused it is read what to enter.
    const { failure } = useScreen.getState();
    const isFilledIn = failure?.code === 'guard' && route.page === 'edit' && route.number === failure.number;
    if (!isFilledIn) setScreen({ failure: null });
  }, [route]);
  const { room, path } = placeOf(route);
  return (
    <>
      <OpenRows />
      <Frame room={room} path={path} beside={<Beside />}>
        <PageFault at={addressOf(route)}>{pageOf(route)}</PageFault>
        <CommandPalette />
        <ContextMenu />
        <AskedRecord />
        <IntakeOver />
        <DropVeil />
        <TimeDialog />
        <HelpDialog />
        <HelpOver />
        <Tour />
      </Frame>
    </>
  );
}

function pageOf(route: Route): ReactNode {
  switch (route.page) {
    case 'docket':
      return <DocketPage />;
    case 'analysis':
      return <AnalysisPage view={route.view} />;
    case 'list':
      if (route.kind === 'deadline') return <DeadlinesPage extra={<DeadlineLinks />} />;
      return route.kind === 'chronology_event' ? <ChronologyPage /> : <ListPage kindName={route.kind} />;
    case 'import':
      return <ImportPage key={route.kind} kind={route.kind} />;
    case 'record':
      return <AnyRecordPage key={route.number} number={route.number} tab={route.tab} />;
    case 'edit':
      return <EditPage key={route.number} number={route.number} field={route.field ?? null} />;
    case 'new':
      return <NewPage key={route.kind} kindName={route.kind} prefill={route.prefill} />;
    case 'requests':
      return <RequestsPage />;
    case 'evidence':
      return <EvidencePage />;
    case 'filings':
      return <FilingsPage />;
    case 'screen':
      return <ScreenPage key={route.number} number={route.number} />;
    case 'reach':
      return <StatusPage />;
    case 'access':
      return <AccessPage />;
    case 'press':
      return <PressPage key={`${route.document} ${route.number} ${route.day ?? ''}`} document={route.document} number={route.number} onDay={route.day ?? null} />;
    case 'history':
      return <HistoryPage />;
    case 'search':
      return <SearchPage text={route.text ?? ''} />;
    case 'settings':
      return <SettingsPage />;
    case 'moved':
      return <MovedDatesPage />;
    case 'unfinished':
      return <UnfinishedPage />;
    case 'network':
      return <NetworkPage />;
    case 'diagnostics':
      return <DiagnosticsPage />;
    case 'help':
      return <HelpPage topic={route.topic} />;
    case 'removed':
      return <RemovedPage text={route.text ?? ''} />;
  }
}

/** The room of a kind: steps and conditions live with their plan. */
const roomOfKind: Readonly<Record<string, string>> = {
  evidence_request: 'requests',
  evidence_item: 'evidence',
  evidence_text: 'evidence',
  filing: 'filings',
  release: 'filings',
  approval: 'filings',
  remediation_step: 'remediation_plan',
  restore_criterion: 'remediation_plan',
  weakness: 'remediation_plan',
  review_route: 'order',
  authorization: 'order',
  production_set: 'evidence',
  privilege_entry: 'evidence',
  correction: 'docket',
  conflict_of_duties: 'docket',
  finding: 'assertion',
  comparator: 'assertion',
  search_record: 'assertion',
  statement: 'assertion',
  interest: 'party',
  conflict_of_interest: 'party',
  agreement: 'party',
  notice: 'communication',
  watch: 'decision',
  time_limit_rule: 'deadline',
  court_profile: 'deadline',
  closure: 'deadline',
  case: 'docket',
  scope_rule: 'reach',
  ambiguity: 'reach',
  screening: 'reach',
  roster: 'reach',
  person: 'reach',
  access_determination: 'reach',
};
const prefixes: Readonly<Record<string, string>> = Object.fromEntries(kindNames.map((kind) => [kindNamed(kind)?.prefix ?? '', kind]));

/** Which room a page is in, and the way to it. A room's own title is not said twice. */
function placeOf(route: Route): Pick<FrameProps, 'room' | 'path'> {
  const room = (kind: string): string => roomOfKind[kind] ?? kind;
  const entry = (kind: string): readonly [string, string] => {
    const own = kindNamed(kind);
    const at = room(kind);
    if (at === 'requests' || at === 'evidence' || at === 'filings' || at === 'reach') return [rooms[at], addressOf({ page: at })];
    return [own?.plural ?? kind, addressOf({ page: 'list', kind })];
  };
  switch (route.page) {
    case 'list':
      return { room: room(route.kind), path: [] };
    case 'import':
      return { room: room(route.kind), path: [entry(route.kind), [importing.title, null]] };
    case 'new':
      return { room: room(route.kind), path: [entry(route.kind), [records.newKind(kindNamed(route.kind)?.label ?? route.kind), null]] };
    case 'record':
    case 'edit': {
      const kind = prefixes[route.number.split('-')[0] ?? ''] ?? 'case';
      const here: FrameProps['path'][number] = route.page === 'edit' ? [route.number, recordAddress(route.number)] : [route.number, null];
      return { room: room(kind), path: [entry(kind), here, ...(route.page === 'edit' ? [[records.edit, null] as const] : [])] };
    }
    case 'screen':
      return { room: 'order', path: [entry('order'), [route.number, recordAddress(route.number)], [scopeWords.screenTitle, null]] };
    case 'press':
      return {
        room: 'filings',
        path: [
          [rooms.filings, addressOf({ page: 'filings' })],
          [filing.pressTitle, null],
        ],
      };
    case 'search':
      return { room: 'search', path: [[shell.search, null]] };
    case 'access':
      return {
        room: 'reach',
        path: [
          [rooms.reach, addressOf({ page: 'reach' })],
          [accessWords.title, null],
        ],
      };
    case 'moved':
      return { room: 'deadline', path: [entry('deadline'), [movedDates.title, null]] };
    default:
      return { room: route.page, path: [] };
  }
}
