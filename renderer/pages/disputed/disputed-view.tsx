import { Fragment } from 'react';
import { searchSentence } from '../../../shared/records/kinds/search-record.ts';
import { besideIssue, disputedMatrix, type DisputedCell, type DisputedRow } from '../../../shared/records/views/disputed-matrix.ts';
import { stances } from '../../../shared/records/kinds/statement.ts';
import { useCaseRecords, type Part } from '../../answers/use-case-records.ts';
import type { Named } from '../../answers/use-records.ts';
import { Gradually } from '../../ui/gradually.tsx';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import { analysis } from '../../words/analysis.ts';
import { doubtWords } from '../../words/doubt.ts';
import { ViewFrame } from '../analysis/view-frame.tsx';
import styles from '../analysis/analysis.module.css';

const words = analysis.disputed;
const wanted = {
  assertion: { fields: ['statement', 'positions', 'assessments', 'excludedFromFacts', 'attribution', 'via', 'pinpoint'] },
  comparator: {},
  search_record: {},
} as const;
type Asserted = Part<typeof wanted, 'assertion'>;
/** The most parties that stand side by side on a page. */
const most = 6;

/** Assertion by party, with each assessor's own severity. */
export function DisputedView() {
  const { records, failure } = useCaseRecords(wanted);
  const { parties: all, rows } = disputedMatrix(records?.of('assertion') ?? []);
  const parties = all.slice(0, most);
  const from = new Map(records?.of('assertion').map((one) => [one.id, one]));
  const [comparators, searches] = [records?.of('comparator') ?? [], records?.of('search_record') ?? []];
  const names = records?.names ?? new Map<string, Named>();
  return (
    <ViewFrame
      name={analysis.tabs.disputed}
      records={records}
      failure={failure}
      note={all.length > most ? `${words.note} ${words.others(all.length - most)}` : words.note}
      empty={rows.length === 0 ? { says: words.empty, then: words.emptyThen, begins: 'assertion' } : null}
    >
      <div className={styles.frame}>
        <table className={`${styles.table} ${styles.sticky}`} style={{ minWidth: `${320 + parties.length * 180}px` }}>
          <thead>
            <tr>
              <th scope="col" style={{ width: '320px' }}>
                {words.issue}
              </th>
              {parties.map((party) => (
                <th key={party} scope="col">
                  {records?.names.get(party)?.title ?? analysis.notRecorded}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Gradually of={rows}>
              {({ assertion, cells, oneSided, excluded, ...doubt }) => (
                <tr key={assertion.id}>
                  <th scope="row">
                    <Ref inText>{assertion.number}</Ref> {assertion.fields.statement}
                    <span className={styles.small}>
                      <State look={stateLook('assertion', assertion.state)} />
                      {excluded && ` · ${words.excluded}`}
                    </span>
                    <Known doubt={doubt} from={from.get(assertion.id)} names={names} />
                    <Beside of={besideIssue(assertion.id, comparators, searches)} />
                    {oneSided && <span className={`${styles.small} ${styles.wait}`}>{words.oneSided}</span>}
                  </th>
                  {cells.slice(0, most).map((cell) => (
                    <td key={cell.party}>
                      <Cell cell={cell} names={names} />
                    </td>
                  ))}
                </tr>
              )}
            </Gradually>
          </tbody>
        </table>
      </div>
    </ViewFrame>
  );
}

/** From where the issue is known, and with which doubt. */
function Known({ doubt, from, names }: { doubt: Pick<DisputedRow, 'hedge' | 'told'>; from: Asserted | undefined; names: ReadonlyMap<string, Named> }) {
  const told = doubtWords(doubt);
  const via = from?.fields.via ?? [];
  if (told.length + via.length === 0) return null;
  return (
    <span className={styles.small}>
      {told.join(' · ')} <Refs ids={via} names={names} /> {from?.fields.pinpoint}
    </span>
  );
}

/** What the same prompts gave elsewhere, system by system, and what a search found: each with its day. */
function Beside({ of }: { of: ReturnType<typeof besideIssue> }) {
  return (
    <>
      {of.comparators.map(({ id, number, state, fields }) => (
        <span key={id} className={styles.small}>
          {words.compared} <Ref inText>{number}</Ref> {[fields.system, fields.version].filter(Boolean).join(' ')}
          {fields.tested && (
            <>
              , {words.tested} <UncertainDate fact={fields.tested} />
            </>
          )}
          {fields.result === undefined ? '' : `: ${fields.result}`} <State look={stateLook('comparator', state)} />
        </span>
      ))}
      {of.searches.map((one) => (
        <span key={one.id} className={styles.small}>
          <Ref inText>{one.number}</Ref> {searchSentence(one)}
        </span>
      ))}
    </>
  );
}

function Refs({ ids, names }: { ids: readonly string[]; names: ReadonlyMap<string, Named> }) {
  return ids.map((id) => {
    const number = names.get(id)?.number;
    return number === undefined ? null : (
      <Fragment key={id}>
        <Ref inText>{number}</Ref>{' '}
      </Fragment>
    );
  });
}

function Cell({ cell: { positions, assessments }, names }: { cell: DisputedCell; names: ReadonlyMap<string, Named> }) {
  return (
    <>
      {positions.map((one, i) => (
        <span key={`position ${i}`} className={styles.cell}>
          {stances[one.stance]}
          {one.text !== undefined && <span className={styles.small}>{one.text}</span>}
          {one.since !== undefined && one.since.certainty !== 'unknown' && (
            <span className={styles.small}>
              {words.since} <UncertainDate fact={one.since} />
            </span>
          )}
          {one.attributed !== undefined && <span className={styles.small}>{words.toldBy(one.attributed)}</span>}
          <Proof of={one.evidence ?? []} names={names} />
        </span>
      ))}
      {assessments.map((one, i) => (
        <span key={`assessment ${i}`} className={styles.cell}>
          {words.severity(one.severity ?? analysis.notRecorded)}
          {one.likelihood !== undefined && <span className={styles.small}>{words.likelihood(one.likelihood)}</span>}
          {one.uplift !== undefined && <span className={styles.small}>{words.uplift(one.uplift)}</span>}
          {one.basis !== undefined && <span className={styles.small}>{one.basis}</span>}
          <Proof of={one.evidence ?? []} names={names} />
        </span>
      ))}
    </>
  );
}

/** What a position or an assessment rests on, and what of it speaks against it. */
function Proof({ of, names }: { of: NonNullable<DisputedCell['positions'][number]['evidence']>; names: ReadonlyMap<string, Named> }) {
  return of.map((one, i) => {
    const number = names.get(one.item)?.number;
    return number === undefined ? null : (
      <span key={i} className={styles.small}>
        <Ref inText>{number}</Ref> {[one.pinpoint, words.weight[one.weight]].filter((part) => part !== undefined && part !== '').join(', ')}
      </span>
    );
  });
}
