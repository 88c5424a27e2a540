import { unreachable } from '../failure/unreachable.ts';
import { monthNames, dayWords, timeWords } from '../calendar/day-words.ts';
import { parseDay } from '../calendar/day.ts';
import { packs } from '../calendar/holidays.ts';
import type { Assumption } from './answer.ts';
import { place } from './counting/start-day.ts';
import { inCourt } from './end-of-day.ts';
import type { Nature, Rule } from './rule.ts';
import { packOfState, statePacks } from './state-packs.ts';
import type { Work } from './work.ts';
import { stateDaysCount } from './world.ts';

/** Last comparison with the text in force older than this before the trigger: shown amber (domain.md, tags). */
const staleDays = 180;

/** Everything not given that could change the date, with what was assumed: always what gives the earlier date. */
export function assumptionsOf(work: Work, nature: Nature): readonly Assumption[] {
  const { rule, facts, zone } = work;
  const found: Assumption[] = [];
  const assume = (input: string, text: string) => found.push({ input, text });
  const given = (name: string) => Object.hasOwn(facts, name);
  for (const input of rule.inputs) if (!input.required && !given(input.name)) assume(input.name, `Not given: ${input.meaning}. ${sentence(input.if_missing)}`);
  if (inCourt(work)) courtAssumptions(work, assume);
  if (stateDaysCount(work)) stateAssumptions(work, assume);
  const service = rule.service_extension ?? rule.service_extension_arguable ?? null;
  if (service !== null && facts.service_method === undefined) assume('service_method', 'How we were served is not given: service that adds no days is assumed.');
  if (rule.holidays_calendar === 'eu-member-state' && facts.member_state_holidays === undefined)
    assume('member_state_holidays', 'No public holidays of the member state were entered: none is assumed.');
  if (work.zoneAssumed && zone !== null && work.trigger?.time != null) assume('tz', `No zone was given: the zone of ${place(zone)} is assumed.`);
  if (zone === null && work.trigger?.time != null && facts.trigger_tz === undefined) assume('tz', 'No zone was given: the date is taken as it stands.');
  if (work.start !== null && work.clockChange !== null && work.eventZone !== null && facts.trigger?.time != null) {
    const at = `${timeWords(facts.trigger.time)} on ${dayWords(facts.trigger.day)}`;
    assume(
      'trigger',
      work.clockChange === 'skipped'
        ? `No clock in ${place(work.eventZone)} showed ${at}, when clocks were put forward: the hour before is counted from. Correct it.`
        : `Clocks in ${place(work.eventZone)} showed ${at} twice, because they were put back: the first is counted from.`,
    );
  }
  if (facts.trigger_tz !== undefined && work.trigger?.time == null) assume('trigger', 'The hour of the event is not given: its date is taken as it stands in the governing zone.');
  if (nature === 'our_act' && rule.end_of_day === undefined && !inCourt(work) && work.trigger !== null && rule.unit !== 'hour') {
    assume('filing', 'The hour at which the day ends is not stated: plan for the office hours of whoever receives it.');
  }
  found.push(...textAssumptions(rule, work));
  return found;
}

function courtAssumptions({ rule, facts, court }: Work, assume: (input: string, text: string) => void): void {
  if (court === null && facts.court !== undefined)
    assume('court', 'The paper is filed with the district clerk, whose day governs; the circuit given was not used. End of day not confirmed for this court.');
  else if (court === null)
    assume('court', `No court was given${facts.state === undefined ? ': no holidays of its state are assumed' : ''}. End of day not confirmed for this court.`);
  else if (court.checkedOn === null) assume('court', `End of day not confirmed for this court (${court.name}): its local rules were not checked.`);
  if (facts.filing === undefined && rule.end_of_day === undefined) assume('filing', 'How it is filed is not given: the last day is stated without an hour.');
  if (facts.filing === 'paper' && court?.clerkOffice == null) assume('filing', "The hour at which the clerk's office closes is not known.");
  if (facts.filing === 'electronic' && court?.eFilingCutoff?.exceptInitiating === true && facts.initiating === undefined) {
    assume('initiating', 'Whether the paper initiates a proceeding is not given: it is assumed that it does not, so the earlier hour counts.');
  }
}

function stateAssumptions({ facts, court }: Work, assume: (input: string, text: string) => void): void {
  if (facts.state !== undefined && packOfState(facts.state) === null)
    assume('state', `No holidays of ${facts.state} are shipped: none is assumed. Enter those that matter as state holidays.`);
  if (facts.state_holidays !== undefined) return;
  const shipped = statePacks(court, facts.state).map((pack) => packs[pack].name);
  assume(
    'state_holidays',
    shipped.length === 0
      ? 'No state holidays were entered: none is assumed.'
      : `No state holidays were entered. Those of ${shipped.join(' and ')} are arguable: they move the latest date only.`,
  );
}

function textAssumptions(rule: Rule, work: Work): readonly Assumption[] {
  const found: Assumption[] = [];
  if (rule.confirmed_by === null || rule.confirmed_by.attested === true) found.push({ input: 'text', text: textWords(rule) });
  const checked = rule.last_checked === null ? null : parseDay(rule.last_checked);
  const day = work.trigger?.day ?? null;
  if (checked !== null && day !== null && day - checked > staleDays)
    found.push({ input: 'text', text: `The text was last checked on ${dayWords(checked)}, more than ${staleDays} days before this date.` });
  const from = rule.effective_from === null ? null : parseDay(rule.effective_from);
  const to = rule.effective_to === null ? null : parseDay(rule.effective_to);
  if (day !== null && from !== null && day < from)
    found.push({ input: 'trigger', text: `This text took effect on ${dayWords(from)}: for an earlier event another text may have applied.` });
  if (day !== null && to !== null && day > to) found.push({ input: 'trigger', text: `This text ended on ${dayWords(to)}: for a later event another text may apply.` });
  return found;
}

/** `Text as of January 2025, not checked since.`, or `Confirmed by NAME on DATE.` No status reads like a tick. */
export function textWords(rule: Rule): string {
  if (rule.confirmed_by !== null) {
    const day = parseDay(rule.confirmed_by.date);
    const on = day === null ? rule.confirmed_by.date : dayWords(day);
    return rule.confirmed_by.attested === true ? `Attested by ${rule.confirmed_by.name} on ${on}, not authenticated.` : `Confirmed by ${rule.confirmed_by.name} on ${on}.`;
  }
  switch (rule.text.status) {
    case 'text_read':
      return `Text as of ${monthWords(rule.text.as_of)}, not checked since.`;
    case 'secondary':
      return 'Read in an account of the text, not in the text itself; not checked.';
    case 'general_knowledge':
      return 'General knowledge: nobody read the text for this rule. Counsel must confirm it before reliance.';
    case 'not_applicable':
      return 'No general text: the instrument itself states the terms.';
    default:
      return unreachable(rule.text.status);
  }
}

/** `2025-01`, or the status where no month is known. */
export const textAsOf = (rule: Rule): string => rule.text.as_of ?? rule.text.status;

function monthWords(month: string | null): string {
  const [year, number] = (month ?? '').split('-');
  return year === undefined || number === undefined ? 'an unknown month' : `${monthNames[Number(number) - 1] ?? number} ${year}`;
}

function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return first.endsWith('.') ? first : `${first}.`;
}
