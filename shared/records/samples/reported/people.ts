import type { RecordOf } from '../../kinds.ts';
import type { Add } from '../sample.ts';
import { noDate } from './dates.ts';
import { fromReport } from './source.ts';

type Audience = RecordOf<'audience'>['fields'];

/** The groups the restriction reaches, without a name of anybody, and what it does to them. */
export function people(add: Add): void {
  const reached = (model: string): NonNullable<Audience['access']>[number] => ({ model, planned: 'none', actual: 'unknown', ended: noDate(['after', 'restriction']) });
  const group = (id: string, label: string, basis: Audience['basis'], pinpoint: string | null, more: Partial<Audience> = {}) =>
    add('audience', id, 'current', {
      label,
      basis,
      noticeState: 'not_considered',
      access: [reached('fable'), reached('mythos')],
      restrictedBy: ['restriction'],
      source: ['report'],
      ...(pinpoint !== null && { pinpoint }),
      ...more,
    });
  group('aud-allied', 'Citizens of allied states, trusted customers among them', 'nationality_line', '¶ 6', {
    definition: 'Canadian, British and European researchers and customers are named as examples.',
    note: 'Barred by the widest reading, which is followed. No grant has proof of its end: the group stays among those who may still have access.',
  });
  group('aud-foreign-staff', 'Foreign employees inside the United States', 'nationality_line', '¶ 6', { party: ['foreign-staff'], noticeState: 'owed' });
  group('aud-permanent', 'Permanent residents, refugees and asylees', 'nationality_line', null, {
    definition: 'Not foreign persons under 15 CFR 772.1; whether the restriction means them is the open term “all foreign nationals”.',
  });
  group('aud-eligible', 'Eligible users in the United States', 'nationality_line', '¶ 7', {
    definition: 'Not barred by the clause as reported; cut off by the switch-off because they could not be told from others at once.',
    restrictedBy: [],
  });
  group('aud-customers', 'Customers who reached the models by interface or cloud', 'contract', '¶ 26', {
    party: ['customers'],
    agreements: ['agreement-customers'],
    noticeState: 'owed',
  });
  group('aud-research', 'Research projects with international teams', 'role', '¶ 23');
  group('aud-developers', 'Developers who build on the models', 'contract', '¶ 26');
  group('aud-partners', 'Partners and distributors', 'contract', '¶ 26', { party: ['cloud-partner', 'second-cloud', 'third-cloud'] });
  add('employment_action', 'staff-left-out', 'proposed', {
    title: 'Foreign researchers taken off work on both models',
    whom: ['aud-foreign-staff'],
    action: 'access_removed',
    order: 'restriction',
    clauseReliedOn: '2, as reported',
    source: ['report'],
  });
}

type Impact = RecordOf<'impact'>['fields'];

/** What is reported of harm, each with what did it: the bar as worded, or the switch-off that went beyond it. No figure is given and none is supplied. */
export function harm(add: Add): void {
  const began = noDate(['after', 'switch-off']);
  const hit = (
    id: string,
    title: string,
    type: Impact['type'],
    causedBy: Impact['causedBy'],
    audience: string[],
    pinpoint: string | undefined,
    more: Partial<Impact> = {},
    hedge?: string,
  ) =>
    add('impact', id, 'reported', {
      title,
      type,
      status: 'reported',
      audience,
      models: ['fable', 'mythos'],
      cause: causedBy === 'order_text' ? ['restriction'] : ['restriction', 'switch-off'],
      causedBy,
      start: began,
      ...fromReport(pinpoint, hedge),
      ...more,
    });
  hit('impact-customers', 'Customers lost access almost at once', 'customer', 'both', ['aud-customers', 'aud-eligible'], '¶ 26');
  hit('impact-research', 'Research projects were hit', 'research', 'both', ['aud-research'], '¶ 26');
  hit('impact-developers', 'Developers who build on the models were hit', 'third_party', 'both', ['aud-developers'], '¶ 26');
  hit('impact-partners', 'Partnerships were hit', 'contract', 'both', ['aud-partners'], '¶ 26');
  hit('impact-commercial', 'The switch-off damages the business', 'operational', 'our_decision', ['developer'], '¶ 7', {
    description: 'The fastest way to comply, and commercially damaging. No figure is given by the source.',
  });
  hit(
    'impact-offering',
    'A reported public offering may be complicated',
    'financial',
    'unclear',
    ['developer'],
    undefined,
    { status: 'possible', mnpi: 'not_assessed', confidentiality: 'not_used' },
    'could',
  );
  hit('impact-competition', 'A partner may be weakened and competition change', 'competition', 'both', ['cloud-partner', 'developer'], '¶ 44', { status: 'possible' }, 'could');
  hit('impact-staff', 'Foreign researchers may be left out of the teams', 'employee', 'order_text', ['aud-foreign-staff'], undefined, { status: 'possible' }, 'may');
  hit(
    'impact-contractors',
    'Contractors and investors may be reached by the supply-chain measure',
    'contract',
    'order_text',
    ['developer'],
    undefined,
    { status: 'possible', cause: ['supply-chain'] },
    'alleged',
  );
  hit('impact-allies', 'Multinational companies may hesitate to rely on such models', 'market', 'order_text', ['aud-allied'], undefined, { status: 'possible' }, 'may');
}
