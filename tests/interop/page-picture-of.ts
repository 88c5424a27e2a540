import { spawnSync } from 'node:child_process';

/** A page as poppler draws it: one byte a point, 0 black, 255 white. */
export interface GreyPage {
  readonly width: number;
  readonly height: number;
  readonly points: Uint8Array;
}

/** The first `count` pages of a PDF at 144 dots an inch, drawn by poppler. */
export function greyPages(file: string, count: number): GreyPage[] {
  const all = spawnSync('pdftoppm', ['-gray', '-r', '144', '-l', String(count), file], { maxBuffer: 1 << 28 }).stdout;
  const pages: GreyPage[] = [];
  // Portable graymaps, one after the other (netpbm, P5): magic, width, height, 255, then the points.
  for (let at = 0; at < all.length; ) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(all.subarray(at, at + 40).toString('latin1'));
    if (!head) throw new Error('pdftoppm gave no graymap');
    const [width, height, from] = [Number(head[1]), Number(head[2]), at + head[0].length];
    pages.push({ width, height, points: all.subarray(from, from + width * height) });
    at = from + width * height;
  }
  return pages;
}

/** A field this many points wide and high (a ninth of an inch) is looked at as one: two ways to smooth an edge or to draw a hairline are no difference. */
const field = 16;

/** How far two pages are apart: the largest difference of any field's mean, 0 to 255. Infinite where one is missing or of another size. */
export function apart(one: GreyPage | undefined, other: GreyPage | undefined): number {
  if (!one || !other || one.width !== other.width || one.height !== other.height) return Number.POSITIVE_INFINITY;
  let most = 0;
  for (let y = 0; y + field <= one.height; y += field) {
    for (let x = 0; x + field <= one.width; x += field) {
      let sum = 0;
      for (let dy = 0; dy < field; dy++) for (let dx = 0, at = (y + dy) * one.width + x; dx < field; dx++, at++) sum += (one.points[at] ?? 0) - (other.points[at] ?? 0);
      most = Math.max(most, Math.abs(sum) / field ** 2);
    }
  }
  return most;
}

/** The page moved down by `by` points. */
export function moved(page: GreyPage | undefined, by: number): GreyPage | undefined {
  return page && { ...page, points: Buffer.concat([new Uint8Array(by * page.width).fill(255), page.points.subarray(0, (page.height - by) * page.width)]) };
}
