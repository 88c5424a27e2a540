import { useState } from 'react';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import type { RecordOf } from '../../../shared/records/kinds.ts';
import { useNames, type Whole } from '../../answers/use-records.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { vault } from '../../bridge.ts';
import { go } from '../../screen/route.ts';
import { useToday, useWritable } from '../../screen/screen.ts';
import { Cited } from '../../ui/cited.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Heads } from '../../ui/heads.tsx';
import { Mark } from '../../ui/mark.tsx';
import parts from '../../ui/page-parts.module.css';
import { Ref } from '../../ui/ref.tsx';
import { State } from '../../ui/state.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { fileSize } from '../../words/count.ts';
import { dayWords } from '../../words/dates.ts';
import { records } from '../../words/records.ts';
import { scope as words } from '../../words/scope.ts';
import { RecordBody } from '../record/record-body.tsx';
import { RecordShell } from '../record/record-shell.tsx';
import { resultLook } from '../reach/result-look.ts';
import reach from '../reach/reach.module.css';
import { Notes } from '../reach/notes.tsx';
import styles from './screening.module.css';
import { figure } from '../../words/writing.ts';

type Screening = RecordOf<'screening'>;
const results = ['barred', 'not_barred', 'undetermined'] as const;

/** What a roster came to: counts, why, the EAR test beside it, what could not be read, and the file for the identity team. */
export function ScreeningPage({ whole, screening, tab }: { whole: Whole; screening: Screening; tab: string | null }) {
  const names = useNames(whole);
  const today = useToday();
  const order = names.get(screening.fields.order);
  return (
    <RecordShell
      whole={whole}
      tab={tab}
      line={[words.rows(screening.fields.rows), words.onDay(dayWords(screening.fields.day, 'full', today)), ...(order ? [<Ref key="o">{order.number}</Ref>] : [])]}
      side={<FileFacts screening={screening} />}
      tabs={[
        { key: 'results', name: words.counts, body: <Results screening={screening} order={order?.number ?? null} /> },
        { key: 'differing', name: words.whoDiffers, body: <Differing screening={screening} /> },
        { key: 'record', name: records.recordTab, body: <RecordBody record={screening} names={names} without={['reasons', 'beside', 'badLines']} /> },
      ]}
    />
  );
}

function FileFacts({ screening: { fields } }: { screening: Screening }) {
  return (
    <Facts
      title={words.screenedFile}
      facts={[
        [words.file, fields.file.name, fileSize(fields.file.bytes)],
        [
          words.digest,
          <span key="h" className="mono">
            {fields.file.sha256.slice(0, 16)}…
          </span>,
        ],
        ...(fields.mapping ?? []).map(({ column, header }) => [column, header] as const),
      ]}
    />
  );
}

