import { kinds, type RecordOf } from '../../../shared/records/kinds.ts';
import { doubtOf } from '../../../shared/records/parts/attribution.ts';
import { harmByAudience, type HarmOf } from '../../../shared/records/views/harm.ts';
import { useCaseRecords } from '../../answers/use-case-records.ts';
import type { Named } from '../../answers/use-records.ts';
import { Gradually } from '../../ui/gradually.tsx';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import { analysis } from '../../words/analysis.ts';
import { doubtWords } from '../../words/doubt.ts';
import { ViewFrame } from '../analysis/view-frame.tsx';
import styles from '../analysis/analysis.module.css';
import { Heads } from '../../ui/heads.tsx';
import { leastWidth } from '../../ui/text-spread.tsx';

const words = analysis.harm;
const wanted = { impact: {} } as const;
type Impact = RecordOf<'impact'>;
const causes: Readonly<Record<string, string>> = kinds.impact.fields.causedBy.options ?? {};
const sure: Readonly<Record<string, string>> = kinds.impact.fields.status.options ?? {};

/** Effects under each group they hit, with what did them. */
export function HarmView() {
  const { records, failure } = useCaseRecords(wanted);
  const all = harmByAudience(records?.of('impact') ?? []);
  return (
    <ViewFrame
      name={analysis.tabs.harm}
      records={records}
      failure={failure}
      note={words.note}
      empty={all.length === 0 ? { says: words.empty, then: words.emptyThen, begins: 'impact' } : null}
    >
      <Gradually of={all}>{(one) => <Group key={one.whom ?? ''} harm={one} names={records?.names ?? new Map()} />}</Gradually>
    </ViewFrame>
  );
}

function Group({ harm, names }: { harm: HarmOf; names: ReadonlyMap<string, Named> }) {
  const known = harm.whom === null ? undefined : names.get(harm.whom);
  const laid = Object.entries(words.laidTo).flatMap(([cause, label]) => {
    const count = harm.causedBy[cause as keyof typeof harm.causedBy];
    return count === 0 ? [] : [words.laid(count, label)];
  });
  const id = `harm-${known?.number ?? 'nobody'}`;
  return (
    <section aria-labelledby={id}>
      <div className={styles.section}>
        <h2 className={styles.title} id={id}>
          {known?.title ?? words.nobody} {known && <Ref inText>{known.number}</Ref>}
        </h2>
        <span className={styles.small}>{laid.join(', ')}</span>
      </div>
      {/* Proof of the cast: the view gives back the records it was given. */}
      <HarmTable impacts={harm.impacts as readonly Impact[]} />
    </section>
  );
}

/** Effects one by one: how sure, what did it, since when and by how much. */
export function HarmTable({ impacts }: { impacts: readonly Impact[] }) {
  return (
    <div className={styles.frame}>
      <table className={styles.table} style={leastWidth(900)}>
        <thead>
          <tr>
            <th scope="col" style={{ width: '300px' }}>
              {words.columns.effect}
            </th>
            <Heads names={[words.columns.sure, words.columns.cause, words.columns.began, words.columns.measure, analysis.state]} />
          </tr>
        </thead>
        <tbody>
          {impacts.map((one) => (
            <Row key={one.id} impact={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ impact: { number, state, fields } }: { impact: Impact }) {
  const { measure } = fields;
  const doubt = doubtWords(doubtOf(fields.attribution));
  const figure = measure?.quoted ?? words.span(measure?.low, measure?.likely, measure?.high);
  return (
    <tr>
      <th scope="row">
        <Ref inText>{number}</Ref> {fields.title}
        {doubt.length > 0 && <span className={styles.small}>{doubt.join(' · ')}</span>}
      </th>
      <td>{sure[fields.status]}</td>
      <td>{causes[fields.causedBy]}</td>
      <td>{fields.start && <UncertainDate fact={fields.start} />}</td>
      <td>
        {figure === '' || figure === undefined ? <span className="muted">{words.noFigure}</span> : `${figure} ${measure?.unit ?? ''}`}
        {fields.mnpi === 'yes' && <span className={`${styles.small} ${styles.wait}`}>{words.mnpi}</span>}
      </td>
      <td>
        <State look={stateLook('impact', state)} />
      </td>
    </tr>
  );
}
