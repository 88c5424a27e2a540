import type { RecordOf } from '../../kinds.ts';
import type { Add } from '../sample.ts';
import { noDate } from './dates.ts';
import { fromReport } from './source.ts';

type Interest = RecordOf<'interest'>['fields'];

/** Who stands to gain or lose, both ways and the benign ones, and the conflict this makes. */
export function interests(add: Add): void {
  const has = (id: string, party: string, where: string[], direction: Interest['direction'], description: string, pinpoint?: string, amountQuoted?: string) =>
    add('interest', id, 'current', { party, in: where, direction, description, ...(amountQuoted !== undefined && { amountQuoted }), ...fromReport(pinpoint) });
  has('int-developer-harm', 'developer', ['restriction'], 'harmed_by_restriction', 'Customers lost access almost at once; a reported public offering may be complicated.');
  has(
    'int-developer-principles',
    'developer',
    ['restriction'],
    'benign',
    'Wishes to meet the security concerns and restore access without giving up its safety principles.',
    '¶ 63',
  );
  has('int-partner-security', 'cloud-partner', ['restriction'], 'benign', 'Security of its own platform, on which the models run.');
  has('int-partner-stake', 'cloud-partner', ['developer'], 'harmed_by_restriction', 'Value of its investment in the developer.', undefined, 'billions');
  has('int-partner-rival', 'cloud-partner', ['developer'], 'benefits_from_restriction', 'Builds models, chips and services that compete with the developer’s.');
  has('int-chief', 'cloud-chief', ['restriction'], 'unclear', 'No indication is reported that advantage was sought; the concern reportedly rests on testing.', '¶ 43');
  has('int-customers', 'customers', ['restriction'], 'harmed_by_restriction', 'Lost access almost at once; trusted customers in allied states among them.');
  has('int-staff', 'foreign-staff', ['restriction'], 'harmed_by_restriction', 'May be left out of the work on the models, inside the United States too.');
  add('conflict_of_interest', 'conflict-partner', 'identified', {
    party: 'cloud-partner',
    roles: ['investor', 'cloud_provider', 'hardware_supplier', 'distributor', 'evaluator', 'competitor'],
    description:
      'Beneficiary and gatekeeper: it tested and reported the model of a company in which it invests, which it supplies, whose models it distributes, and with which it competes.',
    interests: ['int-partner-security', 'int-partner-stake', 'int-partner-rival'],
    benign: 'It has real security reasons of its own, and the concern reportedly rests on testing.',
    about: ['finding-test', 'warning', 'weakness'],
    disclosed: 'unknown',
  });
  add('agreement', 'agreement-cloud', 'wanted', {
    title: 'Cloud and chip commitment to the cloud partner',
    type: 'cloud',
    parties: ['developer', 'cloud-partner'],
    signed: noDate(),
    textNote: 'The developer has committed to its cloud and its chips, as reported. Ask the company for the agreements: investment, cloud, distribution.',
    clauses: [{ number: 'not in hand', type: 'commitment', source: 'report' }],
  });
  add('agreement', 'agreement-testing', 'wanted', {
    title: 'Terms under which the cloud partner tested',
    type: 'evaluation',
    parties: ['developer', 'cloud-partner'],
    textNote: 'Whether there are any, and whether the results might be passed on, is asked in the request to the partner.',
  });
  add('agreement', 'agreement-common-interest', 'wanted', {
    title: 'Common-interest agreement with the cloud partner',
    type: 'common_interest',
    parties: ['developer', 'cloud-partner'],
    textNote: 'None is known. The partner is adverse and aligned: nothing is shared before there is one.',
  });
  add('agreement', 'agreement-customers', 'wanted', {
    title: 'Contracts of customers who lost access',
    type: 'customer',
    parties: ['developer', 'customers'],
    textNote: 'To be read for notice, force majeure and change in law. Each notice clause has its own period.',
    clauses: [{ number: 'each its own', type: 'notice', rule: 'contract.notice-clause', deadline: 'customer-notices' }],
  });
  const notice = (id: string, title: string, to: string[]) =>
    add('notice', id, 'due', {
      title,
      to,
      agreement: 'agreement-customers',
      event: 'Access to both models has ended.',
      about: ['switch-off'],
      deadline: 'customer-notices',
      due: noDate(['after', 'switch-off']),
      owner: 'Commercial',
    });
  notice('notice-customers', 'Notice to customers who lost access', ['aud-customers']);
  notice('notice-allied', 'Notice to trusted customers in allied states', ['aud-allied']);
}
