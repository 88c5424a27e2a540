import { create } from 'zustand';
import { offeredNow, type Act } from '../screen/offers.ts';
import { menus } from '../words/menus.ts';
import { actsOn, recordAt } from './row-acts.ts';

export interface OpenMenu {
  /** What it is a menu of. */
  readonly name: string;
  readonly acts: readonly Act[];
  /** Where it was asked for, in pixels of the window. */
  readonly x: number;
  readonly y: number;
}

export const useMenu = create<{ readonly menu: OpenMenu | null }>(() => ({ menu: null }));
export const closeMenu = (): void => useMenu.setState({ menu: null });

/** Each asking for a menu has a number: where another was asked for meanwhile, the first comes to nothing. */
let turn = 0;

/** Opens the menu of what stands at `place`: the chosen rows, a record, the head of the record that is open. Gives whether there is any; without `at`, it opens under the place itself. */
export function openMenuAt(place: Element | null, at?: { readonly x: number; readonly y: number }): boolean {
  const found = what(place);
  if (place === null || found === null) return false;
  const mine = ++turn;
  const box = place.getBoundingClientRect();
  const { x, y } = at ?? { x: Math.min(box.left + 24, box.right), y: Math.min(box.top + 24, box.bottom) };
  void Promise.resolve(found.acts()).then((acts) => {
    if (mine === turn && acts.length > 0) useMenu.setState({ menu: { name: found.name, acts, x, y } });
  });
  return true;
}

function what(place: Element | null): { readonly name: string; readonly acts: () => readonly Act[] | Promise<readonly Act[]> } | null {
  const chosen = place?.closest('[data-chosen]') ? offeredNow().filter((act) => act.on === 'chosen') : [];
  const rows = place?.closest('[role=grid]')?.querySelectorAll('[data-chosen]').length ?? 0;
  if (chosen.length > 0 && rows > 0) return { name: menus.ofChosen, acts: () => chosen };
  const head = place?.closest<HTMLElement>('[data-head]');
  const record = recordAt(place);
  if (head && (record === null || record.number === head.dataset['head'])) {
    const acts = offeredNow().filter((act) => act.on === 'record');
    return acts.length > 0 ? { name: menus.of(head.dataset['head'] ?? ''), acts: () => acts } : null;
  }
  return record === null ? null : { name: menus.of(record.number), acts: () => actsOn(record.number, record.row) };
}
