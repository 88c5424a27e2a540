import { monthAndYear } from '../../../shared/calendar/day-words.ts';
import { useMemo } from 'react';
import { kinds, type RecordOf } from '../../../shared/records/kinds.ts';
import type { HourOfDay } from '../../../shared/records/date-fact.ts';
import { dueStanding, isDaysEnd, type Looking } from '../../../shared/records/binding-hour.ts';
import { dateThatHolds, lastDay, fileBy, fileByTime, isStopped, recordedDate, zoneOf } from '../../../shared/records/kinds/deadline-dates.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { useNames, useRecords, ofKind, type Whole } from '../../answers/use-records.ts';
import { addressOf, go } from '../../screen/route.ts';
import { useToday, useWritable } from '../../screen/screen.ts';
import { useLooking } from '../../screen/use-looking.ts';
import { CountCalendar } from '../../ui/count-calendar.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Facts, type Fact } from '../../ui/facts.tsx';
import { Ref } from '../../ui/ref.tsx';
import { Steps } from '../../ui/steps.tsx';
import { stateLook, type Look } from '../../ui/state.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { listed } from '../../words/count.ts';
import { factReason } from '../../words/date-facts.ts';
import { dayWords, distance, inWriting } from '../../words/dates.ts';
import { dayAndHour, hourByClocks, momentInZone, ownClock } from '../../words/hours.ts';
import { deadline as words } from '../../words/deadline.ts';
import { movedDates } from '../../words/moved-dates.ts';
import { Linked } from '../record/field-value.tsx';
import { RecordBody } from '../record/record-body.tsx';
import { RecordShell } from '../record/record-shell.tsx';
import { records } from '../../words/records.ts';
import { deadlineAnswer, type DeadlineAnswer } from './answer.ts';
import { doubtWords } from '../docket/hour-line.ts';
import { ledger } from './deadline-steps.ts';
import styles from './deadline.module.css';

const kind = kinds.deadline;
type Deadline = RecordOf<'deadline'>;

/** One deadline and the whole reason for its date: the answer first, the count under it, a calendar to check it by. */
export function DeadlinePage({ whole, deadline, tab }: { whole: Whole; deadline: Deadline; tab: string | null }) {
  const names = useNames(whole);
  const writable = useWritable();
  const { fields } = deadline;
  const answer = deadlineAnswer(fields.answer);
  const by = fileBy(fields);
  const looking = useLooking(useMemo(() => [dayColumnsOf(fields)], [fields]));
  const open = !('closed' in kind.states[deadline.state as keyof typeof kind.states]);
  return (
    <RecordShell
      whole={whole}
      tab={tab}
      {...(open && by !== null && { look: lookOf(deadline, by, looking) })}
      line={[
        ...(open && by !== null ? [stateLook('deadline', deadline.state).word] : []),
        ...(fields.mustBeReceived === true ? [words.mustBeReceived] : []),
        ...(fields.order ?? []).slice(0, 2).map((id) => <Linked key={id} id={id} names={names} title={false} />),
        ...(fields.owner === undefined ? [] : [`${words.owner.toLowerCase()} ${fields.owner}`]),
      ]}
      side={<DeadlineFacts deadline={deadline} answer={answer} names={names} whole={whole} movable={writable && open && deadline.state !== 'proposed' && by !== null} />}
      actions={
        writable &&
        open && (
          <PageButton variant="filled" onClick={() => go({ page: 'edit', number: deadline.number, field: 'completion' })}>
            {words.recordDone}
          </PageButton>
        )
      }
      tabs={[
        { key: 'why', name: words.why, body: <Why deadline={deadline} answer={answer} open={open} /> },
        { key: 'record', name: records.recordTab, body: <RecordBody record={deadline} names={names} /> },
      ]}
    />
  );
}

