import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import { vault } from '../../bridge.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { nowInstant, setScreen, useToday, useWritable } from '../../screen/screen.ts';
import { Empty } from '../../ui/empty.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Loading } from '../../ui/not-there.tsx';
import { Ref } from '../../ui/ref.tsx';
import parts from '../../ui/page-parts.module.css';
import { dayWords } from '../../words/dates.ts';
import { movedDates as words } from '../../words/moved-dates.ts';
import styles from './moved-dates.module.css';

type Moved = Reply<Contract, 'deadline.moved'>['moved'][number];

/** Dates that no longer follow from what is recorded, before and after, for counsel to approve: none moves by itself. */
export function MovedDatesPage() {
  const writable = useWritable();
  const { reply, failure } = useAnswer('deadline.moved', {}, false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const offered = (reply?.moved ?? []).filter((one) => one.instead === null).map((one) => one.number);
  const numbers = offered.filter((number) => chosen.has(number));
  const choose = (number: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(number);
    else next.delete(number);
    setChosen(next);
  };
  const approve = async (): Promise<void> => {
    setBusy(true);
    const answer = await vault.ask('deadline.approve', { numbers, reason: reason.trim() });
    setBusy(false);
    if (!answer.ok) return setScreen({ failure: answer.failure });
    setChosen(new Set());
    setReason('');
    setScreen({ failure: null, savedAt: nowInstant(), undoable: { act: answer.reply.act, says: words.done(answer.reply.numbers.length) } });
  };
  return (
    <>
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{words.title}</h1>
        <p className={parts.headNote}>{reply && reply.moved.length > 0 && words.note(reply.moved.length, reply.checked)}</p>
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
                <th scope="col">{words.columns.number}</th>
                <th scope="col">{words.columns.title}</th>
                <th scope="col">{words.columns.fileBy}</th>
                <th scope="col">{words.columns.due}</th>
                <th scope="col">{words.columns.why}</th>
              </tr>
            </thead>
            <tbody>
              {reply.moved.map((one) => (
                <tr key={one.number}>
                  {writable && (
                    <td>
                      {one.instead === null && (
                        <Checkbox aria-label={words.chooseOne(one.number)} checked={chosen.has(one.number)} onChange={(event) => choose(one.number, event.currentTarget.checked)} />
                      )}
                    </td>
                  )}
                  <td>
                    <Ref>{one.number}</Ref>
                  </td>
                  <td>{one.title}</td>
                  <td>
                    <Change before={one.before.safe ?? one.before.followUp} after={one.after && (one.after.safe ?? one.after.followUp)} />
                  </td>
                  <td>
                    <Change before={one.before.due} after={one.after && one.after.due} />
                  </td>
                  <td className="muted">{whyOf(one)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {writable && offered.length > 0 && (
            <form
              className={styles.approve}
              onSubmit={(event) => {
                event.preventDefault();
                void approve();
              }}
            >
              <TextInput label={words.reason} value={reason} onChange={(event) => setReason(event.currentTarget.value)} w={420} />
              <Button type="submit" variant="filled" loading={busy} disabled={numbers.length === 0 || reason.trim() === ''}>
                {words.approve(numbers.length)}
              </Button>
              {(numbers.length === 0 || reason.trim() === '') && <span className="muted">{words.waits}</span>}
            </form>
          )}
        </div>
      )}
    </>
  );
}

/** The day as recorded, struck, and as counted now; once where it stays. */
function Change({ before, after }: { before: string | null; after: string | null }) {
  const today = useToday();
  const say = (date: string | null): string =>
    date === null ? words.noDate : `${dayWords(date.slice(0, 10), 'short', today)}${date.length > 10 ? `, ${date.slice(11, 16)}` : ''}`;
  if (after === null || after === before) return <span className="nowrap">{say(before)}</span>;
  return (
    <>
      <del className="nowrap">{say(before)}</del> <ins className="nowrap">{say(after)}</ins>
    </>
  );
}

function whyOf(one: Moved): ReactNode {
  const ground = one.ground && (one.ground.by === null ? words.changed(one.ground) : `${words.changedBy(one.ground.number, one.ground.by)} ${words.says[one.ground.says]}`);
  return [
    ...(ground ? [ground] : []),
    ...(one.failure ? [words.stuck] : []),
    ...(one.instead === 'override' ? [words.override] : one.confirmed && one.instead === null ? [words.confirmed] : []),
  ].join(' ');
}
