import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import { sameDays } from '../../../shared/records/views/recomputed.ts';
import { vault } from '../../bridge.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { nowInstant, setScreen, useToday, useWritable } from '../../screen/screen.ts';
import { ApproveChosen, useChosen } from '../../ui/approve-chosen.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Heads } from '../../ui/heads.tsx';
import { Loading } from '../../ui/not-there.tsx';
import { Ref } from '../../ui/ref.tsx';
import parts from '../../ui/page-parts.module.css';
import { momentInZone } from '../../words/hours.ts';
import { movedDates as words } from '../../words/moved-dates.ts';
import styles from './moved-dates.module.css';

type Moved = Reply<Contract, 'deadline.moved'>['moved'][number];

/** Dates that no longer follow from what is recorded, before and after, for counsel to approve: none moves by itself. */
export function MovedDatesPage() {
  const writable = useWritable();
  const { reply, failure } = useAnswer('deadline.moved', {}, false);
  const today = useToday();
  const offered = (reply?.moved ?? []).filter((one) => one.instead === null).map((one) => one.number);
  const { numbers, has, choose, clear } = useChosen(offered);
  const approve = async (reason: string): Promise<boolean> => {
    const answer = await vault.ask('deadline.approve', { numbers: [...numbers], reason });
    if (!answer.ok) {
      setScreen({ failure: answer.failure });
      return false;
    }
    clear();
    setScreen({ failure: null, savedAt: nowInstant(), undoable: { act: answer.reply.act, says: words.done(answer.reply.numbers.length) } });
    return true;
  };
  return (
    <>
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{words.title}</h1>
        <p className={`${parts.headNote} ${parts.headCount}`}>{reply && reply.moved.length > 0 && words.note(reply.moved.length, reply.checked)}</p>
      </div>
      {failure && (
        <div className={parts.section}>
          <FailureNote failure={failure} />
        </div>
      )}
      {!reply && !failure && <Loading />}
      {reply && reply.moved.length === 0 && <Empty says={words.none} then={words.noneThen(reply.checked)} />}
      {reply && reply.moved.length > 0 && (
        <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.title}>
          <p className={styles.intro}>{words.intro}</p>
          <table className={styles.table}>
            <thead>
              <tr>
                {writable && <th scope="col">{words.columns.choose}</th>}
                <Heads names={[words.columns.number, words.columns.title, words.columns.fileBy, words.columns.due, words.columns.why]} />
              </tr>
            </thead>
            <tbody>
              {reply.moved.map((one) => (
                <tr key={one.number}>
                  {writable && (
                    <td>
                      {one.instead === null && (
                        <Checkbox aria-label={words.chooseOne(one.number)} checked={has(one.number)} onChange={(event) => choose(one.number, event.currentTarget.checked)} />
                      )}
                    </td>
                  )}
                  <td>
                    <Ref>{one.number}</Ref>
                  </td>
                  <td>{one.title}</td>
                  <td>
                    <Change
                      before={told(one.before, one.before.safe ?? one.before.followUp, today)}
                      after={one.after && told(one.after, one.after.safe ?? one.after.followUp, today)}
                    />
                  </td>
                  <td>
                    <Change before={told(one.before, one.before.due, today)} after={one.after && told(one.after, one.after.due, today)} />
                  </td>
                  <td className="muted">{whyOf(one)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {writable && offered.length > 0 && (
            <ApproveChosen chosen={numbers.length} words={words} className={styles.approve} place={{ dialog: 'moved-dates', title: words.title }} onApprove={approve} />
          )}
        </div>
      )}
    </>
  );
}

/** A date of a rule in words, with the hour at which its day ends where that is before midnight, and whose clocks show it. */
function told({ due, followUp, ends, zone }: Moved['before'], date: string | null, today: string): string {
  if (date === null) return words.noDate;
  // An office closes on the last day, and on the day to file by where that is the same; no office closes on the day of a follow-up.
  const closes = date.length === 10 && ends !== null && date !== followUp && due !== null;
  return momentInZone(closes ? `${date}${ends.slice(10, 16)}` : date, zone, 'short', today);
}

/** The date as recorded, struck, and as counted now; once where it stays. */
function Change({ before, after }: { before: string; after: string | null }) {
  if (after === null || after === before) return <span>{before}</span>;
  return (
    <>
      <del>{before}</del> <ins>{after}</ins>
    </>
  );
}

function whyOf(one: Moved): ReactNode {
  const ground = one.ground && (one.ground.by === null ? words.changed(one.ground) : `${words.changedBy(one.ground.number, one.ground.by)} ${words.says[one.ground.says]}`);
  return [
    ...(ground ? [ground] : []),
    ...(one.failure ? [words.stuck] : []),
    ...(one.after === null || !sameDays(one.before, one.after) ? [] : [one.before.ends === one.after.ends ? words.onlyZone : words.onlyHour]),
    ...(one.instead === 'override'
      ? [words.override]
      : one.instead === 'look' && one.after !== null
        ? [words.onlyByTwo]
        : one.confirmed && one.instead === null
          ? [words.confirmed]
          : []),
  ].join(' ');
}
