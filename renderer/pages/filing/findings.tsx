import { Cited } from '../../ui/cited.tsx';
import { Mark } from '../../ui/mark.tsx';
import { State } from '../../ui/state.tsx';
import { filing as words } from '../../words/filing.ts';
import styles from './press.module.css';

interface Finding {
  readonly number: string;
  readonly field: string;
  readonly why: string;
  readonly refuses: boolean;
}

/** What stands in the way of the paper, and what is only worth knowing; what stops it comes first. */
export function Findings({ findings }: { findings: readonly Finding[] | null }) {
  if (findings === null) return <p className="muted">{words.checking}</p>;
  const refusing = findings.filter((finding) => finding.refuses).length;
  return (
    <>
      <p>
        <Mark shape={refusing > 0 ? 'stop' : 'circleCheck'} tone={refusing > 0 ? 'late' : 'done'} />{' '}
        {refusing > 0 ? words.refuses(refusing) : findings.length > 0 ? words.notes(findings.length) : words.clear}
      </p>
      {findings.length > 0 && (
        <table className={styles.findings}>
          <thead>
            <tr>
              <th scope="col">{words.columns.record}</th>
              <th scope="col">{words.columns.field}</th>
              <th scope="col">{words.columns.why}</th>
              <th scope="col">{words.columns.effect}</th>
            </tr>
          </thead>
          <tbody>
            {[...findings]
              .sort((a, b) => Number(b.refuses) - Number(a.refuses))
              .map((finding, i) => (
                <tr key={i}>
                  <td>
                    <Cited text={finding.number} />
                  </td>
                  <td>{finding.field}</td>
                  <td>{finding.why}</td>
                  <td>
                    <State look={finding.refuses ? { shape: 'stop', tone: 'late', word: words.stops } : { shape: 'circle', tone: 'plain', word: words.noted }} />
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </>
  );
}
