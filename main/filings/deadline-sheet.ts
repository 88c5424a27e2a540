import { Refused, refuse } from '../../shared/failure/failure.ts';
import type { CountedDay } from '../../shared/law/answer.ts';
import { compute } from '../../shared/law/compute.ts';
import { ruleIn, type LawBook } from '../../shared/law/law-book.ts';
import type { Rule } from '../../shared/law/rule.ts';
import { reviewOf } from '../../shared/records/approvals.ts';
import { deadlineApprovals } from '../../shared/records/kinds/deadline-guards.ts';
import { deadline as kind } from '../../shared/records/kinds/deadline.ts';
import { dueStanding } from '../../shared/records/binding-hour.ts';
import { hourOfFact, safeDay, type DateFact, type HourOfDay } from '../../shared/records/date-fact.ts';
import { restsOn } from '../../shared/records/date-words.ts';
import { dateThatHolds, fileBy, fileByTime, isLate, isOverdue, lastDay, lastTime, recordedDate, zoneOf } from '../../shared/records/kinds/deadline-dates.ts';
import { confirmed } from '../../shared/records/views/confirmed-date.ts';
import { cellDue, computedDate, inPaper, paperDate, paperHour } from './paper-date.ts';
import { nameIn } from './record-name.ts';
import type { Profile } from './press/press.ts';
import { lower, type Desk, type Of } from './desk.ts';
import { reviewWords } from './review.ts';
import type { DeadlineSheet, PaperDate, Run, Words } from './press/paper.ts';

type Deadline = Of<'deadline'>;

/** The parts of a stored answer that a paper prints; each is checked, because it came from a file or another version. */
interface Computed {
  readonly due: string | null;
  readonly safe: string | null;
  readonly latest: string | null;
  readonly reason: string | null;
  readonly citation: string | null;
  readonly textAsOf: string | null;
  readonly assumptions: readonly string[];
  readonly steps: readonly string[];
  readonly days: readonly CountedDay[];
}

/** The rule a deadline names, or undefined: one that was entered by hand, or one from a later version of the rules. */
const ruleOf = ({ fields: { ruleId } }: Deadline, law: LawBook): Rule | undefined => (ruleId === undefined ? undefined : ruleIn(law, ruleId));

/** The date that holds, for a cell of a table: inside the company the file-by date, on a paper that leaves the due date. Null when there is none. */
export function holdingDate(one: Deadline, profile: Profile): PaperDate | null {
  const set = recordedDate(one.fields);
  if (set !== undefined) return cellDue(set);
  const answer = computed(one);
  const text = profile === 'internal' ? (answer?.safe ?? answer?.due) : answer?.due;
  // A date that a person entered and that names no day is unknown, and says so.
  if (text == null) return cellDue(one.fields.date);
  return computedDate(one.number, 'answer', text, zoneOf(one.fields), profile === 'internal' ? fileByTime(one.fields) : lastTime(one.fields));
}

/** One deadline for the page: file-by date first, then how it was reached, step by step and day by day. What we plan on stays inside the company. */
export function deadlineSheet(desk: Desk, one: Deadline): DeadlineSheet {
  const { fields } = one;
  const answer = computed(one);
  const rule = ruleOf(one, desk.shelf.law);
  const hours = { due: lastTime(fields), safe: fileByTime(fields), latest: null };
  const date = (field: 'due' | 'safe' | 'latest') => (answer?.[field] == null ? null : computedDate(one.number, `answer.${field}`, answer[field], zoneOf(fields), hours[field]));
  const set = recordedDate(fields);
  const changed = set !== undefined;
  const due = changed ? paperDate(set, nameIn(desk)) : (date('due') ?? paperDate(fields.date, nameIn(desk)));
  const inside = desk.profile === 'internal';
  const latest = date('latest');
  return {
    number: one.number,
    title: { text: fields.title },
    standing: standing(desk, one, answer),
    fileBy: !inside ? null : changed ? restingDay(set) : date('safe'),
    due: due ?? { unknown: answer?.reason ?? 'It cannot be computed from what is recorded.' },
    latest: changed || !inside || latest === null || answer?.latest === answer?.due ? null : [{ date: latest }, '; nothing is planned on it.'],
    from: trigger(desk, one),
    rule:
      answer?.citation != null || rule
        ? `${[...(rule ? [rule.title] : []), answer?.citation ?? rule?.citation ?? ''].join('. ')}.`
        : fields.source === undefined
          ? { missing: 'The source of the date is not recorded.' }
          : { text: fields.source },
    act: act(one, inside),
    assumed: answer === null || answer.assumptions.length === 0 || changed || !inside ? null : inPaper(answer.assumptions.join(' ')),
    review: inside ? reviewWords(reviewOf(one, deadlineApprovals, desk.shelf.seeing), desk.profile) : null,
    steps: changed ? [] : (answer?.steps ?? []).map((words, i) => ({ number: String(i + 1), words: inPaper(words) })),
    days: changed || answer === null ? [] : calendarDays(answer.days.length > 0 ? answer.days : countedAgain(one, answer, desk.shelf.law)),
  };
}

