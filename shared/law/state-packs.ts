import type { PackId } from '../calendar/holiday-pack.ts';
import type { CourtProfile } from './court.ts';

/** The fifty states and the District of Columbia, which is a "State" for counting time (FRCP 81(d)(2)). */
export const states =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY'.split(' ');

/** States whose holidays are shipped as a pack. Each is arguable: it moves the latest date, never the file-by date. */
const packOf: Readonly<Record<string, PackId>> = { DC: 'us-dc', CA: 'us-ca' };

/** The pack of a state's holidays, or null where none is shipped. */
export const packOfState = (state: string): PackId | null => packOf[state] ?? null;

/**
 * The packs of the states whose days may count: of the court's own, and of the state given beside it. Two are possible, because FRAP 26(a)(6)(B)
 * looks to the state of the district court and to that of the circuit clerk's principal office.
 */
export function statePacks(court: CourtProfile | null, state: string | undefined): readonly PackId[] {
  const own: readonly PackId[] = court?.holidayPacks.filter((pack) => pack !== 'us-federal') ?? [];
  const given = state === undefined ? null : packOfState(state);
  return given === null || own.includes(given) ? own : [...own, given];
}
