import { authorities, type Authority } from '../../shared/records/authority.ts';
import { misuse, oneOf, type Given } from './command.ts';

export const authorityOptions = { authority: { type: 'string' }, paper: { type: 'string' }, reason: { type: 'string' } } as const;
const kinds = Object.keys(authorities) as (keyof typeof authorities)[];
export const authorityUsage = `--authority ${kinds.join('|')} --paper TEXT --reason TEXT`;

const text = (given: Given, name: string, what: string): string => {
  const typed = given.option(name)?.trim() ?? '';
  return typed === '' ? misuse(`Say ${what}: --${name} TEXT. It stays in the history, so it must not repeat what it is about.`) : typed;
};

/** Under which authority, by which paper, and why. Refuses `misuse` while one of them is missing. */
export function authorityGiven(given: Given): Authority {
  const kind = oneOf(given, 'authority', kinds) ?? misuse(`Say under which authority: --authority ${kinds.join('|')}.`);
  return { kind, paper: text(given, 'paper', 'which notice or order it is'), reason: text(given, 'reason', 'why') };
}
