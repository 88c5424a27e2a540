import { useState } from 'react';
import { kindNamed } from '../../../shared/records/kinds.ts';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import type { Whole } from '../../answers/use-records.ts';
import { vault } from '../../bridge.ts';
import { useGoOn } from '../../form/go-on.ts';
import { onlyReason, useKeptWords } from '../../form/use-kept-words.ts';
import { nowInstant, setScreen, useToday, useWritable, useZone } from '../../screen/screen.ts';
import { Facts } from '../../ui/facts.tsx';
import { Mark } from '../../ui/mark.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { Ref } from '../../ui/ref.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { approvals as words } from '../../words/approvals.ts';
import { dayAt, dayWords, timeAt } from '../../words/dates.ts';
import styles from './approvals.module.css';

type Approvals = NonNullable<Reply<Contract, 'approvals.of'>>;
type Role = Approvals['roles'][number];
type Given = Role['given'][number];
type Asking = { readonly act: 'sign'; readonly role: Role } | { readonly act: 'withdraw'; readonly given: Given } | null;

/** Who signed a record and who may still: at the side of every record that is approved by signatures. */
export function RecordApprovals({ whole }: { whole: Whole }) {
  const { record, seq } = whole;
  const signs = kindNamed(record.kind)?.approvals !== undefined && !record.removed;
  const { reply, again } = useAnswer('approvals.of', signs ? { number: record.number } : null, false);
  // What is over is signed no more; a signature given too late would only look as if it had been there in time.
  const open = kindNamed(record.kind)?.states[record.state]?.closed !== true;
  const sealed = Object.keys(record.fields).length === 0;
  const writable = useWritable() && open && !sealed;
  const [asking, setAsking] = useState<Asking>(null);
  useGoOn((dialog, [about]) => {
    const given = writable && dialog === 'withdraw' ? reply?.roles.flatMap((role) => role.given).find((one) => one.number === about && one.mine) : undefined;
    if (given) setAsking({ act: 'withdraw', given });
    return given !== undefined;
  });
  if (!signs || !reply) return null;
  return (
    <>
      <Facts
        title={words.title}
        facts={[
          [words.what, reply.what] as const,
          ...reply.roles.map(
            (role) =>
              [
                words[role.role],
                <Signed key={role.role} role={role} typed={role.role === 'approver' ? reply.typed.by : reply.typed.reviewedBy} writable={writable} onAsk={setAsking} />,
              ] as const,
          ),
        ]}
      />
      {reply.standing === 'alone' && <p className={styles.alone}>{words.alone}</p>}
      {asking && (
        <AskDialog
          asking={asking}
          what={reply.what}
          number={record.number}
          seq={seq}
          onClose={() => {
            setAsking(null);
            again();
          }}
        />
      )}
    </>
  );
}

function Signed({ role, typed, writable, onAsk }: { role: Role; typed: string | null; writable: boolean; onAsk: (asking: Asking) => void }) {
  const zone = useZone();
  const today = useToday();
  const mine = role.given.some((one) => one.mine && one.standing === 'holds');
  const held = role.given.some((one) => one.standing === 'holds' || one.standing === 'sealed');
  return (
    <>
      {role.given.map((one) => (
        <p key={one.number}>
          <Mark
            shape={one.standing === 'holds' ? 'circleCheck' : 'stop'}
            tone={one.standing === 'holds' ? 'done' : one.standing === 'changed-since' || one.standing === 'sealed' ? 'wait' : 'late'}
          />{' '}
          {one.name !== null && one.at !== null && words.signed(one.name, `${dayWords(dayAt(one.at, zone), 'short', today)}, ${timeAt(one.at, zone)}`)} <Ref>{one.number}</Ref>
          {one.standing !== 'holds' && <span className="muted"> {words[one.standing]}.</span>}
          {writable && one.mine && (
            <PageButton className={styles.small} aria-label={words.withdrawAs(role.act)} onClick={() => onAsk({ act: 'withdraw', given: one })}>
              {words.withdraw}
            </PageButton>
          )}
        </p>
      ))}
      {!held && <p className="muted">{typed === null ? words.nobody : words.typed(typed)}</p>}
      {writable && !mine && (
        <PageButton className={styles.small} aria-label={`${words.sign}… ${role.act}`} onClick={() => onAsk({ act: 'sign', role })}>
          {`${words.sign}…`}
        </PageButton>
      )}
    </>
  );
}

function AskDialog({ asking, what, number, seq, onClose }: { asking: NonNullable<Asking>; what: string; number: string; seq: number; onClose: () => void }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const sign = asking.act === 'sign';
  const title = asking.act === 'sign' ? words.signTitle(asking.role.act, number) : words.withdrawTitle(asking.given.number);
  const kept = useKeptWords({ dialog: asking.act === 'sign' ? 'sign' : 'withdraw', about: [asking.act === 'sign' ? number : asking.given.number], title }, ...onlyReason);
  const act = async (reason: string): Promise<boolean> => {
    const answer =
      asking.act === 'sign' ? await vault.ask('approvals.give', { number, role: asking.role.role, seq }) : await vault.ask('records.remove', { id: asking.given.id, reason });
    if (!answer.ok) {
      setFailure(answer.failure);
      return false;
    }
    setScreen({ failure: null, savedAt: nowInstant() });
    onClose();
    return true;
  };
  return (
    <ReasonDialog
      title={title}
      kept={kept}
      note={sign ? words.signNote(what) : words.withdrawNote}
      reason={sign ? 'none' : 'needed'}
      does={sign ? words.sign : words.withdraw}
      leaves={words.cancel}
      failure={failure}
      onAct={act}
      onClose={onClose}
    />
  );
}
