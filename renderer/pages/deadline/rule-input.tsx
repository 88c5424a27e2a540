import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { readDayOn } from '../../form/typed-date.ts';
import { useToday, useZone } from '../../screen/screen.ts';
import { ChoiceSelect, type ChoiceOption } from '../../ui/choice-select.tsx';
import { capital } from '../../words/count.ts';
import { whenWords, zoneCity } from '../../words/dates.ts';
import { momentInZone } from '../../words/hours.ts';
import { deadline as words, ruleChoices, ruleInputs } from '../../words/deadline.ts';
import { form } from '../../words/form.ts';
import { givenAs, hourChange, typedMoment, type TypedMoment } from './rule-value.ts';
import styles from './deadline.module.css';

export interface RuleInputProps {
  readonly input: { readonly name: string; readonly meaning: string; readonly required: boolean; readonly givesZone?: boolean };
  readonly value: string;
  /** The day on which that was typed, where it is known. */
  readonly on?: string | undefined;
  readonly onChange: (value: string) => void;
  /** What may be chosen, where the rule's own words do not say it: courts, zones. */
  readonly choices?: readonly ChoiceOption[];
}

/** One thing that a rule asks for beside the day on which the time starts. */
export function RuleInput({ input: { name, meaning, required, givesZone = false }, value, on, onChange, choices }: RuleInputProps) {
  const label = ruleInputs[name] ?? words.inputName(name);
  const description = capital(required ? meaning : `${meaning}; ${givesZone ? words.givesZone : words.optional}`);
  const given = givenAs(name);
  if (given === 'choice')
    return (
      <ChoiceSelect
        label={label}
        description={description}
        data={choices ?? Object.entries(ruleChoices[name] ?? {}).map(([one, word]) => ({ value: one, label: word }))}
        limit={40}
        value={value === '' ? null : value}
        clearable={!required}
        onChange={(next) => onChange(next ?? '')}
      />
    );
  return (
    <div>
      <TextInput
        label={label}
        description={given === 'moments' || given === 'pauses' ? `${description}. ${words.severalDays[given]}` : description}
        {...(given === 'number' && { inputMode: 'numeric' as const })}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {given === 'moment' && <MomentRead typed={value} on={on} />}
    </div>
  );
}

/** Reads a typed day, and shows under its field what was understood. */
function MomentRead({ typed, on }: { typed: string; on: string | undefined }) {
  const zone = useZone();
  const [read, setRead] = useState<TypedMoment | null>(null);
  useEffect(() => {
    let wanted = true;
    const soon = setTimeout(() => void typedMoment(typed, zone, readDayOn(on)).then((found) => wanted && setRead(found)), 250);
    return () => {
      wanted = false;
      clearTimeout(soon);
    };
  }, [typed, on, zone]);
  // By the clocks of another place it would be taken for the rule's hour: it is refused, with what to write.
  if (read?.zone != null) return <p className={styles.reading}>{words.otherClocks(zoneCity(read.zone))}</p>;
  return <MomentShown typed={typed} moment={read?.moment ?? null} />;
}

/** What was understood of a typed day; `none` where nothing was typed or understood. `zone`: whose clocks its hour is by; left out where that is said elsewhere. */
export function MomentShown({ typed, moment, none, zone }: { typed: string; moment: string | null; none?: string; zone?: string | null }) {
  const today = useToday();
  if (moment === null || typed.trim() === '') return none === undefined ? null : <p className={`${styles.reading} muted`}>{none}</p>;
  const twice = zone != null && hourChange(moment, zone) === 'twice';
  return (
    <p className={styles.reading}>
      {zone === undefined ? whenWords(moment, 'full', today) : momentInZone(moment, zone, 'full', today)}
      {twice && ` ${form.firstOfTwo}`}
    </p>
  );
}
