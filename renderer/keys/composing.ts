/** Whether a key belongs to what is being composed: the Enter that takes a Japanese or Korean word, the arrows that choose one, the Escape that lets it go. 229 is what Windows says of such a key. */
export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean => event.isComposing || event.keyCode === 229;

/** Keeps such keys from everything in the window: they save no form, run no command and close no dialog. The input method has them all the same. Stops when called. */
export function leaveComposing(): () => void {
  const until = new AbortController();
  addEventListener('keydown', (event) => isComposing(event) && event.stopImmediatePropagation(), { capture: true, signal: until.signal });
  return () => until.abort();
}
