import { useEffect, useId } from 'react';
import { create } from 'zustand';
import type { KeyId } from '../words/keys.ts';

/** Something that can be done on the page that is open, with its keys: what the search window offers first. */
export interface Act {
  readonly id: string;
  readonly name: string;
  /** Other words by which it is looked for, parted by spaces. */
  readonly also?: string;
  /** Its keys, where they are in the list of keys; they do it wherever it is offered. */
  readonly key?: KeyId;
  /** Keys that some piece of the page hears by itself. */
  readonly keys?: string;
  /** What it is done to, where menus tell the acts on a record and on chosen rows from the rest. */
  readonly on?: 'record' | 'chosen';
  readonly act: () => void;
  /** The same with a question before it: what menus do, where the search window acts at once. */
  readonly ask?: () => void;
}
/** The record that the page is about: what is begun from here is linked to it. */
export interface About {
  readonly kind: string;
  readonly id: string;
  readonly number: string;
}
/** The same, and what that record is itself about: a request begun on the deadline of an order is about the order. */
export interface AboutWith extends About {
  readonly of: readonly About[];
}
interface Offers {
  readonly acts: ReadonlyMap<string, readonly Act[]>;
  readonly about: AboutWith | null;
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

/** Says which record the page is about while it is open, and what that one is about. */
export function useAbout({ kind, id, number }: About, of: readonly About[]): void {
  const own = JSON.stringify(of);
  useEffect(() => {
    const about = { kind, id, number, of };
    useStore.setState({ about });
    return () => useStore.setState((now) => (now.about === about ? { about: null } : {}));
  }, [kind, id, number, own]);
}

/** What the page offers now. */
export const useOffered = (): ReadonlyMap<string, readonly Act[]> => useStore((now) => now.acts);
export const offeredNow = (): readonly Act[] => [...useStore.getState().acts.values()].flat();
/** The record that the page is about; null where it is about none. */
export const useAboutNow = (): AboutWith | null => useStore((now) => now.about);
export const aboutNow = (): AboutWith | null => useStore.getState().about;
