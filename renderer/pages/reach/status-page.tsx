import { memo, useEffect, useRef, useState } from 'react';
import { kinds } from '../../../shared/records/kinds.ts';
import { surfaces } from '../../../shared/records/parts/activities.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { addressOf, go } from '../../screen/route.ts';
import { nowInstant, setScreen, useScreen, useToday, useWritable } from '../../screen/screen.ts';
import { vault } from '../../bridge.ts';
import { Cited } from '../../ui/cited.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loading } from '../../ui/not-there.tsx';
import parts from '../../ui/page-parts.module.css';
import { Gradually } from '../../ui/gradually.tsx';
import { Ref } from '../../ui/ref.tsx';
import { State } from '../../ui/state.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { dayWords } from '../../words/dates.ts';
import { access } from '../../words/access.ts';
import { records } from '../../words/records.ts';
import { scope as words } from '../../words/scope.ts';
import { DayChoice } from './day-choice.tsx';
import { anyOrderLook } from './result-look.ts';
import { Notes } from './notes.tsx';
import styles from './reach.module.css';
import { isTextOrNull, useStanding } from '../../screen/standing.ts';

/** Lists of what lies behind the matrix. */
const behind = ['scope_rule', 'ambiguity', 'screening', 'roster', 'access_determination', 'person'] as const;
const nameOf = (surface: string | null): string => (surface === null ? words.anySurface : ((surfaces as Readonly<Record<string, string>>)[surface] ?? surface));

/** Models asked for at first: more than fill a screen. */
const atFirst = 20;

/** Whether each class of people is barred from each version of each model through each surface, on any day, by any order. Models come as they are scrolled to. */
export function StatusPage() {
  const today = useToday();
  const caseId = useScreen((now) => now.caseId);
  const [day, setDay] = useStanding('day', null, isTextOrNull);
  const [first, setFirst] = useState(atFirst);
  const writable = useWritable();
  const { reply, failure, loading } = useAnswer('scope.status', { caseId, first, ...(day !== null && { day }) });
  return (
    <>
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{words.statusTitle}</h1>
        <p className={`${parts.headNote} ${parts.headCount}`}>{reply && words.statusNote(dayWords(reply.day, 'full', today), reply.models, reply.of)}</p>
        <DayChoice day={day} onDay={setDay} />
        {reply?.rows[0] && (
          <PageButton onClick={() => go({ page: 'press', document: 'access-status', number: reply.rows[0]?.modelNumber ?? '-', ...(day !== null && { day }) })}>
            {words.print}
          </PageButton>
        )}
      </div>
      {failure && <FailureNote failure={failure} />}
      {!reply && !failure && <Loading />}
      {reply && (
        <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.statusTitle}>
          <DueRosters />
          <nav className={styles.links} aria-label={words.lists}>
            <a href={addressOf({ page: 'access' })}>{access.command}</a>
            {behind.map((kind) => (
              <a key={kind} href={addressOf({ page: 'list', kind })}>
                {kinds[kind].plural}
              </a>
            ))}
          </nav>
          {reply.rows.length === 0 ? (
            <Empty
              says={words.noModels}
              then={words.noModelsThen}
              action={
                writable && <PageButton onClick={() => go({ page: 'new', kind: 'restricted_model', prefill: {} })}>{records.newKind(kinds.restricted_model.label)}</PageButton>
              }
            />
          ) : (
            <Matrix status={reply} />
          )}
          {reply.models < reply.of && <More shown={reply.models} of={reply.of} asking={loading} onMore={() => setFirst(reply.models * 2)} />}
          <p className={styles.note}>
            {words.classesNote} {words.otherControls}
          </p>
          <Notes notes={reply.notes} />
        </div>
      )}
    </>
  );
}

/** Says how many models are left out, and has the next ones asked for: when pressed, and when it comes into view. */
function More({ shown, of, asking, onMore }: { shown: number; of: number; asking: boolean; onMore: () => void }) {
  const line = useRef<HTMLParagraphElement>(null);
  const more = useRef(onMore);
  more.current = onMore;
  useEffect(() => {
    if (!line.current || asking) return;
    const watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && more.current(), { rootMargin: '600px' });
    watch.observe(line.current);
    return () => watch.disconnect();
  }, [asking, shown]);
  return (
    <p ref={line} className={styles.more}>
      {words.moreModels(shown, of)} <PageButton onClick={onMore}>{words.showMore}</PageButton>
    </p>
  );
}

/** Rosters that were kept and whose day has come: raised until somebody purges them. */
function DueRosters() {
  const today = useToday();
  const writable = useWritable();
  const caseId = useScreen((now) => now.caseId);
  const { reply } = useAnswer('roster.due', { caseId }, false);
  const [done, setDone] = useState('');
  const purge = async (number: string): Promise<void> => {
    const answer = await vault.ask('roster.purge', { number, reason: words.purgeReason });
    if (!answer.ok) return setScreen({ failure: answer.failure });
    setScreen({ failure: null, savedAt: nowInstant(), undoable: null });
    setDone(words.purged(number));
  };
  return (
    <>
      {(reply?.due ?? []).map((one) => (
        <p key={one.number} className={styles.due}>
          <Mark shape="circleDotted" tone="wait" /> <Cited text={words.toPurge(one.number, one.purgeOn === null ? null : dayWords(one.purgeOn, 'full', today))} />
          {writable && one.purgeOn !== null && (
            <PageButton aria-label={words.purgeOf(one.number)} onClick={() => void purge(one.number)}>
              {words.purge}
            </PageButton>
          )}
        </p>
      ))}
      <p role="status" className={done === '' ? undefined : styles.due}>
        {done}
      </p>
    </>
  );
}

type Status = NonNullable<ReturnType<typeof useAnswer<'scope.status'>>['reply']>;

function Matrix({ status }: { status: Status }) {
  return (
    <div className={styles.frame}>
      <table className={styles.matrix}>
        <caption className="hidden">{words.statusTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{words.model}</th>
            <th scope="col">{words.surface}</th>
            {status.classes.map((one) => (
              <th key={one.key} scope="col">
                {one.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gradually of={status.rows}>
            {(row, i) => {
              const before = status.rows[i - 1];
              return <MatrixRow key={`${row.modelNumber} ${row.version} ${row.surface}`} row={row} again={before?.model === row.model && before.version === row.version} />;
            }}
          </Gradually>
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  row: Status['rows'][number];
  /** Whether model and version are those of the row before. */
  again: boolean;
}

/** Drawn again only when it says something else: each time more models come, those that stand there come with them. */
const MatrixRow = memo(
  function MatrixRow({ row, again }: RowProps) {
    return (
      <tr>
        <th scope="row">
          {again ? (
            <span className="hidden">
              {row.model} {row.version}
            </span>
          ) : (
            <>
              {row.version === '' ? row.model : row.version}
              <span className={styles.small}>
                <Ref>{row.modelNumber}</Ref> {row.model}
              </span>
            </>
          )}
        </th>
        <td>{nameOf(row.surface)}</td>
        {row.cells.map((cell, at) => (
          <td key={at} data-result={cell.result}>
            <State look={anyOrderLook(cell.result)} />
            <span className={styles.small}>{words.clauseOf(cell.order, cell.clause)}</span>
            {cell.doubt !== null && <span className={styles.small}>{words.doubt[cell.doubt]}</span>}
            {cell.missing.length > 0 && <span className={styles.small}>{words.lacks(cell.missing)}</span>}
          </td>
        ))}
      </tr>
    );
  },
  (was, now) => was.again === now.again && (was.row === now.row || JSON.stringify(was.row) === JSON.stringify(now.row)),
);
