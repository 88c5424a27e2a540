import { kinds } from '../../../shared/records/kinds.ts';
import { optionsAndDecisions, type DecisionOf } from '../../../shared/records/views/options.ts';
import { useCaseRecords } from '../../answers/use-case-records.ts';
import { Gradually } from '../../ui/gradually.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import { analysis } from '../../words/analysis.ts';
import { ViewFrame } from '../analysis/view-frame.tsx';
import styles from '../analysis/analysis.module.css';
import { Heads } from '../../ui/heads.tsx';
import { leastWidth } from '../../ui/text-spread.tsx';

const words = analysis.options;
const wanted = { decision: {}, restore_criterion: {} } as const;
const feasible: Readonly<Record<string, string>> = kinds.decision.fields.options.fields?.feasible?.options ?? {};
const beyond: Readonly<Record<string, string>> = kinds.decision.fields.beyondClause.options ?? {};

/** Each question with the options that stood beside what was chosen, open questions first. */
export function OptionsView() {
  const { records, failure } = useCaseRecords(wanted);
  const all = optionsAndDecisions(records?.of('decision') ?? [], records?.of('restore_criterion') ?? []);
  return (
    <ViewFrame
      name={analysis.tabs.options}
      records={records}
      failure={failure}
      note={words.note}
      empty={all.length === 0 ? { says: words.empty, then: words.emptyThen, begins: 'decision' } : null}
    >
      <Gradually of={all}>{(one) => <Question key={one.decision.id} of={one} />}</Gradually>
    </ViewFrame>
  );
}

function Question({ of: { decision, options, lacks } }: { of: DecisionOf }) {
  const { fields } = decision;
  const said: readonly (readonly [string, string | undefined])[] = [
    [words.chosen, fields.chosen],
    [words.reasons, fields.reasons],
    [words.beyond, fields.beyondClause === undefined ? undefined : [beyond[fields.beyondClause], fields.beyondWhy].filter((part) => part !== undefined).join('. ')],
    [words.dissent, fields.dissent],
  ];
  return (
    <section aria-labelledby={`options-${decision.number}`}>
      <div className={styles.section}>
        <h2 className={styles.title} id={`options-${decision.number}`}>
          {fields.question} <Ref inText>{decision.number}</Ref>
        </h2>
        <State look={stateLook('decision', decision.state)} />
        {lacks.map((lack) => (
          <p key={lack} className={styles.wait}>
            {lack}
          </p>
        ))}
      </div>
      {options.length > 0 && (
        <div className={styles.frame}>
          <table className={styles.table} style={leastWidth(900)}>
            <thead>
              <tr>
                <th scope="col" style={{ width: '260px' }}>
                  {words.columns.option}
                </th>
                <Heads names={[words.columns.feasible, words.columns.time, words.columns.cost, words.columns.risk, words.columns.blocked]} />
              </tr>
            </thead>
            <tbody>
              {options.map(({ row, blockedBy }, i) => (
                <tr key={i}>
                  <th scope="row">{row.text}</th>
                  {[row.feasible === undefined ? undefined : feasible[row.feasible], row.time, row.cost, row.risk].map((said, column) => (
                    <td key={column}>{said ?? <span className="muted">{words.notStated}</span>}</td>
                  ))}
                  <td>
                    {blockedBy === null ? (
                      <span className="muted">{words.noneBroken}</span>
                    ) : (
                      <span className={styles.late}>
                        <Mark shape="stop" tone="late" /> {words.breaks(blockedBy)}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <dl className={styles.facts}>
        {said
          .filter(([, text]) => text !== undefined && text !== '')
          .map(([label, text]) => (
            <Fact key={label} label={label} text={text ?? ''} />
          ))}
      </dl>
    </section>
  );
}

function Fact({ label, text }: { label: string; text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  );
}
