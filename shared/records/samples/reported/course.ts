import type { RecordOf } from '../../kinds.ts';
import type { Add } from '../sample.ts';
import { noDate } from './dates.ts';
import { fromReport } from './source.ts';

type Event = RecordOf<'chronology_event'>['fields'];
type Statement = RecordOf<'statement'>['fields'];

/** The course of events. Nothing has a date; each says what it lies before or after, by the record. */
export function course(add: Add): void {
  const event = (
    id: string,
    text: string,
    at: Event['at'],
    type: NonNullable<Event['type']>,
    actors: string[],
    pinpoint: string | undefined,
    more: Partial<Event> = {},
    hedge?: string,
  ) => add('chronology_event', id, 'stands', { text, at, type, actors, visibility: 'internal', ...fromReport(pinpoint, hedge), ...more });
  const unknown = noDate();
  event('event-test', 'Researchers of the cloud partner test the recently released Fable 5.', noDate(['before', 'event-warning']), 'test', ['cloud-researchers'], '¶ 2', {
    derivedFrom: 'test',
    known: [{ by: 'cloud-partner', at: unknown, how: 'Its own test', source: 'report' }],
  });
  event(
    'event-warning',
    'The chief executive of the cloud partner raises the findings with senior officials.',
    noDate(['after', 'event-test'], ['before', 'event-discussions']),
    'contact',
    ['cloud-chief', 'treasury', 'senior-officials'],
    '¶ 3',
    {
      derivedFrom: 'warning',
      known: [
        { by: 'treasury', at: noDate(['after', 'event-test']), how: 'Told by the chief executive', source: 'report' },
        { by: 'senior-officials', at: noDate(['after', 'event-test']), how: 'Told by the chief executive', source: 'report' },
        { by: 'developer', at: unknown, how: 'Not reported: when the company learned of the warning is not known' },
      ],
    },
    'helped trigger',
  );
  event(
    'event-discussions',
    'The White House convenes discussions; government specialists examine the claims.',
    noDate(['after', 'event-warning'], ['before', 'event-instruction']),
    'contact',
    ['white-house', 'specialists'],
    undefined,
    {
      derivedFrom: 'discussions',
      known: [{ by: 'specialists', at: noDate(['after', 'event-warning']), how: 'Their own examination', source: 'report' }],
    },
  );
  event(
    'event-instruction',
    'The developer is told to correct the vulnerabilities or withdraw the technology.',
    noDate(['after', 'event-discussions'], ['before', 'event-restriction']),
    'measure',
    ['senior-officials', 'developer'],
    '¶ 4',
    {
      derivedFrom: 'direction',
      known: [{ by: 'developer', at: noDate(['before', 'event-restriction']), how: 'Told; by whom is not reported', source: 'report' }],
    },
  );
  event(
    'event-restriction',
    'All foreign nationals are barred from Fable 5 and Mythos 5.',
    noDate(['after', 'event-instruction'], ['within', 'event-test', 'days']),
    'measure',
    ['commerce'],
    '¶ 6',
    {
      derivedFrom: 'restriction',
      known: [{ by: 'developer', at: noDate(['before', 'event-shutdown']), source: 'report' }],
    },
  );
  event('event-shutdown', 'Both models are switched off worldwide.', noDate(['after', 'event-restriction']), 'act', ['developer'], '¶ 7', { derivedFrom: 'switch-off' });
  event('event-harm', 'Customers lose access almost at once; projects, developers and partnerships are hit.', noDate(['after', 'event-shutdown']), 'effect', ['customers'], '¶ 26');
  event(
    'event-within-days',
    'From the private test to the order, by way of officials and emergency talks, it took days.',
    noDate(['after', 'event-test'], ['within', 'event-test', 'days']),
    'measure',
    [],
    '¶ 58',
  );
  event(
    'event-disputes',
    'Earlier, the developer and the government dispute limits on autonomous weapons and mass surveillance.',
    noDate(['before', 'event-test']),
    'background',
    ['developer', 'defense'],
    undefined,
    {
      disputedBy: ['pretext'],
    },
  );
  event(
    'event-supply-chain',
    'Earlier, the Department of Defense moves against the developer over alleged supply-chain concerns.',
    noDate(['before', 'event-test']),
    'background',
    ['defense', 'developer'],
    undefined,
    {
      derivedFrom: 'supply-chain',
    },
    'alleged',
  );
}

/** What was said, as the report gives it. The words are the report’s, not the speaker’s. */
export function statements(add: Add): void {
  const said = (
    id: string,
    title: string,
    side: Statement['side'],
    speaker: string[],
    verbatim: string,
    at: Statement['at'],
    pinpoint: string,
    assertions: NonNullable<Statement['assertions']>,
    more: Partial<Statement> = {},
  ) =>
    add('statement', id, 'made', {
      title,
      side,
      speaker,
      forum: 'press',
      verbatim,
      ownWords: false,
      at,
      medium: 'As told by the report',
      ...fromReport(pinpoint),
      assertions,
      ...more,
    });
  said(
    'said-dispute',
    'The developer disputes the severity',
    'ours',
    ['developer'],
    'The weakness is narrow, involves vulnerabilities already known, and gives nothing substantially beyond what is available elsewhere.',
    noDate(['after', 'restriction']),
    '¶ 16',
    [
      { assertion: 'weakness', stance: 'qualifies' },
      { assertion: 'narrow', stance: 'affirms' },
      { assertion: 'known', stance: 'affirms' },
      { assertion: 'uplift', stance: 'affirms' },
      { assertion: 'immediate', stance: 'denies' },
    ],
    { facts: ['finding-test', 'comparator-elsewhere'], note: 'Said to the press before any test of our own is on file. Whoever approved it is not known.' },
  );
  said(
    'said-no-evidence',
    'The developer says it was given no detailed evidence',
    'ours',
    ['developer'],
    'The government had not provided detailed technical evidence.',
    noDate(['after', 'restriction']),
    '¶ 16',
    [{ assertion: 'no-evidence', stance: 'affirms' }],
    { facts: ['evidence-request'], continuing: false },
  );
  said('said-ground', 'The ground of the restriction', 'government', ['commerce'], 'Citing national-security concerns …', noDate(['after', 'instruction']), '¶ 6', [
    { assertion: 'immediate', stance: 'affirms' },
    { assertion: 'nexus', stance: 'affirms' },
  ]);
  said(
    'said-no-public-evidence',
    'The report on who sought the ban',
    'other',
    ['publication'],
    'No public evidence that the cloud partner sought the broad ban; the administration set the scope of its response.',
    noDate(['after', 'restriction']),
    '¶ 33',
    [{ assertion: 'sought-ban', stance: 'denies' }],
  );
}
