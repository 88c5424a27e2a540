export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How much of the window's upper edge must show, in points: enough to take hold of it and draw it back. */
const [least, bar] = [120, 40];

/** Whether a window at `bounds` can be seen and taken hold of on one of the screens there are now: a screen may be gone since the window was last open. */
export function inSight(bounds: Bounds, screens: readonly Bounds[]): boolean {
  return screens.some((screen) => {
    const across = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
    return across >= least && bounds.y >= screen.y && bounds.y + bar <= screen.y + screen.height;
  });
}
