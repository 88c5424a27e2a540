/** A time limit as data. The words are those of SCHEMA §1; the law's own names (`service_extension`) are kept as they are written there. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly trigger: { readonly event: string; readonly date_basis: string };
  readonly inputs: readonly RuleInput[];
  /** Number of units; `MM-DD` for a yearly date; null when an input supplies it. */
  readonly offset: number | string | null;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly counting_method: CountingMethod;
  readonly roll_rule: RollRule;
  /** The period begins with the trigger day. */
  readonly count_trigger_day?: true;
  readonly holidays_calendar: HolidaysCalendar;
  readonly end_of_day?: { readonly time: string; readonly zone: string; readonly source: string };
  /** Days added after the rolled end when we were served that way. */
  readonly service_extension: Readonly<Record<string, number>> | null;
  /** The same, but only arguable: moves `latest`. */
  readonly service_extension_arguable?: Readonly<Record<string, number>>;
  readonly act: Act;
  /** Whose act or position it is. */
  readonly actor: Actor;
  readonly nature: Nature;
  /** Completion needs proof of receipt in time. */
  readonly must_be_received: boolean;
  readonly consequence: Consequence;
  readonly extension: string | null;
  readonly citation: string;
  /** Open points of this rule beyond those of its method. */
  readonly unsettled?: readonly ReadingName[];
  readonly effective_from: string | null;
  readonly effective_to: string | null;
  /** What was read, as of which month, and where. */
  readonly text: { readonly status: TextStatus; readonly as_of: string | null; readonly source: SourceKey };
  /** Last comparison with the text in force. */
  readonly last_checked: string | null;
  /** Counsel who confirmed the rule; null in every rule as shipped. `attested`: a name that was typed, not signed. */
  readonly confirmed_by: { readonly name: string; readonly date: string; readonly attested?: true } | null;
  readonly notes: string;
}

/** An input a rule names beside its trigger. */
export interface RuleInput {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly meaning: string;
  readonly if_missing: string;
}

export type Unit = 'calendar_day' | 'business_day' | 'working_day' | 'hour' | 'month' | 'year' | 'fixed_date' | 'open_ended';
export type Direction = 'after' | 'before' | 'on';

/** How days are counted; each is one entry of `counting-methods.ts`. */
export const countingMethods = [
  'FRCP6_DAYS',
  'FRAP26_DAYS',
  'FRCP6_HOURS',
  'ELAPSED_HOURS',
  'BIS766',
  'PLAIN_CALENDAR',
  'CALENDAR_ROLL_FORWARD',
  'BUSINESS_DAYS',
  'MONTH_CORRESPONDING',
  'MONTH_LAST_DAY',
  'MONTH_END_STICKY',
  'UK_CPR_CLEAR_DAYS',
  'UK_MONTH',
  'EU1182_DAYS',
  'EU1182_HOURS',
  'EU_MONTH',
  'RETENTION_LATEST_OF',
  'RELATIVE_TO_DEADLINE',
  'ADD_AFTER_EXPIRY',
  'WINDOW',
  'FIXED_DATE',
  'IMMEDIATE',
  'OPEN_ENDED',
  'AS_STATED',
  'CALENDAR_BENEFICIAL',
  'START_NEXT_FULL_BUSINESS_DAY',
] as const;
export type CountingMethod = (typeof countingMethods)[number];

export const rollRules = [
  'NONE',
  'NEXT_BUSINESS_FORWARD',
  'CONTINUE_SAME_DIRECTION',
  'NEXT_BUSINESS_SAME_TIME',
  'COURT_OPEN_FORWARD',
  'COURT_OFFICE_ACT_ONLY',
  'LEGAL_HOLIDAY_ONLY_FORWARD',
  'BENEFICIAL',
] as const;
export type RollRule = (typeof rollRules)[number];

/** `+state`: days of the court's state count too, but only forward in time. */
export type HolidaysCalendar = 'us-federal' | 'us-federal+state' | 'eu-member-state' | 'uk-ew' | 'none';

export type Act =
  | 'file'
  | 'serve'
  | 'file_and_serve'
  | 'serve_and_file'
  | 'be_received'
  | 'respond'
  | 'meet'
  | 'any'
  | 'modifier'
  | 'comply'
  | 'notify'
  | 'retain'
  | 'expire'
  | 'review'
  | 'validate'
  | 'status_change'
  | 'agency_decide'
  | 'agency_act';

