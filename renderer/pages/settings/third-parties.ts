/** A package that is shipped, under which license, and the license's own words; empty where its package brings none. */
export interface ThirdParty {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly words: string;
}

const row = /^\| (?<name>\S+) \| (?<version>\S+) \| (?<license>.+) \|$/gm;

/** The packages of `THIRD-PARTY-NOTICES.md`, as `scripts/notices.mjs` writes it: a table of all, then the words of each under its name. */
export function thirdParties(notices: string): readonly ThirdParty[] {
  const words = new Map<string, string>();
  for (const part of notices.split(/^## /m).slice(1)) {
    const end = part.indexOf('\n');
    words.set(
      part.slice(0, end).trim(),
      part
        .slice(end)
        .replaceAll(/^```.*$/gm, '')
        .trim(),
    );
  }
  return [...notices.matchAll(row)].flatMap(({ groups }) => {
    const { name = '', version = '', license = '' } = groups ?? {};
    return name === 'package' ? [] : [{ name, version, license, words: words.get(`${name} ${version}`) ?? '' }];
  });
}
