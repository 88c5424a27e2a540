import type { Page } from 'playwright-core';

export interface FocusWalk {
  /** How many controls took the focus. */
  readonly seen: number;
  /** Controls that look the same with the focus. */
  readonly unseen: readonly string[];
  /** Controls that something lies over when they have the focus. */
  readonly obscured: readonly string[];
  /** Controls whose mark of focus stands out from what is around it by less than 3 to 1. */
  readonly faint: readonly string[];
}

/**
 * Gives the focus to every control of the page in turn, as Tab would, and looks at it: whether it shows the focus (its own look, or that of what stands for it: its
 * label, its wrapper, the field around the words chosen in it), whether that mark stands out by 3 to 1 (WCAG 1.4.11), and whether something else lies over it where it
 * was scrolled to (2.4.11, held more strictly: half of its height is free).
 */
export const walkFocus = (page: Page): Promise<FocusWalk> =>
  page.evaluate(() => {
    const numbers = (color: string): readonly [number, number, number, number] => {
      const parts = (color.match(/[\d.]+/g) ?? []).map(Number);
      const unit = color.startsWith('color(') ? 255 : 1;
      return [(parts[0] ?? 0) * unit, (parts[1] ?? 0) * unit, (parts[2] ?? 0) * unit, parts[3] ?? 1];
    };
    const light = (color: string): number => {
      const [r, g, b] = numbers(color)
        .slice(0, 3)
        .map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
    };
    const contrast = (one: string, other: string): number => {
      const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
      return ((bright ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
    };
    const ground = (from: Element | null): string => {
      for (let at = from; at; at = at.parentElement) {
        const color = getComputedStyle(at).backgroundColor;
        if (numbers(color)[3] > 0.9) return color;
      }
      return 'rgb(255, 255, 255)';
    };
    interface Look {
      readonly all: string;
      readonly marks: readonly string[];
    }
    const look = (one: Element | null): Look => {
      if (one === null) return { all: '', marks: [] };
      const { outlineStyle, outlineWidth, outlineColor, borderTopColor, borderTopWidth, borderLeftColor, borderLeftWidth, boxShadow, backgroundColor } = getComputedStyle(one);
      const outline = outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 1 ? '' : outlineColor;
      const top = borderTopWidth === '0px' ? '' : borderTopColor;
      const left = borderLeftWidth === '0px' ? '' : borderLeftColor;
      const shadow = boxShadow === 'none' ? '' : (boxShadow.match(/rgba?\([^)]*\)|color\([^)]*\)/)?.[0] ?? '');
      return { all: [outline, top, left, boxShadow, backgroundColor].join('|'), marks: [outline, top, left, shadow] };
    };
    const around = (one: Element): readonly (Element | null)[] => [one, one.parentElement, one.nextElementSibling, one.closest('.mantine-MultiSelect-input')];
    const called = (one: Element): string => one.outerHTML.slice(0, 160);
    const found = [...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, select, [tabindex="0"]')].filter(
      (one) => one.getClientRects().length > 0 && !one.matches(':disabled') && one.closest('[inert], [aria-hidden=true]') === null,
    );
    const [unseen, obscured, faint]: [string[], string[], string[]] = [[], [], []];
    let seen = 0;
    // Onwards all of it is looked at; backwards, where the page scrolls up under what stays at its top, whether it is covered.
    for (const [at, one] of [...found, ...found.toReversed()].entries()) {
      const back = at >= found.length;
      if (!back) (document.activeElement as HTMLElement | null)?.blur();
      const before = back ? [] : around(one).map(look);
      one.focus();
      if (document.activeElement !== one) continue;
      if (!back) seen++;
      const after = back ? [] : around(one).map(look);
      if (back) {
        // Looked at on the way here.
      } else if (after.every(({ all }, i) => all === before[i]?.all)) unseen.push(called(one));
      else {
        const best = Math.max(
          0,
          ...after.flatMap(({ marks, all }, i) => {
            if (all === before[i]?.all) return [];
            const at = around(one)[i] ?? null;
            const grounds = [ground(at), ground(at?.parentElement ?? null)];
            return marks.flatMap((mark, n) => (mark === '' || mark === before[i]?.marks[n] ? [] : [Math.max(...grounds.map((under) => contrast(mark, under)))]));
          }),
        );
        if (best < 3) faint.push(`${best.toFixed(2)} ${called(one)}`);
      }
      // Tabs and rows beside the one in the tab order are gone to by arrows, which bring them into view by themselves.
      if (one.tabIndex < 0) continue;
      // What is drawn for it where it is itself not seen: the label of a radio, the box of a tick.
      const style = getComputedStyle(one);
      const drawn = one.getBoundingClientRect().width > 4 && style.opacity !== '0' && style.pointerEvents !== 'none';
      const stands = drawn ? one : (document.querySelector(`label[for="${CSS.escape(one.id)}"]`) ?? one.closest('label') ?? one.parentElement ?? one);
      const { left, right, top, bottom } = stands.getBoundingClientRect();
      // A text of many lines is scrolled to its caret.
      if (one instanceof HTMLTextAreaElement && document.elementFromPoint(left + 8, top + 14) === one) continue;
      const [x, y] = [(Math.max(left, 0) + Math.min(right, innerWidth)) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
      const over = document.elementFromPoint(x, y);
      // The browser leaves what shows 32 pixels of its width where it is.
      const same = [x, left + 6, right - 6].some((across) => {
        const found = document.elementFromPoint(across, y);
        return found !== null && (stands.contains(found) || found.closest('label')?.contains(one) === true);
      });
      if (!same) obscured.push(`${called(one)} at ${Math.round(x)}, ${Math.round(y)} under ${over?.outerHTML.slice(0, 100) ?? 'nothing: it is outside the window'}`);
    }
    (document.activeElement as HTMLElement | null)?.blur();
    return { seen, unseen, obscured: [...new Set(obscured)], faint };
  });
