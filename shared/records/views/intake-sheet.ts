import type { RecordOf } from '../kinds.ts';

type Case = Pick<RecordOf<'case'>, 'fields'>;
type Answer = NonNullable<Case['fields']['intake']>[number];

/** The first ten questions (domain.md §8), in the order in which they are asked. */
export const firstTen = [
  'What was said, by whom, in what form?',
  'Do we hold the text?',
  'When and how did it reach us?',
  'Whom and which versions does it name?',
  'What must stop or be done, by when?',
  'What did we do already, beyond the words or not?',
  'Who spoke to whom and promised what?',
  'Does any agency already know or inquire (15 CFR 764.5(b)(3))?',
  'What must be preserved, and what deletes itself?',
  'Whom must we tell?',
] as const;

export interface IntakeQuestion {
  readonly question: string;
  readonly answer: Answer | null;
}
export interface IntakeSheet {
  /** The ten, then whatever else was asked. */
  readonly questions: readonly IntakeQuestion[];
  readonly unanswered: number;
  /** What every case must say on its first day and this one does not, by label. */
  readonly lacks: readonly string[];
}

const plain = (text: string) => text.trim().toLowerCase();

/** The intake sheet of a case: one page, the ten questions first, answered or not. */
export function intakeSheet({ fields }: Case): IntakeSheet {
  const given = fields.intake ?? [];
  const ten = firstTen.map((question): IntakeQuestion => ({ question, answer: given.find((one) => plain(one.question) === plain(question)) ?? null }));
  const more = given
    .filter((one) => !firstTen.some((question) => plain(question) === plain(one.question)))
    .map((answer): IntakeQuestion => ({ question: answer.question, answer }));
  const questions = [...ten, ...more];
  const lacks = (
    [
      ['Client', fields.client],
      ['Matter number', fields.matterNumber],
      ['Who directs', fields.directedBy],
      ['Privilege protocol', fields.privilegeProtocol],
      ['Who may speak to the government', fields.spokesperson],
      ['Outside counsel', fields.outsideCounsel?.[0]],
    ] as const
  ).flatMap(([label, value]) => (value === undefined ? [label] : []));
  return { questions, unanswered: questions.filter((one) => one.answer?.answer === undefined).length, lacks };
}
