import { startTour } from '../tour/tour.tsx';
import { tour } from '../words/tour.ts';
import { menuBarActs } from '../../shared/contract/window-act.ts';
import { addressOf, go } from '../screen/route.ts';
import { redoLast, undoLast } from '../answers/change.ts';
import { vault } from '../bridge.ts';
import { saveSettings } from '../screen/settings.ts';
import { lock } from '../screen/lock.ts';
import { setScreen } from '../screen/screen.ts';
import { roomAddress } from '../frame/sidebar.tsx';
import { beginsKind, papers } from '../frame/letter-pairs.ts';
import { aboutNow, type Act } from '../screen/offers.ts';
import { views } from '../pages/analysis/views.ts';
import { takeIn } from '../pages/evidence/take-in.ts';
import { newRoute } from '../pages/record/new-route.ts';
import { typedKinds } from '../pages/list/new-menu.tsx';
import { access } from '../words/access.ts';
import { analysis } from '../words/analysis.ts';
import { movedDates } from '../words/moved-dates.ts';
import { diagnostics, network } from '../words/diagnostics.ts';
import { helpWords } from '../words/help.ts';
import { removed } from '../words/removed.ts';
import { search, sought } from '../words/search.ts';
import { settingSections } from '../words/setting-names.ts';
import { rooms, shell, type Room } from '../words/shell.ts';
import { keyed as keyedActs, type KeyId } from '../words/keys.ts';
import { unfinished } from '../words/unfinished.ts';

export type Command = Act;

/** What decides which commands there are. */
export interface CommandPlace {
  readonly writable: boolean;
  /** A past day is shown. */
  readonly past: boolean;
  readonly host: 'electron' | 'chromium' | null;
  readonly cases: readonly { readonly id: string; readonly title: string }[];
  /** The case that is shown; null for all. */
  readonly caseId: string | null;
}

const to = (address: string) => (): void => {
  location.hash = address;
};

const roomKeys: Partial<Record<Room, KeyId>> = {
  docket: 'goDocket',
  order: 'goOrders',
  restricted_model: 'goModels',
  requests: 'goRequests',
  evidence: 'goEvidence',
  history: 'goHistory',
};

const keyed = (key: KeyId | undefined): { key?: KeyId } => (key === undefined ? {} : { key });
const also = (words: string | undefined): { also?: string } => (words === undefined ? {} : { also: words });

