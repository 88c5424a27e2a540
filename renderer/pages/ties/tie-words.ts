import { kinds } from '../../../shared/records/kinds.ts';
import { partyRoles } from '../../../shared/records/kinds/party.ts';
import type { Tie } from '../../../shared/records/views/party-ties.ts';
import { small } from '../../words/count.ts';
import { ties as words } from '../../words/ties.ts';

const directions: Readonly<Record<string, string>> = kinds.interest.fields.direction.options ?? {};

/** What a party is to the other end of a tie: "customer", "part of". */
export const tieWords = ({ what }: Tie): string =>
  what.kind === 'role'
    ? small(partyRoles[what.role])
    : what.kind === 'interest'
      ? small(directions[what.direction] ?? what.direction)
      : what.kind === 'part-of'
        ? words.partOf
        : words.representedBy;