/** The day that a date which is less sure stands under, and what that rests on; null of one that is sure. */
function restingDay(set: DateFact): Words | null {
  const day = safeDay(set);
  return set.certainty === 'exact' || day === null ? null : [{ date: { value: day, ...paperHour(hourOfFact(set)) } }, `; ${restsOn(set)}.`];
}

function standing(desk: Desk, one: Deadline, answer: Computed | null): Words {
  const override = dateThatHolds(one.fields)?.by === 'override' ? one.fields.override : undefined;
  const state = kind.states[one.state as keyof typeof kind.states]?.label ?? one.state;
  const said: Run[] = [`${state}.`];
  if (override)
    said.push(' Another date holds instead, on the authority of ', lower(kind.fields.override.fields?.authority?.options?.[override.authority] ?? override.authority), '.');
  if (desk.profile === 'outgoing') return said;
  if (override) said.push(' ', { text: override.reason });
  const past = passed(desk, one);
  if (past !== null) said.push(` ${past}`);
  if (!confirmed(one, desk.shelf))
    said.push(' The rule is not confirmed by counsel', answer?.textAsOf == null || !/^\d{4}/.test(answer.textAsOf) ? '.' : `: text as of ${answer.textAsOf}.`);
  return said;
}

const isBefore = ({ looking }: Pick<Desk, 'looking'>, day: string | null, hour: HourOfDay | null): boolean => day !== null && dueStanding(day, hour, looking).passed;

/** Whether the date by which it is to be done, outside the company its last day, is past, by the hour where it has one. */
export const isPast = (desk: Pick<Desk, 'looking' | 'profile'>, { fields }: Deadline): boolean =>
  desk.profile === 'internal' ? isBefore(desk, fileBy(fields), fileByTime(fields)) : isBefore(desk, lastDay(fields), lastTime(fields));

/** That its time is past; null where it is not, or does not run, or is for others to keep, or where its state says so already. */
function passed(desk: Desk, one: Deadline): string | null {
  const { looking } = desk;
  if (one.state === 'late') return null;
  if (isLate(one, looking)) return lastDay(one.fields) === looking.today ? 'Its hour has passed.' : 'Its last day has passed.';
  return isOverdue(one, looking) ? 'The date by which to file has passed, the last day has not.' : null;
}

/** What being late costs nobody: said as it is. */
const noCost: readonly string[] = ['expectation', 'internal', 'recommended', 'discretionary'];

function act(one: Deadline, inside: boolean): Words | null {
  const { act: words, consequence, mustBeReceived } = one.fields;
  const missed = consequence === undefined ? undefined : kind.fields.consequence.options?.[consequence];
  const sentences: Run[][] = [
    ...(words === undefined ? [] : [[{ text: words }, /[.!?]$/.test(words) ? '' : '.']]),
    ...(mustBeReceived && inside ? [['Must be received by then; sent is not received.']] : []),
    ...(missed === undefined || !inside ? [] : [[consequence !== undefined && noCost.includes(consequence) ? `${missed}.` : `If missed: ${lower(missed)}.`]]),
  ];
  return sentences.length === 0 ? null : sentences.flatMap((runs, i) => (i === 0 ? runs : [' ', ...runs]));
}

function trigger(desk: Desk, one: Deadline): Words | null {
  const found = one.fields.trigger;
  if (found === undefined) return one.fields.method === 'manual' ? null : { missing: 'Nothing that starts the time is recorded.' };
  const record = desk.shelf.any(found.record);
  const date = paperDate(found.value, nameIn(desk));
  // What is an exhibit of this paper has one name on it: EX-022 beside (Ex. 18) would read as two papers.
  const exhibit = record !== undefined && desk.cite.exhibit(record.id) !== undefined;
  const what: Run[] = [
    ...(found.dateKind === undefined ? [] : [{ text: found.dateKind }]),
    ...(record === undefined || exhibit ? [] : [found.dateKind === undefined ? '' : ', ', { text: record.number }]),
  ];
  const cited = exhibit ? [...new Set([record.id, ...(found.evidence ?? [])])] : found.evidence;
  return [...what, ...(what.length === 0 ? [] : [': ']), date === null ? { missing: 'date not recorded' } : { date }, ...desk.cite.after(cited)];
}

