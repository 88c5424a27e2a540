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
  const within = (at: number, size: number, of: number): number => Math.max(gap, Math.min(at, of - size - gap));
  if (about === null)
    return { left: within((window.width - note.width) / 2, note.width, window.width), top: within((window.height - note.height) / 2, note.height, window.height) };
  const right = about.left + about.width;
  const bottom = about.top + about.height;
  const left = within(about.left, note.width, window.width);
  const top = within(about.top, note.height, window.height);
  if (right + gap + note.width + gap <= window.width) return { left: right + gap, top };
  if (bottom + gap + note.height + gap <= window.height) return { left, top: bottom + gap };
  if (about.top - gap - note.height >= gap) return { left, top: about.top - gap - note.height };
  if (about.left - gap - note.width >= gap) return { left: about.left - gap - note.width, top };
  return { left: within(right - note.width - gap, note.width, window.width), top: within(bottom - note.height - gap, note.height, window.height) };
}
