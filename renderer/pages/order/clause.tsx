import type { RecordOf } from '../../../shared/records/kinds.ts';
import { obligationStates } from '../../../shared/records/kinds/order-fields.ts';
import type { Named } from '../../answers/use-records.ts';
import { useToday } from '../../screen/screen.ts';
import { Ref } from '../../ui/ref.tsx';
import { Redline, type OpenTerms } from '../../ui/redline.tsx';
import { State, type Look } from '../../ui/state.tsx';
import { Cited } from '../../ui/cited.tsx';
import { dayWords } from '../../words/dates.ts';
import { order as words } from '../../words/order.ts';
import type { Passage } from './compare.ts';
import styles from './clause.module.css';

type Fields = RecordOf<'order'>['fields'];
export type ClauseText = NonNullable<Fields['clauses']>[number];
export type Obligation = NonNullable<Fields['obligations']>[number];

export const obligationLooks: Readonly<Record<Obligation['state'], Pick<Look, 'shape' | 'tone'>>> = {
  open: { shape: 'circle', tone: 'plain' },
  in_progress: { shape: 'circleHalf', tone: 'plain' },
  done: { shape: 'circleCheck', tone: 'done' },
  met_continuing: { shape: 'circleCheck', tone: 'done' },
  not_chosen: { shape: 'circleDotted', tone: 'plain' },
  waived: { shape: 'circleDotted', tone: 'plain' },
  not_applicable: { shape: 'dash', tone: 'faint' },
};

export interface ClauseProps {
  readonly clause: ClauseText;
  readonly passages: readonly Passage[];
  readonly amendedBy: string;
  readonly obligations: readonly Obligation[];
  /** Due days of deadlines by id, as far as they are known. */
  readonly dues: ReadonlyMap<string, string | null>;
  readonly names: ReadonlyMap<string, Named>;
}

/** One clause as the issuer wrote it, and beside it, on the same line, what it makes us do. The hairline between clauses spans both. */
export function Clause({ clause, passages, amendedBy, obligations, dues, names }: ClauseProps) {
  const terms: OpenTerms = (clause.terms ?? []).map((term, i) => [term.term.replaceAll(/[“”"]/g, ''), String.fromCharCode(97 + i)]);
  const source = clause.source === undefined ? '' : (names.get(clause.source)?.number ?? '');
  const pinpoint = [words.from(source, clause.pinpoint ?? ''), clause.ownWords === true ? '' : words.notOwn, amendedBy].filter((part) => part !== '').join(' · ');
  return (
    <li className={styles.clause}>
      <span className={styles.no}>{clause.number}</span>
      <div>
        {passages.length === 0 ? (
          <p className="muted">{words.unquoted}</p>
        ) : (
          <blockquote className="quoted">
            “<Redline passages={passages} terms={terms} />”
          </blockquote>
        )}
        <p className={styles.pinpoint}>
          <Cited text={pinpoint} />
        </p>
        {(clause.terms ?? []).map((term, i) => (
          <p key={i} className={styles.reading}>
            <span className={styles.letter}>{String.fromCharCode(97 + i)}</span>
            <span>
              <Cited
                text={[term.question ?? '', term.adopted === undefined ? `${words.noReading} ${words.openReading((term.readings ?? []).length)}` : words.reading(term.adopted)]
                  .filter(Boolean)
                  .join(' ')}
              />
            </span>
          </p>
        ))}
        {clause.ourReading && (
          <p className={styles.ours}>
            <Cited text={clause.ourReading} />
          </p>
        )}
      </div>
      <ul className={styles.obligations}>
        {obligations.map((obligation, i) => (
          <ObligationLine key={obligation.number} obligation={obligation} lead={leadOf(obligations, i)} dues={dues} names={names} />
        ))}
        {obligations.length === 0 && <li className={styles.none}>{clause.asksNothing ?? words.asksNothing}</li>}
      </ul>
    </li>
  );
}

/** "Either … or …" where any one of a group is enough. */
function leadOf(obligations: readonly Obligation[], i: number): string {
  const one = obligations[i];
  if (!one || one.mode !== 'any_of' || one.group === undefined) return '';
  return obligations.findIndex((other) => other.group === one.group) === i ? words.either : words.or;
}

/** When it is due in the order's own words, where no day is known; nothing that the state beside it says already. */
function dueWordsOf({ dueWords, state }: Obligation, dated: boolean): string {
  if (dueWords === undefined) return dated ? '' : words.met;
  return obligationStates[state].toLowerCase().includes(dueWords.toLowerCase()) ? '' : dueWords;
}

/** States that say that something was done: what shows it stands beside them, or that nothing does. */
const said: readonly Obligation['state'][] = ['done', 'met_continuing'];

function ObligationLine({ obligation, lead, dues, names }: { obligation: Obligation; lead: string; dues: ClauseProps['dues']; names: ClauseProps['names'] }) {
  const today = useToday();
  const due = obligation.due === undefined ? null : (dues.get(obligation.due) ?? null);
  const deadline = obligation.due === undefined ? undefined : names.get(obligation.due)?.number;
  const dueIn = due === null ? dueWordsOf(obligation, deadline !== undefined) : words.due(dayWords(due, 'short', today));
  const proof = (obligation.evidence ?? []).map((id) => names.get(id)?.number).filter((number) => number !== undefined);
  return (
    <li className={styles.obligation}>
      <p className={styles.act}>
        {lead !== '' && <em>{lead} </em>}
        {obligation.text}
      </p>
      <span className={styles.number}>{obligation.number}</span>
      <p className={styles.facts}>
        <State look={{ ...obligationLooks[obligation.state], word: obligationStates[obligation.state] }} />
        {dueIn !== '' && <span>{dueIn}</span>}
        {deadline && <Ref>{deadline}</Ref>}
        {proof.map((number) => (
          <Ref key={number}>{number}</Ref>
        ))}
        {proof.length === 0 && said.includes(obligation.state) && <span className="muted">{words.noProof}</span>}
      </p>
      {obligation.reasonNotDone && <p className={styles.why}>{obligation.reasonNotDone}</p>}
    </li>
  );
}
