import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { contract } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { vault } from '../../bridge.ts';
import { onlyReason, useKeptWords } from '../../form/use-kept-words.ts';
import { nowInstant, setScreen } from '../../screen/screen.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { Loading } from '../../ui/not-there.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { useWhen } from '../../ui/use-when.ts';
import { earlier as words } from '../../words/earlier.ts';
import styles from './earlier-dialog.module.css';

type Version = z.output<(typeof contract)['records.earlier']['reply']>;
type Field = Version['fields'][number];

/** Under which name its words are kept; the entry comes after it. */
export const earlierDialog = 'earlier-';

/** What a record said after one of its entries and does not say now; what is chosen of it is written again, with a reason that the history keeps. */
export function EarlierDialog({ number, entry, onClose }: { number: string; entry: number; onClose: () => void }) {
  const { reply, failure: refused } = useAnswer('records.earlier', { number, entry }, false);
  const when = useWhen();
  const title = words.restoreOf(number, entry);
  const kept = useKeptWords({ dialog: `${earlierDialog}${entry}`, about: [number], title }, ...onlyReason);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<Failure | null>(null);
  const free = reply?.instead === null ? reply.fields.filter(({ why }) => why === null) : [];
  const chosen = free.filter(({ field }) => !left.has(field)).map(({ field }) => field);
  const turn = (field: string, on: boolean): void => setLeft((was) => new Set(on ? [...was].filter((one) => one !== field) : [...was, field]));
  const restore = async (reason: string): Promise<boolean> => {
    if (!reply) return false;
    const answer = await vault.ask('records.restoreEarlier', { number, entry, fields: chosen, seq: reply.seq, reason });
    if (!answer.ok) {
      setFailure(answer.failure);
      return false;
    }
    setScreen({ failure: null, savedAt: nowInstant(), undoable: { act: answer.reply.act, says: words.restored(number) } });
    onClose();
    return true;
  };
  return (
    <ReasonDialog
      title={reply ? words.title(number, when(reply.at)) : title}
      {...(reply && { note: words.note(reply.actor, entry) })}
      kept={kept}
      reason={free.length > 0 ? 'needed' : 'none'}
      does={words.fields(chosen.length)}
      leaves={words.leaves}
      failure={failure}
      waits={chosen.length === 0}
      size={640}
      onAct={restore}
      onClose={onClose}
    >
      {refused && <FailureNote failure={refused} />}
      {!reply && !refused && <Loading />}
      {reply?.instead && (
        <p>
          {words.stands} {reply.instead}
        </p>
      )}
      {reply && reply.fields.length === 0 && <p>{words.same}</p>}
      {reply && reply.fields.length > 0 && (
        <ul className={styles.fields} aria-label={words.choose} tabIndex={0}>
          {reply.fields.map((field) => (
            <FieldThen key={field.field} field={field} stands={reply.instead !== null} on={chosen.includes(field.field)} turn={(on) => turn(field.field, on)} />
          ))}
        </ul>
      )}
    </ReasonDialog>
  );
}

/** One field: what it says, what it said, and whether that is wanted again; why not, where it is not to be had. */
function FieldThen({ field: { label, lines, why }, stands, on, turn }: { field: Field; stands: boolean; on: boolean; turn: (on: boolean) => void }) {
  return (
    <li>
      {stands || why !== null ? <p className="strong">{label}</p> : <Checkbox label={label} checked={on} onChange={(event) => turn(event.currentTarget.checked)} />}
      {why !== null && !stands && <p className={styles.why}>{why}</p>}
      {lines.map((line, i) => (
        <p key={i} className={styles.line}>
          {line.label !== label && <span className="muted">{line.label} </span>}
          <span className="hidden">{words.now}: </span>
          {line.old === null ? <span className="muted">{words.nothing}</span> : <del>{line.old}</del>}
          <span className={styles.arrow} aria-hidden="true">
            ›
          </span>
          <span className="hidden">{words.then}: </span>
          {line.new === null ? <span className="muted">{words.nothing}</span> : <span>{line.new}</span>}
        </p>
      ))}
    </li>
  );
}
