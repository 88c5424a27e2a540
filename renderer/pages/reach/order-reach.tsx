import type { Contract } from '../../../shared/contract/contract.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { go } from '../../screen/route.ts';
import { useToday, useWritable } from '../../screen/screen.ts';
import { Cited } from '../../ui/cited.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Heads } from '../../ui/heads.tsx';
import { Loading } from '../../ui/not-there.tsx';
import parts from '../../ui/page-parts.module.css';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { dayWords, inWriting } from '../../words/dates.ts';
import { quoted } from '../../words/quote.ts';
import { scope as words } from '../../words/scope.ts';
import { DayChoice } from './day-choice.tsx';
import { resultLook } from './result-look.ts';
import { Notes } from './notes.tsx';
import styles from './reach.module.css';
import { isTextOrNull, useStanding } from '../../screen/standing.ts';

type Reach = Reply<Contract, 'scope.reach'>;

/** Whom the order reaches on a day: the classes with the clause that decides, the EAR test beside it, the rules, the open terms, what it rests on and what it meets. */
export function OrderReach({ number, id }: { number: string; id: string }) {
  const today = useToday();
  const writable = useWritable();
  const [day, setDay] = useStanding('reach day', null, isTextOrNull);
  const { reply, failure } = useAnswer('scope.reach', { order: number, ...(day !== null && { day }) });
  if (failure) return <FailureNote failure={failure} />;
  if (!reply) return <Loading />;
  const addRule = (): void => go({ page: 'new', kind: 'scope_rule', prefill: { field: 'order', linkId: id, linkNumber: number } });
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.classes}>
      <div className={styles.tools}>
        <span>{words.onDay(dayWords(reply.day, 'full', today))}</span>
        <DayChoice day={day} onDay={setDay} />
        {writable && reply.rules.length > 0 && <PageButton onClick={() => go({ page: 'screen', number })}>{words.screen}</PageButton>}
      </div>
      <Notes notes={reply.notes} />
      {reply.classes.length === 0 ? (
        <Empty says={words.noRules} then={words.noRulesThen} action={writable && <PageButton onClick={addRule}>{words.addRule}</PageButton>} />
      ) : (
        <Classes reach={reply} />
      )}
      <Rules reach={reply} onAdd={writable ? addRule : null} />
      <Terms reach={reply} onAdd={writable ? () => go({ page: 'new', kind: 'ambiguity', prefill: { field: 'order', linkId: id, linkNumber: number } }) : null} />
      <Basis reach={reply} number={number} id={id} writable={writable} />
      <Others reach={reply} />
    </div>
  );
}

