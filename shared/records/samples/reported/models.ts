import type { RecordOf } from '../../kinds.ts';
import type { Add } from '../sample.ts';
import { noDate } from './dates.ts';

type Access = NonNullable<RecordOf<'restricted_model'>['fields']['access']>;
const off = noDate(['after', 'restriction']);
const surface = (name: Access[number]['surface'], audience: string, pinpoint: string): Access[number] => ({
  version: 'all versions',
  surface: name,
  audience,
  state: 'disabled',
  since: off,
  order: 'restriction',
  clause: '1',
  decision: 'switch-off',
  proof: ['report'],
  identityCheck: 'unknown',
  note: `As reported (${pinpoint}); the attestation is not yet made. No eligible user could be told from others at once.`,
});
const staff: Access[number] = {
  version: 'all versions',
  surface: 'internal',
  audience: 'Staff, foreign researchers among them',
  state: 'disabled',
  since: off,
  order: 'restriction',
  clause: '2',
  decision: 'switch-off',
  proof: ['report'],
  identityCheck: 'unknown',
  note: 'The report says both models were disabled globally and does not speak of staff tools. Confirm before anybody relies on it.',
};

/** The two models. Released when, in which versions and to how many is not reported. */
export function models(add: Add): void {
  add('restricted_model', 'fable', 'suspended_globally', {
    name: 'Fable 5',
    developer: 'developer',
    description: 'Recently released when it was tested. The report distinguishes no versions, weights or derivatives.',
    versions: [
      { label: 'all versions', released: { ...noDate(['before', 'test']), reason: 'The report says “recently released” and no more.' }, coverage: 'covered' },
      {
        label: 'a version for the United States only',
        coverage: 'unknown',
        note: 'Considered, not built. Whether the order would reach it is not known; it is never taken as not covered.',
      },
    ],
    access: [
      surface('api', 'Customers, international developers', '¶ 23'),
      surface('cloud_partner', 'Customers of the distributor', '¶ 7'),
      surface('research_network', 'Research projects with international teams', '¶ 23'),
      staff,
    ],
    classification: { basis: 'not_given', note: 'Treated as sensitive military technology is, as the report puts it; no ECCN is given.' },
    assertions: ['weakness'],
    safeguards: ['Safeguards against misuse in cyberattacks, as reported'],
    stateDecision: 'switch-off',
    stateProof: ['report'],
    hosting: [{ provider: 'cloud-partner' }],
  });
  add('restricted_model', 'mythos', 'suspended_globally', {
    name: 'Mythos 5',
    developer: 'developer',
    description: 'The more capable of the two. No test of this model is reported.',
    versions: [{ label: 'all versions', released: noDate(), coverage: 'covered' }],
    access: [
      surface('api', 'Customers, international developers', '¶ 23'),
      surface('cloud_partner', 'Customers of the distributor', '¶ 7'),
      surface('research_network', 'Research projects with international teams', '¶ 23'),
      staff,
    ],
    classification: { basis: 'not_given', note: 'As for Fable 5.' },
    stateDecision: 'switch-off',
    stateProof: ['report'],
    hosting: [{ provider: 'cloud-partner' }],
  });
}