function Results({ screening, order }: { screening: Screening; order: string | null }) {
  const { fields } = screening;
  const writable = useWritable();
  const [done, setDone] = useState<Reply<Contract, 'screening.export'> | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const write = async (reasons: boolean): Promise<void> => {
    setFailure(null);
    const answer = await vault.ask('screening.export', { number: screening.number, reasons });
    if (answer.ok) setDone(answer.reply);
    else if (answer.failure.code !== 'cancelled') setFailure(answer.failure);
  };
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.counts}>
      <Notes notes={fields.notes ?? []} />
      <section className={parts.section}>
        <table className={reach.table}>
          <tbody>
            {results.map((result) => (
              <tr key={result}>
                <th scope="row">
                  <State look={resultLook(result)} />
                </th>
                <td className={reach.figure}>{figure(fields.counts[result])}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="muted">{words.otherControls}</p>
        {writable && (
          <div className={styles.acts}>
            <PageButton variant="filled" onClick={() => void write(false)}>
              {words.export}
            </PageButton>
            <PageButton onClick={() => void write(true)}>{words.exportReasons}</PageButton>
            {order !== null && <PageButton onClick={() => go({ page: 'screen', number: order })}>{words.again}</PageButton>}
            <span className="muted">{words.exportNote}</span>
          </div>
        )}
        {done && (
          <p role="status">
            <Mark shape="circleCheck" tone="done" /> <Cited text={words.exported(done.file, done.release)} />
          </p>
        )}
        {failure && <FailureNote failure={failure} />}
      </section>
      <section className={parts.section}>
        <h2 className={parts.sectionTitle}>{words.reasons}</h2>
        <table className={reach.table}>
          <thead>
            <tr>
              <Heads names={[words.byOrder, words.decides, words.definition, words.missing]} />
              <th scope="col" className={reach.figure}>
                {words.figure}
              </th>
            </tr>
          </thead>
          <tbody>
            {(fields.reasons ?? []).map((reason, i) => (
              <tr key={i}>
                <td>
                  <State look={resultLook(reason.result)} />
                  <span className={reach.small}>{words.why[reason.why]}</span>
                </td>
                <td className="nowrap">{reason.clause === undefined ? '' : words.clause(reason.order ?? '', reason.clause)}</td>
                <td>
                  <Cited text={reason.definition ?? ''} />
                </td>
                <td className="muted">{words.lacks(reason.missing ?? [])}</td>
                <td className={reach.figure}>{figure(reason.rows)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className={parts.section}>
        <h2 className={parts.sectionTitle}>{words.beside}</h2>
        <p className="muted">
          <Cited text={words.besideNote} />
        </p>
        <table className={reach.table}>
          <tbody>
            {(fields.beside ?? []).map((one, i) => (
              <tr key={i}>
                <th scope="row">
                  <State look={resultLook(one.result)} />
                </th>
                <td>{words.ear[one.ear]}</td>
                <td className="muted">{one.differs ? words.differ : ''}</td>
                <td className={reach.figure}>{figure(one.rows)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {fields.badLineCount > 0 && (
        <section className={parts.section}>
          <h2 className={parts.sectionTitle}>{words.badLines}</h2>
          <p>
            <Mark shape="stop" tone="late" /> {figure(fields.badLineCount)}. {words.badLinesNote}
          </p>
          <ul>
            {(fields.badLines ?? []).slice(0, 200).map(({ line, why }) => (
              <li key={line} className="muted">
                {words.line(line)}: {why}
              </li>
            ))}
          </ul>
        </section>
      )}
      {(fields.notUnderstood ?? []).length > 0 && (
        <section className={parts.section}>
          <h2 className={parts.sectionTitle}>{words.notUnderstood}</h2>
          <ul>
            {(fields.notUnderstood ?? []).map(({ column, rows, firstLine }) => (
              <li key={column}>
                {column}: {words.notUnderstoodLine(rows, firstLine)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

const pageOfIds = 200;

/** Exactly who differs, page by page: read from the sealed results, never kept by the window. */
function Differing({ screening }: { screening: Screening }) {
  const [limit, setLimit] = useState(pageOfIds);
  const { reply, failure } = useAnswer('screening.differing', { number: screening.number, skip: 0, limit: Math.min(limit, 500) }, false);
  if (failure) return <FailureNote failure={failure} />;
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.whoDiffers}>
      <section className={parts.section}>
        <p className="muted">
          <Cited text={words.besideNote} />
        </p>
        {reply?.rows.length === 0 && <p>{words.nobodyDiffers}</p>}
        <ul className={styles.ids}>
          {(reply?.rows ?? []).map((one, i) => (
            <li key={i}>
              {one.id} <span className="muted">{[words.anyOrder[one.result], words.ear[one.ear]].join(', ')}</span>
            </li>
          ))}
        </ul>
        {reply?.more === true && limit < 500 && <PageButton onClick={() => setLimit(500)}>{words.moreRows}</PageButton>}
      </section>
    </div>
  );
}
