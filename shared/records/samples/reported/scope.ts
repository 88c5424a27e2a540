import type { Add } from '../sample.ts';
import { noDate } from './dates.ts';

const filed = { certainty: 'exact', day: '2026-11-20' } as const;

/** Whom the reported order reaches, as the report words it, and the terms that it leaves open. */
export function scope(add: Add): void {
  add('ambiguity', 'term-nationals', 'adopted', {
    term: 'all foreign nationals',
    order: 'restriction',
    clause: '1',
    question: 'Who is meant? The report does not say how the order defines the words, or whether it does.',
    about: 'persons',
    readings: [
      {
        letter: 'a',
        text: 'Everybody who is not a citizen of the United States.',
        effect: 'Permanent residents, refugees and asylees are barred.',
        nationality: 'any_non_citizen',
      },
      { letter: 'b', text: 'Foreign persons as in 15 CFR 772.1.', effect: 'Permanent residents and protected individuals are not barred.', nationality: 'any_foreign_person_EAR' },
      { letter: 'c', text: 'As defined in an order that we have not seen.', effect: 'Nothing can be said until the text is in hand.', nationality: 'as_worded' },
    ],
    adopted: 'a',
    adoptedWhy: 'The text is not in hand; undetermined means no access. The widest reading is followed until the issuer answers.',
    adoptedBy: 'General Counsel',
    adoptedOn: filed,
    forClass: 'Everybody who can reach either model.',
    asked: ['evidence-request'],
  });
  add('ambiguity', 'term-access', 'adopted', {
    term: 'access',
    order: 'restriction',
    clause: '1',
    question: 'Does it reach use through an interface, or only the release of technology or source code?',
    about: 'access',
    readings: [
      { letter: 'a', text: 'Every use on every surface.', effect: 'All surfaces stay off.', everyUse: 'every_use' },
      { letter: 'b', text: 'Release of technology or source code only (15 CFR 734.13 to 734.15).', effect: 'Use through an interface might resume.', everyUse: 'release_only' },
    ],
    adopted: 'a',
    adoptedWhy: 'The stricter reading is followed meanwhile.',
    adoptedBy: 'General Counsel',
    adoptedOn: filed,
    forClass: 'Every surface of both models.',
    asked: ['evidence-request'],
  });
  add('scope_rule', 'scope-nationals', 'adopted', {
    order: 'restriction',
    clause: '1',
    rule: 'barred',
    persons: 'all foreign nationals',
    tests: [{ join: 'must', test: 'nationality', nationality: 'any_foreign_national_as_worded' }],
    ambiguity: 'term-nationals',
    definition: { term: 'foreign nationals', text: 'Not given.' },
    models: ['fable', 'mythos'],
    versions: ['all versions'],
    otherVersions: 'not_stated',
    activities: ['access_undefined'],
    accessTerm: 'term-access',
    from: noDate(),
    confirmedByIssuer: 'asked',
    confirmation: 'evidence-request',
    note: 'No country, entity or end use limits it as reported: citizens of allied states and foreign staff inside the United States are within it.',
  });
}
