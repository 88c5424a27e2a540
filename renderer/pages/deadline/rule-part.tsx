import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Failure } from '../../../shared/failure/failure.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { vault } from '../../bridge.ts';
import type { FormStore } from '../../form/form-store.ts';
import { readDay } from '../../form/typed-date.ts';
import { useToday } from '../../screen/screen.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { ChoiceSelect } from '../../ui/choice-select.tsx';
import { Steps } from '../../ui/steps.tsx';
import parts from '../../ui/page-parts.module.css';
import { dayWords } from '../../words/dates.ts';
import { deadline as words } from '../../words/deadline.ts';
import { deadlineAnswer, type DeadlineAnswer } from './answer.ts';
import { ledger } from './deadline-steps.ts';
import styles from './deadline.module.css';

const moment = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/;
const text = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');

/** Over the form of a deadline: choose the rule, type the day that starts the time and what the rule asks for, and see the date with its steps at once. */
export function DeadlineRule({ store }: { store: FormStore }) {
  const today = useToday();
  const values = useStore(store, (now) => now.values);
  const rules = useAnswer('deadline.rules', {}, false);
  const stored = (typeof values['inputs'] === 'object' && values['inputs'] !== null ? values['inputs'] : {}) as Readonly<Record<string, unknown>>;
  const [ruleId, setRuleId] = useState<string | null>(text(values['ruleId']) || null);
  const [trigger, setTrigger] = useState(text(stored['trigger']));
  const [triggerDay, setTriggerDay] = useState<string | null>(null);
  const [inputs, setInputs] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      Object.entries(stored)
        .filter(([name]) => name !== 'trigger')
        .map(([name, value]) => [name, text(value)]),
    ),
  );
  const [failure, setFailure] = useState<Failure | null>(null);
  const answer = deadlineAnswer(values['answer']);
  const rule = rules.reply?.rules.find((one) => one.id === ruleId);

  useEffect(() => {
    let wanted = true;
    const soon = setTimeout(() => {
      const typed = trigger.trim();
      if (typed === '' || moment.test(typed)) return setTriggerDay(typed === '' ? null : typed);
      void readDay(typed).then((read) => wanted && setTriggerDay(read.ok ? read.day : null));
    }, 250);
    return () => {
      wanted = false;
      clearTimeout(soon);
    };
  }, [trigger]);

  useEffect(() => {
    if (ruleId === null || triggerDay === null) return;
    let wanted = true;
    const given = Object.fromEntries(
      Object.entries(inputs)
        .filter(([, value]) => value.trim() !== '')
        .map(([name, value]) => [name, valueOf(value.trim())]),
    );
    void vault.ask('deadline.compute', { rule: ruleId, trigger: triggerDay, inputs: given }).then((got) => {
      if (!wanted) return;
      setFailure(got.ok ? null : got.failure);
      const found = got.ok ? deadlineAnswer(got.reply) : null;
      if (got.ok && found) keep(store, ruleId, triggerDay, given, got.reply, found, rules.reply?.rules.find((one) => one.id === ruleId)?.title);
    });
    return () => {
      wanted = false;
    };
  }, [store, ruleId, triggerDay, JSON.stringify(inputs), rules.reply]);

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
            limit={40}
            onChange={(value) => {
              setRuleId(value);
              if (value === null) store.setState((now) => ({ values: withoutRule(now.values), touched: true }));
            }}
          />
        </div>
        {rule && (
          <div>
            <TextInput label={words.triggerDay} value={trigger} onChange={(event) => setTrigger(event.currentTarget.value)} />
            <p className={styles.reading}>{triggerDay === null ? <span className="muted">{words.wait}</span> : dayWords(triggerDay.slice(0, 10), 'full', today)}</p>
          </div>
        )}
        {rule?.inputs.map((input) => (
          <TextInput
            key={input.name}
            label={words.inputName(input.name)}
            description={`${input.meaning}${input.required ? '' : `; ${words.optional}`}`}
            value={inputs[input.name] ?? ''}
            onChange={(event) => setInputs({ ...inputs, [input.name]: event.currentTarget.value })}
          />
        ))}
      </div>
      {failure && <FailureNote failure={failure} />}
      {ruleId !== null && answer && (
        <div className={styles.result}>
          <p className="strong">
            {answer.due === null
              ? (answer.reason ?? words.noDate)
              : `${words.latestDay} ${dayWords(answer.due.slice(0, 10), 'full', today)}${answer.safe === null ? '' : ` · ${words.fileBy} ${dayWords(answer.safe.slice(0, 10), 'full', today)}`}`}
          </p>
          <Steps steps={ledger(answer)} />
        </div>
      )}
    </section>
  );
}

/** Figures, lists of days and yes/no as the evaluator takes them; everything else as text. */
function valueOf(typed: string): unknown {
  if (/^\d{1,6}$/.test(typed)) return Number(typed);
  if (typed === 'true' || typed === 'false') return typed === 'true';
  return typed.includes(',') && typed.split(',').every((part) => moment.test(part.trim())) ? typed.split(',').map((part) => part.trim()) : typed;
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
      trigger: doubted(group) ? group : { ...group, value: { certainty: 'exact', day: trigger.slice(0, 10) } },
    };
    return JSON.stringify(next) === JSON.stringify(now.values) ? {} : { values: next, touched: true };
  });
}

/** Whether the start of the time is recorded as less than certain: that is not overwritten by the day that is counted from. */
function doubted(group: object): boolean {
  const value: unknown = 'value' in group ? group.value : undefined;
  return typeof value === 'object' && value !== null && 'certainty' in value && value.certainty !== 'exact';
}

function withoutRule(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { ruleId: _rule, ruleVersion: _version, inputs: _inputs, answer: _answer, ...rest } = values;
  return { ...rest, method: 'manual' };
}
