import { dateWords } from '../date-words.ts';
import type { DateFact } from '../date-fact.ts';
import type { Order } from '../kinds/order-guards.ts';

/** One thing that an instrument of its sort says, or should. */
export interface BasisItem {
  readonly key: string;
  readonly asks: string;
  /** `open`: nobody has recorded yet whether it says so. */
  readonly state: 'stated' | 'not_stated' | 'open';
  readonly says: string;
  /** What to ask the issuer for, where it is not stated. */
  readonly request: string;
}

type Fields = Order['fields'];
const dated = (fact: DateFact | undefined): Pick<BasisItem, 'state' | 'says'> =>
  fact === undefined ? { state: 'open', says: '' } : fact.certainty === 'unknown' ? { state: 'not_stated', says: fact.reason ?? '' } : { state: 'stated', says: dateWords(fact) };
/** “Not stated”, “none given”; never “not more than twenty years”, which states a great deal. */
const saysNothing = /^(none\b|nothing\b|not (stated|given|said|known|defined|specified|in it|in the (text|order|letter))\b)/i;
const worded = (text: string | undefined): Pick<BasisItem, 'state' | 'says'> =>
  text === undefined ? { state: 'open', says: '' } : saysNothing.test(text.trim()) ? { state: 'not_stated', says: text } : { state: 'stated', says: text };

const fromAgency = [
  'is_informed_letter',
  'license_requirement_notice',
  'license_denial',
  'temporary_denial_order',
  'denial_order',
  'supply_chain_risk_designation',
  'covered_procurement_action',
  'exclusion_or_removal_order',
  'suspension_or_debarment',
  'cease_and_desist',
  'unknown',
  'press_report_of_a_measure',
  'oral_instruction',
  'informal_demand',
];

/**
 * What an order rests on and what it leaves out, item by item. “Not stated by the issuer” is an answer, and one that may be asked about; an item nobody has
 * looked at is open, which is another thing. What a temporary denial order must say follows 15 CFR 766.24(b).
 */
export function legalBasis({ fields }: Pick<Order, 'fields'>): BasisItem[] {
  const basis = fields.legalBasis ?? [];
  const item = (key: string, asks: string, request: string, answer: Pick<BasisItem, 'state' | 'says'>): BasisItem => ({ key, asks, request, ...answer });
  const authority = (): Pick<BasisItem, 'state' | 'says'> =>
    basis.length > 0
      ? { state: 'stated', says: basis.map(({ citation }) => citation).join('; ') }
      : fields.authority === 'not_stated'
        ? { state: 'not_stated', says: '' }
        : { state: 'open', says: '' };
  const reasons = (): Pick<BasisItem, 'state' | 'says'> => {
    const words: Readonly<Record<NonNullable<Fields['reasons']>, string>> = {
      none: '',
      conclusory: 'a conclusion only',
      summary: 'in summary',
      detailed: 'in detail',
      classified_annex_said_to_exist: 'a classified annex is said to exist',
      unknown: '',
    };
    if (fields.reasons === undefined || fields.reasons === 'unknown') return { state: 'open', says: '' };
    return fields.reasons === 'none' ? { state: 'not_stated', says: '' } : { state: 'stated', says: words[fields.reasons] };
  };
  const grounds = fields.grounds ?? [];
  const issuer = fields.issuer !== undefined || (fields.issuers ?? []).length > 0;
  return [
    item('authority', 'Legal authority', 'The statute and rule under which it was issued.', authority()),
    item(
      'issuer',
      'Issuer',
      'Which office issued it.',
      issuer ? { state: 'stated', says: '' } : fields.issuerUnknown === undefined ? { state: 'open', says: '' } : { state: 'not_stated', says: fields.issuerUnknown },
    ),
    item(
      'signatory',
      'Who signed, and by what power',
      'Who signed it and under which delegation.',
      fields.signatory === undefined ? { state: fields.textInHand === true ? 'not_stated' : 'open', says: '' } : { state: 'stated', says: fields.signatory },
    ),
    item(
      'grounds',
      'Grounds',
      'The facts on which it rests.',
      grounds.length > 0 ? { state: 'stated', says: grounds.map(({ text }) => `“${text}”`).join('; ') } : { state: fields.grounds === undefined ? 'open' : 'not_stated', says: '' },
    ),
    item('reasons', 'Reasons', 'The reasons and the evidence behind them.', reasons()),
    item('notice', 'Notice to us', 'When and how notice was given.', dated(fields.served ?? fields.received)),
    item('effective', 'From when it binds', 'The day and hour from which it binds.', dated(fields.effective)),
    item('duration', 'How long it binds', 'Its term, and when it will be reviewed.', dated(fields.expires)),
    item('class', 'Whom it reaches', 'The definition of the class of persons.', scopeItem(fields)),
    item('lifting', 'Conditions for lifting', 'What must be shown for it to be lifted.', worded(fields.liftConditions)),
    item('penalties', 'Penalties', 'The penalty for a breach.', worded(fields.penalties)),
    item(
      'review',
      'Way to have it reviewed',
      'The route and time limit of review.',
      fields.review !== undefined || (fields.reviewDeadlines ?? []).length > 0 ? { state: 'stated', says: fields.review ?? '' } : { state: 'open', says: '' },
    ),
    ...(fields.instrument === 'temporary_denial_order'
      ? [
          item(
            'violation',
            'The violation it is to prevent (15 CFR 766.24(b)(2))',
            'The violation that is imminent, and why.',
            grounds.length > 0 ? { state: 'stated', says: '' } : { state: 'not_stated', says: '' },
          ),
          item('unheard', 'Why without a hearing (15 CFR 766.24(b)(2))', 'Why it was issued without a hearing.', { state: 'open', says: '' }),
        ]
      : []),
    ...(fromAgency.includes(fields.instrument) && fields.publicity === undefined
      ? [item('publicity', 'Public or not', 'Whether it may be shown.', { state: 'open', says: '' })]
      : []),
  ];
}

function scopeItem({ scope = [] }: Fields): Pick<BasisItem, 'state' | 'says'> {
  const [first] = scope;
  if (first === undefined) return { state: 'open', says: '' };
  return first.definition === undefined || saysNothing.test(first.definition.trim())
    ? { state: 'not_stated', says: `“${first.persons}”` }
    : { state: 'stated', says: first.definition };
}
