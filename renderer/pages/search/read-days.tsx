import { UnstyledButton } from '@mantine/core';
import type { SearchedDay } from '../../../shared/records/searched-day.ts';
import { useToday } from '../../screen/screen.ts';
import { Mark } from '../../ui/mark.tsx';
import { dayWords } from '../../words/dates.ts';
import { search as words } from '../../words/search.ts';
import styles from './search.module.css';

/** How the days behind `before:` and `after:` were read; of one that was not, why, and what might have been meant, to be pressed. Nothing where none was asked for. */
export function ReadDays({ days, onMeant }: { days: readonly SearchedDay[]; onMeant?: (day: SearchedDay, meant: string) => void }) {
  const today = useToday();
  if (days.length === 0) return null;
  return (
    <ul className={styles.days} aria-label={words.days}>
      {days.map((day) => (
        <li key={`${day.operator} ${day.typed}`}>
          {day.day !== null ? (
            words.dueOn(day.operator, dayWords(day.day, 'full', today))
          ) : (
            <>
              <Mark shape="stop" tone="late" /> {words.unreadDay(`${day.operator}:${day.typed}`, day.why)}
              {onMeant &&
                day.instead.map((meant) => (
                  <UnstyledButton key={meant} className={styles.meant} onClick={() => onMeant(day, meant)}>
                    {meant}
                  </UnstyledButton>
                ))}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What was typed, with a day that was meant in place of the one that could not be read. */
export const withDay = (text: string, { operator, typed }: SearchedDay, meant: string): string =>
  text.replace(new RegExp(`${operator}:"?${typed.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')}"?`, 'iu'), () => `${operator}:"${meant}"`);