function Classes({ reach }: { reach: Reach }) {
  return (
    <section className={parts.section}>
      <h2 className={parts.sectionTitle}>{words.classes}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <Heads names={[words.class, words.byOrder, words.decides, words.byEar, words.missing]} />
          </tr>
        </thead>
        <tbody>
          {reach.classes.map((one) => (
            <tr key={one.key}>
              <th scope="row">{one.label}</th>
              <td>
                <State look={resultLook(one.result)} />
              </td>
              <td className="nowrap">{one.order === null ? '' : words.clause(one.order, one.clause ?? '')}</td>
              <td>
                <span className="nowrap">{words.ear[one.ear]}</span>
                {one.differs && <span className={styles.small}>{words.differ}</span>}
              </td>
              <td className="muted">{words.lacks(one.missing)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">{words.classesNote}</p>
      <p className="muted">{words.otherControls}</p>
    </section>
  );
}

function Rules({ reach, onAdd }: { reach: Reach; onAdd: (() => void) | null }) {
  if (reach.rules.length === 0) return null;
  return (
    <section className={parts.section}>
      <h2 className={parts.sectionTitle}>{words.rules}</h2>
      {reach.rules.map((rule) => (
        <div key={rule.number} className={styles.rule}>
          <p className={styles.ruleHead}>
            <span className="strong">{words.rule[rule.kind]}</span>
            <span className="quoted">{quoted(rule.persons)}</span>
            <span className="muted">{words.clause(rule.order, rule.clause)}</span>
            <span className="muted">{words.inForce[rule.inForce]}</span>
            <span className="muted">{words.confirmed[rule.confirmed]}</span>
            <Ref>{rule.number}</Ref>
          </p>
          <dl className={styles.facts}>
            <div>
              <dt>{words.formula}</dt>
              <dd>
                {rule.formula.map((line) => (
                  <span key={line} className={styles.small}>
                    {line}
                  </span>
                ))}
              </dd>
            </div>
            <div>
              <dt>{words.definition}</dt>
              <dd>
                <Cited text={rule.definition} />
              </dd>
            </div>
            {rule.versions.length > 0 && (
              <div>
                <dt>{words.versions}</dt>
                <dd>{rule.versions.join(', ')}</dd>
              </div>
            )}
          </dl>
        </div>
      ))}
      {onAdd && <PageButton onClick={onAdd}>{words.addRule}</PageButton>}
    </section>
  );
}

function Terms({ reach, onAdd }: { reach: Reach; onAdd: (() => void) | null }) {
  return (
    <section className={parts.section}>
      <h2 className={parts.sectionTitle}>{words.terms}</h2>
      {reach.terms.length === 0 && <p className="muted">{words.noTerms}</p>}
      {reach.terms.map((term) => (
        <div key={term.number} className={styles.rule}>
          <p className={styles.ruleHead}>
            <span className="quoted">{quoted(term.term)}</span>
            <State look={stateLook('ambiguity', term.state)} />
            <Ref>{term.number}</Ref>
          </p>
          {term.question !== '' && <p className="muted">{term.question}</p>}
          {term.readings.map((reading) => (
            <p key={reading.letter} className={styles.reading}>
              <span className={styles.letter}>{reading.letter}</span>
              <span>
                <span className={reading.adopted ? 'strong' : undefined}>{reading.text}</span>{' '}
                <span className="muted">{[reading.takenBy.length > 0 ? words.takenBy(reading.takenBy.join(', ')) : '', reading.effect].filter(Boolean).join(' ')}</span>
                {reading.adopted && (
                  <span className={styles.small}>
                    {words.adopted}. {words.adoptedBy(term.adoptedBy, term.adoptedWhy)}
                  </span>
                )}
              </span>
            </p>
          ))}
        </div>
      ))}
      {onAdd && <PageButton onClick={onAdd}>{words.addTerm}</PageButton>}
    </section>
  );
}

const basisLook = { stated: { shape: 'circleCheck', tone: 'done' }, not_stated: { shape: 'circleDotted', tone: 'wait' }, open: { shape: 'circle', tone: 'plain' } } as const;
const basisWord = { stated: words.stated, not_stated: words.notStated, open: words.openItem } as const;

/** What the order rests on, item by item. “Not stated by the issuer” is an answer, and leads to a request for it. */
function Basis({ reach, number, id, writable }: { reach: Reach; number: string; id: string; writable: boolean }) {
  return (
    <section className={parts.section}>
      <h2 className={parts.sectionTitle}>{words.basis}</h2>
      <table className={styles.table}>
        <tbody>
          {reach.basis.map((item) => (
            <tr key={item.key}>
              <th scope="row">{item.asks}</th>
              <td>
                <State look={{ ...basisLook[item.state], word: basisWord[item.state] }} />
              </td>
              <td className="muted">
                {/* Words quoted from the order keep the form they came in. */}
                <Cited text={item.says.startsWith('“') ? item.says : inWriting(item.says)} />
              </td>
              <td>
                {writable && item.state === 'not_stated' && (
                  <PageButton
                    variant="subtle"
                    aria-label={words.askFor(item.request)}
                    onClick={() =>
                      go({
                        page: 'new',
                        kind: 'evidence_request',
                        prefill: { title: `${number}: ${item.request}`, direction: 'to_government', field: 'order', linkId: id, linkNumber: number },
                      })
                    }
                  >
                    {words.ask}
                  </PageButton>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Others({ reach }: { reach: Reach }) {
  return (
    <>
      {reach.effects.length > 0 && (
        <section className={parts.section}>
          <h2 className={parts.sectionTitle}>{words.effects}</h2>
          <table className={styles.table}>
            <tbody>
              {reach.effects.map((one, i) => (
                <tr key={i}>
                  <th scope="row">
                    <Ref>{one.by}</Ref>
                  </th>
                  <td>
                    {words.change[one.change]} {words.effect(one.clause)}
                  </td>
                  <td>
                    {one.rules.map((rule) => (
                      <span key={rule}>
                        <Ref>{rule}</Ref>{' '}
                      </span>
                    ))}
                    <span className="muted">{one.obligations.join(', ')}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <section className={parts.section}>
        <h2 className={parts.sectionTitle}>{words.overlaps}</h2>
        {reach.overlaps.length === 0 && <p className="muted">{words.noOverlaps}</p>}
        {reach.overlaps.length > 0 && (
          <table className={styles.table}>
            <tbody>
              {reach.overlaps.map((one, i) => (
                <tr key={i}>
                  <th scope="row">{words.overlap[one.kind]}</th>
                  <td className="nowrap">
                    <Ref>{one.first === reach.order ? one.second : one.first}</Ref>
                  </td>
                  <td>
                    <Cited text={one.says} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  );
}
