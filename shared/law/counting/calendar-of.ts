import { unreachable } from '../../failure/unreachable.ts';
import type { Day } from '../../calendar/day.ts';
import { openDays, type OpenDays } from '../../calendar/open-days.ts';
import type { PackId } from '../../calendar/holiday-pack.ts';
import type { Work } from '../work.ts';
import { statePacks } from '../state-packs.ts';
import { stateDaysCount, type World } from '../world.ts';

const none: OpenDays = openDays({ packs: [], unsettled: false });

/** The days that are not worked for this limit in this world. */
export function calendarOf(work: Work, world: World): OpenDays {
  const { rule, facts } = work;
  const holidays = facts.holidays ?? [];
  switch (rule.holidays_calendar) {
    case 'none':
      return holidays.length === 0
        ? none
        : openDays({
            packs: [],
            unsettled: false,
            entered: named(
              holidays.map((one) => one.date),
              'a holiday you entered',
            ),
          });
    case 'uk-ew':
      return openDays({
        packs: ['uk-ew'],
        unsettled: true,
        entered: named(
          holidays.map((one) => one.date),
          'a holiday you entered',
        ),
      });
    case 'eu-member-state':
      return openDays({
        packs: ['eu-member-state'],
        unsettled: true,
        entered: named([...(facts.member_state_holidays ?? []), ...holidays.map((one) => one.date)], 'a public holiday you entered'),
      });
    case 'us-federal':
    case 'us-federal+state': {
      const packs: PackId[] = ['us-federal'];
      const entered = new Map<Day, string>();
      for (const { date, by } of holidays)
        if (by === 'president' || by === 'congress') entered.set(date, `a holiday declared by ${by === 'president' ? 'the President' : 'Congress'}`);
      if (stateDaysCount(work)) {
        if (world.stateEntered) {
          for (const date of facts.state_holidays ?? []) entered.set(date, 'a state holiday you entered');
          for (const { date, by } of holidays) if (by === 'state') entered.set(date, 'a state holiday you entered');
        }
        if (world.arguable) {
          packs.push(...statePacks(work.court, facts.state));
          for (const { date, by } of holidays) if (by === 'court') entered.set(date, 'a day the court declared a holiday');
        }
      }
      // A federal office is closed on the Friday kept for a Saturday holiday, whatever that Friday is in a court.
      return openDays({ packs, unsettled: world.fridays, ...(entered.size > 0 && { entered }) });
    }
    default:
      return unreachable(rule.holidays_calendar);
  }
}

function named(days: readonly Day[], name: string): ReadonlyMap<Day, string> {
  return new Map(days.map((day) => [day, name]));
}