/** Longest period that is drawn as a calendar: about a quarter of a year fills half a page, and beyond that nobody counts along. */
const longestDrawn = 100;

/** Names that fit into a cell of the calendar; the steps say them in full. */
const shortNames: Readonly<Record<string, string>> = {
  'a Saturday': 'Sat',
  'a Sunday': 'Sun',
  'office inaccessible': 'closed',
  "New Year's Day": 'New Year',
  'Birthday of Martin Luther King, Jr.': 'M. L. King',
  "Washington's Birthday": 'Washington',
  'Memorial Day': 'Memorial',
  'Juneteenth National Independence Day': 'Juneteenth',
  'Independence Day': 'Indep. Day',
  'Labor Day': 'Labor',
  'Columbus Day': 'Columbus',
  'Veterans Day': 'Veterans',
  'Thanksgiving Day': 'Thanksg.',
  'Christmas Day': 'Christmas',
};

function calendarDays(days: readonly CountedDay[]): DeadlineSheet['days'] {
  if (days.length > longestDrawn) return [];
  const kinds = { trigger: 'trigger', counted: 'count', added: 'count', skipped: 'skip', held: 'skip', rolled: 'skip', last: 'last' } as const;
  const why = ({ role, name }: CountedDay) =>
    ({ trigger: 'start', last: 'due', added: 'added', held: 'held', counted: null, skipped: null, rolled: null })[role] ?? (name === undefined ? null : (shortNames[name] ?? name));
  const drawn = days.map((day) => ({ date: day.day, n: day.role === 'trigger' ? (day.n ?? 0) : (day.n ?? null), kind: kinds[day.role], why: why(day) }));
  return drawn.sort((one, other) => one.date.localeCompare(other.date));
}

/** The days as the rule counts them now, where that still gives the stored dates: stored answers leave the days out. None otherwise: a calendar that leads elsewhere would contradict its date. */
function countedAgain(one: Deadline, answer: Computed, law: LawBook): readonly CountedDay[] {
  const rule = ruleOf(one, law);
  const value = one.fields.trigger?.value;
  const trigger = value?.certainty === 'exact' ? { trigger: value.time === undefined ? value.day : `${value.day}T${value.time}` } : {};
  if (rule === undefined || answer.due === null) return [];
  try {
    const again = compute(rule, { ...trigger, ...one.fields.inputs }, { countedDays: true, law });
    return again.due === answer.due && again.safe === answer.safe ? again.countedDays : [];
  } catch (thrown) {
    if (thrown instanceof Refused) return [];
    throw thrown;
  }
}

const texts = (value: unknown, pick: (one: unknown) => unknown = (one) => one): string[] => (Array.isArray(value) ? value.map(pick).filter((one) => typeof one === 'string') : []);

/** The stored answer, or null where none was computed. Refuses `filing-malformed` when a date in it is no text. */
function computed(one: Deadline): Computed | null {
  const stored: unknown = one.fields.answer;
  if (typeof stored !== 'object' || stored === null) return null;
  // Proof of the cast: an object; every property is checked before it is used.
  const answer = stored as Readonly<Record<string, unknown>>;
  const text = (name: string): string | null => {
    const value = answer[name];
    if (value == null) return null;
    return typeof value === 'string' ? value : refuse({ code: 'filing-malformed', number: one.number, field: `answer.${name}`, why: 'a text is expected here' });
  };
  return {
    due: text('due'),
    safe: text('safe'),
    latest: text('latest'),
    reason: text('reason'),
    citation: text('citation'),
    textAsOf: text('textAsOf'),
    assumptions: texts(answer.assumptions, (one) => (typeof one === 'object' && one !== null && 'text' in one ? one.text : one)),
    steps: texts(answer.steps),
    days: Array.isArray(answer.countedDays) ? answer.countedDays.filter(isCountedDay) : [],
  };
}

const roles = ['trigger', 'counted', 'skipped', 'held', 'added', 'rolled', 'last'];
const isCountedDay = (value: unknown): value is CountedDay =>
  typeof value === 'object' && value !== null && 'day' in value && typeof value.day === 'string' && 'role' in value && typeof value.role === 'string' && roles.includes(value.role);
