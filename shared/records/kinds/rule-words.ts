import type { Consequence, Nature, Unit } from '../../law/rule.ts';

/** The words in which a rule and a deadline counted by it say the same: one list for both. */
export const natureWords: Readonly<Record<Nature, string>> = {
  our_act: 'We must act by then',
  their_act: 'Somebody else must or may act by then',
  expiry_protecting_us: 'A protection of ours ends',
  expiry_burdening_us: 'A burden on us ends',
  retention_floor: 'Keep at least until then',
  exposure_end: 'Somebody may proceed against us until then',
  earliest_permitted: 'Not before then',
};

export const consequenceWords: Readonly<Record<Consequence, string>> = {
  jurisdictional: 'Power of the court ends',
  mandatory_no_extension: 'Cannot be extended',
  default: 'Default',
  deemed_admitted: 'Taken as admitted',
  waiver: 'Waived',
  loses_right: 'The step is lost',
  loses_benefit: 'A benefit is lost',
  court_order: 'Breach of an order',
  regulatory_violation: 'Lateness is itself a violation',
  validation: 'None of its own',
  recommended: 'Advised only',
  discretionary: 'Late papers may be taken',
  expectation: 'Expected of the other side',
  expiry: 'Something ends',
  status_change: 'A legal state changes',
};

/** Units that a person may enter. */
export const unitWords = {
  calendar_day: 'Calendar days',
  business_day: 'Business days',
  working_day: 'Working days',
  hour: 'Hours',
  month: 'Months',
  year: 'Years',
} as const satisfies { readonly [Some in Unit]?: string };