/** On what a date that a person recorded rests: why it stands under that day where it is not sure, and who or what says so. */
function setBy(fields: Deadline['fields'], today: string): string {
  const by = dateThatHolds(fields)?.by;
  const recorded = recordedDate(fields);
  const said = by === 'override' ? words.override : by === 'extension' ? words.extended : (fields.source ?? '');
  return [...(recorded === undefined || recorded.certainty === 'exact' ? [] : [doubtWords(recorded, today)]), ...(said === '' ? [] : [said])].join(' ');
}

/** Its day and hour, as a line of a list has them. */
function dayColumnsOf(fields: Deadline['fields']): { readonly due: string | null; readonly hour?: HourOfDay } {
  const hour = fileByTime(fields);
  return { due: fileBy(fields), ...(hour !== null && { hour }) };
}

function lookOf(deadline: Deadline, by: string, at: Looking): Look {
  const { today } = at;
  const hour = fileByTime(deadline.fields);
  const { passed, day } = dueStanding(by, hour, at);
  // How far off a date lies of which the time does not run says nothing.
  if (isStopped(deadline)) return { ...stateLook('deadline', deadline.state), word: `${words.fileBy} ${dayAndHour(by, hour, 'full', today)}` };
  const left = passed && by >= today ? words.hourPassed : distance(!passed && by < today ? today : by, today);
  const word = `${words.fileBy} ${dayAndHour(by, hour, 'full', today)}, ${left}`;
  if (passed) return deadline.fields.side === 'ours' ? { shape: 'triangle', tone: 'late', word } : { shape: 'circle', tone: 'wait', word };
  return day <= today ? { shape: 'circleDot', tone: 'plain', word } : { ...stateLook('deadline', deadline.state), word };
}

function Why({ deadline, answer, open }: { deadline: Deadline; answer: DeadlineAnswer | null; open: boolean }) {
  const today = useToday();
  const { fields } = deadline;
  const trigger = typeof fields.inputs?.['trigger'] === 'string' ? fields.inputs['trigger'] : null;
  // The stored answer is what counsel saw; the calendar asks the same rule again for its days.
  const { reply } = useAnswer(
    'deadline.compute',
    fields.ruleId !== undefined && trigger !== null && answer?.due != null ? { rule: fields.ruleId, trigger, inputs: withoutTrigger(fields.inputs ?? {}) } : null,
    false,
  );
  const days = deadlineAnswer(reply)?.countedDays ?? [];
  const last = lastDay(fields);
  const zone = zoneOf(fields);
  /** The person's own date stands in place of what was counted. */
  const recorded = recordedDate(fields);
  const byPerson = recorded !== undefined || answer === null;
  const hours = { due: hourOf(answer?.due ?? null, zone) ?? hourOf(answer?.detail.due_local_court ?? null, zone), latest: hourOf(answer?.latest ?? null, zone) };
  // Computed before the zone was kept with the answer: it can be counted again, on the page of dates that would move.
  const unzoned = !byPerson && fileByTime(fields)?.zone === null;
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.why}>
      <div className={styles.answers}>
        <Big label={words.latestDay} day={byPerson ? last : answer.due} hour={byPerson ? fileByTime(fields) : hours.due} note={byPerson ? setBy(fields, today) : answer.citation} />
        {!byPerson && answer.follow_up !== null ? (
          <Big label={words.followUp} day={answer.follow_up} hour={null} note={words.theirs} />
        ) : (
          <Big
            label={words.fileBy}
            day={fileBy(fields)}
            hour={fileByTime(fields)}
            note={byPerson || answer.safe === null ? '' : answer.safe.slice(0, 10) === answer.due?.slice(0, 10) ? words.same : words.earliest}
          />
        )}
        {!byPerson && answer.latest !== null && answer.latest !== answer.due && <Big label={words.latest} day={answer.latest} hour={hours.latest} note={words.arguable} />}
      </div>
      {open && unzoned && (
        <p className={styles.unzoned}>
          {words.unzoned} <a href={addressOf({ page: 'moved' })}>{movedDates.title}</a>
        </p>
      )}
      <section className={parts.section}>
        <h2 className={parts.sectionTitle}>{words.why}</h2>
        {answer === null ? (
          <Empty
            says={fields.ruleId === undefined ? words.noAnswer : words.notComputed}
            then={
              fields.date !== undefined
                ? factReason(fields.date) || words.noAnswerThen
                : fields.trigger?.value !== undefined
                  ? factReason(fields.trigger.value) || words.noAnswerThen
                  : words.noAnswerThen
            }
          />
        ) : (
          <>
            {answer.due === null && <p>{answer.missing.length > 0 ? words.missing(listed(answer.missing.map(words.inputName))) : inWriting(answer.reason ?? words.noDate)}</p>}
            {answer.steps.length > 0 && <Steps steps={ledger(answer)} />}
            {answer.readings.map((one) => (
              <p key={one.reading} className={styles.trap}>
                {words.readingLine(words.inputName(one.reading), momentInZone(one.prevailing, zone, 'full', today), momentInZone(one.date, zone, 'full', today))}
              </p>
            ))}
          </>
        )}
      </section>
      {answer !== null && answer.assumptions.length > 0 && (
        <section className={parts.section}>
          <h2 className={parts.sectionTitle}>{words.assumptions}</h2>
          <ul className={styles.assumptions}>
            {answer.assumptions.map((one, i) => (
              <li key={i}>{inWriting(one.text)}</li>
            ))}
          </ul>
        </section>
      )}
      {answer?.due != null && days.length > 0 && trigger !== null && (
        <section className={parts.section}>
          <h2 className={parts.sectionTitle}>{words.check}</h2>
          <CountCalendar days={days} trigger={trigger.slice(0, 10)} due={answer.due.slice(0, 10)} safe={answer.safe?.slice(0, 10) ?? null} />
        </section>
      )}
    </div>
  );
}

