import type { ApprovalRule } from './approval-rule.ts';
import type { Looking } from './binding-hour.ts';
import type { DateFact, HourOfDay } from './date-fact.ts';
import { common, type AnyRecord, type Common } from './record.ts';
import { removalGuard } from './removal.ts';
import type { Signatures } from './signatures.ts';
import { shapeOf, type Audience, type Fields, type Privilege, type ValuesOf } from './field.ts';

/** Looks up other records for a guard: synchronous, inside the transaction that the guard protects. */
export interface Look {
  /** The day it is for the person at work, `YYYY-MM-DD`. */
  readonly today: string;
  /** The instant, and by whose clocks: what an hour decides is decided by it. */
  readonly looking: Looking;
  get(id: string): AnyRecord | undefined;
  /** Records that link to this one, by the role of the link. Removed records are left out. */
  linkingTo(id: string, role?: string): readonly AnyRecord[];
  /** Every record of a case that is not removed: what closing the case has to look at. */
  inCase(caseId: string): readonly AnyRecord[];
  /** Who acts, and who signed what. */
  readonly signatures: Signatures;
}

/** A condition that a change must meet. `check` gives what stands in the way, in words; nothing when it holds. */
export interface Guard<F extends Fields = Fields> {
  readonly name: string;
  readonly on: 'save' | 'move' | 'remove';
  /** For `move`: the states it guards the way into; all when left out. */
  readonly into?: readonly string[];
  /**
   * `record` is the record as it would stand after the change, `before` as it stood (nothing when it is new): what may only
   * grow is checked against it. For `move`, only `state` differs between the two.
   */
  readonly check: (record: RecordWith<F>, look: Look, before?: RecordWith<F>) => readonly string[];
}

export interface State {
  readonly label: string;
  /** Work on it is over: it leaves the docket and the open counts. */
  readonly closed?: true;
  /** The drawing beside the word (look.md §7). */
  readonly mark?: 'square' | 'diamond' | 'circle' | 'slash' | 'triangle' | 'octagon';
  /** How full the drawing is, 0 to 4; of circles 4 is done, 5 done and accepted by those it is owed to. */
  readonly fill?: 0 | 1 | 2 | 3 | 4 | 5;
}

export interface KindDefinition<K extends string = string, F extends Fields = Fields, S extends string = string> {
  readonly kind: K;
  /** Start of its human number: `ORD` gives `ORD-003`. */
  readonly prefix: string;
  readonly label: string;
  readonly plural: string;
  /** Grows by one whenever the fields change shape; `upgrades[n]` takes the fields of shape n+1 to shape n+2. */
  readonly shape: number;
  readonly upgrades: readonly ((old: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>)[];
  readonly fields: F;
  readonly states: Readonly<Record<S, State>>;
  readonly initial: S;
  readonly moves: Readonly<Record<S, readonly S[]>>;
  readonly guards: readonly Guard<F>[];
  readonly title: (fields: ValuesOf<F>) => string;
  /** The day by which lists sort it, `YYYY-MM-DD`; for a deadline its file-by date. Null when there is none or it is not known. */
  readonly due: (fields: ValuesOf<F>) => string | null;
  /** The date behind that day as a person recorded it, where one did: it may be less sure than a day. Its `safeDay` is `due`. */
  readonly dated?: (fields: ValuesOf<F>) => DateFact | undefined;
  /** The hour of that day, where it has one, and whose clocks show it; left out where it is that of `dated`. */
  readonly hour?: (fields: ValuesOf<F>) => HourOfDay | null;
  readonly audience: Audience;
  readonly privilege: Privilege;
  /** Belongs to the vault and not to a case: the case itself, and the law that every case goes by. */
  readonly withoutCase?: true;
  /** Sealed with this compartment's key; never in search, working set or default export. */
  readonly compartment?: 'people';
  /** How records of this kind are approved, where they are: by signatures of two people (domain.md §7 U4). */
  readonly approvals?: ApprovalRule<F>;
  /** Acts on it are not undone (domain.md §7 U12): in which states, and what to do instead. */
  readonly final?: { readonly states: readonly S[]; readonly instead: string };
  /** Rows that are only ever added: an undo does not take one out, and says what to do instead. */
  readonly onlyAdded?: { readonly field: keyof F & string; readonly instead: string };
}

export type RecordWith<F extends Fields> = Common & { readonly fields: ValuesOf<F> };

/** States the kind, checked by the compiler: every move names states that exist. Gives every kind the guard that holds bind (domain.md §7 U7). */
export function defineKind<K extends string, F extends Fields, S extends string>(definition: KindDefinition<K, F, S>): KindDefinition<K, F, S> {
  return { ...definition, guards: [...definition.guards, removalGuard(definition.fields)] };
}

/** The parser of a whole record of `kind`: common part and fields, unknown names refused. */
export function recordSchema<K extends string, F extends Fields, S extends string>(kind: KindDefinition<K, F, S>) {
  return common.extend({ fields: shapeOf<F>(kind.fields) });
}
