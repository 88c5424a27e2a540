import type { Add } from '../sample.ts';
import type { Dates } from './calendar.ts';

/** Whom the letter reaches, as it stood and as it was changed, and the terms that it leaves open. */
export const scope =
  ({ on }: Dates) =>
  (add: Add): void => {
    add('ambiguity', 'term-foreign-national', 'adopted', {
      term: 'any foreign national',
      order: 'letter',
      clause: '1',
      question: 'Not defined in the letter, nor in the letter that changes it.',
      about: 'persons',
      readings: [
        {
          letter: 'a',
          text: 'Anyone who is not a citizen or national of the United States.',
          takenBy: ['Corvane, provisionally'],
          effect: 'Permanent residents are barred.',
          nationality: 'any_alien',
        },
        {
          letter: 'b',
          text: 'Foreign person as in 15 CFR 772.1.',
          takenBy: ['Outside counsel'],
          effect: 'Permanent residents and protected individuals are not barred.',
          nationality: 'any_foreign_person_EAR',
        },
      ],
      adopted: 'a',
      adoptedWhy: 'Undetermined means no access. The wider one is followed until the Bureau answers.',
      adoptedBy: 'General Counsel',
      adoptedOn: on('2026-07-01'),
      forClass: 'Staff, contractors and customers alike.',
      asked: ['clarification', 'r-evidence'],
    });
    add('ambiguity', 'term-provision', 'adopted', {
      term: 'the provision of access',
      order: 'letter',
      clause: '1',
      question: 'Is use through an interface meant, or only the release of weights and technical data?',
      about: 'access',
      readings: [
        { letter: 'a', text: 'Every surface that gives weights, technical data or use.', takenBy: ['Corvane, provisionally'], everyUse: 'every_use' },
        { letter: 'b', text: 'Release of technology or source code only (15 CFR 734.13 to 734.15).', takenBy: ['Outside counsel'], everyUse: 'release_only' },
      ],
      adopted: 'a',
      adoptedWhy: 'We asked whether use through an interface is meant; the wider one is followed until the Bureau answers.',
      adoptedBy: 'General Counsel',
      adoptedOn: on('2026-07-01'),
      forClass: 'Every surface of the models named.',
      asked: ['clarification'],
    });
    const barred = {
      clause: '1',
      rule: 'barred',
      persons: 'any foreign national, wherever located',
      tests: [{ join: 'must', test: 'nationality', nationality: 'any_foreign_national_as_worded' }],
      ambiguity: 'term-foreign-national',
      definition: { term: 'foreign national', text: 'Not defined.' },
      models: ['heron'],
      activities: ['access_undefined', 'weights_access', 'technical_data'],
      accessTerm: 'term-provision',
    } as const;
    add('scope_rule', 'scope-letter', 'adopted', {
      ...barred,
      order: 'letter',
      tests: [...barred.tests],
      models: [...barred.models],
      activities: [...barred.activities],
      versions: ['Heron 2.0', 'Heron 2.1'],
      otherVersions: 'not_stated',
      from: on('2026-06-29', '10:40'),
      confirmedByIssuer: 'asked',
      confirmation: 'clarification',
    });
    add('scope_rule', 'scope-government', 'adopted', {
      order: 'letter',
      clause: '6',
      rule: 'exception',
      persons: 'the Government of the United States',
      tests: [
        {
          join: 'must',
          test: 'employer',
          names: ['Government of the United States', 'United States Government', 'US Government', 'U.S. Government', 'Federal Government'],
        },
      ],
      definition: { text: '“access by the Government of the United States”: whoever works for it, by the employer recorded.' },
      models: ['heron'],
      from: on('2026-06-29', '10:40'),
      confirmedByIssuer: 'none',
    });
    add('scope_rule', 'scope-amendment', 'adopted', {
      ...barred,
      order: 'amendment',
      tests: [...barred.tests],
      models: [...barred.models],
      activities: [...barred.activities],
      versions: ['Heron 2.0', 'Heron 2.1', 'Heron 2.1 mini'],
      otherVersions: 'not_stated',
      from: on('2026-10-19', '09:15'),
      confirmedByIssuer: 'none',
      note: 'Adds 2.1 mini and derivatives. Whether a version that is not named is a derivative stays open until the Bureau answers.',
    });
  };
