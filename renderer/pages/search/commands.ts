import { addressOf, go } from '../../screen/route.ts';
import { redoLast, undoLast } from '../../answers/change.ts';
import { saveSettings } from '../../screen/settings.ts';
import { lock } from '../../screen/lock.ts';
import { setScreen } from '../../screen/screen.ts';
import { roomAddress } from '../../frame/sidebar.tsx';
import { beginsKind, papers } from '../../frame/letter-pairs.ts';
import { aboutNow, type Act } from '../../screen/offers.ts';
import { takeIn } from '../evidence/take-in.ts';
import { newRoute } from '../record/new-route.ts';
import { access } from '../../words/access.ts';
import { movedDates } from '../../words/moved-dates.ts';
import { diagnostics, network } from '../../words/diagnostics.ts';
import { helpWords } from '../../words/help.ts';
import { removed } from '../../words/removed.ts';
import { search } from '../../words/search.ts';
import { rooms, type Room } from '../../words/shell.ts';
import type { KeyId } from '../../words/keys.ts';
import { unfinished } from '../../words/unfinished.ts';
import { typedKinds } from '../list/new-menu.tsx';

export type Command = Act;

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

/** Every act that does not belong to one record, with its keys. */
export function commands(writable: boolean, past: boolean): readonly Command[] {
  // Proof of the cast: the keys of this very record.
  const all = Object.keys(rooms) as Room[];
  return [
    ...all.map((room) => ({ id: `go-${room}`, name: search.goTo(rooms[room]), act: to(roomAddress(room)), ...(roomKeys[room] && { key: roomKeys[room] }) })),
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
          { id: 'take-in', name: search.takeIn, key: 'takeIn' as const, act: takeIn },
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
            act: () => go({ page: 'press', document: papers.paperStatus, number: aboutNow()?.number ?? '-' }),
          },
        ]
      : []),
    ...(writable
      ? [
          { id: 'undo', name: search.undo, key: 'undo' as const, act: () => void undoLast() },
          { id: 'redo', name: search.redo, key: 'redo' as const, act: () => void redoLast() },
        ]
      : []),
    { id: 'find-all', name: search.everywhere, key: 'searchAll' as const, act: () => go({ page: 'search', text: '' }) },
    { id: 'back', name: search.back, key: 'back' as const, act: () => history.back() },
    { id: 'forward', name: search.forward, key: 'forward' as const, act: () => history.forward() },
    { id: 'facts', name: search.facts, key: 'facts' as const, act: () => void dispatchEvent(new Event('cordon-facts')) },
    past
      ? { id: 'now', name: search.returnNow, keys: 'Esc', act: () => setScreen({ asOf: null }) }
      : { id: 'as-of', name: search.asKnown, act: () => setScreen({ choosingTime: true }) },
    ...(writable ? [{ id: 'import', name: search.importFile, act: to(addressOf({ page: 'import', kind: 'party' })) }] : []),
    { id: 'lock', name: search.lock, key: 'lock' as const, act: () => void lock('asked') },
    ...(['light', 'dark', 'system'] as const).map((appearance) => ({
      id: `look-${appearance}`,
      name: `${search.appearance}: ${search[appearance]}`,
      act: () => void saveSettings({ appearance }),
    })),
    { id: 'access', name: access.command, act: to(addressOf({ page: 'access' })) },
    { id: 'moved', name: movedDates.command, act: to(addressOf({ page: 'moved' })) },
    { id: 'unfinished', name: unfinished.title, act: to(addressOf({ page: 'unfinished' })) },
    { id: 'removed', name: removed.command, act: to(addressOf({ page: 'removed' })) },
    { id: 'verify', name: search.verify, act: to(addressOf({ page: 'settings', text: 'verify' })) },
    { id: 'settings', name: search.settings, act: to(addressOf({ page: 'settings' })) },
    { id: 'network', name: network.title, act: to(addressOf({ page: 'network' })) },
    { id: 'diagnostics', name: diagnostics.title, act: to(addressOf({ page: 'diagnostics' })) },
    { id: 'help', name: helpWords.title, key: 'help' as const, act: to(addressOf({ page: 'help', topic: null })) },
    { id: 'help-words', name: helpWords.glossaryCommand, act: to(addressOf({ page: 'help', topic: 'glossary' })) },
    { id: 'help-news', name: helpWords.whatsNew, act: to(addressOf({ page: 'help', topic: 'whats-new' })) },
    { id: 'keys', name: search.shortcuts, key: 'sheet' as const, act: () => setScreen({ help: true }) },
  ];
}
