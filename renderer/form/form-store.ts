import { createContext, useContext } from 'react';
import { createStore, useStore, type StoreApi } from 'zustand';
import type { Audience, Privilege } from '../../shared/records/field.ts';
import type { PrivilegeBasis } from '../../shared/records/record.ts';
import { dayNow } from '../screen/screen.ts';
import { keyOf } from './issues.ts';
import { at, put, type Path, type Values } from './values.ts';

export interface FormState {
  readonly values: Values;
  /** What stands in a field that is typed freely and read: dates, numbers. By path. */
  readonly typed: Readonly<Record<string, string>>;
  /** The day on which that was typed, `YYYY-MM-DD`: "today" is read against it. Unknown where a draft of an earlier version does not say. */
  readonly typedOn: Readonly<Record<string, string>>;
  /** What is wrong with a field, by path. */
  readonly errors: Readonly<Record<string, string>>;
  readonly caseId: string | null;
  readonly audience: Audience;
  /** Names with semicolons between them, as typed; empty where anybody of the audience may have it. */
  readonly named: string;
  readonly privilege: Privilege;
  /** Who made it, for what, and whether business was a purpose too: kept with what is privileged. */
  readonly basis: PrivilegeBasis;
  readonly tags: string;
  readonly reason: string;
  readonly touched: boolean;
}
export type FormStore = StoreApi<FormState>;

const without = (errors: FormState['errors'], key: string): FormState['errors'] => Object.fromEntries(Object.entries(errors).filter(([one]) => one !== key));

export const newForm = (start: FormState): FormStore => createStore(() => start);

const Context = createContext<FormStore | null>(null);
export const FormProvider = Context.Provider;
/** The kind that the form is of; null where it is of a few fields only. */
export const FormKind = createContext<string | null>(null);

export function useForm(): FormStore {
  const store = useContext(Context);
  if (!store) throw new Error('a field stands outside its form');
  return store;
}

/** The value at a path and what is wrong with it. Only this field is drawn again when it changes. */
export function useField(path: Path): { readonly value: unknown; readonly error: string | undefined; readonly set: (value: unknown) => void } {
  const store = useForm();
  const key = keyOf(path);
  const value = useStore(store, (now) => at(now.values, path));
  const error = useStore(store, (now) => now.errors[key]);
  return { value, error, set: (next) => setAt(store, path, next) };
}

export function setAt(store: FormStore, path: Path, next: unknown): void {
  const key = keyOf(path);
  store.setState((now) => {
    if (at(now.values, path) === next) return {};
    // Proof of the cast: putting at a path that begins with a name gives an object.
    return { values: put(now.values, path, next) as Values, errors: without(now.errors, key), touched: true };
  });
}

export function useTyped(path: Path): readonly [string | undefined, (text: string) => void] {
  const store = useForm();
  const key = keyOf(path);
  return [useStore(store, (now) => now.typed[key]), (text) => store.setState((now) => ({ ...typedNow(now, { [key]: text }), errors: without(now.errors, key), touched: true }))];
}

/** The form with what is being typed this moment, under their paths. */
export function typedNow({ typed, typedOn }: Pick<FormState, 'typed' | 'typedOn'>, texts: Readonly<Record<string, string>>): Pick<FormState, 'typed' | 'typedOn'> {
  const on = dayNow();
  return { typed: { ...typed, ...texts }, typedOn: { ...typedOn, ...Object.fromEntries(Object.keys(texts).map((key) => [key, on])) } };
}

/** Puts what is wrong with one field beside it; undefined clears it. */
export function setError(store: FormStore, path: Path, says: string | undefined): void {
  const key = keyOf(path);
  store.setState((now) => {
    const errors = without(now.errors, key);
    return { errors: says === undefined ? errors : { ...errors, [key]: says } };
  });
}

/** Forgets what was typed below `path`: rows that move up must not show the text of the row that went. What was read from it stays. */
export function forgetTyped(store: FormStore, path: Path): void {
  const start = `${keyOf(path)}.`;
  store.setState((now) => ({ typed: Object.fromEntries(Object.entries(now.typed).filter(([key]) => !key.startsWith(start))) }));
}

const reading = new WeakMap<FormStore, Map<string, () => Promise<void>>>();

/** Has `read` called before the form is saved: a date that was typed a moment ago is never saved as it stood before. Null once it is read. */
export function readBeforeSave(store: FormStore, path: Path, read: (() => Promise<void>) | null): void {
  const waiting = reading.get(store) ?? new Map<string, () => Promise<void>>();
  reading.set(store, waiting);
  if (read === null) waiting.delete(keyOf(path));
  else waiting.set(keyOf(path), read);
}

export async function readAll(store: FormStore): Promise<void> {
  await Promise.all([...(reading.get(store)?.values() ?? [])].map((read) => read()));
}
