import { Kbd, Modal } from '@mantine/core';
import { IconPin, IconPinFilled, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { search } from '../words/search.ts';
import { keys as asHere } from '../words/shell.ts';
import { intoView } from '../ui/into-view.ts';
import styles from './palette.module.css';

export interface Choice {
  readonly id: string;
  readonly name: ReactNode;
  readonly quoted?: boolean;
  readonly note?: ReactNode;
  readonly number?: string;
  readonly keys?: string;
  /** Whether it is pinned; left out of what cannot be. */
  readonly pinned?: boolean;
  readonly act: () => void;
}
export interface ChoiceGroup {
  readonly title: string;
  readonly choices: readonly Choice[];
}
interface PaletteProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly query: string;
  readonly onQuery: (text: string) => void;
  readonly groups: readonly ChoiceGroup[];
  readonly total: string;
  /** What is listed does not answer what stands in the field yet. */
  readonly busy: boolean;
  /** What is to be known of what was typed. */
  readonly note?: ReactNode;
  /** Pins an act, or takes its pin away; gives whether it is pinned now. */
  readonly onPin: (id: string) => boolean;
}

/** Search and commands in one list: what fits this page first, then records, then words inside documents. */
export function Palette({ opened, onClose, query, onQuery, groups, total, busy, note, onPin }: PaletteProps) {
  const [chosen, setChosen] = useState(0);
  const [said, setSaid] = useState('');
  const flat = groups.flatMap((group) => group.choices);
  const at = Math.min(chosen, Math.max(0, flat.length - 1));
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    setChosen(0);
    setSaid('');
  }, [query, opened]);
  useEffect(() => intoView(list.current?.querySelector('[aria-selected=true]')), [at]);
  const run = (choice: Choice | undefined): void => {
    if (!choice) return;
    onClose();
    // After the window has given the focus back, so that an act that moves it has the last word.
    setTimeout(choice.act, 0);
  };
  /** The list under the pin is another one then: what was chosen stays chosen, wherever it goes. */
  const follow = useRef<string | null>(null);
  const pin = (choice: Choice | undefined): void => {
    if (choice?.pinned === undefined) return setSaid(search.noPin);
    follow.current = choice.id;
    setSaid(onPin(choice.id) ? search.pinned : search.unpinned);
  };
  useEffect(() => {
    const place = flat.findIndex((choice) => choice.id === follow.current);
    if (follow.current !== null && place >= 0) setChosen(place);
    follow.current = null;
  }, [groups]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      return run(flat[at]);
    }
    if (event.key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      return pin(flat[at]);
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || flat.length === 0) return;
    event.preventDefault();
    setChosen((at + step + flat.length) % flat.length);
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      size={640}
      yOffset={92}
      padding={0}
      radius="lg"
      shadow="xl"
      classNames={{ content: styles.content ?? '' }}
      attributes={{ content: { 'aria-label': search.palette } }}
    >
      <div className={styles.field}>
        <IconSearch size={16} stroke={1.5} aria-hidden />
        <input
          data-autofocus
          className={styles.input}
          role="combobox"
          aria-label={search.field}
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={flat[at] ? `choice-${flat[at].id}` : undefined}
          value={query}
          spellCheck={false}
          onChange={(event) => onQuery(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <span className="faint" role="status">
          {said === '' ? total : said}
        </span>
      </div>
      {note}
      <div id="palette-list" ref={list} role="listbox" aria-label={search.results} aria-busy={busy} className={styles.list}>
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <p className={styles.title} aria-hidden="true">
              {group.title}
            </p>
            {group.choices.map((choice) => (
              <div key={choice.id} id={`choice-${choice.id}`} role="option" aria-selected={flat[at]?.id === choice.id} className={styles.choice} onClick={() => run(choice)}>
                <span className={styles.number}>{choice.number}</span>
                <span className={styles.name}>
                  <span data-quoted={choice.quoted}>{choice.name}</span>
                  {choice.note && <span className={styles.note}>{choice.note}</span>}
                </span>
                <span className={styles.keys}>
                  {choice.keys?.split(' ').map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                  {choice.pinned !== undefined && <Pin on={choice.pinned} onPin={() => pin(choice)} />}
                </span>
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className={styles.foot}>
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> {search.choose}
        </span>
        <span>
          <Kbd>Enter</Kbd> {search.open}
        </span>
        <span>
          <Kbd>{asHere('Ctrl D')}</Kbd> {search.pin}
        </span>
        <span>
          <Kbd>Esc</Kbd> {search.close}
        </span>
      </p>
    </Modal>
  );
}

/** The pin of a line, for the pointer: an option of a list holds no button, and the keys do the same. */
function Pin({ on, onPin }: { on: boolean; onPin: () => void }) {
  const Icon = on ? IconPinFilled : IconPin;
  return (
    <>
      {on && <span className="hidden">{search.isPinned}</span>}
      <span
        className={styles.pin}
        data-on={on}
        aria-hidden
        title={on ? search.unpin : search.pin}
        onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => {
          event.stopPropagation();
          onPin();
        }}
      >
        <Icon size={14} stroke={1.5} />
      </span>
    </>
  );
}
