export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How far a note stays from what it is about and from the edge of the window, in pixels. */
const gap = 12;

/**
 * Where the note of a stop stands: beside what it is about, to the right, below, above or to the left, the first where it is whole; inside its lower right corner where
 * what it is about fills the window; in the middle where there is nothing to point at.
 */
export function placeOf(note: Size, about: Box | null, window: Size): { readonly left: number; readonly top: number } {
  const across = (at: number): number => Math.max(gap, Math.min(at, window.width - note.width - gap));
  const down = (at: number): number => Math.max(gap, Math.min(at, window.height - note.height - gap));
  // What it is about may be scrolled out of the window: the note never is.
  const at = (left: number, top: number): { left: number; top: number } => ({ left: across(left), top: down(top) });
  if (about === null) return at((window.width - note.width) / 2, (window.height - note.height) / 2);
  const right = about.left + about.width;
  const bottom = about.top + about.height;
  if (right + gap + note.width + gap <= window.width) return at(right + gap, about.top);
  if (bottom + gap + note.height + gap <= window.height) return at(about.left, bottom + gap);
  if (about.top - gap - note.height >= gap) return at(about.left, about.top - gap - note.height);
  if (about.left - gap - note.width >= gap) return at(about.left - gap - note.width, about.top);
  return at(right - note.width - gap, bottom - note.height - gap);
}
