import type { FormState } from './form-store.ts';
import { keyOf } from './issues.ts';
import { at, put, type Path, type Values } from './values.ts';

/** The field of a form that led to a new record, and the address of that form: once the record is made, it is taken back there. */
export interface Errand {
  readonly back: string;
  readonly path: Path;
  /** The field takes several records. */
  readonly many: boolean;
}
export interface Brought extends Errand {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}
interface Handed {
  readonly values: Values;
  readonly errand: Errand | null;
}

let handed: (Handed & { readonly kind: string }) | null = null;
let brought: Brought | null = null;

/** Keeps what somebody typed in one form for the new record of `kind` that is begun next. An address goes through the browser's own process, so no name stands in it. */
export function handOver(kind: string, values: Values, errand: Errand | null = null): void {
  handed = { kind, values, errand };
}

/** What was handed over for a new record of this kind, once; nothing where it was for another. */
export function takeHandedOver(kind: string): Handed {
  const { values, errand } = handed?.kind === kind ? handed : { values: {}, errand: null };
  handed = null;
  return { values, errand };
}

/** Keeps the record that was made for a field until the form of that field is there again. */
export function bring(made: Brought): void {
  brought = made;
}

/** The record that was made for a field of the form at this address, once; null where there is none, or it was for another form. */
export function takeBrought(address: string): Brought | null {
  const made = brought?.back === address ? brought : null;
  brought = null;
  return made;
}

/** The form with the record in its field, in the place of the words for which there was none. */
export function withBrought<State extends Pick<FormState, 'values' | 'typed'>>(state: State, { path, many, id }: Brought): State {
  const before = at(state.values, path);
  const next = many ? [...(Array.isArray(before) ? before : []), id] : id;
  const key = keyOf(path);
  // Proof of the cast: putting at a path that begins with a name gives an object.
  return { ...state, values: put(state.values, path, next) as Values, typed: Object.fromEntries(Object.entries(state.typed).filter(([one]) => one !== key)) };
}
