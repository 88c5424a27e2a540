import type { Dates } from './calendar.ts';

/** The words of the invented letter and of the letter that changes it. The clauses of the orders and the files that ship with the sample both take them from here. */
export const letterWords = ({ long }: Dates) => ({
  one: 'You are hereby informed that a license is required for the release of, or the provision of access to, the models known as Heron 2.0 and Heron 2.1 ("the Models") to any foreign national, wherever located.',
  two: 'You shall, no later than 72 hours after receipt of this letter, suspend all access to the Models by any person to whom paragraph 1 applies, including persons employed by you in the United States.',
  three: 'You shall report to this office in writing, within 30 days of the date of this letter, the number and location of persons whose access was suspended.',
  four: `You shall correct the vulnerability described to you on ${long('2026-06-09')}, or withdraw the Models, and shall notify this office when you have done so.`,
  five: 'You shall preserve all records relating to the training, testing and release of the Models.',
  six: 'Nothing in this letter applies to access by the Government of the United States.',
});

export const amendmentWords = () => ({
  one: 'You are hereby informed that a license is required for the release of, or the provision of access to, the models known as Heron 2.0, Heron 2.1 and Heron 2.1 mini, and any derivative of them ("the Models") to any foreign national, wherever located.',
  two: 'You shall, no later than 72 hours after receipt of this letter, suspend all access to the Models by any person to whom paragraph 1 applies, including persons employed by you or by your contractors in the United States.',
  three:
    'You shall report to this office in writing, within 30 days of the date of this letter and every 14 days thereafter, the number and location of persons whose access was suspended.',
});