/** Every act that does not belong to one record, with its keys. */
export function commands({ writable, past, host, cases, caseId }: CommandPlace): readonly Command[] {
  // Proof of the cast: the keys of this very record.
  const all = Object.keys(rooms) as Room[];
  return [
    ...all.map((room) => ({
      id: `go-${room}`,
      name: search.goTo(rooms[room]),
      act: to(roomAddress(room)),
      ...(roomKeys[room] && { key: roomKeys[room] }),
      ...also(sought.rooms[room]),
    })),
    ...(writable
      ? typedKinds.map((kind) => ({
          id: `new-${kind.kind}`,
          name: search.newOne(kind.label),
          act: () => go(newRoute(kind.kind)),
          ...keyed(beginsKind(kind.kind)),
        }))
      : []),
    ...(writable
      ? [
          { id: 'take-in', name: search.takeIn, key: 'takeIn' as const, also: sought.takeIn, act: takeIn },
          {
            id: 'paper-order',
            name: search.pressOrder,
            key: 'paperOrder' as const,
            act: () => go({ page: 'press', document: papers.paperOrder, number: aboutNow()?.number ?? '-' }),
          },
          {
            id: 'paper-status',
            name: search.pressStatus,
            key: 'paperStatus' as const,
            also: sought.paperStatus,
            act: () => go({ page: 'press', document: papers.paperStatus, number: aboutNow()?.number ?? '-' }),
          },
        ]
      : []),
    ...(writable
      ? [
          { id: 'undo', name: search.undo, key: 'undo' as const, act: () => void undoLast() },
          { id: 'redo', name: search.redo, key: 'redo' as const, also: sought.redo, act: () => void redoLast() },
        ]
      : []),
    { id: 'find-all', name: search.everywhere, key: 'searchAll' as const, also: sought.everywhere, act: () => go({ page: 'search' }) },
    { id: 'find-here', name: keyedActs.find[2], key: 'find' as const, act: () => document.querySelector<HTMLElement>('[data-find]')?.focus() },
    { id: 'back', name: search.back, key: 'back' as const, act: () => history.back() },
    { id: 'forward', name: search.forward, key: 'forward' as const, act: () => history.forward() },
    { id: 'facts', name: search.facts, key: 'facts' as const, also: sought.facts, act: () => void dispatchEvent(new Event('cordon-facts')) },
    past
      ? { id: 'now', name: search.returnNow, keys: 'Esc', act: () => setScreen({ asOf: null }) }
      : { id: 'as-of', name: search.asKnown, also: sought.asKnown, act: () => setScreen({ choosingTime: true }) },
    ...(cases.length > 1 && caseId !== null ? [{ id: 'case-all', name: search.allCases, act: () => setScreen({ caseId: null }) }] : []),
    ...(cases.length > 1
      ? cases.filter((one) => one.id !== caseId).map((one) => ({ id: `case-${one.id}`, name: search.oneCase(one.title), act: () => setScreen({ caseId: one.id }) }))
      : []),
    ...(writable ? [{ id: 'import', name: search.importFile, also: sought.importFile, act: to(addressOf({ page: 'import', kind: 'party' })) }] : []),
    { id: 'lock', name: search.lock, key: 'lock' as const, also: sought.lock, act: () => void lock('asked') },
    ...views.map((view) => ({ id: `view-${view}`, name: search.analysis(analysis.tabs[view]), act: to(addressOf({ page: 'analysis', view })) })),
    ...(['light', 'dark', 'system'] as const).map((appearance) => ({
      id: `look-${appearance}`,
      name: `${search.appearance}: ${search[appearance]}`,
      also: sought.appearance[appearance],
      act: () => void saveSettings({ appearance }),
    })),
    ...(['regular', 'compact'] as const).map((density) => ({ id: `rows-${density}`, name: search.density[density], act: () => void saveSettings({ density }) })),
    { id: 'access', name: access.command, act: to(addressOf({ page: 'access' })) },
    { id: 'moved', name: movedDates.command, act: to(addressOf({ page: 'moved' })) },
    { id: 'unfinished', name: unfinished.title, also: sought.unfinished, act: to(addressOf({ page: 'unfinished' })) },
    { id: 'removed', name: removed.command, also: sought.removed, act: to(addressOf({ page: 'removed' })) },
    { id: 'verify', name: search.verify, also: sought.verify, act: to(addressOf({ page: 'settings', text: 'verify' })) },
    { id: 'settings', name: search.settings, also: sought.settings, act: to(addressOf({ page: 'settings' })) },
    ...settingSections.map(({ id, name, also: words }) => ({
      id: `settings-${id}`,
      name: `${search.settings}: ${name}`,
      ...also(words),
      act: to(addressOf({ page: 'settings', text: `at-${id}` })),
    })),
    { id: 'network', name: network.title, act: to(addressOf({ page: 'network' })) },
    { id: 'diagnostics', name: diagnostics.title, also: sought.diagnostics, act: to(addressOf({ page: 'diagnostics' })) },
    { id: 'help', name: helpWords.title, key: 'help' as const, also: sought.help, act: to(addressOf({ page: 'help', topic: null })) },
    { id: 'help-words', name: helpWords.glossaryCommand, also: sought.glossary, act: to(addressOf({ page: 'help', topic: 'glossary' })) },
    { id: 'help-news', name: helpWords.whatsNew, act: to(addressOf({ page: 'help', topic: 'whats-new' })) },
    { id: 'tour', name: tour.command, act: startTour },
    { id: 'keys', name: search.shortcuts, key: 'sheet' as const, also: sought.shortcuts, act: () => setScreen({ help: true }) },
    // A browser has its own menu for these.
    ...(host === 'electron' ? menuBarActs.map((does) => ({ id: `window-${does}`, name: shell.window[does], act: () => void vault.ask('window.act', { does }) })) : []),
  ];
}
