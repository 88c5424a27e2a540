import { TextInput } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { DateFact } from '../../../shared/records/date-fact.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { vault } from '../../bridge.ts';
import { readBeforeSave, typedNow, type FormStore } from '../../form/form-store.ts';
import { Meant } from '../../form/meant.tsx';
import type { Unread } from '../../form/read-date.ts';
import { readDayOn } from '../../form/typed-date.ts';
import { allZones } from '../../form/typed-zone.ts';
import { useToday, useZone } from '../../screen/screen.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { ChoiceSelect } from '../../ui/choice-select.tsx';
import { Steps } from '../../ui/steps.tsx';
import parts from '../../ui/page-parts.module.css';
import { inWriting, zoneCity } from '../../words/dates.ts';
import { momentInZone } from '../../words/hours.ts';
import { deadline as words } from '../../words/deadline.ts';
import { deadlineAnswer, type DeadlineAnswer } from './answer.ts';
import { ledger } from './deadline-steps.ts';
import { MomentShown, RuleInput } from './rule-input.tsx';
import { readMoment, typedOf, valueOf } from './rule-value.ts';
import styles from './deadline.module.css';

/** Under this path the form keeps that a date is still being counted. */
const place = ['answer'] as const;

/** Under these names the form keeps what is typed here: parts of the field that a date is counted from, so that what somebody else counts goes before it or not as that field does. */
const counted = { rule: 'inputs.counted.rule', trigger: 'inputs.counted.trigger', clock: 'inputs.counted.clock', input: 'inputs.given.' } as const;

