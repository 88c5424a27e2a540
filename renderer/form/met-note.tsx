import { Button } from '@mantine/core';
import { useState } from 'react';
import type { KindDefinition } from '../../shared/records/kind.ts';
import { plainText } from '../../shared/records/plain-text.ts';
import { recordAddress } from '../screen/route.ts';
import { useToday, useZone } from '../screen/screen.ts';
import { Mark } from '../ui/mark.tsx';
import { listed } from '../words/count.ts';
import { dayAt, dayWords, timeAt } from '../words/dates.ts';
import { form as words } from '../words/form.ts';
import { audienceWords, privilegeWords, records } from '../words/records.ts';
import { shell } from '../words/shell.ts';
import { useForm } from './form-store.ts';
import { labelNamed, type Labels } from './merge.ts';
import type { Met } from './use-save.ts';
import styles from './form.module.css';

interface MetNoteProps {
  readonly kind: KindDefinition;
  readonly number: string;
  readonly met: Met;
}
const labelWords: Readonly<Record<keyof Labels, string>> = {
  audience: records.audience,
  named: records.named,
  privilege: records.privilege,
  basis: records.basisOf,
  tags: records.tags,
};

/** Who changed the record while it was in the form, what of that is in the form now, and where both wrote: nothing of it is replaced before the person has seen it. */
export function MetNote({ kind, number, met }: MetNoteProps) {
  const store = useForm();
  const [zone, today] = [useZone(), useToday()];
  const [taken, setTaken] = useState<readonly string[]>([]);
  const labelOf = (name: string): string => {
    const label = labelNamed(name);
    return label === null ? (kind.fields[name]?.label ?? name) : labelWords[label];
  };
  const theirs = (name: string): string => {
    const label = labelNamed(name);
    if (label !== null) return labelText(label, met.now.labels);
    const [field, value] = [kind.fields[name], met.now.fields[name]];
    return field === undefined || value === undefined ? '' : plainText(field, value, (id) => met.names.get(id));
  };
  const take = (name: string): void => {
    setTaken([...taken, name]);
    const label = labelNamed(name);
    store.setState((now) =>
      label !== null
        ? { [label]: met.now.labels[label] }
        : {
            values: { ...now.values, [name]: met.now.fields[name] },
            typed: Object.fromEntries(Object.entries(now.typed).filter(([key]) => key.split('.')[0] !== name)),
          },
    );
  };
  const open = met.both.filter((name) => !taken.includes(name));
  const alone = met.theirs.filter((name) => !met.both.includes(name));
  return (
    <div className={styles.failed}>
      <div className={styles.met} role="alert">
        <Mark shape="disputed" tone="wait" />
        <div>
          <p className="strong">{words.met(number, met.by, `${dayWords(dayAt(met.at, zone), 'short', today)}, ${timeAt(met.at, zone)}`)}</p>
          {alone.length > 0 && <p>{words.metTheirs(listed(alone.map(labelOf)))}</p>}
          {met.both.length > 0 && <p>{words.metBoth}</p>}
          <dl>
            {open.map((name) => (
              <div key={name}>
                <dt>{labelOf(name)}</dt>
                <dd>{words.metStands(theirs(name).slice(0, 400))}</dd>
                <Button onClick={() => take(name)} aria-label={words.takeTheirsOf(labelOf(name))}>
                  {words.takeTheirs}
                </Button>
              </div>
            ))}
          </dl>
          <p>
            {words.metThen} <a href={recordAddress(number, 'history')}>{shell.historyOf(number)}</a>
          </p>
        </div>
      </div>
    </div>
  );
}

function labelText(name: keyof Labels, labels: Labels): string {
  if (name === 'audience') return audienceWords[labels.audience];
  if (name === 'privilege') return privilegeWords[labels.privilege];
  if (name === 'basis') return [labels.basis.author, labels.basis.purpose].filter(Boolean).join(', ');
  return labels[name];
}
