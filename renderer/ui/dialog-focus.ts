const dialog = '[role=dialog]';
/** What stands over everything else and takes all keys; the popover of a button does not. */
const modal = '[role=dialog][aria-modal=true]';
const stops = 'a[href], button, input, select, textarea, summary, [tabindex]';

const inside = (nodes: NodeList, wanted: string): Element[] =>
  [...nodes].flatMap((node) => (node instanceof Element ? [...(node.matches(wanted) ? [node] : []), ...node.querySelectorAll(wanted)] : []));

/** Where Tab stops in a dialog, in its order; of a group of radio buttons the one that is chosen, as the browser does it. */
function stopsOf(inThis: Element): HTMLElement[] {
  const found = [...inThis.querySelectorAll<HTMLElement>(stops)].filter(
    (one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility({ visibilityProperty: true }),
  );
  const radios = found.filter((one) => one instanceof HTMLInputElement && one.type === 'radio');
  const chosen = new Set(radios.filter((one) => one.matches(':checked')).map((one) => one.getAttribute('name')));
  return found.filter((one) => !radios.includes(one) || one.matches(':checked') || !chosen.has(one.getAttribute('name')));
}

/**
 * Keeps the focus where the next key belongs (look.md §9): in the field of a dialog from the moment it stands, inside it while one goes on by Tab, and where it
 * was when the dialog goes. All of it in the turn in which the dialog comes or goes: a library that moves the focus a moment later loses the letters that are
 * typed until then, and the page behind hears them as commands. Stops when called.
 */
export function keepDialogFocus(floats: Element): () => void {
  let outside: HTMLElement | null = null;
  /** Where the focus was before each dialog that is open. */
  const before = new Map<Element, HTMLElement>();

  const take = (one: Element): void => {
    const at = document.activeElement;
    if (at instanceof HTMLElement && at !== document.body && !one.contains(at) && at.closest(dialog)) before.set(one, at);
    else if (outside) before.set(one, outside);
    const wanted = [...one.querySelectorAll<HTMLElement>('[data-autofocus]'), ...stopsOf(one), ...(one instanceof HTMLElement ? [one] : [])];
    for (const next of wanted) {
      if (one.contains(document.activeElement)) return;
      next.focus({ preventScroll: true });
    }
  };
  const watch = new MutationObserver((changes) => {
    const gone = changes.flatMap(({ removedNodes }) => inside(removedNodes, dialog)).filter((one) => !one.isConnected);
    for (const one of changes.flatMap(({ addedNodes }) => inside(addedNodes, modal))) if (one.isConnected && !before.has(one)) take(one);
    for (const one of gone) {
      const back = before.get(one) ?? (floats.querySelector(dialog) ? null : outside);
      before.delete(one);
      if (document.activeElement === document.body && back?.isConnected) back.focus({ preventScroll: true });
    }
  });
  const onFocus = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement && !floats.contains(target)) outside = target;
  };
  const onTab = (event: KeyboardEvent): void => {
    const one = [...floats.querySelectorAll(modal)].at(-1);
    if (event.key !== 'Tab' || event.defaultPrevented || !one) return;
    const at = document.activeElement;
    // The list or the calendar of one of its fields.
    if (at !== null && floats.contains(at) && !one.contains(at)) return;
    const all = stopsOf(one);
    if (at !== one && one.contains(at) && at !== all.at(event.shiftKey ? 0 : -1)) return;
    event.preventDefault();
    all.at(event.shiftKey ? -1 : 0)?.focus();
  };
  document.addEventListener('focusin', onFocus);
  document.addEventListener('keydown', onTab);
  watch.observe(floats, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('keydown', onTab);
    watch.disconnect();
  };
}
