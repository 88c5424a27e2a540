import type { Page } from 'playwright-core';

/** Words that are cut on the page as it stands, where nothing says them whole: no title on them or around them, and no name of their own. */
export const clipped = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')].flatMap((one) => {
      if (one.getClientRects().length === 0 || one.closest('.hidden, [aria-hidden=true], svg') !== null) return [];
      const style = getComputedStyle(one);
      const cuts = style.overflowX === 'hidden' || style.overflowX === 'clip';
      const cutsDown = (style.overflowY === 'hidden' || style.overflowY === 'clip') && style.textOverflow !== 'ellipsis';
      const wide = cuts && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0;
      const high = cutsDown && one.scrollHeight > one.clientHeight + 2 && one.clientHeight > 0;
      if (!wide && !high) return [];
      if (!one.textContent?.trim() || one.clientWidth <= 1 || one.clientHeight <= 1) return [];
      if (one.querySelector('[title]') !== null || one.closest('[title], [aria-label]:not(section):not(nav):not(main):not([role=grid]):not([role=region]):not(aside)')) return [];
      return [`${wide ? 'wide' : 'high'} ${one.scrollWidth}>${one.clientWidth} ${one.scrollHeight}>${one.clientHeight} ${one.outerHTML.slice(0, 130)}`];
    }),
  );

/** Parts of the page that scroll both ways, tables and grids aside; and those that scroll sideways in a page that scrolls down. */
export const twoWays = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body, body *')].flatMap((one) => {
      const { overflowX } = getComputedStyle(one);
      if (!['auto', 'scroll'].includes(overflowX) || one.scrollWidth <= one.clientWidth + 1 || one.getClientRects().length === 0) return [];
      if (one.matches('textarea') || one.querySelector('table, [role=grid], [role=table], svg, ol, img') !== null || one.closest('[role=grid], table')) return [];
      return [`${one.scrollWidth}>${one.clientWidth} ${one.outerHTML.slice(0, 130)}`];
    }),
  );

/** What still runs on the page, as name and time: nothing does where the person wants less motion. */
export const running = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document.getAnimations().flatMap((one) => {
      const lasts = Number(one.effect?.getComputedTiming().duration ?? 0);
      const on = one.effect instanceof KeyframeEffect ? (one.effect.target?.outerHTML.slice(0, 100) ?? '') : '';
      return lasts > 0.01 ? [`${lasts} ms ${on}`] : [];
    }),
  );
