import type { Add } from './sample.ts';
import { sampleOf } from './sample.ts';
import { assertions } from './reported/assertions.ts';
import { course, statements } from './reported/course.ts';
import { noDate } from './reported/dates.ts';
import { events } from './reported/events.ts';
import { findings } from './reported/findings.ts';
import { interests } from './reported/interests.ts';
import { models } from './reported/models.ts';
import { orders } from './reported/orders.ts';
import { parties } from './reported/parties.ts';
import { harm, people } from './reported/people.ts';
import { remediation } from './reported/remediation.ts';
import { routes } from './reported/routes.ts';
import { scope } from './reported/scope.ts';
import { work } from './reported/work.ts';

const theCase = (add: Add): void => {
  add('case', 'reported-case', 'open', {
    title: 'Fable 5 and Mythos 5',
    client: 'The developer',
    matterNumber: 'Sample A',
    summary: 'Two models restricted by the government, as one undated press report tells it. No text of any order is in hand and no date is known.',
    opened: { certainty: 'exact', day: '2026-11-20' },
    directedBy: 'General Counsel',
    roles: [{ proceeding: 'The restriction, as reported', role: 'company', from: noDate() }],
    controlGroup: ['General Counsel', 'Export counsel', 'Outside counsel'],
    spokesperson: 'General Counsel, nobody else',
    intake: [
      { question: 'What was said, by whom, in what form?', answer: 'As reported: correct the vulnerabilities or withdraw. Speaker and form not known.', source: ['report'] },
      { question: 'Do we hold the text?', answer: 'No, of neither measure.' },
      { question: 'When and how did it reach us?', answer: 'Not known. Ask everybody who may have taken a call or opened a letter.' },
      { question: 'Whom and which versions does it name?', answer: 'Fable 5 and Mythos 5. No versions.' },
      { question: 'What must stop or be done, by when?', answer: 'No access by foreign nationals. No date is reported.' },
      { question: 'What did we do already, beyond the words or not?', answer: 'Both models off worldwide: beyond the words.', source: ['switch-off'] },
      { question: 'Who spoke to whom and promised what?', answer: 'Only what the report tells. No contact log of our own yet.' },
      { question: 'Does any agency already know or inquire (15 CFR 764.5(b)(3))?', answer: 'On the reported facts, probably yes.' },
      { question: 'What must be preserved, and what deletes itself?', answer: 'Prompt and serving logs first. The hold is drafted, not issued.', source: ['hold'] },
      { question: 'Whom must we tell?', answer: 'Customers, the cloud partner, lenders, insurers, markets, staff: contracts still to be read.' },
    ],
    privilegeProtocol:
      'Work is done at the direction of the General Counsel in anticipation of litigation. Label at creation. Nothing is shared with the cloud partner without a common-interest agreement.',
  });
};

/**
 * Sample A: the case as one press report tells it. What the report does not say stays unknown, its hedges are kept, and nobody real is
 * named; its numbered paragraphs are cited where they are known.
 */
export const reportedCase = sampleOf('reported-case', [
  theCase,
  parties,
  models,
  orders,
  scope,
  events,
  work,
  assertions,
  remediation,
  findings,
  course,
  statements,
  people,
  harm,
  interests,
  routes,
]);
