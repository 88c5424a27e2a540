import { useRef, type KeyboardEvent, type MouseEvent } from 'react';

/** Which rows of a grid are chosen: held by whoever shows the grid, because acts on them stand outside it. */
export interface Choice {
  readonly keys: ReadonlySet<string>;
  readonly set: (keys: ReadonlySet<string>) => void;
}

/**
 * Choosing rows as file lists do: space and Ctrl+click turn one over, Shift with an arrow or a click takes all from where choosing began, Ctrl+A takes
 * every row of the list, Esc lets go. `keyAt` gives the key of a line, null for a heading.
 */
export function useChoice(choice: Choice | undefined, lines: number, keyAt: (line: number) => string | null) {
  const anchor = useRef<number | null>(null);
  if (!choice) return null;
  const { keys, set } = choice;

  const turn = (line: number): void => {
    const key = keyAt(line);
    if (key === null) return;
    const next = new Set(keys);
    if (!next.delete(key)) next.add(key);
    anchor.current = line;
    set(next);
  };
  const upTo = (line: number, from: number): void => {
    anchor.current ??= from;
    const [first, last] = anchor.current < line ? [anchor.current, line] : [line, anchor.current];
    const next = new Set<string>();
    for (let at = first; at <= last; at++) {
      const key = keyAt(at);
      if (key !== null) next.add(key);
    }
    set(next);
  };
  const all = (): void => {
    const next = new Set<string>();
    for (let at = 0; at < lines; at++) {
      const key = keyAt(at);
      if (key !== null) next.add(key);
    }
    set(next);
  };
  const none = (): void => {
    anchor.current = null;
    set(new Set());
  };

  return {
    keys,
    turn,
    /** Every row, or none where every row is chosen already. */
    turnAll: (): void => (keys.size > 0 ? none() : all()),
    onClick: (event: MouseEvent, line: number): void => {
      if (event.shiftKey) upTo(line, anchor.current ?? line);
      else if (event.ctrlKey || event.metaKey) turn(line);
      else anchor.current = line;
    },
    /** After the roving line went from one line to another with Shift held. */
    onExtend: upTo,
    /** Handles the key; gives whether it was one of choosing. */
    onKey: (event: KeyboardEvent, line: number): boolean => {
      const command = event.ctrlKey || event.metaKey;
      if (event.key === ' ') turn(line);
      else if (command && event.key.toLowerCase() === 'a') all();
      else if (event.key === 'Escape' && keys.size > 0) none();
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
