import { create } from 'zustand';
import { mostOpened, mostPinned, mostUsed, type KeptCommands } from '../../shared/contract/palette.ts';
import { vault } from '../bridge.ts';
import { flushBeforeLock } from '../form/draft-flush.ts';
import { setScreen, useScreen } from '../screen/screen.ts';

/** What the person at work pinned, did last in the search window and opened last: names of acts and numbers of records, kept in the vault for them alone. */
export const useKeptCommands = create<KeptCommands>(() => ({ pinned: [], used: [], opened: [] }));

/** Whether it was read: what could not be is never written over. */
let isRead = false;

/** Reads what is kept; what was done before it came stands first. */
export async function readKeptCommands(): Promise<void> {
  const answer = await vault.ask('palette.read', {});
  if (!answer.ok) return;
  isRead = true;
  const { pinned, used, opened } = answer.reply;
  useKeptCommands.setState((now) => ({ pinned, used: newestFirst([...now.used, ...used], mostUsed), opened: newestFirst([...now.opened, ...opened], mostOpened) }));
}

/** Notes that an act was chosen. Where nothing can be written it is known until the vault is locked. */
export function noteUsed(id: string): void {
  useKeptCommands.setState(({ used }) => ({ used: newestFirst([id, ...used], mostUsed) }));
  void save();
}

/** How long a record stays open before it is written down that it was: who leafs through twenty of them causes one writing. */
const openedMs = 2_000;
let writing: { readonly soon: ReturnType<typeof setTimeout>; readonly stop: () => void } | null = null;

/** Notes that the page of a record was opened. It is written down a moment later, or before the vault is locked. */
export function noteOpened(number: string): void {
  if (useKeptCommands.getState().opened[0] === number) return;
  useKeptCommands.setState(({ opened }) => ({ opened: newestFirst([number, ...opened], mostOpened) }));
  const write = async (): Promise<boolean> => {
    settled();
    await save();
    // Nothing typed hangs on it: a vault that cannot be written to only forgets it.
    return true;
  };
  settled();
  writing = { soon: setTimeout(() => void write(), openedMs), stop: flushBeforeLock(write) };
}
function settled(): void {
  if (writing === null) return;
  clearTimeout(writing.soon);
  writing.stop();
  writing = null;
}

/** Pins an act, or takes its pin away; gives whether it is pinned now. */
export function togglePin(id: string): boolean {
  const { pinned } = useKeptCommands.getState();
  const isPinned = !pinned.includes(id);
  useKeptCommands.setState({ pinned: isPinned ? [...pinned, id].slice(-mostPinned) : pinned.filter((other) => other !== id) });
  void save().then((failure) => failure && setScreen({ failure }));
  return isPinned;
}

const newestFirst = (ids: readonly string[], most: number): string[] => [...new Set(ids)].slice(0, most);

async function save() {
  if (!isRead || useScreen.getState().session?.vault?.readOnly != null) return null;
  const { pinned, used, opened } = useKeptCommands.getState();
  const answer = await vault.ask('palette.save', { pinned: [...pinned], used: [...used], opened: [...opened] });
  return answer.ok ? null : answer.failure;
}
