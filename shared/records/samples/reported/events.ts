import type { Add } from '../sample.ts';
import { noDate } from './dates.ts';
import { told } from './source.ts';

/** The report itself, what is known to be missing, and the exchanges it tells of, in the order it gives them. */
export function events(add: Add): void {
  add(
    'evidence_item',
    'report',
    'registered',
    {
      title: 'Press report on the restriction of two AI models',
      type: 'press',
      exhibit: 'EX-1',
      description: 'Plain text, 65 paragraphs with headings. Every statement of fact in this case comes from it unless the record says otherwise.',
      date: noDate(),
      received: { certainty: 'exact', day: '2026-11-20' },
      bytesNote: 'Registered only. Take the file in to give this exhibit its digest.',
      source: { party: 'publication', method: 'received' },
      custody: [{ action: 'received', occurred: { certainty: 'exact', day: '2026-11-20' }, to: 'Office of the General Counsel', purpose: 'Source of the case record' }],
      reliability: 'Press. Undated; most of it rests on people who are not named. Nothing in it is offered as a fact while it stands alone.',
      authenticity: 'unassessed',
    },
    { privilege: 'none' },
  );
  add(
    'evidence_item',
    'direction-text',
    'registered',
    {
      title: 'Direction to correct or withdraw: text not in hand',
      type: 'document',
      exhibit: 'EX-2',
      date: noDate(['after', 'warning']),
      bytesNote: 'Not in hand. It may never have been written down.',
      authenticity: 'unassessed',
    },
    { privilege: 'none' },
  );
  add(
    'evidence_item',
    'restriction-text',
    'registered',
    {
      title: 'Export-control restriction: text not in hand',
      type: 'document',
      exhibit: 'EX-3',
      date: noDate(['after', 'direction']),
      bytesNote: 'Not in hand. Number, signature and legal basis are not reported.',
      authenticity: 'unassessed',
    },
    { privilege: 'none' },
  );
  add(
    'evidence_item',
    'attestation',
    'registered',
    {
      title: 'Technical attestation that both models are off on every surface: not yet made',
      type: 'declaration',
      exhibit: 'EX-4',
      date: noDate(['after', 'switch-off']),
      bytesNote: 'Not yet made. To be given by the engineer responsible, with configuration exports and logs.',
      authenticity: 'unassessed',
    },
    { privilege: 'none' },
  );

  add('communication', 'test', 'draft', {
    subject: 'Researchers of the cloud partner test Fable 5',
    at: noDate(['before', 'warning']),
    channel: 'unknown',
    ourKnowledge: 'press',
    pinpoint: '¶ 2',
    participants: [{ party: 'cloud-researchers', part: 'from', side: 'partner' }],
    attribution: told('reportedly'),
    about: ['fable'],
    summary:
      'The researchers tested the recently released Fable 5. According to people familiar with the matter, their prompts drew out information that could assist cyberattacks in spite of the safeguards. Prompts, settings, version and results are not given.',
  });
  add('communication', 'warning', 'draft', {
    subject: 'Warning to senior officials',
    at: noDate(['after', 'test'], ['before', 'discussions']),
    channel: 'unknown',
    ourKnowledge: 'press',
    pinpoint: '¶ 3',
    participants: [
      { party: 'cloud-chief', part: 'from', side: 'partner' },
      { party: 'treasury', part: 'to', side: 'government' },
      { party: 'senior-officials', part: 'to', side: 'government' },
    ],
    attribution: told('helped trigger'),
    about: ['fable', 'restriction'],
    documents: ['report'],
    summary:
      'The chief executive of the cloud partner raised the findings with senior officials, the head of the Treasury among them. Channel, words and papers are not given. The order later came from Commerce.',
  });
  add('communication', 'discussions', 'draft', {
    subject: 'Discussions convened by the White House; specialists examine the claims',
    at: noDate(['after', 'warning'], ['before', 'direction']),
    channel: 'meeting',
    ourKnowledge: 'press',
    participants: [
      { party: 'white-house', part: 'present', side: 'government' },
      { party: 'specialists', part: 'present', side: 'government' },
    ],
    attribution: told(),
    about: ['restriction'],
    requestsMade: ['evidence-request'],
    summary: 'Government security specialists examined the claims. Their report is not in hand and is asked for.',
  });
  add('communication', 'instruction', 'draft', {
    subject: 'The developer is told to correct or withdraw',
    at: noDate(['after', 'discussions'], ['before', 'restriction']),
    channel: 'unknown',
    ourKnowledge: 'press',
    pinpoint: '¶ 4',
    participants: [
      { party: 'senior-officials', part: 'from', side: 'government' },
      { party: 'developer', part: 'to', side: 'ours' },
    ],
    attribution: told(),
    about: ['direction'],
    summary:
      'As reported, the developer was instructed to correct the vulnerabilities or withdraw the affected technology. Speaker, channel, witnesses and exact words are not given: ask everybody at the company who may have taken the call.',
  });
  add('communication', 'no-detail', 'draft', {
    subject: 'The developer says that no detailed technical evidence was given',
    at: noDate(['after', 'restriction']),
    channel: 'press',
    ourKnowledge: 'press',
    pinpoint: '¶ 16',
    participants: [{ party: 'developer', part: 'from', side: 'ours' }],
    attribution: told(),
    about: ['restriction', 'evidence-request'],
    summary:
      'The developer disputes the severity: the weakness is narrow, involves vulnerabilities already known, and gives nothing substantially beyond what is available elsewhere. It says the government had not provided detailed technical evidence.',
  });
}
