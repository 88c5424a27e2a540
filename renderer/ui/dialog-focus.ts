/** What stands over the page and takes its keys: dialogs, the popover of a button, menus. */
const floating = '[role=dialog], [role=menu]';
/** Where the next key belongs in one of them, once it is there; a dialog that asks the vault first may stand before its fields do. */
const wanted = '[data-autofocus]';
const stops = 'a[href], button, input, select, textarea, summary, [tabindex]';

const inside = (nodes: NodeList, which: string): Element[] =>
  [...nodes].flatMap((node) => (node instanceof Element ? [...(node.matches(which) ? [node] : []), ...node.querySelectorAll(which)] : []));

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
 * Keeps the focus where the next key belongs (look.md §9): in the field of a dialog, and on the first item of a menu, from the moment it stands (or its field
 * does), inside it while one goes on by Tab, and where it was when the dialog goes. All of it in the turn in which the dialog comes or goes: a library that moves
 * the focus a moment later loses the letters that are typed until then, and the page behind hears them as commands. Stops when called.
 */
export function keepDialogFocus(floats: Element): () => void {
  let outside: HTMLElement | null = null;
  /** Where the focus was before each of those that are open. */
  const before = new Map<Element, HTMLElement | null>();
  /** What has the focus in those whose wanted field was not there yet, for as long as nobody moves it. */
  const instead = new Map<Element, Element>();

  const focusIn = (one: Element): void => {
    const first = one.querySelector<HTMLElement>(wanted);
    const items = one.matches('[role=menu]') ? one.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)') : [];
    const tryAll = (all: Iterable<HTMLElement>): void => {
      for (const next of all) {
        if (one.contains(document.activeElement)) return;
        next.focus({ preventScroll: true });
      }
    };
    tryAll(first ? [first] : []);
    tryAll(items);
    // Whether each of them can be seen is asked only where it matters: the browser has to lay out the dialog to say so.
    if (!one.contains(document.activeElement)) tryAll([...stopsOf(one), ...(one instanceof HTMLElement ? [one] : [])]);
    if (!first && document.activeElement) instead.set(one, document.activeElement);
  };
  const take = (one: Element): void => {
    const at = document.activeElement;
    before.set(one, at instanceof HTMLElement && at !== document.body && !one.contains(at) && at.closest(floating) ? at : outside);
    focusIn(one);
  };
  /** The field that was waited for is there, or what had the focus is gone. */
  const settle = (one: Element): void => {
    const at = document.activeElement;
    if (at === document.body) return focusIn(one);
    const first = at === instead.get(one) ? one.querySelector<HTMLElement>(wanted) : null;
    if (!first) return;
    instead.delete(one);
    first.focus({ preventScroll: true });
  };
  const watch = new MutationObserver((changes) => {
    const gone = changes.flatMap(({ removedNodes }) => inside(removedNodes, floating)).filter((one) => !one.isConnected);
    for (const one of changes.flatMap(({ addedNodes }) => inside(addedNodes, floating))) if (one.isConnected && !before.has(one)) take(one);
    for (const one of gone) {
      const back = before.get(one) ?? (floats.querySelector(floating) ? null : outside);
      before.delete(one);
      instead.delete(one);
      if (document.activeElement === document.body && back?.isConnected) back.focus({ preventScroll: true });
    }
    const last = [...floats.querySelectorAll(floating)].at(-1);
    if (last && before.has(last)) settle(last);
  });
  const onFocus = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement && !floats.contains(target)) outside = target;
  };
  const onTab = (event: KeyboardEvent): void => {
    const one = [...floats.querySelectorAll(floating)].at(-1);
    if (event.key !== 'Tab' || event.defaultPrevented || !one) return;
    const at = document.activeElement;
    // The list or the calendar of one of its fields.
    if (at !== null && floats.contains(at) && !one.contains(at)) return;
    const all = stopsOf(one);
    // The items of a menu are walked by arrows; Tab stays on the one that has the focus.
    if (all.length === 0) return event.preventDefault();
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
