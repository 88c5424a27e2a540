import { TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { parseDay } from '../../shared/calendar/day.ts';
import { clockChange, zoneExists } from '../../shared/calendar/instant.ts';
import type { Field } from '../../shared/records/field.ts';
import type { DateFact } from '../../shared/records/date-fact.ts';
import { useToday, useZone } from '../screen/screen.ts';
import { Mark } from '../ui/mark.tsx';
import { dateShape } from '../ui/uncertain-date.tsx';
import { factWords } from '../words/date-facts.ts';
import { dayWords } from '../words/dates.ts';
import { capital } from '../words/count.ts';
import { form } from '../words/form.ts';
import { readBeforeSave, setError, useField, useForm, useTyped } from './form-store.ts';
import { DateRelations } from './date-relations.tsx';
import { keyOf } from './issues.ts';
import { Meant } from './meant.tsx';
import { readDate, type Unread } from './read-date.ts';
import { readDayOn } from './typed-date.ts';
import { typedFor } from './typed-for.ts';
import type { Path } from './values.ts';
import styles from './form.module.css';

/** Whether clocks are put back over the hour of the date, so that they show it twice. */
function hourComesTwice(fact: DateFact): boolean {
  if (fact.certainty !== 'exact' || fact.time === undefined || fact.zone === undefined || !zoneExists(fact.zone)) return false;
  const day = parseDay(fact.day);
  return day !== null && clockChange({ day, time: fact.time }, fact.zone) === 'twice';
}

/** How long after a keystroke what stands in the field is read. */
const readAfter = 250;

/**
 * A date typed as people write it. What was understood stands under the field before anything is saved; when nothing was understood, leaving the
 * field says what can be read instead. `onlyDay`: the kind wants a certain day here.
 */
export function DateInput({ path, field, onlyDay }: { path: Path; field: Field; onlyDay: boolean }) {
  const id = useId();
  const store = useForm();
  const zone = useZone();
  const today = useToday();
  const { value, error, set } = useField(path);
  const [typed, setTyped] = useTyped(path);
  const [trouble, setTrouble] = useState<Unread | null>(null);
  const turn = useRef(0);
  const lastRead = useRef<string | null>(null);
  // Proof of the casts: the form holds here only what this field put or what the kind's schema parsed.
  const fact: DateFact | null = value === undefined || value === null ? null : onlyDay ? ({ certainty: 'exact', day: value as string } as const) : (value as DateFact);
  const text = typed ?? (fact === null ? '' : typedFor(fact, zone));

  /** Reads what was typed. Until that is done the form is not saved: leaving the field for the button begins the reading, and the button would save the old date. */
  const read = async (words: string): Promise<string | null> => {
    const mine = ++turn.current;
    lastRead.current = words;
    const work = understand(words, mine);
    readBeforeSave(store, path, async () => void (await work));
    const why = await work;
    // What could not be read is said when the form is saved, even where the field was never left.
    if (mine === turn.current) readBeforeSave(store, path, why === null ? null : () => Promise.resolve(setError(store, path, why)));
    return why;
  };
  const understand = async (words: string, mine: number): Promise<string | null> => {
    if (words.trim() === '') {
      setTrouble(null);
      set(undefined);
      return null;
    }
    const got = await readDate(words, zone, readDayOn(store.getState().typedOn[keyOf(path)]), field.lastDay);
    if (mine !== turn.current) return null;
    if (!got.ok) {
      setTrouble(got);
      set(undefined);
      return got.why;
    }
    setTrouble(null);
    if (onlyDay) set(got.fact.certainty === 'exact' ? got.fact.day : undefined);
    else set(kept(got.fact, fact));
    return null;
  };

  useEffect(() => {
    if (typed === undefined || typed === lastRead.current) return;
    readBeforeSave(store, path, async () => void (await read(typed)));
    const soon = setTimeout(() => {
      if (lastRead.current !== typed) void read(typed);
    }, readAfter);
    return () => clearTimeout(soon);
    // Read again only when what is typed changes.
  }, [typed]);

  const leave = async (): Promise<void> => {
    if (typed === undefined || typed.trim() === '') return;
    const why = typed === lastRead.current ? (trouble?.why ?? null) : await read(typed);
    if (why !== null) setError(store, path, why);
  };

  const shape = fact === null ? null : dateShape(fact);
  return (
    <div>
      <TextInput
        id={id}
        label={field.label}
        description={field.help}
        value={text}
        error={error}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => void leave()}
      />
      {fact !== null && error === undefined && typed !== undefined && (
        <p className={styles.reading} role="status">
          {shape && <Mark shape={shape} tone="wait" />}
          <span>
            {capital(factWords(fact, 'full', today))}
            {hourComesTwice(fact) && ` ${form.firstOfTwo}`}
          </span>
        </p>
      )}
      {trouble?.instead !== undefined && typed !== undefined && (
        <Meant
          instead={trouble.instead}
          onChoose={(day) => {
            setTrouble(null);
            setTyped(day);
            document.getElementById(id)?.focus();
          }}
        />
      )}
      {!onlyDay && fact !== null && fact.certainty !== 'exact' && <Doubt fact={fact} set={set} />}
      {!onlyDay && fact !== null && (fact.certainty === 'unknown' || fact.relative !== undefined) && <DateRelations path={path} fact={fact} set={set} />}
    </div>
  );
}

/** What was said about the old date stays with the new one while it is of the same sort. */
function kept(next: DateFact, old: DateFact | null): DateFact {
  const relative = old?.relative === undefined ? {} : { relative: old.relative };
  const about =
    old === null || old.certainty === 'exact'
      ? relative
      : { ...relative, ...(old.reason !== undefined && { reason: old.reason }), ...(old.source !== undefined && { source: old.source }) };
  if (next.certainty === 'exact') return { ...next, ...relative };
  if (next.certainty === 'disputed' && old?.certainty === 'disputed')
    return { ...next, ...about, readings: next.readings.map((one) => old.readings.find((was) => was.day === one.day) ?? one) };
  return { ...next, ...about };
}

/** Why the date is uncertain, and for a disputed one who says which day. */
function Doubt({ fact, set }: { fact: DateFact; set: (fact: DateFact) => void }) {
  const today = useToday();
  return (
    <div className={styles.doubt}>
      {fact.certainty === 'disputed' &&
        fact.readings.map((reading, i) => (
          <TextInput
            key={reading.day}
            label={form.saidBy(dayWords(reading.day, 'plain', today))}
            value={reading.saidBy}
            onChange={(event) => set({ ...fact, readings: fact.readings.map((one, j) => (i === j ? { ...one, saidBy: event.currentTarget.value } : one)) })}
          />
        ))}
      <TextInput label={form.reason} value={fact.reason ?? ''} onChange={(event) => set(withReason(fact, event.currentTarget.value))} />
    </div>
  );
}

function withReason(fact: DateFact, reason: string): DateFact {
  const { reason: _old, ...rest } = fact;
  return reason === '' ? rest : { ...rest, reason };
}
