import { Kbd, Portal } from '@mantine/core';
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import { isTyping } from '../keys/typing.ts';
import { useKeysOf } from '../keys/bound.ts';
import type { Act } from '../screen/offers.ts';
import { useScreen } from '../screen/screen.ts';
import { State } from '../ui/state.tsx';
import type { RecordAct } from './acts-of-record.ts';
import { closeMenu, openMenuAt, useMenu, type OpenMenu } from './open-menu.ts';
import styles from './context-menu.module.css';

/** Something that was marked is copied from the menu of the system, not acted on. */
const isMarked = (target: Element): boolean => {
  const marked = getSelection();
  return marked !== null && !marked.isCollapsed && marked.containsNode(target, true);
};

/** The menu of a row or of a record: a right click opens it, the Menu key and Shift F10 do through the list of keys. Fields keep the menu of the system. */
export function ContextMenu() {
  const menu = useMenu((now) => now.menu);
  const asOf = useScreen((now) => now.asOf);
  useEffect(() => {
    const onMenu = (event: MouseEvent): void => {
      const { target } = event;
      if (!(target instanceof Element)) return;
      if (target.closest('[role=menu]')) return event.preventDefault();
      if (isTyping(target) || isMarked(target) || target.closest('[role=dialog]')) return;
      if (openMenuAt(target, { x: event.clientX, y: event.clientY })) event.preventDefault();
    };
    addEventListener('contextmenu', onMenu);
    // What it was about may not be there any more.
    addEventListener('hashchange', closeMenu);
    addEventListener('resize', closeMenu);
    return () => {
      removeEventListener('contextmenu', onMenu);
      removeEventListener('hashchange', closeMenu);
      removeEventListener('resize', closeMenu);
    };
  }, []);
  useEffect(closeMenu, [asOf]);
  return menu === null ? null : <MenuOf key={`${menu.name} ${menu.x} ${menu.y}`} menu={menu} />;
}

/** How far it stays from the edge of the window, in pixels. */
const gap = 8;

function MenuOf({ menu }: { menu: OpenMenu }) {
  const box = useRef<HTMLDivElement | null>(null);
  const shownKeys = useKeysOf();
  /** Where it was asked for, or as near as it is whole. It comes into the page a moment after this piece does. */
  const place = useCallback(
    (here: HTMLDivElement | null): void => {
      box.current = here;
      if (!here) return;
      const { width, height } = here.getBoundingClientRect();
      here.style.left = `${Math.max(gap, Math.min(menu.x, innerWidth - width - gap))}px`;
      here.style.top = `${Math.max(gap, Math.min(menu.y, innerHeight - height - gap))}px`;
    },
    [menu],
  );
  useEffect(() => {
    const onPress = (event: PointerEvent): void => {
      if (!(event.target instanceof Node && box.current?.contains(event.target))) closeMenu();
    };
    addEventListener('pointerdown', onPress, true);
    addEventListener('blur', closeMenu);
    return () => {
      removeEventListener('pointerdown', onPress, true);
      removeEventListener('blur', closeMenu);
    };
  }, []);
  const items = (): HTMLElement[] => [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = items();
    const at = all.findIndex((one) => one === document.activeElement);
    const go = (next: number): void => all[(next + all.length) % all.length]?.focus();
    if (event.key === 'Escape' || event.key === 'Tab') closeMenu();
    else if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at < 0 ? -1 : at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const letter = event.key.toLowerCase();
      [...all.slice(at + 1), ...all.slice(0, at + 1)].find((one) => one.textContent.trim().toLowerCase().startsWith(letter))?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const run = (act: Act): void => {
    closeMenu();
    // After the focus is back, so that an act that moves it has the last word.
    setTimeout(act.ask ?? act.act, 0);
  };
  return (
    <Portal>
      <div ref={place} role="menu" aria-label={menu.name} tabIndex={-1} className={styles.menu} onKeyDown={onKeyDown}>
        {partsOf(menu.acts).map((acts, i) => (
          <div key={acts[0]?.id} role="group" className={styles.part}>
            {i > 0 && <div role="separator" className={styles.line} />}
            {acts.map((act) => {
              const keys = act.key === undefined ? act.keys : shownKeys(act.key);
              return (
                <button
                  key={act.id}
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  className={styles.item}
                  onClick={() => run(act)}
                  onPointerMove={(event) => event.currentTarget.focus()}
                >
                  <span className={styles.name}>{lookOf(act) ?? act.name}</span>
                  {keys !== undefined && <Kbd aria-hidden>{keys}</Kbd>}
                </button>
              );
            })}
          </div>
        ))}
      </div>
    </Portal>
  );
}

const lookOf = (act: Act & Partial<RecordAct>) => act.look && <State look={{ ...act.look, word: act.name }} />;

/** The acts in their order, parted where the next one is of another part. */
function partsOf(acts: readonly (Act & Partial<RecordAct>)[]): readonly (readonly Act[])[] {
  const parts: { readonly part: string; readonly acts: Act[] }[] = [];
  for (const act of acts) {
    const last = parts.at(-1);
    if (last?.part === (act.part ?? '')) last.acts.push(act);
    else parts.push({ part: act.part ?? '', acts: [act] });
  }
  return parts.map((one) => one.acts);
}