const withoutTrigger = ({ trigger: _trigger, ...inputs }: Readonly<Record<string, unknown>>): Record<string, unknown> => inputs;

/** The hour of a moment of the answer; null for a whole day. */
const hourOf = (moment: string | null, zone: string | null): HourOfDay | null => (moment !== null && moment.length > 10 ? { time: moment.slice(11, 16), zone } : null);

/** A date of the answer: the day, the hour by the clocks that bind, and under it what the reader's own clock shows then. */
function Big({ label, day, hour, note }: { label: string; day: string | null; hour: HourOfDay | null; note: string }) {
  const today = useToday();
  const at = day?.slice(0, 10) ?? null;
  const yours = at === null || hour === null ? '' : ownClock(at, hour, today);
  const shows = hour !== null && !(isDaysEnd(hour) && yours === '');
  return (
    <div className={styles.answer}>
      <p className={styles.label}>{label}</p>
      <p className={styles.date}>
        {at === null ? <UncertainDate fact={{ certainty: 'unknown' }} /> : [dayWords(at, 'full', today), ...(shows ? [hourByClocks(hour)] : [])].join(', ')}
      </p>
      {yours !== '' && <p className="muted">{words.yourClock(yours)}</p>}
      <p className="muted">{note}</p>
    </div>
  );
}

/** Who confirmed the date that holds. A name that was typed stays where another date was set since: unless its day says so, which of the two that person saw is not known. */
function confirmationOf({ confirmation, override }: Deadline['fields']): Fact {
  if (confirmation === undefined) return [records.state, words.notConfirmed];
  const confirmsIt = override === undefined || (confirmation.on !== undefined && override.on !== undefined && confirmation.on > override.on);
  if (!confirmsIt) return [records.state, words.setBy(override.by), words.confirmedOrBefore(confirmation.by)];
  return [records.state, words.confirmedBy(confirmation.by), confirmation.reviewedBy ?? words.notIndependent];
}

