/** What a person finds in what opens: it is shown, and a region that holds none of it is empty. */
const shown = '[role]:not([role=presentation])';
/** What a reader goes through by its own structure: said as one description it would be a wall of words. */
const structured = 'input, textarea, select, table, ul, ol, dl, [role=listbox]';

/**
 * Keeps what a screen reader is told of menus and dialogs true. The region they open in has its name, and so is a landmark, only while something is open in it; and a
 * dialog that holds fields, lists or tables is not described by all of them at once, as the library has it: the list of the search window was said whole at each key.
 */
export function tellFloats(floats: HTMLElement, name: string): () => void {
  const tell = (): void => {
    if ([...floats.querySelectorAll(shown)].some((one) => one.checkVisibility())) floats.setAttribute('aria-label', name);
    else floats.removeAttribute('aria-label');
    for (const dialog of floats.querySelectorAll('[role=dialog][aria-describedby]')) if (dialog.querySelector(structured)) dialog.removeAttribute('aria-describedby');
  };
  tell();
  const watch = new MutationObserver(tell);
  watch.observe(floats, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-describedby', 'style'] });
  return () => watch.disconnect();
}
