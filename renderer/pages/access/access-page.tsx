import { useState } from 'react';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import { surfaces } from '../../../shared/records/parts/activities.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { go } from '../../screen/route.ts';
import { useScreen, useWritable } from '../../screen/screen.ts';
import { Empty } from '../../ui/empty.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Heads } from '../../ui/heads.tsx';
import { Loading } from '../../ui/not-there.tsx';
import parts from '../../ui/page-parts.module.css';
import { Behind, Gradually } from '../../ui/gradually.tsx';
import { Ref } from '../../ui/ref.tsx';
import { State, type Look } from '../../ui/state.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { access as words } from '../../words/access.ts';
import styles from './access.module.css';
import { AccessTable } from './access-table.tsx';
import { Redetermine } from './redetermine.tsx';

export type Row = Reply<Contract, 'scope.access'>['rows'][number];

const looks: Readonly<Record<NonNullable<Row['still']>, Look>> = {
  has: { shape: 'squareOpen', tone: 'late', word: words.still.has },
  may: { shape: 'squareDashed', tone: 'wait', word: words.still.may },
  unproved: { shape: 'squareDashed', tone: 'wait', word: words.still.unproved },
  undecided: { shape: 'squareDashed', tone: 'wait', word: words.still.undecided },
};
/** How a way to a model is drawn: open and red where it should be shut, dashed where nobody knows. */
export const stillLook = (still: Row['still']): Look => (still === null ? { shape: 'squareFull', tone: 'plain', word: words.settled } : looks[still]);
export const surfaceName = (surface: string | null): string => (surface === null ? words.every : ((surfaces as Readonly<Record<string, string>>)[surface] ?? surface));

/** Who may still reach a model that they should not, what is to be determined again, and every recorded way of a person or group to a model. */
export function AccessPage() {
  const caseId = useScreen((now) => now.caseId);
  const writable = useWritable();
  const { reply, failure } = useAnswer('scope.access', { caseId });
  const [done, setDone] = useState(0);
  const still = (reply?.rows ?? []).filter((row) => row.still !== null);
  return (
    <>
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{words.title}</h1>
        <p className={`${parts.headNote} ${parts.headCount}`}>{reply && reply.rows.length > 0 && words.note(still.length, reply.rows.length)}</p>
      </div>
      {failure && (
        <div className={parts.section}>
          <FailureNote failure={failure} />
        </div>
      )}
      {!reply && !failure && <Loading />}
      {reply && (
        <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.title}>
          {reply.sealed > 0 && <p className={styles.intro}>{words.sealed(reply.sealed)}</p>}
          {reply.rows.length === 0 && reply.sealed === 0 && (
            <Empty
              says={words.empty}
              then={words.emptyThen}
              action={
                writable && (
                  <span className={styles.acts}>
                    <PageButton onClick={() => go({ page: 'new', kind: 'audience', prefill: {} })}>{words.newGroup}</PageButton>
                    <PageButton variant="subtle" onClick={() => go({ page: 'new', kind: 'access_determination', prefill: {} })}>
                      {words.newDetermination}
                    </PageButton>
                  </span>
                )
              }
            />
          )}
          {reply.rows.length > 0 && (still.length === 0 ? <p className={styles.intro}>{words.nobody}</p> : <StillTable rows={still} />)}
          {reply.again.length > 0 && <Redetermine again={reply.again} onDone={setDone} />}
          <p role="status" className={done > 0 ? styles.intro : undefined}>
            {done > 0 && words.done(done)}
          </p>
          {reply.rows.length > 0 && (
            <Behind>
              <AccessTable rows={reply.rows} />
            </Behind>
          )}
        </div>
      )}
    </>
  );
}

function StillTable({ rows }: { rows: readonly Row[] }) {
  return (
    <>
      <p className={styles.intro}>{words.intro}</p>
      <table className={styles.table}>
        <caption className="hidden">{words.title}</caption>
        <thead>
          <tr>
            <Heads names={Object.values(words.columns)} />
          </tr>
        </thead>
        <tbody>
          <Gradually of={rows}>
            {(row, at) => (
              <tr key={at}>
                <th scope="row">{row.who}</th>
                <td className="nowrap">
                  <State look={stillLook(row.still)} />
                  <span className={styles.small}>{words.said(words.planned[row.planned], words.actual[row.actual])}</span>
                </td>
                <td>
                  {words.model(row.model)} <span className="muted">{row.version}</span>
                  <span className={styles.small}>{row.surface === null ? words.everySurface : surfaceName(row.surface)}</span>
                </td>
                <td className={row.when === '' ? 'muted' : undefined}>{row.when === '' ? words.noWhen : row.when}</td>
                <td>
                  <Proofs proofs={row.proofs} />
                </td>
                <td>
                  <Ref>{row.from}</Ref>
                </td>
              </tr>
            )}
          </Gradually>
        </tbody>
      </table>
    </>
  );
}

/** The exhibits that show it, or that there are none. */
export function Proofs({ proofs }: { proofs: readonly string[] }) {
  if (proofs.length === 0) return <span className="muted">{words.noProof}</span>;
  return proofs.map((number) => (
    <span key={number}>
      <Ref>{number}</Ref>{' '}
    </span>
  ));
}