interface DeadlineFactsProps {
  readonly deadline: Deadline;
  readonly answer: DeadlineAnswer | null;
  readonly names: ReturnType<typeof useNames>;
  readonly whole: Whole;
  /** It runs: its date stands until another is set in its place, with the reason. */
  readonly movable: boolean;
}
function DeadlineFacts({ deadline, answer, names, whole, movable }: DeadlineFactsProps) {
  const today = useToday();
  const { fields } = deadline;
  const { reply } = useAnswer('deadline.rules', fields.ruleId === undefined ? null : {}, false);
  const rule = reply?.rules.find((one) => one.id === fields.ruleId);
  const dependents = ofKind(useRecords(whole.linkedFrom.filter((link) => link.kind === 'deadline' && link.role === 'runs_from').map((link) => link.number)), 'deadline');
  const consequence = fields.consequence === undefined ? undefined : kind.fields.consequence.options?.[fields.consequence];
  return (
    <>
      <Facts
        title={words.ruleFacts}
        facts={[
          ...(rule ? [[words.rule, rule.title, rule.id] as const] : [[words.rule, words.byHand] as const]),
          ...(answer && answer.citation !== ''
            ? [
                [
                  words.source,
                  <span key="c" className={answer.citation.length < 30 ? 'nowrap' : undefined}>
                    {answer.citation}
                  </span>,
                  /^\d{4}-\d{2}$/.test(answer.textAsOf) ? words.textAsOf(monthAndYear(`${answer.textAsOf}-01`)) : undefined,
                ] as const,
              ]
            : []),
          ...(consequence === undefined ? [] : [[words.consequence, consequence] as const]),
          ...(fields.act === undefined ? [] : [[words.act, fields.act] as const]),
          confirmationOf(fields),
          ...(movable
            ? [
                [
                  words.toMove,
                  <PageButton key="m" size="compact-sm" onClick={() => go({ page: 'edit', number: deadline.number, field: 'override' })}>
                    {words.setInstead}
                  </PageButton>,
                ] as const,
              ]
            : []),
        ]}
      />
      {fields.trigger && (
        <Facts
          title={words.trigger}
          facts={[
            ...(fields.trigger.dateKind === undefined ? [] : [[words.event, fields.trigger.dateKind] as const]),
            ...(fields.trigger.record === undefined ? [] : [[words.record, <Linked key="r" id={fields.trigger.record} names={names} title={false} />] as const]),
            ...(fields.trigger.value === undefined ? [] : [[words.day, <UncertainDate key="d" fact={fields.trigger.value} length="full" why />] as const]),
            ...(fields.trigger.evidence ?? []).map((id): Fact => [words.proof, <Linked key={id} id={id} names={names} title={false} />]),
          ]}
        />
      )}
      <Facts
        title={words.toMeet}
        facts={[
          ...(fields.owner === undefined ? [] : [[words.owner, fields.owner] as const]),
          ...(fields.backup === undefined ? [] : [[words.deputy, fields.backup] as const]),
          ...(fields.internalTargets ?? []).map((target): Fact => [words.targets, <UncertainDate key="t" fact={target.target} />, target.what]),
          ...(fields.completion === undefined ? [] : [[words.done, <UncertainDate key="a" fact={fields.completion.acted} length="full" />, fields.completion.how ?? ''] as Fact]),
          ...(fields.completion?.proof ?? []).map((id): Fact => [words.proof, <Linked key={id} id={id} names={names} title={false} />]),
        ]}
      />
      {fields.override && (
        <Facts
          title={words.override}
          facts={[
            [words.day, <UncertainDate key="o" fact={fields.override.final} length="full" />],
            [words.reason, fields.override.reason],
            [words.authority, kind.fields.override.fields?.['authority']?.options?.[fields.override.authority] ?? '', fields.override.by],
          ]}
        />
      )}
      {dependents.length > 0 && (
        <Facts
          title={words.dependents}
          labelWidth={62}
          facts={dependents.map(({ record }): Fact => {
            const by = fileBy(record.fields);
            return [<Ref key="r">{record.number}</Ref>, record.fields.title, by === null ? '' : dayAndHour(by, fileByTime(record.fields), 'short', today)];
          })}
        />
      )}
    </>
  );
}
