import { Chip } from '@mantine/core';
import { areQuietHours } from '../../../shared/records/quiet-hours.ts';
import { saveSettings } from '../../screen/settings.ts';
import { useScreen } from '../../screen/screen.ts';
import { hourWords } from '../../words/dates.ts';
import { settings as words } from '../../words/settings.ts';
import { Labelled, Setting } from './setting.tsx';
import styles from './settings.module.css';
import { Select } from '../../ui/select.tsx';

const kinds = ['off', 'counts', 'numbers'] as const;
const ladder = [30, 14, 7, 3, 1, 0];
const halfHours = Array.from({ length: 48 }, (_, i) => `${String(Math.floor(i / 2)).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`);
/** The end that quiet hours get whose beginning leaves no room for the one they had. */
const usualEnd = '07:00';
const none = 'none';

/** How one is reminded on this computer: notifications and their quiet hours, and so many days before a deadline. */
export function ReminderChoices() {
  const { reminders, reminderDays, quietHours: quiet } = useScreen((now) => now.settings);
  const host = useScreen((now) => now.session?.host);
  const begin = (from: string): void => {
    const kept = { from, to: quiet?.to ?? usualEnd };
    const quietHours = from === none ? null : [kept, { from, to: usualEnd }, { from, to: halfHours[(halfHours.indexOf(from) + 16) % 48] ?? usualEnd }].find(areQuietHours);
    if (quietHours !== undefined) void saveSettings({ quietHours });
  };
  return (
    <>
      <Setting of="reminders">
        {(isFixed) => (
          <Select
            label={words.remind}
            description={host === 'electron' ? words.remindNote : words.remindNone}
            w={536}
            classNames={{ wrapper: styles.chosen ?? '' }}
            disabled={isFixed}
            data={kinds.map((value) => ({ value, label: words.remindAs[value] }))}
            value={reminders}
            onChange={(value) => {
              const chosen = kinds.find((one) => one === value);
              if (chosen) void saveSettings({ reminders: chosen });
            }}
          />
        )}
      </Setting>
      <Setting of="reminderDays">
        {(isFixed) => (
          <Labelled name={words.ladder}>
            <Chip.Group multiple value={reminderDays.map(String)} onChange={(days) => void saveSettings({ reminderDays: days.map(Number).sort((a, b) => b - a) })}>
              <div className={styles.ladder} role="group" aria-label={words.ladder}>
                {[...new Set([...ladder, ...reminderDays])]
                  .sort((a, b) => b - a)
                  .map((day) => (
                    <Chip key={day} value={String(day)} size="xs" disabled={isFixed}>
                      {words.daysBefore(day)}
                    </Chip>
                  ))}
              </div>
            </Chip.Group>
          </Labelled>
        )}
      </Setting>
      {reminders !== 'off' && (
        <Setting of="quietHours">
          {(isFixed) => (
            <div className={styles.quiet}>
              <Select
                label={words.quietFrom}
                w={260}
                disabled={isFixed}
                data={[{ value: none, label: words.noQuiet }, ...times(quiet?.from, () => true)]}
                value={quiet?.from ?? none}
                onChange={(from) => from !== null && begin(from)}
              />
              {quiet !== null && (
                <Select
                  label={words.quietTo}
                  w={260}
                  disabled={isFixed}
                  data={times(quiet.to, (to) => areQuietHours({ from: quiet.from, to }))}
                  value={quiet.to}
                  onChange={(to) => to !== null && void saveSettings({ quietHours: { ...quiet, to } })}
                />
              )}
            </div>
          )}
        </Setting>
      )}
    </>
  );
}

/** The half hours of a day that `fit`, and the one that is set. */
const times = (set: string | undefined, fit: (time: string) => boolean): { value: string; label: string }[] =>
  [...new Set([...halfHours.filter(fit), ...(set === undefined ? [] : [set])])].sort().map((value) => ({ value, label: hourWords(value) }));
