import type { Add } from '../sample.ts';
import { noDate } from './dates.ts';

/** What the company decided, asks for, keeps and must still do. */
export function work(add: Add): void {
  add('decision', 'switch-off', 'decided', {
    question: 'How to keep all foreign nationals from both models at once',
    options: [
      {
        text: 'Bar foreign nationals on each surface by an identity check.',
        feasible: 'not_at_once',
        risk: 'Eligible users could not be told from others; access by a barred person could not be excluded.',
      },
      {
        text: 'Keep a version for the United States only, or split it from one for abroad.',
        feasible: 'not_at_once',
        risk: 'Foreign nationals inside the United States are barred too.',
      },
      {
        text: 'Switch both models off worldwide.',
        feasible: 'yes',
        time: 'at once',
        cost: 'No figure is given by the source.',
        risk: 'Commercially damaging; customers, research and partners lose access.',
      },
    ],
    chosen: 'Both models were switched off worldwide.',
    reasons: 'As reported, eligible Americans could not be reliably separated from everybody else at once; this was the fastest way to comply.',
    beyondClause: 'yes',
    beyondWhy:
      'The bar reaches foreign nationals; the switch-off reaches everybody. It is recorded as a choice of the company, so that the harm can be told apart: what the order did, what we did.',
    orders: ['restriction'],
    models: ['fable', 'mythos'],
    decidedBy: 'The developer',
    decided: noDate(['after', 'restriction']),
    sources: ['report'],
    pinpoint: '¶ 7',
    revisit: { certainty: 'unknown', reason: 'Looked at again when the text of the restriction is in hand.' },
  });
  add('decision', 'safety-principles', 'decided', {
    question: 'What the company will not give up to restore access',
    chosen: 'Its safety principles. An option that breaks one is not open.',
    reasons: 'As reported, the priority is to meet the concerns and restore access without giving up the safety principles.',
    beyondClause: 'no',
    models: ['fable', 'mythos'],
    decidedBy: 'The developer',
    decided: noDate(),
    sources: ['report'],
    pinpoint: '¶ 63',
  });
  add('evidence_request', 'evidence-request', 'sent', {
    title: 'Technical evidence behind the restriction, and its text',
    direction: 'to_government',
    instrument: 'unknown',
    from: 'developer',
    to: 'commerce',
    asked: { ...noDate(['after', 'direction']), reason: 'The report says that no detailed evidence was given; when it was asked for it does not say.' },
    chaseAfterDays: 14,
    owner: 'Export counsel',
    order: ['direction', 'restriction', 'fable', 'mythos', 'no-detail'],
    scope: 'What the direction and the restriction rest on, item by item. Silence is recorded as silence and not as refusal.',
    papers: ['report'],
    items: [
      { number: '1', text: 'Text of the direction to correct or withdraw, with speaker and date', basis: 'An addressee’s right to the terms', answer: 'none' },
      { number: '2', text: 'Text, number and date of the restriction', basis: 'Some periods for review run from the date on the notice (15 CFR 756.2(c)(1))', answer: 'none' },
      { number: '3', text: 'The technique and the prompts relied on', basis: 'Nothing can be corrected that has not been shown', answer: 'not_in_detail' },
      { number: '4', text: 'Outputs relied on and logs of the tests: dates, version, settings, attempts', basis: 'Ability to reproduce', answer: 'not_in_detail' },
      { number: '5', text: 'Report of the government specialists who examined the claims', basis: 'Ability to answer the assessment', answer: 'not_in_detail' },
      { number: '6', text: 'Severity, the scale used, and whether comparable models were tested', basis: 'Proportionality', answer: 'none' },
      { number: '7', text: 'Who is meant by “all foreign nationals”, and whether use through an interface is access', basis: 'Terms of the restriction', answer: 'none' },
      { number: '8', text: 'Conditions for lifting or amending the restriction', basis: 'Without them restoration has no test to meet', answer: 'none' },
    ],
  });
  add('evidence_request', 'partner-request', 'draft', {
    title: 'Test report that was shared with officials',
    direction: 'to_third_party',
    instrument: 'informal_letter',
    from: 'developer',
    to: 'cloud-partner',
    owner: 'General Counsel',
    chaseAfterDays: 14,
    order: ['fable', 'test', 'warning'],
    scope: 'Not sent: a common-interest agreement comes first. The partner is adverse and aligned.',
    items: [
      { number: '1', text: 'Record of the test: prompts, outputs, version, settings, attempts', answer: 'none' },
      { number: '2', text: 'What was given to officials, to whom and when', answer: 'none' },
      { number: '3', text: 'Terms under which the test was made, and whether it could be passed on', answer: 'none' },
    ],
  });
  add('evidence_request', 'meeting-records', 'draft', {
    title: 'Records of the exchanges between executives and officials',
    direction: 'foia_out',
    instrument: 'foia',
    from: 'developer',
    to: 'white-house',
    owner: 'Outside counsel',
    order: ['warning', 'discussions'],
    scope: 'Prepared, not sent. Which agency holds the records, and whether FOIA reaches it, is for counsel.',
    items: [{ number: '1', text: 'Records of the warning to senior officials and of the discussions that followed', answer: 'none' }],
  });
  add('deadline', 'appeal', 'proposed', {
    title: 'Appeal to the Under Secretary, if the restriction is an administrative action',
    method: 'rule',
    ruleId: 'bis.appeal.45',
    side: 'ours',
    nature: 'our_act',
    consequence: 'loses_right',
    mustBeReceived: true,
    act: 'Appeal in writing, received',
    trigger: { record: 'restriction', dateKind: 'Date on the paper', value: noDate() },
    inputs: {},
    order: ['restriction'],
    owner: 'Export counsel',
    source:
      '15 CFR 756.2(c)(1): 45 days after the date appearing on the written notice. That date is not known, so no date can be computed: the period may not have begun, may be running, or may be over.',
  });
  add('deadline', 'answer-direction', 'proposed', {
    title: 'Correct the reported weakness, or withdraw the models',
    method: 'manual',
    date: noDate(),
    side: 'ours',
    nature: 'our_act',
    consequence: 'regulatory_violation',
    order: ['direction'],
    clause: '1',
    owner: 'Safety research',
    source: 'The direction, as reported, gives no date.',
  });
  add('deadline', 'customer-notices', 'proposed', {
    title: 'Contract notices to customers who lost access',
    method: 'rule',
    ruleId: 'contract.notice-clause',
    side: 'ours',
    nature: 'our_act',
    consequence: 'loses_right',
    trigger: { record: 'switch-off', dateKind: 'End of access', value: noDate(['after', 'restriction']) },
    inputs: {},
    order: ['restriction'],
    owner: 'Commercial',
    source: 'Each contract’s own clause. The day access ended is not in evidence.',
  });
  add('legal_hold', 'hold', 'draft', {
    title: 'Training, testing, release and switch-off of Fable 5 and Mythos 5',
    trigger: {
      event: 'A direction and a restriction by the government, as reported',
      date: noDate(),
      reason: 'Proceedings must be expected; prompts and serving logs delete themselves.',
      record: ['direction', 'restriction'],
    },
    scope: {
      names: ['reported-case', 'fable', 'mythos'],
      topics: ['Tests of safeguards', 'Exchanges with officials and with the cloud partner', 'The switch-off and who had access'],
      sources: ['Prompt and serving logs', 'Red-team logs', 'Chat and mail', 'Access records'],
    },
    custodians: [{ who: 'Safety research' }, { who: 'Model operations' }, { who: 'Partnerships' }, { who: 'Office of the chief executive' }],
    systems: [
      { name: 'Prompt and serving logs', owner: 'Platform', deletesAfter: 'Not known: ask first' },
      { name: 'Red-team logs', owner: 'Safety research', deletesAfter: 'Not known' },
    ],
    requests: ['direction', 'restriction'],
  });
  add(
    'note',
    'authority-memo',
    'open',
    {
      title: 'What is not stated, and what turns on it',
      type: 'legal_analysis',
      about: ['direction', 'restriction'],
      body: 'Statute and regulation: not stated; they decide which review is open.\nForm and number: not stated; a notice to one company, a rule and a denial order have different clocks.\nDate on the notice: not stated; it may start 45 days.\nWho is meant by “all foreign nationals”: three readings, the widest followed.\nWhether the direction is still owed after the ban: unclear.\nEarlier controls of this kind reached chips and infrastructure; this one is reported to name a model.',
    },
    { privilege: 'attorney_client' },
  );
  add('note', 'thresholds', 'open', {
    title: 'Questions kept open: threshold and standard of proof',
    type: 'issue_list',
    about: ['restriction'],
    body: 'Above what capability is a model restricted, and who sets that line?\nWhat evidence is needed before access is cut, and who may test it?\nOthers may face the same once an undefined line is crossed: watch for a definition, then compare every model with it.',
  });
}