/** Over the form of a deadline: choose the rule, type the day that starts the time and what the rule asks for, and see the date with its steps at once. */
export function DeadlineRule({ store }: { store: FormStore }) {
  const today = useToday();
  const zone = useZone();
  const values = useStore(store, (now) => now.values);
  const rules = useAnswer('deadline.rules', {}, false);
  const stored = (typeof values['inputs'] === 'object' && values['inputs'] !== null ? values['inputs'] : {}) as Readonly<Record<string, unknown>>;
  // What was typed before a date could be counted from it stands in the form's draft, and goes before what was counted last.
  const [draft] = useState(() => store.getState().typed);
  const [ruleId, setRuleId] = useState<string | null>((draft[counted.rule] ?? typedOf(values['ruleId'])) || null);
  const [trigger, setTrigger] = useState(draft[counted.trigger] ?? typedOf(stored['trigger']));
  /** The moment that was understood of `trigger`: the one that is counted from, so that the vault is asked for it once. */
  const [start, setStart] = useState<string | null>(null);
  const [inputs, setInputs] = useState<Readonly<Record<string, string>>>(() => ({
    ...Object.fromEntries(
      Object.entries(stored)
        .filter(([name]) => name !== 'trigger' && name !== 'trigger_tz')
        .map(([name, value]) => [name, typedOf(value)]),
    ),
    ...Object.fromEntries(Object.entries(draft).flatMap(([key, value]) => (key.startsWith(counted.input) ? [[key.slice(counted.input.length), value] as const] : []))),
  }));
  /** The zone whose clocks the hour of the start is by: the person's own for what is typed here, none said for what was recorded without one. */
  const [clock, setClock] = useState(() => draft[counted.clock] ?? (typedOf(stored['trigger_tz']) || (typedOf(stored['trigger']) === '' ? zone : '')));
  const [failure, setFailure] = useState<Failure | null>(null);
  /** Why `trigger` was not understood, where it can be said what might have been meant. */
  const [trouble, setTrouble] = useState<Unread | null>(null);
  /** Whether something was changed here: an answer that came with the record is not taken out by opening it. */
  const touched = useRef(counted.rule in draft || counted.trigger in draft);
  /** Somebody typed or chose something here: kept with the form's draft from the first letter, whether or not a date follows from it. */
  const type = (typed: Readonly<Record<string, string>>): void => {
    touched.current = true;
    store.setState((now) => ({ ...typedNow(now, typed), touched: true }));
  };
  const answer = deadlineAnswer(values['answer']);
  const rule = rules.reply?.rules.find((one) => one.id === ruleId);

  // The form waits for the date that follows from what stands here, and a date that no longer follows from it is taken out: an old one under a new day would be wrong.
  useEffect(() => {
    if (ruleId === null) return readBeforeSave(store, place, null);
    let wanted = true;
    let work: Promise<void> | null = null;
    const found = async (): Promise<void> => {
      // Read against the day on which it was typed, also where a zone or another input is chosen after midnight.
      const { typedOn } = store.getState();
      // Its hour is by the clocks that are chosen beside it, unless others are named with it.
      const got = await readMoment(trigger, clock === '' ? zone : clock, readDayOn(typedOn[counted.trigger]));
      if (!wanted) return;
      const read = got !== null && 'moment' in got ? got : null;
      const day = read?.moment ?? null;
      setStart(day);
      setTrouble(got !== null && 'why' in got && got.instead !== undefined ? got : null);
      // A zone that was typed with the hour is chosen with it.
      if (read?.zone != null && read.zone !== clock) setClock(read.zone);
      if (day === null) return touched.current ? store.setState((now) => ({ values: withoutAnswer(now.values), touched: true })) : undefined;
      const given: Readonly<Record<string, unknown>> = Object.fromEntries(
        await Promise.all(
          Object.entries(inputs)
            .filter(([, value]) => value.trim() !== '')
            .map(async ([name, value]) => [name, await valueOf(name, value, zone, readDayOn(typedOn[`${counted.input}${name}`]))] as const),
        ),
      );
      if (!wanted) return;
      const timed = { ...given, ...(hasHour(day) && clock !== '' && { trigger_tz: clock }) };
      const computed = await vault.ask('deadline.compute', { rule: ruleId, trigger: day, inputs: timed });
      if (!wanted) return;
      setFailure(computed.ok ? null : computed.failure);
      const answered = computed.ok ? deadlineAnswer(computed.reply) : null;
      if (computed.ok && answered) keep(store, ruleId, day, timed, computed.reply, answered, rules.reply?.rules.find((one) => one.id === ruleId)?.title);
      else if (touched.current) store.setState((now) => ({ values: withoutAnswer(now.values), touched: true }));
    };
    const settle = async (): Promise<void> => {
      await (work ??= found());
      if (wanted) readBeforeSave(store, place, null);
    };
    readBeforeSave(store, place, settle);
    const soon = setTimeout(() => void settle(), 250);
    return () => {
      wanted = false;
      clearTimeout(soon);
    };
  }, [store, zone, ruleId, trigger, clock, JSON.stringify(inputs), rules.reply]);

  const courts = useMemo(() => (rules.reply?.courts ?? []).map((one) => ({ value: one.id, label: `${one.name} (${zoneCity(one.zone)})` })), [rules.reply]);
  const zones = useMemo(() => zoneChoices([zone, ...(rules.reply?.courts ?? []).map((one) => one.zone)]), [zone, rules.reply]);
  /** A date that was computed, with the hour at which its day ends where that is known and no midnight. */
  const told = (moment: string): string => {
    const ends = answer?.detail.due_local_court;
    const whole = moment.length === 10 && ends !== undefined && !ends.includes('T23:59') ? `${moment}${ends.slice(10, 16)}` : moment;
    return momentInZone(whole, answer?.zone ?? null, 'full', today);
  };

  return (
    <section className={styles.rule}>
      <h2 className={parts.sectionTitle}>{words.computing}</h2>
      <p className={styles.hint}>{words.ruleHint}</p>
      <div className={styles.ruleFields}>
        <div className={styles.wide}>
          <ChoiceSelect
            label={words.chooseRule}
            data={(rules.reply?.rules ?? []).map((one) => ({ value: one.id, label: one.citation === '' ? one.title : `${one.title} · ${one.citation}` }))}
            value={ruleId}
            clearable
            placeholder={words.rulePlaceholder}
            limit={40}
            onChange={(value) => {
              type({ [counted.rule]: value ?? '' });
              setRuleId(value);
              if (value === null) store.setState((now) => ({ values: withoutRule(now.values), touched: true }));
            }}
          />
        </div>
        {rule && (
          <div>
            <TextInput
              label={words.triggerDay}
              value={trigger}
              onChange={(event) => {
                type({ [counted.trigger]: event.currentTarget.value });
                setTrigger(event.currentTarget.value);
              }}
            />
            {trouble === null ? (
              <MomentShown typed={trigger} moment={start} none={words.wait} zone={clock === '' ? (answer?.zone ?? null) : clock} />
            ) : (
              <>
                <p className={styles.reading} role="status">
                  {trouble.why}
                </p>
                <Meant
                  instead={trouble.instead ?? []}
                  onChoose={(moment) => {
                    type({ [counted.trigger]: moment });
                    setTrigger(moment);
                  }}
                />
              </>
            )}
          </div>
        )}
        {rule && start !== null && hasHour(start) && (
          <RuleInput
            input={{ name: 'trigger_tz', meaning: words.clockMeaning, required: true }}
            choices={zones}
            value={clock}
            onChange={(value) => {
              type({ [counted.clock]: value });
              setClock(value);
            }}
          />
        )}
        {rule?.inputs
          // A court that is named has its own zone.
          .filter(({ name }) => name !== 'court_tz' || (inputs['court'] ?? '') === '')
          .map((input) => (
            <RuleInput
              key={input.name}
              input={input}
              value={inputs[input.name] ?? ''}
              on={store.getState().typedOn[`${counted.input}${input.name}`]}
              {...(input.name === 'court' ? { choices: courts } : zoneInputs.includes(input.name) ? { choices: zones } : {})}
              onChange={(value) => {
                type({ [`${counted.input}${input.name}`]: value });
                const { court_tz: _own, ...rest } = inputs;
                setInputs({ ...(input.name === 'court' && value !== '' ? rest : inputs), [input.name]: value });
              }}
            />
          ))}
      </div>
      {failure && <FailureNote failure={failure} />}
      {ruleId !== null && answer && (
        <div className={styles.result}>
          <p className="strong">
            {answer.due === null
              ? inWriting(answer.reason ?? words.noDate)
              : [`${words.latestDay} ${told(answer.due)}`, ...(answer.safe === null ? [] : [`${words.fileBy} ${told(answer.safe)}`])].join(' · ')}
          </p>
          <Steps steps={ledger(answer)} />
        </div>
      )}
    </section>
  );
}

