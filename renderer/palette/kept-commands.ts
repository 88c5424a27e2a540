import { create } from 'zustand';
import { mostPinned, mostUsed, type KeptCommands } from '../../shared/contract/palette.ts';
import { vault } from '../bridge.ts';
import { setScreen, useScreen } from '../screen/screen.ts';

/** What the person at work pinned and did last in the search window: names of acts, kept in the vault for them alone. */
export const useKeptCommands = create<KeptCommands>(() => ({ pinned: [], used: [] }));

/** Reads what is kept; what was done before it came stands first. */
export async function readKeptCommands(): Promise<void> {
  const answer = await vault.ask('palette.read', {});
  if (answer.ok) useKeptCommands.setState(({ used }) => ({ pinned: answer.reply.pinned, used: newestFirst([...used, ...answer.reply.used]) }));
}

/** Notes that an act was chosen. Where nothing can be written it is known until the vault is locked. */
export function noteUsed(id: string): void {
  useKeptCommands.setState(({ used }) => ({ used: newestFirst([id, ...used]) }));
  void save();
}

/** Pins an act, or takes its pin away; gives whether it is pinned now. */
export function togglePin(id: string): boolean {
  const { pinned } = useKeptCommands.getState();
  const isPinned = !pinned.includes(id);
  useKeptCommands.setState({ pinned: isPinned ? [...pinned, id].slice(-mostPinned) : pinned.filter((other) => other !== id) });
  void save().then((failure) => failure && setScreen({ failure }));
  return isPinned;
}

const newestFirst = (ids: readonly string[]): string[] => [...new Set(ids)].slice(0, mostUsed);

async function save() {
  if (useScreen.getState().session?.vault?.readOnly != null) return null;
  const { pinned, used } = useKeptCommands.getState();
  const answer = await vault.ask('palette.save', { pinned: [...pinned], used: [...used] });
  return answer.ok ? null : answer.failure;
}
