import { useEffect, useId } from 'react';
import { create } from 'zustand';

/** Something that can be done on the page that is open, with its keys: what the search window offers first. */
export interface Act {
  readonly id: string;
  readonly name: string;
  readonly keys?: string;
  readonly act: () => void;
}
/** The record that the page is about: what is begun from here is linked to it. */
export interface About {
  readonly kind: string;
  readonly id: string;
  readonly number: string;
}
interface Offers {
  readonly acts: ReadonlyMap<string, readonly Act[]>;
  readonly about: About | null;
}

const useStore = create<Offers>(() => ({ acts: new Map(), about: null }));

/** Offers these while the piece that calls it is on the page. `acts` must be the same list while nothing changes. */
export function useOffers(acts: readonly Act[]): void {
  const id = useId();
  useEffect(() => {
    useStore.setState((now) => ({ acts: new Map(now.acts).set(id, acts) }));
    return () => useStore.setState((now) => ({ acts: new Map([...now.acts].filter(([one]) => one !== id)) }));
  }, [id, acts]);
}

/** Says which record the page is about while it is open. */
export function useAbout(kind: string, id: string, number: string): void {
  useEffect(() => {
    const about = { kind, id, number };
    useStore.setState({ about });
    return () => useStore.setState((now) => (now.about === about ? { about: null } : {}));
  }, [kind, id, number]);
}

/** What the page offers now. */
export const useOffered = (): ReadonlyMap<string, readonly Act[]> => useStore((now) => now.acts);
/** The record that the page is about; null where it is about none. */
export const aboutNow = (): About | null => useStore.getState().about;
