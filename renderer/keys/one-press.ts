/** What a press is taken by: the control, or what was pressed where it is none. */
const controls = 'button, a, input, label, select, summary, [role=button], [role=tab], [role=menuitem], [role=option], [role=row]';

/** What was pressed, and what stood on it. */
export interface Pressed {
  readonly on: object;
  readonly says: string;
}

/** Whether the second click of a double click means what the first one meant: the same control, saying the same. What a first click changed is another question. */
export const isSamePress = (first: Pressed | null, now: Pressed): boolean => first !== null && first.on === now.on && first.says === now.says;

const pressedAt = (target: EventTarget | null): Pressed | null => {
  if (!(target instanceof Element)) return null;
  const on = target.closest(controls) ?? target;
  return { on, says: on.getAttribute('aria-label') ?? on.textContent };
};

/**
 * Who presses twice where once was enough, or holds a key down, has done one thing. An order that has come is not in force by the second click, what was undone is
 * not done again, and nothing behind a dialog is pressed because the first click closed it. Stops when called.
 */
export function keepOnePress(): () => void {
  let first: Pressed | null = null;
  let isAnother = false;
  const stop = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // Where it goes down, because a click on a label is one on its field too. `detail` counts the clicks.
  const onDown = (event: MouseEvent): void => {
    const now = pressedAt(event.target);
    isAnother = event.detail > 1 && (now === null || !isSamePress(first, now));
    if (event.detail === 1) first = now;
  };
  const onClick = (event: MouseEvent): void => {
    if (isAnother && event.detail > 1) stop(event);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.repeat && event.key === 'Enter' && event.target instanceof Element && event.target.closest('button, a')) stop(event);
  };
  // Before the page hears it, and changes what stands there.
  const until = new AbortController();
  const early = { capture: true, signal: until.signal };
  addEventListener('mousedown', onDown, early);
  addEventListener('click', onClick, early);
  addEventListener('dblclick', onClick, early);
  addEventListener('keydown', onKey, early);
  return () => until.abort();
}
