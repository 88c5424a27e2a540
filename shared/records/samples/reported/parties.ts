import type { RecordOf } from '../../kinds.ts';
import type { Add } from '../sample.ts';
import { noDate } from './dates.ts';

type Roles = NonNullable<RecordOf<'party'>['fields']['roles']>;
const since = noDate();
/** A role the report gives; `pinpoint` where its paragraph is known. */
const role = (name: Roles[number]['role'], pinpoint: string | null, about: string[] = ['developer'], note?: string): Roles[number] => ({
  role: name,
  about,
  from: since,
  source: ['report'],
  ...(pinpoint !== null && { pinpoint }),
  ...(note !== undefined && { note }),
});

/** Who the report speaks of. Companies and people are named by their part; nobody real is named. */
export function parties(add: Add): void {
  add('party', 'developer', 'current', {
    name: 'The developer',
    type: 'company',
    roles: [{ role: 'developer', about: ['fable', 'mythos'], from: since, source: ['report'] }],
  });
  add('party', 'cloud-partner', 'current', {
    name: 'The cloud partner',
    type: 'company',
    roles: [
      role('investor', null, ['developer'], 'A leading investor. The size of the holding is not given.'),
      role('cloud_provider', null),
      role('hardware_supplier', null, ['developer'], 'The developer has committed to its cloud and its chips.'),
      role('distributor', '¶ 44'),
      role('evaluator', '¶ 2', ['fable']),
      role('reporter_of_concern', '¶ 3', ['fable']),
      role('competitor', '¶ 44'),
    ],
    note: 'At once investor, supplier, distributor, evaluator and competitor: adverse and aligned. Any exchange with it about this case needs a common-interest record first.',
  });
  add('party', 'cloud-chief', 'current', {
    name: 'The chief executive of the cloud partner',
    type: 'individual',
    partOf: 'cloud-partner',
    roles: [role('reporter_of_concern', '¶ 3', ['fable'])],
  });
  add('party', 'cloud-researchers', 'current', {
    name: 'Researchers of the cloud partner',
    type: 'unnamed_group',
    partOf: 'cloud-partner',
    roles: [role('evaluator', '¶ 2', ['fable'])],
  });
  add('party', 'commerce', 'current', {
    name: 'United States Department of Commerce',
    type: 'agency',
    jurisdiction: 'United States',
    roles: [role('regulator', '¶ 6', ['fable', 'mythos'])],
    contact: 'Not established. The office that acted is not named in the report.',
  });
  add('party', 'treasury', 'current', {
    name: 'United States Department of the Treasury',
    type: 'agency',
    jurisdiction: 'United States',
    roles: [role('official', '¶ 3', ['restriction'], 'Told of the finding, though the order came from Commerce.')],
  });
  add('party', 'white-house', 'current', {
    name: 'The White House',
    type: 'agency',
    jurisdiction: 'United States',
    roles: [role('official', null, ['direction'], 'Convened the discussions.')],
  });
  add('party', 'senior-officials', 'current', {
    name: 'Senior officials, not named',
    type: 'unnamed_group',
    jurisdiction: 'United States',
    roles: [role('official', '¶ 3', ['direction'])],
  });
  add('party', 'specialists', 'current', {
    name: 'Government security specialists, not named',
    type: 'unnamed_group',
    jurisdiction: 'United States',
    roles: [role('evaluator', null, ['fable'])],
  });
  add('party', 'defense', 'current', {
    name: 'United States Department of Defense',
    type: 'agency',
    jurisdiction: 'United States',
    roles: [role('regulator', null, ['developer'], 'Moved against the developer over alleged supply-chain concerns, as reported.')],
  });
  add('party', 'familiar', 'current', { name: 'People familiar with the discussions', type: 'unnamed_group', roles: [role('witness', '¶ 2', ['fable'])] });
  add('party', 'publication', 'current', { name: 'The publication', type: 'press' });
  add('party', 'second-cloud', 'current', {
    name: 'A second cloud company',
    type: 'company',
    roles: [role('cloud_provider', null), role('investor', null), role('distributor', null), role('competitor', null)],
  });
  add('party', 'third-cloud', 'current', {
    name: 'A third cloud company',
    type: 'company',
    roles: [role('cloud_provider', null), role('investor', null), role('distributor', null), role('competitor', null)],
  });
  add('party', 'customers', 'current', {
    name: 'Customers with access to Fable 5',
    type: 'unnamed_group',
    roles: [role('customer', '¶ 26')],
  });
  add('party', 'foreign-staff', 'current', {
    name: 'Canadian, British and European researchers of the developer',
    type: 'unnamed_group',
    partOf: 'developer',
  });
  add('party', 'supporters', 'current', { name: 'Supporters of the restriction', type: 'unnamed_group', roles: [role('observer', null, ['restriction'])] });
  add('party', 'critics', 'current', { name: 'Critics and observers', type: 'unnamed_group', roles: [role('observer', null, ['restriction'])] });
}
