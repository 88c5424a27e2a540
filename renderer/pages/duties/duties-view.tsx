import type { RecordOf } from '../../../shared/records/kinds.ts';
import { useCaseRecords } from '../../answers/use-case-records.ts';
import type { Named } from '../../answers/use-records.ts';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import { analysis } from '../../words/analysis.ts';
import { ViewFrame } from '../analysis/view-frame.tsx';
import styles from '../analysis/analysis.module.css';
import { Heads } from '../../ui/heads.tsx';
import { leastWidth } from '../../ui/text-spread.tsx';

const words = analysis.duties;
const wanted = { conflict_of_duties: {} } as const;
type Conflict = RecordOf<'conflict_of_duties'>;

/** Duties that cannot both be obeyed, the open ones first. */
export function DutiesView() {
  const { records, failure } = useCaseRecords(wanted);
  const all = [...(records?.of('conflict_of_duties') ?? [])].sort((a, b) => Number(a.state !== 'open') - Number(b.state !== 'open'));
  const heads = [words.columns.one, words.columns.other, words.columns.effect, words.columns.meanwhile, words.columns.decision];
  return (
    <ViewFrame
      name={analysis.tabs.duties}
      records={records}
      failure={failure}
      note={words.note}
      empty={all.length === 0 ? { says: words.empty, then: words.emptyThen, begins: 'conflict_of_duties' } : null}
    >
      <div className={styles.frame}>
        <table className={styles.table} style={leastWidth(980)}>
          <thead>
            <tr>
              <th scope="col" style={{ width: '230px' }}>
                {words.columns.title}
              </th>
              <Heads names={heads} />
            </tr>
          </thead>
          <tbody>
            {all.map((one) => (
              <Row key={one.id} conflict={one} names={records?.names ?? new Map()} />
            ))}
          </tbody>
        </table>
      </div>
    </ViewFrame>
  );
}

function Row({ conflict: { number, state, fields }, names }: { conflict: Conflict; names: ReadonlyMap<string, Named> }) {
  return (
    <tr>
      <th scope="row">
        <Ref inText>{number}</Ref> {fields.title}
        <span className={styles.small}>
          <State look={stateLook('conflict_of_duties', state)} />
        </span>
      </th>
      <td>
        <Duty id={fields.one} names={names} />
      </td>
      <td>{fields.other === undefined ? fields.law : <Duty id={fields.other} names={names} />}</td>
      <td>{fields.effect}</td>
      <td>{fields.meanwhile ?? <span className={styles.wait}>{analysis.notRecorded}</span>}</td>
      <td>{fields.decision === undefined ? <span className="muted">{analysis.none}</span> : <Duty id={fields.decision} names={names} />}</td>
    </tr>
  );
}

function Duty({ id, names }: { id: string; names: ReadonlyMap<string, Named> }) {
  const known = names.get(id);
  if (!known) return <span className="muted">{analysis.notRecorded}</span>;
  return (
    <>
      <Ref inText>{known.number}</Ref> {known.title}
    </>
  );
}
