import { addressOf, go, type Route } from '../../screen/route.ts';
import { saveSettings } from '../../screen/settings.ts';
import { lock } from '../../screen/lock.ts';
import { setScreen } from '../../screen/screen.ts';
import { roomAddress } from '../../frame/sidebar.tsx';
import { begun } from '../../frame/letter-pairs.ts';
import { aboutNow, type Act } from '../../screen/offers.ts';
import { takeIn } from '../evidence/take-in.ts';
import { newRoute } from '../record/new-route.ts';
import { access } from '../../words/access.ts';
import { movedDates } from '../../words/moved-dates.ts';
import { helpWords } from '../../words/help.ts';
import { removed } from '../../words/removed.ts';
import { search } from '../../words/search.ts';
import { keys, rooms, type Room } from '../../words/shell.ts';
import { unfinished } from '../../words/unfinished.ts';
import { typedKinds } from '../list/new-menu.tsx';

export type Command = Act;

const to = (address: string) => (): void => {
  location.hash = address;
};

/** What can be done on this page. */
export function pageCommands(route: Route, writable: boolean): readonly Command[] {
  if (route.page !== 'record') return [];
  const { number } = route;
  return writable ? [{ id: 'edit', name: search.editThis(number), keys: 'F2', act: () => go({ page: 'edit', number }) }] : [];
}

const roomKeys: Partial<Record<Room, string>> = { docket: 'G D', order: 'G O', restricted_model: 'G M', requests: 'G R', evidence: 'G E', history: 'G H' };

const newKeys: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(begun).map(([letter, kind]) => [kind, `N ${letter.toUpperCase()}`]));

/** Every act that does not belong to one record, with its keys. */
export function commands(writable: boolean, past: boolean): readonly Command[] {
  // Proof of the cast: the keys of this very record.
  const all = Object.keys(rooms) as Room[];
  return [
    ...all.map((room) => ({ id: `go-${room}`, name: search.goTo(rooms[room]), act: to(roomAddress(room)), ...(roomKeys[room] && { keys: roomKeys[room] }) })),
    ...(writable
      ? typedKinds.map((kind) => ({
          id: `new-${kind.kind}`,
          name: search.newOne(kind.label),
          act: () => go(newRoute(kind.kind)),
          ...(newKeys[kind.kind] && { keys: newKeys[kind.kind] }),
        }))
      : []),
    ...(writable
      ? [
          { id: 'take-in', name: search.takeIn, keys: 'N E', act: takeIn },
          { id: 'paper-order', name: search.pressOrder, keys: 'P O', act: () => go({ page: 'press', document: 'order-summary', number: aboutNow()?.number ?? '-' }) },
          { id: 'paper-status', name: search.pressStatus, keys: 'P S', act: () => go({ page: 'press', document: 'status-report', number: aboutNow()?.number ?? '-' }) },
        ]
      : []),
    past
      ? { id: 'now', name: search.returnNow, keys: 'Esc', act: () => setScreen({ asOf: null }) }
      : { id: 'as-of', name: search.asKnown, act: () => setScreen({ choosingTime: true }) },
    ...(writable ? [{ id: 'import', name: search.importFile, act: to(addressOf({ page: 'import', kind: 'party' })) }] : []),
    { id: 'lock', name: search.lock, keys: keys('Ctrl L'), act: () => void lock('asked') },
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
    { id: 'help', name: helpWords.title, keys: 'F1', act: to(addressOf({ page: 'help', topic: null })) },
    { id: 'help-words', name: helpWords.glossaryCommand, act: to(addressOf({ page: 'help', topic: 'glossary' })) },
    { id: 'help-news', name: helpWords.whatsNew, act: to(addressOf({ page: 'help', topic: 'whats-new' })) },
    { id: 'keys', name: search.shortcuts, keys: keys('Ctrl /'), act: () => setScreen({ help: true }) },
  ];
}
