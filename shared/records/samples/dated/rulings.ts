import type { Add } from '../sample.ts';
import type { Dates } from './calendar.ts';

/** What came after the letters: the denial of the license and a court's scheduling order. */
export const rulings =
  ({ on, long }: Dates) =>
  (add: Add): void => {
    add(
      'order',
      'denial',
      'in_force',
      {
        title: `Denial of the license application of ${long('2026-07-20')}`,
        direction: 'government_to_us',
        instrument: 'license_denial',
        issuer: 'bis',
        addressees: [{ party: 'corvane', served: on('2026-10-13'), copyInHand: true }],
        models: ['heron'],
        reaches: 'named_version',
        formSeen: 'original',
        textInHand: true,
        papers: ['e-denial'],
        receiptEvidence: ['e-denial'],
        issued: on('2026-10-08'),
        received: on('2026-10-13'),
        effective: on('2026-10-08'),
        publicity: 'non_public',
        authority: 'stated',
        legalBasis: [{ citation: '15 CFR 750.6', status: 'text_read' }],
        grounds: [{ text: 'the risk described in the letter', source: 'e-denial' }],
        reasons: 'summary',
        clauses: [
          {
            number: '1',
            quotation: 'The application is denied.',
            pinpoint: 'p. 1',
            source: 'e-denial',
            ownWords: true,
            asksNothing: 'It denies a license; the bar is that of the letter.',
          },
        ],
        obligations: [],
        reviewDeadlines: ['d-appeal'],
      },
      { audience: 'agency' },
    );
    add(
      'order',
      'scheduling-order',
      'in_force',
      {
        title: `Scheduling order of ${long('2026-11-10')}`,
        direction: 'court',
        instrument: 'court_order',
        issuer: 'court',
        docketNumber: '1:26-cv-02417 (invented)',
        addressees: [{ party: 'corvane', served: on('2026-11-10'), copyInHand: true }],
        formSeen: 'copy',
        textInHand: true,
        papers: ['e-scheduling'],
        receiptEvidence: ['e-scheduling'],
        issued: on('2026-11-10'),
        received: on('2026-11-10'),
        effective: on('2026-11-10'),
        publicity: 'public',
        authority: 'stated',
        legalBasis: [{ citation: 'Fed. R. Civ. P. 16(b)', status: 'text_read' }],
        reasons: 'none',
        clauses: [
          {
            number: '2',
            quotation: `The parties shall exchange privilege logs no later than ${long('2026-11-30')}.`,
            pinpoint: 'p. 2',
            source: 'e-scheduling',
            ownWords: true,
            ourReading: 'A date fixed by an order does not roll.',
          },
        ],
        obligations: [{ number: 'OB-30', clause: '2', text: 'Exchange privilege logs.', verb: 'submit', owner: 'Outside counsel', due: 'd-privilege-log', state: 'open' }],
      },
      { audience: 'court' },
    );
  };
