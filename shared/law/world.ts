import type { CountingMethod, ReadingName } from './rule.ts';
import { statePacks } from './state-packs.ts';
import type { Work } from './work.ts';

/** One way of reading every open point. A date is counted once in each world that the facts allow; the prevailing one gives `due`. */
export interface World {
  /** A Friday kept for a Saturday holiday is a legal holiday. */
  readonly fridays: boolean;
  /** State holidays that counsel entered count. */
  readonly stateEntered: boolean;
  /** Days of packs marked arguable, and days a court alone declared, count. */
  readonly arguable: boolean;
  /** Three days are added although the time does not run from being served. */
  readonly plus3: boolean;
  /** The date where the event happened starts the time, not the date in the governing zone. */
  readonly eventZone: boolean;
  /** A BIS period counted backward to a closed day runs forward, by the words "the next day". */
  readonly bisForward: boolean;
  /** A short BIS period counted backward counts every day. */
  readonly bisPlain: boolean;
  /** The ten days of 5 USC 552(a)(6)(A)(ii) are working days. */
  readonly tenWorking: boolean;
  /** Reg 1182/71 Art 3(5): at least two working days. */
  readonly twoWorkingDays: boolean;
}

export const prevailing: World = {
  fridays: true,
  stateEntered: true,
  arguable: false,
  plus3: false,
  eventZone: false,
  bisForward: false,
  bisPlain: false,
  tenWorking: false,
  twoWorkingDays: true,
};

/** A point on which the date may be read two ways, and the world on its other side. */
export interface OpenPoint {
  readonly reading: ReadingName;
  readonly other: Partial<World>;
}

export const courtMethods: readonly CountingMethod[] = ['FRCP6_DAYS', 'FRAP26_DAYS', 'FRCP6_HOURS', 'ADD_AFTER_EXPIRY'];
const isCourt = (work: Work) => courtMethods.includes(work.rule.counting_method);

/** Whether state holidays can count: a court's calendar, counting forward (FRCP 6(a)(6)(C)). */
export function stateDaysCount(work: Work): boolean {
  return work.rule.holidays_calendar === 'us-federal+state' && work.step === 1;
}

/** The open points that these facts touch. A point that turns out to change nothing is harmless. */
export function openPoints(work: Work): readonly OpenPoint[] {
  const { rule, facts } = work;
  const points: OpenPoint[] = [];
  const rolls = rule.roll_rule === 'NEXT_BUSINESS_FORWARD' || rule.roll_rule === 'CONTINUE_SAME_DIRECTION';
  // The same words govern a period of months that rolls by FRCP 6(a)(1) ("days or a longer unit of time") or 766.5(e).
  if (isCourt(work) || rule.counting_method === 'BIS766' || (rule.counting_method === 'MONTH_CORRESPONDING' && rolls))
    points.push({ reading: 'observed_friday', other: { fridays: false } });
  if (stateDaysCount(work)) {
    if ((facts.state_holidays ?? []).length > 0 || (facts.holidays ?? []).some((one) => one.by === 'state'))
      points.push({ reading: 'state_holiday', other: { stateEntered: false } });
    if (statePacks(work.court, facts.state).length > 0 || (facts.holidays ?? []).some((one) => one.by === 'court'))
      points.push({ reading: 'state_holiday', other: { arguable: true } });
  }
  if (rule.counting_method === 'BIS766' && work.step === -1) {
    points.push({ reading: 'backward_roll', other: { bisForward: true } });
    if ((work.n ?? 0) <= shortBisPeriod) points.push({ reading: 'backward_short_period', other: { bisPlain: true } });
  }
  if ((rule.service_extension_arguable?.[facts.service_method ?? ''] ?? 0) > 0) points.push({ reading: 'plus3_arguable', other: { plus3: true } });
  if (work.trigger !== null && work.eventDay !== null && work.trigger.day !== work.eventDay) points.push({ reading: 'trigger_zone', other: { eventZone: true } });
  if (typeof facts.first_designated_receipt === 'number') points.push({ reading: 'ten_days_unit', other: { tenWorking: true } });
  if ((rule.counting_method === 'EU1182_DAYS' && work.step === 1) || rule.counting_method === 'EU1182_HOURS')
    points.push({ reading: 'eu_two_working_days', other: { twoWorkingDays: false } });
  return points;
}

/** 15 CFR 766.5(e): "seven days or less". */
export const shortBisPeriod = 7;

/** Every world that the points allow, the prevailing one first. */
export function worldsOf(points: readonly OpenPoint[]): readonly World[] {
  let worlds: World[] = [prevailing];
  for (const { other } of points) worlds = worlds.concat(worlds.map((world) => ({ ...world, ...other })));
  return worlds;
}
