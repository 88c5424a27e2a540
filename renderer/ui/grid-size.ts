import { type RefObject, useLayoutEffect, useState } from 'react';

export interface GridSize {
  readonly width: number;
  readonly height: number;
}

/** The sizes that grids of this window had, by name, and that of the last one: a grid that comes again has the same most of the time, and can be drawn whole at once. */
const had = new Map<string, GridSize>();
let last: GridSize = { width: 0, height: 0 };

/** The width and height of the grid of this name in pixels, at first those that it had when it last stood, or another one had; put right before anything is painted, and followed from then on. 0 before any grid stood. */
export function useGridSize(name: string, grid: RefObject<HTMLElement | null>): GridSize {
  const [size, setSize] = useState(had.get(name) ?? last);
  useLayoutEffect(() => {
    const { current: element } = grid;
    if (!element) return;
    const read = (): void => {
      const [width, height] = [element.offsetWidth, element.offsetHeight];
      last = { width, height };
      had.set(name, last);
      setSize((was) => (was.width === width && was.height === height ? was : { width, height }));
    };
    read();
    const watch = new ResizeObserver(read);
    watch.observe(element);
    return () => watch.disconnect();
  }, [name, grid]);
  return size;
}
