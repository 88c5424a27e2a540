import type { Add } from '../sample.ts';
import type { Dates } from './calendar.ts';

/** The company, the agencies and the others. Every company is invented; nobody is named but by office. */
export const parties =
  ({ on, day }: Dates) =>
  (add: Add): void => {
    const open = { audience: 'agency' } as const;
    add(
      'party',
      'corvane',
      'current',
      {
        name: 'Corvane Research, Inc.',
        type: 'company',
        jurisdiction: 'Delaware',
        roles: [{ role: 'developer', about: ['heron', 'kestrel'], from: on('2021-03-01') }],
      },
      open,
    );
    add(
      'party',
      'bis',
      'current',
      {
        name: 'Bureau of Industry and Security',
        otherNames: ['BIS'],
        type: 'agency',
        jurisdiction: 'United States',
        roles: [{ role: 'regulator', about: ['heron'], from: on('2026-06-26') }],
        contact: 'Office of Exporter Services, by the address on the letter.',
        mayContact: ['General Counsel', 'Export counsel'],
      },
      open,
    );
    add(
      'party',
      'oee',
      'current',
      {
        name: 'Office of Export Enforcement',
        otherNames: ['OEE'],
        type: 'agency',
        partOf: 'bis',
        jurisdiction: 'United States',
        roles: [{ role: 'regulator', about: ['heron'], from: on('2026-06-09') }],
        mayContact: ['General Counsel'],
      },
      open,
    );
    add(
      'party',
      'under-secretary',
      'current',
      {
        name: 'Under Secretary for Industry and Security',
        type: 'adjudicator',
        partOf: 'bis',
        jurisdiction: 'United States',
        roles: [{ role: 'adjudicator', about: ['denial'], from: on('2026-11-18') }],
      },
      open,
    );
    add(
      'party',
      'court',
      'current',
      {
        name: 'United States District Court for the District of Columbia',
        type: 'court',
        jurisdiction: 'United States',
        roles: [{ role: 'adjudicator', about: ['scheduling-order'], from: on('2026-09-14') }],
      },
      { audience: 'court' },
    );
    add(
      'party',
      'us-attorney',
      'current',
      { name: 'United States Attorney’s Office', type: 'agency', jurisdiction: 'United States', roles: [{ role: 'counsel', about: ['bis'], from: on('2026-09-16') }] },
      { audience: 'court' },
    );
    add('party', 'halden', 'current', {
      name: 'Halden Cloud, Inc.',
      type: 'company',
      jurisdiction: 'Washington',
      roles: [
        { role: 'cloud_provider', about: ['corvane'], from: on('2023-05-15'), source: ['e-halden-contract'] },
        { role: 'distributor', about: ['heron'], from: on('2024-02-01'), source: ['e-halden-contract'] },
        { role: 'investor', about: ['corvane'], from: on('2024-09-30') },
        { role: 'competitor', about: ['corvane'], from: { certainty: 'approximate', day: day('2025-03-01'), reason: 'Its own model was announced that spring.' } },
      ],
    });
    add(
      'party',
      'marrow',
      'current',
      {
        name: 'Marrow Institute for Model Evaluation',
        type: 'ngo',
        jurisdiction: 'Maryland',
        roles: [
          { role: 'evaluator', about: ['heron'], from: on('2026-03-02'), to: on('2026-05-29') },
          {
            role: 'reporter_of_concern',
            about: ['heron'],
            from: { certainty: 'range', earliest: day('2026-05-29'), latest: day('2026-06-09'), reason: 'Between its report to us and the call.' },
          },
        ],
      },
      open,
    );
    add('party', 'brightwater', 'current', {
      name: 'Brightwater Health Systems',
      type: 'company',
      jurisdiction: 'Minnesota',
      roles: [{ role: 'customer', about: ['heron'], from: on('2025-11-03') }],
    });
    add('party', 'ottermole', 'current', {
      name: 'Ottermole & Finch LLP',
      type: 'company',
      jurisdiction: 'District of Columbia',
      roles: [{ role: 'counsel', about: ['corvane'], from: on('2026-06-12') }],
    });
    add('party', 'orrin', 'current', {
      name: 'Orrin Analytics Ltd.',
      type: 'company',
      jurisdiction: 'Ontario',
      roles: [{ role: 'customer', about: ['heron'], from: on('2025-06-02'), to: on('2026-07-01') }],
      note: 'Lost access with the letter; asks for credits.',
    });
  };