/** Puts what was computed into the form, so that it is sealed with the draft and recorded with the rest. What a person typed over it stays. */
function keep(
  store: FormStore,
  ruleId: string,
  trigger: string,
  inputs: Readonly<Record<string, unknown>>,
  reply: Readonly<Record<string, unknown>>,
  answer: DeadlineAnswer,
  title: string | undefined,
): void {
  store.setState((now) => {
    const start = now.values['trigger'];
    const group = typeof start === 'object' && start !== null ? start : {};
    const next = {
      ...now.values,
      method: 'rule',
      ruleId,
      ruleVersion: answer.textAsOf,
      inputs: { trigger, ...inputs },
      // What is not said in JSON is left out, so that the form stays plain data.
      answer: JSON.parse(JSON.stringify(reply)) as unknown,
      nature: answer.nature,
      consequence: answer.consequence,
      side: now.values['side'] ?? (answer.nature === 'their_act' ? 'theirs' : 'ours'),
      title: now.values['title'] ?? title,
      trigger: doubted(group) ? group : { ...group, value: startOf(trigger, inputs['trigger_tz']) },
    };
    return JSON.stringify(next) === JSON.stringify(now.values) ? {} : { values: next, touched: true };
  });
}

/** The start of the time as the record keeps it: with its hour, and whose clocks showed it, where it has one. */
function startOf(trigger: string, zone: unknown): DateFact {
  const [day = '', time] = trigger.split('T');
  return { certainty: 'exact', day, ...(time !== undefined && typeof zone === 'string' && { time, zone }) };
}

const hasHour = (moment: string): boolean => moment.length > 10;
const zoneInputs: readonly string[] = ['tz', 'court_tz'];

/** Every zone by the city that names it, those that are near to hand first. */
function zoneChoices(near: readonly string[]): readonly { readonly value: string; readonly label: string }[] {
  return [...new Set([...near, 'America/New_York', ...allZones()])].map((value) => ({ value, label: zoneCity(value) === value ? value : `${zoneCity(value)} (${value})` }));
}

/** Whether the start of the time is recorded as less than certain: that is not overwritten by the day that is counted from. */
function doubted(group: object): boolean {
  const value: unknown = 'value' in group ? group.value : undefined;
  return typeof value === 'object' && value !== null && 'certainty' in value && value.certainty !== 'exact';
}

/** No date follows from what stands in the form: none is recorded. */
function withoutAnswer(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { answer: _answer, ...rest } = values;
  return rest;
}

function withoutRule(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { ruleId: _rule, ruleVersion: _version, inputs: _inputs, answer: _answer, ...rest } = values;
  return { ...rest, method: 'manual' };
}
