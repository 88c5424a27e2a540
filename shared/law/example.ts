import type { Input } from './input.ts';
import type { CountingMethod } from './rule.ts';

/** A worked example: SCHEMA §4. Counsel's own examples have the same form. */
export interface Example {
  readonly id: string;
  readonly kind: 'published' | 'computed';
  readonly source_quality:
    | 'official-text-read'
    | 'official-text-stored-copy'
    | 'published-secondary'
    | 'published-outcome'
    | 'published-dates-inferred-rule'
    | 'recalled-not-read'
    | null;
  /** Null for a counting method alone. */
  readonly rule_id: string | null;
  readonly counting_method: CountingMethod | 'US_FEDERAL_OBSERVED';
  readonly input: Input;
  /** Each field given is compared exactly; one not given is not compared. */
  readonly expected: Readonly<Record<string, unknown>>;
  readonly explanation: string;
  readonly source: string;
}
