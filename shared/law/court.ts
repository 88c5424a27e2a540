import type { PackId } from '../calendar/holiday-pack.ts';

/** What a court adds to a time limit: its zone, its state, its holidays and the hour at which its day ends. */
export interface CourtProfile {
  readonly id: string;
  readonly name: string;
  readonly kind: 'district' | 'circuit' | 'adjudicator';
  /** IANA zone. */
  readonly zone: string;
  readonly state: string;
  readonly holidayPacks: readonly PackId[];
  readonly clerkOffice: { readonly city: string; readonly closes: string } | null;
  /** The hour at which electronic filing ends where a local rule sets one. */
  readonly eFilingCutoff: { readonly time: string; readonly zone: string; readonly exceptInitiating: boolean; readonly source: string; readonly checkedOn: string | null } | null;
  readonly source: string;
  /** Last comparison with the local rule in force; null: the end of the day is not confirmed. */
  readonly checkedOn: string | null;
  readonly note: string;
}
