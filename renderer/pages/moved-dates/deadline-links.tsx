import { Anchor } from '@mantine/core';
import { kinds } from '../../../shared/records/kinds.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { addressOf } from '../../screen/route.ts';
import { Mark } from '../../ui/mark.tsx';
import { movedDates as words } from '../../words/moved-dates.ts';

const law = ['time_limit_rule', 'court_profile', 'closure'] as const;

/** In the head of the deadlines: how many dates no longer follow from what is recorded, where there are any, and the law that all of them go by. */
export function DeadlineLinks() {
  const { reply } = useAnswer('deadline.moved', {}, false);
  const count = reply?.moved.length ?? 0;
  return (
    <>
      {count > 0 && (
        <Anchor href={addressOf({ page: 'moved' })}>
          <Mark shape="diamondDashed" tone="wait" /> {words.link(count)}
        </Anchor>
      )}
      {law.map((kind) => (
        <Anchor key={kind} href={addressOf({ page: 'list', kind })}>
          {kinds[kind].plural}
        </Anchor>
      ))}
    </>
  );
}
