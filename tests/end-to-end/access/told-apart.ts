import type { Page } from 'playwright-core';

/**
 * What is in a state (chosen, current, pressed, turned on) and looks like one beside it that is not, as `state: markup`: with forced colors a ground alone is no sign.
 * Counts what was compared, so that a page on which nothing was is no proof.
 */
export const toldApart = (page: Page): Promise<{ compared: number; alike: string[] }> =>
  page.evaluate(() => {
    const look = (one: Element): string =>
      [one, ...one.querySelectorAll('*')]
        .slice(0, 4)
        .map((at) => {
          const { outlineStyle, outlineColor, borderStyle, borderColor, borderWidth, color, backgroundColor, fontWeight, textDecorationLine } = getComputedStyle(at);
          return [outlineStyle, outlineStyle === 'none' ? '' : outlineColor, borderStyle, borderColor, borderWidth, color, backgroundColor, fontWeight, textDecorationLine].join(
            ' ',
          );
        })
        .join('|') + (one.querySelector('svg path, svg rect, svg circle')?.parentElement?.innerHTML ?? '');
    const alike: string[] = [];
    let compared = 0;
    for (const state of ['aria-selected', 'aria-pressed', 'aria-current', 'aria-checked', 'data-chosen']) {
      for (const one of document.querySelectorAll(`[${state}]:not([${state}=false])`)) {
        if (one.getClientRects().length === 0 || one.closest('[aria-hidden=true], svg') !== null) continue;
        // Lines of a list stand in items of it: those beside the item's own.
        const around = one.closest('[role=rowgroup], [role=tablist], [role=listbox], [role=group], ul, ol, nav') ?? one.parentElement;
        const other = [...(around?.querySelectorAll(`${one.tagName.toLowerCase()}${one.getAttribute('role') === null ? '' : `[role=${one.getAttribute('role')}]`}`) ?? [])].find(
          (beside) =>
            beside !== one && beside.className === one.className && (!beside.hasAttribute(state) || beside.getAttribute(state) === 'false') && beside.getClientRects().length > 0,
        );
        if (!other) continue;
        compared++;
        if (look(one) === look(other)) alike.push(`${state}: ${one.outerHTML.slice(0, 160)}`);
      }
    }
    for (const one of document.querySelectorAll<HTMLInputElement>('input[type=radio]:checked')) {
      const [label, other] = [one, [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].find((beside) => beside.name === one.name && !beside.checked)].map(
        (at) => at?.labels?.[0],
      );
      if (!label || !other || label.getClientRects().length === 0) continue;
      compared++;
      if (look(label) === look(other)) alike.push(`radio: ${label.outerHTML.slice(0, 160)}`);
    }
    return { compared, alike };
  });
