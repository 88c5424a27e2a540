import type { Settings } from '../../../shared/contract/settings.ts';
import { saveSettings } from '../../screen/settings.ts';
import { useScreen, useToday } from '../../screen/screen.ts';
import { dayWords, hourWords } from '../../words/dates.ts';
import { settings as words } from '../../words/settings.ts';
import { clockOf, dayFormOf, figureIn, weekStartOf, writingOf } from '../../words/writing.ts';
import { Setting } from './setting.tsx';
import styles from './settings.module.css';
import { Select } from '../../ui/select.tsx';

const forms = ['day-first', 'month-first', 'iso'] as const;
const weekStarts = ['monday', 'sunday', 'saturday'] as const;
const figures = ['comma', 'point', 'space'] as const;
const clocks = ['24', '12'] as const;
const halfPastFour = '16:30';
/** Large enough for a mark between thousands, and with decimals. */
const sample = 12_345.6;

/** How days, weeks, hours and figures are written in the window: each choice is shown as what it gives. */
export function WritingChoices() {
  const settings = useScreen((now) => now.settings);
  const region = useScreen((now) => now.session?.region ?? 'en-US');
  const today = useToday();
  const figureAs = (choice: (typeof settings)['figures']): string => figureIn(writingOf({ ...settings, figures: choice }, region).figures, sample, 1);
  const weekday = Object.entries({ Mon: 'monday', Sun: 'sunday', Sat: 'saturday' } as const).find(([short]) => short === weekStartOf(region))?.[1] ?? 'monday';
  return (
    <>
      <div className={styles.choices}>
        <Choice
          of="dates"
          label={words.dates}
          value={settings.dates}
          options={[
            ...forms.map((form) => ({ value: form, label: dayWords(today, 'full', today, form) })),
            { value: 'region', label: words.asRegion(dayWords(today, 'full', today, dayFormOf(region))) },
          ]}
          onChoose={(dates) => void saveSettings({ dates })}
        />
        <Choice
          of="weekStart"
          label={words.weekStart}
          value={settings.weekStart}
          options={[...weekStarts.map((value) => ({ value, label: words.weekStarts[value] })), { value: 'region', label: words.asRegion(words.weekStarts[weekday]) }]}
          onChoose={(weekStart) => void saveSettings({ weekStart })}
        />
        <Choice
          of="hours"
          label={words.hours}
          value={settings.hours}
          options={[
            ...clocks.map((value) => ({ value, label: hourWords(halfPastFour, value) })),
            { value: 'region', label: words.asRegion(hourWords(halfPastFour, clockOf(region))) },
          ]}
          onChoose={(hours) => void saveSettings({ hours })}
        />
        <Choice
          of="figures"
          label={words.figures}
          value={settings.figures}
          options={[...figures.map((value) => ({ value, label: figureAs(value) })), { value: 'region', label: words.asRegion(figureAs('region')) }]}
          onChoose={(chosen) => void saveSettings({ figures: chosen })}
        />
      </div>
      <p className={styles.choicesNote}>{words.writingNote}</p>
    </>
  );
}

interface ChoiceProps<Value extends string> {
  readonly of: keyof Settings;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
}
function Choice<Value extends string>({ of, label, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <Setting of={of}>
      {(isFixed) => (
        <Select
          label={label}
          w={260}
          disabled={isFixed}
          data={options.map((one) => ({ ...one }))}
          value={value}
          onChange={(chosen) => {
            const found = options.find((one) => one.value === chosen);
            if (found) onChoose(found.value);
          }}
        />
      )}
    </Setting>
  );
}
