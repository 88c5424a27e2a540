import type { RecordOf } from '../../../shared/records/kinds.ts';
import { intakeSheet } from '../../../shared/records/views/intake-sheet.ts';
import { useCaseRecords } from '../../answers/use-case-records.ts';
import type { Named } from '../../answers/use-records.ts';
import { go } from '../../screen/route.ts';
import { useWritable } from '../../screen/screen.ts';
import { Cited } from '../../ui/cited.tsx';
import { Ref } from '../../ui/ref.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { leastWidth } from '../../ui/text-spread.tsx';
import { analysis } from '../../words/analysis.ts';
import { listed } from '../../words/count.ts';
import { docket } from '../../words/docket.ts';
import { ViewFrame } from '../analysis/view-frame.tsx';
import styles from '../analysis/analysis.module.css';

const words = analysis.intake;
const wanted = { case: {} } as const;

/** One page a case: who it is for, who directs, who speaks, and the first ten questions with their answers. */
export function IntakeView() {
  const { records, failure } = useCaseRecords(wanted);
  const cases = records?.of('case') ?? [];
  const open = cases.reduce((sum, one) => sum + intakeSheet(one).unanswered, 0);
  return (
    <ViewFrame
      name={analysis.tabs.intake}
      records={records}
      failure={failure}
      note={words.note(open)}
      empty={cases.length === 0 ? { says: analysis.noCase, then: docket.first.case.then, begins: 'case' } : null}
    >
      {cases.map((one) => (
        <Sheet key={one.id} of={one} names={records?.names ?? new Map()} />
      ))}
    </ViewFrame>
  );
}

function Sheet({ of, names }: { of: RecordOf<'case'>; names: ReadonlyMap<string, Named> }) {
  const writable = useWritable();
  const sheet = intakeSheet(of);
  const { fields } = of;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.facts.client, fields.client],
    [words.facts.matter, fields.matterNumber],
    [words.facts.directs, fields.directedBy],
    [words.facts.speaks, fields.spokesperson],
    [words.facts.counsel, (fields.outsideCounsel ?? []).map((id) => names.get(id)?.title ?? '').join(', ') || undefined],
    [words.facts.protocol, fields.privilegeProtocol],
  ];
  return (
    <section aria-labelledby={`intake-${of.number}`}>
      <div className={styles.section}>
        <h2 className={styles.title} id={`intake-${of.number}`}>
          {fields.title} <Ref inText>{of.number}</Ref>
        </h2>
        {sheet.lacks.length > 0 && <p className={styles.wait}>{words.lacks(listed(sheet.lacks.map((label) => label.toLowerCase())))}</p>}
        {writable && (
          <div className={styles.act}>
            <PageButton onClick={() => go({ page: 'edit', number: of.number, field: 'intake' })}>{sheet.unanswered === 0 ? words.again : words.edit}</PageButton>
          </div>
        )}
      </div>
      <dl className={styles.facts}>
        {facts
          .filter(([, text]) => text !== undefined)
          .map(([label, text]) => (
            <Fact key={label} label={label} text={text ?? ''} />
          ))}
      </dl>
      <div className={styles.frame}>
        <table className={styles.table} style={leastWidth(640)}>
          <thead>
            <tr>
              <th scope="col" style={{ width: '36%' }}>
                {words.question}
              </th>
              <th scope="col">{words.answer}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.questions.map(({ question, answer }) => (
              <tr key={question}>
                <th scope="row">
                  <Cited text={question} />
                </th>
                <td>
                  {answer?.answer ?? <span className={styles.wait}>{words.open}</span>}
                  {answer?.owner !== undefined && <span className={styles.small}>{`${analysis.with} ${answer.owner}`}</span>}
                  <span className={styles.small}>
                    {(answer?.source ?? []).map((id) => {
                      const known = names.get(id);
                      return known ? (
                        <Ref key={id} inText>
                          {known.number}
                        </Ref>
                      ) : null;
                    })}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
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
