import type { RecordOf } from '../../kinds.ts';
import type { Add } from '../sample.ts';
import type { Dates } from './calendar.ts';

type Access = NonNullable<RecordOf<'restricted_model'>['fields']['access']>[number];

/** Two models: one under the letter, on six surfaces and five versions, and one that no order reaches. */
export const models =
  ({ on, day }: Dates) =>
  (add: Add): void => {
    const july =
      (surface: Access['surface'], state: Access['state'], audience: string, identityCheck: NonNullable<Access['identityCheck']>, time: string) =>
      (version: string): Access => ({
        version,
        surface,
        state,
        audience,
        identityCheck,
        since: on('2026-07-01', time),
        order: 'letter',
        clause: '2',
        decision: 'dec-limit',
        proof: ['e-attestation'],
      });
    const rows = [
      july('api', 'identity_gated', 'Customers who pass the identity check', 'yes', '16:10'),
      july('console', 'disabled', 'Nobody', 'no', '17:25'),
      july('enterprise_tenant', 'identity_gated', '37 tenants that check identity', 'by_tenant', '19:02'),
      july('cloud_partner', 'disabled', 'Nobody', 'no', '20:30'),
      july('internal', 'identity_gated', 'Staff determined not to be barred', 'yes', '22:40'),
    ];
    const october = (surface: Access['surface'], state: Access['state'], audience: string, proof: string[] = ['e-mini-off']): Access => ({
      version: 'Heron 2.1 mini',
      surface,
      state,
      audience,
      since: on('2026-10-21', '16:20'),
      order: 'amendment',
      clause: '1',
      decision: 'dec-limit',
      proof,
      identityCheck: surface === 'console' || surface === 'cloud_partner' ? 'no' : 'yes',
    });
    const unclear = (version: string, proof: string[]): Access => ({
      version,
      surface: 'on_prem',
      state: 'undetermined',
      audience: 'Two customers with weights on their own machines',
      since: on('2026-07-01', '22:05'),
      order: 'letter',
      clause: '1',
      decision: 'dec-limit',
      proof,
      identityCheck: 'unknown',
      note: 'Whether weights delivered before the letter are reached is not settled. Counted as barred.',
    });
    add(
      'restricted_model',
      'heron',
      'restricted_operation',
      {
        name: 'Heron 2',
        developer: 'corvane',
        description: 'General model for text and code.',
        modality: ['Text', 'Code'],
        versions: [
          { label: 'Heron 2.2 preview', coverage: 'unknown', note: 'A derivative? Kept from everybody but staff until the Bureau answers.' },
          { label: 'Heron 2.1 mini', released: on('2026-04-20'), coverage: 'covered' },
          { label: 'Heron 2.1', released: on('2026-03-03'), coverage: 'covered' },
          { label: 'Heron 2.0', released: on('2026-01-14'), coverage: 'covered' },
          { label: 'Heron 1.4', released: on('2025-09-02'), coverage: 'not_covered' },
        ],
        access: [
          {
            version: 'Heron 2.2 preview',
            surface: 'internal',
            state: 'undetermined',
            audience: 'Staff determined not to be barred',
            since: { certainty: 'range', earliest: day('2026-10-19'), latest: day('2026-10-21'), reason: 'Between receipt of the change and the check of staff tools.' },
            order: 'amendment',
            clause: '1',
            decision: 'dec-limit',
            proof: ['e-mini-off'],
            identityCheck: 'yes',
          },
          october('api', 'disabled', 'Nobody'),
          october('console', 'disabled', 'Nobody'),
          october('enterprise_tenant', 'identity_gated', 'Tenants that check identity'),
          october('cloud_partner', 'disabled', 'Nobody'),
          october('internal', 'identity_gated', 'Staff determined not to be barred'),
          ...['Heron 2.1', 'Heron 2.0'].flatMap((version) => rows.map((row) => row(version))),
          unclear('Heron 2.1', ['e-attestation']),
          ...(['api', 'console', 'enterprise_tenant', 'cloud_partner', 'internal'] as const).map(
            (surface): Access => ({ version: 'Heron 1.4', surface, state: 'enabled', audience: 'Everybody', note: 'No order reaches it.' }),
          ),
        ],
        hosting: [{ provider: 'halden', region: 'us-east' }],
        classification: { eccn: '4E091', basis: 'self', on: on('2026-07-06'), note: 'A position, not a fact: the rule that made the entry was announced as not enforced.' },
        assertions: ['a-exploit', 'a-uplift', 'a-versions'],
        safeguards: ['Refusal training', 'Output filter, revised in 2.2'],
        users: { asOf: on('2026-06-29'), total: 212_400, method: 'Accounts with a call in the last 90 days.' },
        stateDecision: 'dec-limit',
        stateProof: ['e-attestation', 'e-segregation'],
      },
      { audience: 'agency' },
    );
    add('restricted_model', 'kestrel', 'released', {
      name: 'Kestrel 1',
      developer: 'corvane',
      description: 'Small model for speech. No order reaches it; watched because the letter of October speaks of derivatives.',
      modality: ['Sound', 'Text'],
      versions: [{ label: 'Kestrel 1.0', released: on('2026-05-11'), coverage: 'not_covered' }],
      access: [{ version: 'Kestrel 1.0', surface: 'api', state: 'enabled', audience: 'Everybody', note: 'No order reaches it.' }],
    });
  };