/** Roles that a side of the case may hold. */
export const insideRoles = [
  'plaintiff',
  'defendant',
  'movant',
  'opposing_party',
  'responding_party',
  'served_party',
  'serving_party',
  'pleading_party',
  'restrained_party',
  'judgment_debtor',
  'respondent',
  'appellant',
  'petitioner',
  'claimant',
  'applicant',
  'license_holder',
  'disclosing_party',
  'requester',
  'party',
  'company',
] as const;
/** Roles that are never ours. */
export const outsideRoles = ['agency', 'adjudicator', 'court', 'charging_party'] as const;
export type Actor = (typeof insideRoles)[number] | (typeof outsideRoles)[number];

export type Nature = 'our_act' | 'their_act' | 'expiry_burdening_us' | 'expiry_protecting_us' | 'retention_floor' | 'exposure_end' | 'earliest_permitted';

export type Consequence =
  | 'jurisdictional'
  | 'mandatory_no_extension'
  | 'default'
  | 'deemed_admitted'
  | 'waiver'
  | 'loses_right'
  | 'loses_benefit'
  | 'court_order'
  | 'regulatory_violation'
  | 'validation'
  | 'recommended'
  | 'discretionary'
  | 'expectation'
  | 'expiry'
  | 'status_change';

/** Lateness that cannot be repaired: confirming such a date takes a second reviewer. */
export const gravest: readonly Consequence[] = ['jurisdictional', 'mandatory_no_extension', 'default', 'deemed_admitted'];

export type TextStatus = 'text_read' | 'secondary' | 'general_knowledge' | 'not_applicable';

/** Points of law on which a date may be read two ways. */
export type ReadingName =
  | 'observed_friday'
  | 'state_holiday'
  | 'backward_roll'
  | 'backward_short_period'
  | 'strictly_before'
  | 'plus3_arguable'
  | 'trigger_zone'
  | 'ten_days_unit'
  | 'eu_two_working_days';

export type SourceKey = keyof typeof sources;

/** What was read for each rule. */
export const sources = {
  'ecfr-15': '15 CFR (EAR), stored eCFR text of January 2025: ConnorCallison/ecfr-opportunities@c813c4b title-15/chapter-VII.md',
  'ecfr-31': '31 CFR part 501, stored eCFR text of January 2025: ConnorCallison/ecfr-opportunities@c813c4b title-31/chapter-V.md',
  frcp: 'Federal Rules of Civil Procedure, stored copy of October 2025 (before the 1 December 2025 amendments): usarscotus/legal-directory@47be0b5',
  frap: 'Federal Rules of Appellate Procedure, stored copy of October 2025: usarscotus/legal-directory@47be0b5',
  'frap-note-2009': 'FRAP 26 committee note of 2009, stored copy (yumpu.com document 65850181 p. 95)',
  'cpr-2.8': 'CPR 2.8, reproduction at civillitigationbrief.com/2019/08/14',
  'cfr-15-4.10': '15 CFR 4.10(a)(1), two copies read (lawserver.com, law.lawstack.com)',
  'cfr-15-4.9': '15 CFR 4.9(b), copy read',
  'usc-41-1327': '41 USC 1327, Cornell LII copy read',
  'foia-552': '5 USC 552(a)(6), copy read in part; the rest general knowledge',
  eaja: 'Syllabus of Scarborough v. Principi, 541 U.S. 401 (2004), on 28 USC 2412(d)(1)(B)',
  'form-8k': 'Form 8-K General Instruction B.1, copy read; EDGAR hour general knowledge',
  'aia-73': 'Stored explainers (safeguard.sh, confir.eu, extrasphere.com, mmoww.net, thedailyscout.com); trusq.io swaps 2 and 10 days and is wrong',
  'aia-55': 'Stored explainers of Art 55(1)(c)',
  'gdpr-12': 'Stored explainers (elrgpfed.com, 123dpo.com)',
  'nsia-49': 'Explainers of the National Security and Investment Act 2021 s.49, read in part',
  general: 'General knowledge of counsel; no text in hand',
  none: 'No general text governs: the instrument itself or counsel supplies the terms',
} as const;

/** The fields that most rules leave at the same value; `rule` fills them. */
type Usual =
  | 'inputs'
  | 'roll_rule'
  | 'service_extension'
  | 'must_be_received'
  | 'extension'
  | 'effective_from'
  | 'effective_to'
  | 'last_checked'
  | 'confirmed_by'
  | 'direction'
  | 'unit';

/** States a rule; a field left out has its usual value: calendar days after the trigger, no roll, no extension, never checked, confirmed by nobody. */
export function rule(stated: Omit<Rule, Usual> & Partial<Pick<Rule, Usual>>): Rule {
  return {
    inputs: [],
    unit: 'calendar_day',
    direction: 'after',
    roll_rule: 'NONE',
    service_extension: null,
    must_be_received: false,
    extension: null,
    effective_from: null,
    effective_to: null,
    last_checked: null,
    confirmed_by: null,
    ...stated,
  };
}
