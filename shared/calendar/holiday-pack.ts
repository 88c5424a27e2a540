import type { Weekday } from './day.ts';

/** How the day of a holiday is found in a year. */
export type HolidayRule =
  | { readonly kind: 'fixed'; readonly month: number; readonly day: number }
  | { readonly kind: 'nth'; readonly month: number; readonly weekday: Weekday; readonly n: number }
  | { readonly kind: 'last'; readonly month: number; readonly weekday: Weekday }
  | { readonly kind: 'every'; readonly years: number; readonly from_year: number; readonly month: number; readonly day: number }
  /** Days from Easter Sunday of the Western churches. */
  | { readonly kind: 'easter'; readonly offset: number }
  | { readonly kind: 'table'; readonly dates: readonly string[] };

export interface HolidayDay {
  readonly id: string;
  readonly name: string;
  readonly rule: HolidayRule;
  readonly effective_from: string | null;
  readonly effective_to: string | null;
  readonly source: string;
  readonly except_years?: readonly number[];
  readonly note?: string;
}

/** Where a holiday that falls on a weekend is kept. `settled: false`: whether that other day is a legal holiday is an open point. */
export interface Observance {
  readonly holiday_on: readonly ('Sat' | 'Sun')[];
  readonly observed: 'friday' | 'monday' | 'next-free-weekday';
  readonly settled: boolean;
  readonly effective_from: string | null;
  readonly only?: readonly string[];
  readonly source: string;
  readonly note?: string;
}

/** What a pack's days count in. */
export type CountsIn = 'court_forward' | 'court_backward' | 'bis766' | 'agency_business_days' | 'uk' | 'eu';

export interface HolidayPack {
  readonly id: PackId;
  readonly name: string;
  /** prevailing: counts. arguable: moves the latest date only. user: filled by the user. */
  readonly standing: 'prevailing' | 'arguable' | 'user';
  readonly authority: string;
  readonly checkedOn: string | null;
  readonly counts_in: readonly CountsIn[];
  readonly observed: readonly Observance[];
  readonly days: readonly HolidayDay[];
  readonly one_off: readonly string[];
  readonly note: string;
}

export type PackId = 'us-federal' | 'us-dc' | 'us-ca' | 'uk-ew' | 'eu-member-state';
