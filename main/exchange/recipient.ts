import { refuse } from '../../shared/failure/failure.ts';
import { amongUs, type Audience } from '../../shared/records/field.ts';
import { isKind, type RecordOf } from '../../shared/records/kinds.ts';
import { samePerson } from '../../shared/records/same-person.ts';
import type { Reading } from '../records/reading.ts';

/** Who is to receive a paper: the name that it carries, and the party of the records that bears it. */
export interface Recipient {
  readonly name: string;
  readonly party?: RecordOf<'party'>;
}

/** The recipient that was typed: a party by its number, its name or another of its names, or anybody else by name. */
export function recipientOf(reading: Reading, typed: string): Recipient {
  const named = reading.get(typed);
  if (named !== undefined && named.removed === undefined && isKind(named, 'party')) return { name: named.fields.name, party: named };
  const party = reading.all('party').find((one) => one.removed === undefined && namesOf(one).some((name) => samePerson(name, typed)));
  // Under another of its names what was typed stays: records may be kept for it under that one.
  return party === undefined ? { name: typed.trim() } : { name: samePerson(party.fields.name, typed) ? party.fields.name : typed.trim(), party };
}

const namesOf = ({ fields }: RecordOf<'party'>): readonly string[] => [fields.name, ...(fields.otherNames ?? [])];

/** Those outside any privilege by what they are (domain.md §0.12: what an agency is given is given to everybody). */
const outside: Readonly<Partial<Record<RecordOf<'party'>['fields']['type'], string>>> = {
  agency: 'an agency',
  court: 'a court',
  adjudicator: 'an adjudicator',
  legislature: 'a legislature',
  press: 'of the press',
};
const outsideKind = ({ party }: Recipient): string | undefined => (party === undefined ? undefined : outside[party.fields.type]);

/**
 * Refuses `release-withheld` where something for ourselves or for outside counsel is to go by name to somebody who is outside the privilege by what they are: an audience that is
 * chosen wrongly must not waive it (domain.md §0.12, §7 U2).
 */
export function refuseOutside(reading: Reading, audience: Audience, recipient: string | undefined): void {
  if (recipient === undefined || !amongUs(audience)) return;
  const whom = recipientOf(reading, recipient);
  const kind = outsideKind(whom);
  if (whom.party === undefined || kind === undefined) return;
  refuse({
    code: 'release-withheld',
    numbers: [whom.party.number],
    why: `${whom.name} is ${kind}, and this is made for ourselves or outside counsel: choose the audience that it is for`,
  });
}

/** Why a paper for inside use, which holds privileged records, cannot go to this recipient; null where their type does not forbid it. */
export function outsideThePrivilege(recipient: Recipient): string | null {
  const kind = outsideKind(recipient);
  return kind === undefined ? null : `it is ${kind}, and a paper for inside use holds what is privileged: make one for sending out, under an approved filing`;
}
