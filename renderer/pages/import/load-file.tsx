import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { vault } from '../../bridge.ts';
import { startWork } from '../../screen/screen.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { Mark } from '../../ui/mark.tsx';
import { wordsOf } from '../../words/failures.ts';
import { importing as words } from '../../words/exchange.ts';
import { AboutFields } from '../evidence/about-fields.tsx';
import { aboutOf, askedOf, type About } from '../evidence/use-intake.ts';
import styles from './import.module.css';

type Told = Reply<Contract, 'evidence.loadFile'>;

/** A table that is a load file: its files are taken in as exhibits, or (below) its rows become a list. Each line is an act of its own; what is wrong with one stops no other. */
export function LoadFile({ token, documents, caseId, writable }: { token: string; documents: number; caseId: string | null; writable: boolean }) {
  const said = words.loadFile;
  const [about, setAbout] = useState<About>(aboutOf(caseId ?? ''));
  const [missing, setMissing] = useState(false);
  const [stop, setStop] = useState<AbortController | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function run(): Promise<void> {
    setMissing(true);
    if (about.caseId === '') return;
    const stopping = new AbortController();
    setStop(stopping);
    setTold(null);
    setFailure(null);
    const work = startWork(said.working, () => stopping.abort());
    const answer = await vault.ask(
      'evidence.loadFile',
      { file: token, ...askedOf(about) },
      { signal: stopping.signal, onProgress: ({ done, of }) => work.tell(said.far(done, of ?? done), of ? done / of : null) },
    );
    work.end();
    setStop(null);
    if (answer.ok) setTold(answer.reply);
    else setFailure(answer.failure.code === 'cancelled' ? null : answer.failure);
  }

  return (
    <section className={styles.section} aria-label={said.title}>
      <h2 className={styles.title}>{said.title}</h2>
      <p className={styles.note}>
        {said.says(documents)} {said.or}
      </p>
      <div className={styles.constants}>
        <AboutFields about={about} missing={missing} onChange={(part) => setAbout({ ...about, ...part })} />
      </div>
      {failure && <FailureNote failure={failure} />}
      <div className={styles.inline}>
        <Button variant="filled" disabled={!writable || stop !== null} loading={stop !== null} onClick={() => void run()}>
          {said.run(documents)}
        </Button>
        {stop && <Button onClick={() => stop.abort()}>{words.cancel}</Button>}
        {told && (
          <span role="status">
            <Mark shape={told.refused === 0 ? 'circleCheck' : 'stop'} tone={told.refused === 0 ? 'done' : 'late'} /> {said.done(told.taken, told.refused)}
          </span>
        )}
      </div>
      {told && told.lines.length > 0 && <Refused told={told} />}
    </section>
  );
}

function Refused({ told: { lines, refused } }: { told: Told }) {
  const said = words.loadFile;
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.row}>
              {said.refusedHead.line}
            </th>
            <th scope="col" className={styles.column}>
              {said.refusedHead.control}
            </th>
            <th scope="col">{said.refusedHead.why}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((one, i) => {
            // Proof of the cast: what stands in `failure` was made by the vault's own `refuse`.
            const why = one.failure ? wordsOf(one.failure as Failure) : null;
            return (
              <tr key={i}>
                <td className={styles.row}>{one.line}</td>
                <td className={styles.column}>{one.control}</td>
                <td>{why && `${why.what} ${why.means}`}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {refused > lines.length && <p className={styles.note}>{said.more(refused - lines.length)}</p>}
    </>
  );
}
