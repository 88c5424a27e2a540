import { knowingParties, whoKnew, type Knowledge } from '../../../shared/records/views/who-knew.ts';
import { useCaseRecords } from '../../answers/use-case-records.ts';
import { Gradually } from '../../ui/gradually.tsx';
import { Ref } from '../../ui/ref.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import { analysis } from '../../words/analysis.ts';
import { doubtWords } from '../../words/doubt.ts';
import { ViewFrame } from '../analysis/view-frame.tsx';
import styles from '../analysis/analysis.module.css';

const words = analysis.knew;
const wanted = { chronology_event: {}, communication: {} } as const;
/** The most parties that stand side by side on a page. */
const most = 7;

/** Events in their order against what each party is recorded to have known of them, and since when. */
export function KnowledgeView() {
  const { records, failure } = useCaseRecords(wanted);
  const rows = whoKnew(records?.of('chronology_event') ?? [], records?.of('communication') ?? []);
  const all = knowingParties(rows);
  const parties = all.slice(0, most);
  const name = (id: string): string => records?.names.get(id)?.title ?? analysis.notRecorded;
  return (
    <ViewFrame
      name={analysis.tabs.knew}
      records={records}
      failure={failure}
      note={all.length > most ? `${words.note} ${words.others(all.length - most)}` : words.note}
      empty={rows.length === 0 ? { says: words.empty, then: words.emptyThen, begins: 'chronology_event' } : null}
    >
      <div className={styles.frame}>
        <table className={`${styles.table} ${styles.sticky}`} style={{ minWidth: `${320 + parties.length * 170}px` }}>
          <thead>
            <tr>
              <th scope="col" style={{ width: '320px' }}>
                {words.event}
              </th>
              {parties.map((party) => (
                <th key={party} scope="col">
                  {name(party)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Gradually of={rows}>
              {(row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <Ref inText>{row.number}</Ref> {row.text}
                    <span className={styles.small}>
                      <UncertainDate fact={row.at} length="full" />
                      {doubtWords(row).map((one) => ` · ${one}`)}
                    </span>
                  </th>
                  {parties.map((party) => (
                    <td key={party}>
                      {(row.known.get(party) ?? []).map((one, i) => (
                        <Known key={i} known={one} source={one.source === null ? undefined : records?.names.get(one.source)?.number} />
                      ))}
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

function Known({ known, source }: { known: Knowledge; source: string | undefined }) {
  return (
    <span className={styles.cell}>
      <UncertainDate fact={known.at} />
      <span className={styles.small}>
        {known.inferred ? words.tookPart(known.by) : known.how} {source !== undefined && <Ref inText>{source}</Ref>}
      </span>
    </span>
  );
}
