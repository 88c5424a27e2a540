import { useRef } from 'react';

/** The list before, where this one holds the very same things in the same order: what rests on it need not be found again. */
export function useSame<T>(list: readonly T[]): readonly T[] {
  const last = useRef(list);
  if (list.length !== last.current.length || list.some((one, at) => one !== last.current[at])) last.current = list;
  return last.current;
}
