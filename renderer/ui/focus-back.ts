const dialog = '[role=dialog]';

/** Gives the focus back to where it was when a dialog goes with what opened it still there: the next key is heard where the last one was (look.md §9). Stops when called. */
export function giveFocusBack(floats: Element): () => void {
  let before: HTMLElement | null = null;
  const onFocus = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement && !floats.contains(target)) before = target;
  };
  const watch = new MutationObserver((changes) => {
    if (document.activeElement !== document.body || floats.querySelector(dialog)) return;
    const gone = changes.some(({ removedNodes }) => [...removedNodes].some((node) => node instanceof Element && (node.matches(dialog) || node.querySelector(dialog) !== null)));
    if (gone && before?.isConnected) before.focus({ preventScroll: true });
  });
  document.addEventListener('focusin', onFocus);
  watch.observe(floats, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', onFocus);
    watch.disconnect();
  };
}
