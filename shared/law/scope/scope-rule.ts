import type { Country } from './countries.ts';
import type { PersonTest } from './person-test.ts';
import type { Truth } from './truth.ts';

/** A rule of an order on who may not reach what: a bar, an exception to bars, a license under it, or a duty to report only. */
export interface ScopeRule {
  readonly id: string;
  readonly kind: 'barred' | 'exception' | 'license' | 'reporting_only';
  /** The clause it comes from, and the number of the order whose words they are. */
  readonly clause: string;
  readonly order: string;
  /** An exception beats bars of equal or lower priority. */
  readonly priority: number;
  readonly persons: PersonTest;
  /** The words that decide and where they come from: the order's definition, or the reading adopted for the class. */
  readonly definition: string;
  /** Empty: every one. */
  readonly models: readonly string[];
  readonly versions: readonly string[];
  /** Whether versions that are not named are reached too; null where the order does not say. */
  readonly otherVersions: Truth;
  readonly surfaces: readonly string[];
  readonly activities: readonly string[];
  /** Whether “access” without more means every use; null where that is open. */
  readonly accessIsEveryUse: Truth;
  /** Countries in which the person must be for the rule to reach; empty: anywhere. */
  readonly territory: readonly Country[];
  /** Whether it binds on the day that is asked about; null where from when, or until when, is not known. */
  readonly inForce: Truth;
}

/** What is asked: one way to reach one model. What is left out is not narrowed: the answer is for any. */
export interface Access {
  readonly model?: string | undefined;
  readonly version?: string | undefined;
  /** Whether the record of the model says that this version is covered. */
  readonly versionCovered?: Truth | undefined;
  readonly surface?: string | undefined;
  readonly activity?: string | undefined;
}
