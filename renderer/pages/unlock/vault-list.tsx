import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { IconDots, IconPin } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import type { ListedVault } from '../../../shared/contract/recent-vaults.ts';
import type { Session } from '../../screen/screen.ts';
import { sample } from '../../words/sample.ts';
import { unlock } from '../../words/unlock.ts';
import { nameOf, openedWords } from './listed.ts';
import styles from './unlock.module.css';

export type ListAct = 'pinned' | 'unpinned' | 'off' | 'show' | 'find';
interface Props {
  readonly lines: readonly ListedVault[];
  readonly session: Session;
  /** The token of the line that is chosen; null while something else stands at the right. */
  readonly chosen: string | null;
  readonly onChoose: (line: ListedVault) => void;
  readonly onAct: (line: ListedVault, act: ListAct) => void;
}

/** The vaults opened on this computer. Up and Down go from one to the next, Delete takes one off the list, the menu key says what else there is. */
export function VaultList({ lines, session, chosen, onChoose, onAct }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent, line: ListedVault): void => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[data-vault]') ?? [])];
    const at = lines.indexOf(line);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
    if (next !== undefined) all[Math.max(0, Math.min(next, lines.length - 1))]?.focus();
    else if (event.key === 'Delete' && line.acts.includes('take-off')) {
      // What comes in its place has the focus: the next line, or the one before it.
      (all[at + 1] ?? all[at - 1])?.focus();
      onAct(line, 'off');
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      // A menu closes on any key outside it: it would hear the very one that opens it.
      event.stopPropagation();
      openMenu(event);
    } else return;
    event.preventDefault();
  };
  return (
    <ul ref={list}>
      {lines.map((line) => (
        <li
          key={line.token}
          className={styles.line}
          onContextMenu={(event) => {
            event.preventDefault();
            openMenu(event);
          }}
        >
          <UnstyledButton
            className={styles.vault}
            data-vault
            aria-current={line.token === chosen ? 'true' : undefined}
            onClick={() => onChoose(line)}
            onKeyDown={(event) => onKeyDown(event, line)}
          >
            <span className={styles.name}>{nameOf(line, lines)}</span>
            <span className={styles.place}>{line.missing ? unlock.notFound : line.sample ? sample.listed(openedWords(line, session)) : openedWords(line, session)}</span>
          </UnstyledButton>
          {line.pinned && <IconPin className={styles.pin} size={14} stroke={1.5} role="img" aria-label={unlock.pinned} />}
          {line.acts.length > 0 && <LineMenu line={line} name={nameOf(line, lines)} onAct={onAct} />}
        </li>
      ))}
    </ul>
  );
}

/** The menu of a line opens as its button opens it, from wherever in the line it is asked for. */
const openMenu = ({ currentTarget }: { readonly currentTarget: Element }): void => currentTarget.closest('li')?.querySelector<HTMLElement>('[aria-haspopup=menu]')?.click();

function LineMenu({ line, name, onAct }: { line: ListedVault; name: string; onAct: Props['onAct'] }) {
  const may = (act: ListedVault['acts'][number]): boolean => line.acts.includes(act);
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon className={styles.more} aria-label={unlock.more(name)}>
          <IconDots size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {may('find') && <Menu.Item onClick={() => onAct(line, 'find')}>{unlock.find}</Menu.Item>}
        {may('pin') && <Menu.Item onClick={() => onAct(line, line.pinned ? 'unpinned' : 'pinned')}>{line.pinned ? unlock.unpin : unlock.pin}</Menu.Item>}
        {may('show') && <Menu.Item onClick={() => onAct(line, 'show')}>{unlock.showFolder}</Menu.Item>}
        {may('take-off') && <Menu.Item onClick={() => onAct(line, 'off')}>{unlock.takeOff}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
