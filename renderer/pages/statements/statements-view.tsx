import { whatWasSaid, type Said, type SaidOf } from '../../../shared/records/views/what-was-said.ts';
import { kinds } from '../../../shared/records/kinds.ts';
import { stances } from '../../../shared/records/kinds/statement.ts';
import { useCaseRecords } from '../../answers/use-case-records.ts';
import { Gradually, sections } from '../../ui/gradually.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import { leastWidth } from '../../ui/text-spread.tsx';
import type { Named } from '../../answers/use-records.ts';
import { analysis } from '../../words/analysis.ts';
import { doubtWords } from '../../words/doubt.ts';
import { quoted } from '../../words/quote.ts';
import { ViewFrame } from '../analysis/view-frame.tsx';
import styles from '../analysis/analysis.module.css';

const words = analysis.said;
const wanted = { assertion: { fields: ['statement'], linked: true }, statement: {}, correction: {} } as const;
const forums: Readonly<Record<string, string>> = kinds.statement.fields.forum.options ?? {};

/** Statements on each disputed issue side by side; ours that contradict one another come first. */
export function StatementsView() {
  const { records, failure } = useCaseRecords(wanted);
  const said = whatWasSaid(records?.of('assertion') ?? [], records?.of('statement') ?? []);
  const sorted = [...said].sort((a, b) => b.contradictions.length - a.contradictions.length);
  const corrections = (records?.of('correction') ?? []).filter((one) => one.state === 'open' || one.state === 'drafted');
  return (
    <ViewFrame
      name={analysis.tabs.said}
      records={records}
      failure={failure}
      note={words.note}
      empty={sorted.length + corrections.length === 0 ? { says: words.empty, then: words.emptyThen, begins: 'statement' } : null}
    >
      {corrections.length > 0 && (
        <section className={styles.section}>
          <h2 className={styles.title}>{words.corrections}</h2>
          {corrections.map((one) => (
            <p key={one.id} className={styles.late}>
              <Mark shape="stop" tone="late" /> {one.fields.title} <Ref inText>{one.number}</Ref>
            </p>
          ))}
        </section>
      )}
      <Gradually of={sorted} first={sections}>
        {(one) => <Issue key={one.assertion.id} said={one} names={records?.names ?? new Map<string, Named>()} />}
      </Gradually>
    </ViewFrame>
  );
}

function Issue({ said, names }: { said: SaidOf; names: ReadonlyMap<string, Named> }) {
  return (
    <section aria-labelledby={`said-${said.assertion.number}`}>
      <div className={styles.section}>
        <h2 className={styles.title} id={`said-${said.assertion.number}`}>
          {said.assertion.statement} <Ref inText>{said.assertion.number}</Ref>
        </h2>
        {said.contradictions.map(([one, other]) => (
          <p key={`${one} ${other}`} className={styles.late}>
            <Mark shape="stop" tone="late" /> {words.clash(one, other)}
          </p>
        ))}
      </div>
      <div className={styles.frame}>
        <table className={styles.table} style={leastWidth(780)}>
          <thead>
            <tr>
              <th scope="col" style={{ width: '90px' }}>
                {analysis.number}
              </th>
              <th scope="col" style={{ width: '150px' }}>
                {words.columns.when}
              </th>
              <th scope="col" style={{ width: '150px' }}>
                {words.columns.who}
              </th>
              <th scope="col" style={{ width: '110px' }}>
                {words.columns.stance}
              </th>
              <th scope="col">{words.columns.words}</th>
            </tr>
          </thead>
          <tbody>
            {said.said.map((one) => (
              <Row key={one.id} said={one} names={names} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** One statement: its words are quoted only where they are the speaker’s own; what others tell of them says so, by whom, and with which doubt. */
function Row({ said, names }: { said: Said; names: ReadonlyMap<string, Named> }) {
  const doubt = [...(said.ownWords ? [] : [words.notOwn]), ...doubtWords(said)];
  const notes = [
    ...(said.continuing ? [words.continuing] : []),
    ...(said.captured ? [] : [words.notCaptured]),
    ...(said.side !== 'ours' || said.approved ? [] : [words.notApproved]),
  ];
  return (
    <tr>
      <td>
        <Ref inText>{said.number}</Ref>
      </td>
      <td>
        <UncertainDate fact={said.at} length="full" />
      </td>
      <td>
        {words.sides[said.side]}
        <span className={styles.small}>{said.speakers.flatMap((id) => names.get(id)?.title ?? []).join(', ')}</span>
        <span className={styles.small}>{words.saidTo(forums[said.forum] ?? said.forum)}</span>
      </td>
      <td>
        {stances[said.stance]}
        {said.state !== 'made' && (
          <span className={styles.small}>
            <State look={stateLook('statement', said.state)} />
          </span>
        )}
      </td>
      <td>
        <span className={`${styles.words} ${said.ownWords ? styles.quote : ''}`}>{said.ownWords ? quoted(said.words) : said.words}</span>
        {(doubt.length > 0 || said.sources.length > 0) && (
          <span className={styles.small}>
            {doubt.length > 0 && <span className={styles.wait}>{doubt.join(' · ')} </span>}
            {said.sources.map((id) => {
              const number = names.get(id)?.number;
              return number === undefined ? null : (
                <Ref key={id} inText>
                  {number}
                </Ref>
              );
            })}{' '}
            {said.pinpoint}
          </span>
        )}
        {notes.length > 0 && <span className={styles.small}>{notes.join('; ')}</span>}
      </td>
    </tr>
  );
}
