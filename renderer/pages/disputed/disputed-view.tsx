import { disputedMatrix, type DisputedCell } from '../../../shared/records/views/disputed-matrix.ts';
import { stances } from '../../../shared/records/kinds/statement.ts';
import { useCaseRecords } from '../../answers/use-case-records.ts';
import { Gradually } from '../../ui/gradually.tsx';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import { analysis } from '../../words/analysis.ts';
import { ViewFrame } from '../analysis/view-frame.tsx';
import styles from '../analysis/analysis.module.css';

const words = analysis.disputed;
const wanted = { assertion: { fields: ['statement', 'positions', 'assessments', 'excludedFromFacts'] } } as const;
/** The most parties that stand side by side on a page. */
const most = 6;

/** Assertion by party, with each assessor's own severity. */
export function DisputedView() {
  const { records, failure } = useCaseRecords(wanted);
  const { parties: all, rows } = disputedMatrix(records?.of('assertion') ?? []);
  const parties = all.slice(0, most);
  return (
    <ViewFrame
      name={analysis.tabs.disputed}
      records={records}
      failure={failure}
      note={all.length > most ? `${words.note} ${words.others(all.length - most)}` : words.note}
      empty={rows.length === 0 ? { says: words.empty, then: words.emptyThen } : null}
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
              {({ assertion, cells, oneSided, excluded }) => (
                <tr key={assertion.id}>
                  <th scope="row">
                    <Ref inText>{assertion.number}</Ref> {assertion.fields.statement}
                    <span className={styles.small}>
                      <State look={stateLook('assertion', assertion.state)} />
                      {excluded && ` · ${words.excluded}`}
                    </span>
                    {oneSided && <span className={`${styles.small} ${styles.wait}`}>{words.oneSided}</span>}
                  </th>
                  {cells.slice(0, most).map((cell) => (
                    <td key={cell.party}>
                      <Cell cell={cell} />
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

function Cell({ cell: { position, assessments } }: { cell: DisputedCell }) {
  return (
    <>
      {position && (
        <span className={styles.cell}>
          {stances[position.stance]}
          {position.text !== undefined && <span className={styles.small}>{position.text}</span>}
        </span>
      )}
      {assessments.map((one, i) => (
        <span key={i} className={styles.cell}>
          {words.severity(one.severity ?? analysis.notRecorded)}
          {one.uplift !== undefined && <span className={styles.small}>{words.uplift(one.uplift)}</span>}
          {one.basis !== undefined && <span className={styles.small}>{one.basis}</span>}
        </span>
      ))}
    </>
  );
}
