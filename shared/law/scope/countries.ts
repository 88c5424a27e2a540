import { iso3166 } from './iso-3166.data.ts';

/** Two capital letters of ISO 3166-1. */
export type Country = string;

const names = new Map<string, string>();
const codes = new Map<string, Country>();
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');

for (const line of iso3166.trim().split('\n')) {
  const [two = '', three = ''] = line.split(' ', 2);
  const called = line.slice(7).split('|');
  names.set(two, called[0] ?? two);
  for (const name of [two, three, ...called]) codes.set(plain(name), two);
}

/** The country that a code of two or three letters or an English name stands for; null when it stands for none known here. */
export function countryOf(typed: string): Country | null {
  return codes.get(plain(typed)) ?? null;
}

export const countryName = (code: Country): string => names.get(code) ?? code;
export const countryCodes: readonly Country[] = [...names.keys()];

/**
 * Codes of territories that give no nationality of their own, and the state whose nationals their people are. American Samoa stands apart: who
 * is born there is a national of the United States and not a citizen (8 USC 1101(a)(22), 1408).
 */
const belongsTo: Readonly<Record<Country, Country>> = Object.fromEntries(
  (
    [
      ['US', 'PR GU VI MP UM'],
      ['CN', 'HK MO'],
      ['FR', 'GF GP MQ RE YT PM BL MF NC PF WF TF'],
      ['GB', 'AI BM IO VG KY FK GI MS PN SH GS TC GG JE IM'],
      ['NL', 'AW CW SX BQ'],
      ['DK', 'FO GL'],
      ['NO', 'SJ BV'],
      ['FI', 'AX'],
      ['AU', 'CC CX HM NF'],
      ['NZ', 'CK NU TK'],
    ] as const
  ).flatMap(([state, territories]) => territories.split(' ').map((territory) => [territory, state])),
);

/** The state whose nationality a code stands for: its own, or that of the state it belongs to. */
export const nationalityOf = (code: Country): Country => belongsTo[code] ?? code;

/** Whether a nationality or place is one of those listed. A territory counts as itself and as its state; a state never counts as its territory. */
export function isAmong(code: Country, listed: readonly Country[]): boolean {
  return listed.includes(code) || listed.includes(nationalityOf(code));
}
