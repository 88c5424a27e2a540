import { useEffect, useState } from 'react';
import type { ListView } from '../../shared/records/list-view.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import { mostLetters, mostRows, type StandingValue, type WindowPlace } from '../../shared/contract/place.ts';

// What a page is chosen to show: the look, its order, the row that is taken. Kept by the page itself; only when the vault is locked it is read here, to stand again after it.

type Standing = WindowPlace['standing'];
const now = new Map<string, StandingValue>();
const views = new Map<string, ListView>();

interface Before {
  readonly address: string;
  readonly standing: Map<string, StandingValue>;
  readonly view: WindowPlace['view'];
}
/** What stood when the vault was locked, until one goes to another page. */
let before: Before | null = null;

/** What is chosen on the page now. The conditions of a list of kinds about persons are sealed with them and are not kept here; what was typed to filter by is kept nowhere. */
export function standingNow(): { readonly standing: Standing; readonly view: WindowPlace['view'] } {
  const [found] = [...views].filter(([kind]) => kindNamed(kind)?.compartment === undefined);
  return {
    standing: Object.fromEntries([...now].filter(([, value]) => fits(value)).slice(0, mostStanding)),
    view: found === undefined ? null : { of: found[0], as: { ...found[1], filter: '' } },
  };
}
/** As many as a page has many times over. */
export const mostStanding = 40;

/** What is longer than a name of the program's own or a number of a record, or more rows than anybody chooses one by one, is not kept. */
const fits = (value: StandingValue): boolean =>
  Array.isArray(value)
    ? value.length <= mostRows && value.every((one) => typeof one === 'object' || one.length <= mostLetters)
    : typeof value !== 'string' || value.length <= mostLetters;

/** Has the page that is drawn next stand as it stood. */
export function standAs({ address, standing, view }: Pick<WindowPlace, 'address' | 'standing' | 'view'>): void {
  before = { address, standing: new Map(Object.entries(standing)), view };
  addEventListener('hashchange', () => (before = null), { once: true });
}

const here = (): Before | null => (before?.address === location.hash ? before : null);

/** As `useState`, for what is chosen on a page: after a lock of the window it is what it was. `isOne` refuses what the page does not offer any more; `name` is its own on the page. */
export function useStanding<T extends StandingValue>(name: string, first: T, isOne: (value: StandingValue) => value is T): readonly [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => {
    const left = here()?.standing.get(name);
    return left !== undefined && isOne(left) ? left : first;
  });
  useEffect(() => {
    now.set(name, value);
    return () => {
      now.delete(name);
    };
  }, [name, value]);
  return [
    value,
    (next) => {
      // What comes back to the page by itself is not put back to what stood before.
      before?.standing.delete(name);
      setValue(next);
    },
  ];
}

/** Nothing that is chosen; one list, so that nothing is drawn anew for another empty one. */
export const noTexts: readonly string[] = [];
export const isTextOrNull = (value: StandingValue): value is string | null => value === null || typeof value === 'string';
export const isTexts = (value: StandingValue): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');
export const isOneOf =
  <const T extends string>(all: readonly T[]) =>
  (value: StandingValue): value is T =>
    all.some((one) => one === value);
export type StandingSort = readonly { readonly key: string; readonly down: boolean }[];
export const isSort = (value: StandingValue): value is StandingSort => Array.isArray(value) && value.every((one) => typeof one === 'object');

/** How a list of this kind stood when the vault was locked; null where it did not. */
export function viewLeft(kind: string): ListView | null {
  const left = here()?.view;
  return left?.of === kind ? left.as : null;
}

/** The list of this kind is on the page, as `view` says. */
export function useStandingView(kind: string, view: ListView): void {
  useEffect(() => {
    views.set(kind, view);
    return () => {
      views.delete(kind);
    };
  }, [kind, view]);
}
