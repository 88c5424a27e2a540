import { Button, Modal, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { parseDay } from '../../shared/calendar/day.ts';
import { instantAt } from '../../shared/calendar/instant.ts';
import { vault } from '../bridge.ts';
import { readDayOn } from '../form/typed-date.ts';
import { dayNow, nowInstant, setScreen, useScreen, useZone } from '../screen/screen.ts';
import { instantWords, zoneCity } from '../words/dates.ts';
import { shell } from '../words/shell.ts';
import styles from './dialogs.module.css';

/** How long a day must have stood in the field: what is typed on the way to it is another day, or none. */
const settledMs = 400;

/** Has the past of a chosen instant built while the person still looks at it and goes to the button. `shown` says that it is shown: then whoever shows it waits for the same work. */
function usePastAhead(instant: number | null): { readonly shown: () => void } {
  const keeps = useRef(false);
  useEffect(() => {
    if (instant === null || instant > nowInstant()) return;
    const stop = new AbortController();
    // What stands in its way is said where it is shown.
    const soon = setTimeout(() => void vault.ask('records.past', { asOf: instant, words: false }, { signal: stop.signal }), settledMs);
    return () => {
      clearTimeout(soon);
      if (!keeps.current) stop.abort();
    };
  }, [instant]);
  return { shown: () => void (keeps.current = true) };
}

/** Chooses the instant whose knowledge the window shows. */
export function TimeDialog() {
  const opened = useScreen((now) => now.choosingTime);
  if (!opened) return null;
  return <Chooser />;
}

function Chooser() {
  const zone = useZone();
  const [{ day, on }, setDay] = useState({ day: '', on: '' });
  const [hour, setHour] = useState('23:59');
  const [instant, setInstant] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);
  const ahead = usePastAhead(instant);
  const close = (): void => setScreen({ choosingTime: false });

  useEffect(() => {
    let wanted = true;
    const soon = setTimeout(() => {
      if (day.trim() === '') return setInstant(null);
      void readDayOn(on)(day).then((read) => {
        if (!wanted) return;
        const parsed = read.ok ? parseDay(read.day) : null;
        setInstant(parsed === null || !/^([01]?\d|2[0-3]):[0-5]\d$/.test(hour) ? null : instantAt({ day: parsed, time: hour.padStart(5, '0') }, zone) + 59_999);
      });
    }, 200);
    return () => {
      wanted = false;
      clearTimeout(soon);
    };
  }, [day, on, hour, zone]);

  const show = (): void => {
    if (instant === null) return setError(shell.past.needed);
    if (instant > nowInstant() + 60_000) return setError(shell.past.future);
    ahead.shown();
    setScreen({ asOf: instant, choosingTime: false });
  };
  return (
    <Modal opened onClose={close} title={shell.past.choose} size={460} centered closeButtonProps={{ 'aria-label': shell.close }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          show();
        }}
      >
        <p className="muted">{shell.past.hint}</p>
        <TextInput
          label={shell.past.when}
          value={day}
          error={error}
          data-autofocus
          onChange={(event) => {
            setDay({ day: event.currentTarget.value, on: dayNow() });
            setError(null);
          }}
        />
        <TextInput label={shell.past.hour} value={hour} onChange={(event) => setHour(event.currentTarget.value)} />
        {instant !== null && <p className={styles.reading}>{`${instantWords(instant, zone)} (${zoneCity(zone)})`}</p>}
        <div className={styles.acts}>
          <Button variant="filled" type="submit">
            {shell.past.show}
          </Button>
          <Button onClick={close}>{shell.cancel}</Button>
        </div>
      </form>
    </Modal>
  );
}
