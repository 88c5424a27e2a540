const words: Readonly<Record<string, string>> = {
  us_person: 'US person or not',
  us_citizen: 'citizen or not',
  us_citizen_or_national: 'citizen or national, or not',
  us_permanent_resident: 'permanent resident or not',
  us_protected_individual: 'protected individual or not',
  country_of_location: 'where the person is',
  most_recent_citizenship_or_residence: 'most recent citizenship or permanent residency',
};

/** What the facts that a ruling lacks are called, the same on screen and on paper; one that has no words goes by its own name. */
export const lackingWords = (missing: readonly string[]): string[] => missing.map((fact) => words[fact] ?? fact);
