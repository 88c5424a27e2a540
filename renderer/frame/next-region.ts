/** Regions in the order of F6, the facts inside the page after the page; a page may lack them. */
const regions = ['nav', '#page', '#page aside', '#beside', 'footer'];
/** What on the page takes the focus first: the row or the card that is chosen, else what scrolls. */
const onPage = ['[role=grid] [tabindex="0"]', '[data-cards] [tabindex="0"]', '[tabindex="0"]'];

/** Moves the focus to the next region of the window. From nowhere, or from the page as a whole, that is what stands on the page; a region in which nothing can have it is passed over. */
export function nextRegion(step: 1 | -1): void {
  const on = document.activeElement;
  const page = document.getElementById('page');
  const there = regions.map((region) => document.querySelector<HTMLElement>(region)).filter((one) => one !== null);
  const onWhole = on === null || on === page;
  const at = onWhole ? -1 : there.findLastIndex((one) => one.contains(on));
  const from = at < 0 ? (page === null ? -1 : there.indexOf(page) - step) : at;
  for (let steps = 1; steps <= there.length; steps++) {
    const next = there[(from + steps * step + 2 * there.length * steps) % there.length];
    if (!next) return;
    const inside = next === page ? onPage.map((place) => page.querySelector<HTMLElement>(place)).find((one) => one !== null) : null;
    const within = next !== page && next.matches('[tabindex]') ? next : next.querySelector<HTMLElement>('a, button:not(:disabled), [tabindex="0"]');
    (inside ?? within ?? next).focus();
    if (document.activeElement !== on) return;
  }
}
