import type { RecordOf } from '../../../shared/records/kinds.ts';
import { exposureRules } from '../../../shared/records/views/exposure.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { useNames, type Whole } from '../../answers/use-records.ts';
import { useToday } from '../../screen/screen.ts';

import parts from '../../ui/page-parts.module.css';
import { dayWords } from '../../words/dates.ts';
import { employment as words } from '../../words/employment.ts';
import { records } from '../../words/records.ts';
import table from '../analysis/analysis.module.css';
import { Linked } from '../record/field-value.tsx';
import { RecordBody } from '../record/record-body.tsx';
import { RecordShell } from '../record/record-shell.tsx';
import { Heads } from '../../ui/heads.tsx';
import { leastWidth } from '../../ui/text-spread.tsx';

type Action = RecordOf<'employment_action'>;

/** What an order does to somebody at work: first what runs against us from it, counted, then all that is recorded. */
export function EmploymentPage({ whole, action, tab }: { whole: Whole; action: Action; tab: string | null }) {
  const names = useNames(whole);
  return (
    <RecordShell
      whole={whole}
      tab={tab}
      tabs={[
        { key: 'record', name: records.recordTab, body: <RecordBody record={action} names={names} /> },
        { key: 'exposure', name: words.exposureTab, body: <Exposure action={action} names={names} /> },
      ]}
    />
  );
}

function Exposure({ action, names }: { action: Action; names: ReturnType<typeof useNames> }) {
  const { from, clocks = [] } = action.fields;
  const day = from?.certainty === 'exact' ? from.day : null;
  const { reply } = useAnswer('deadline.rules', {}, false);
  const rules = (reply?.rules ?? []).filter((rule) => exposureRules.includes(rule.id));
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.exposureTab}>
      <section className={parts.section}>
        <h2 className={parts.sectionTitle}>{words.exposureTab}</h2>
        <p className={table.small}>{action.state === 'not_taken' ? words.notTaken : day === null ? words.noDay : words.exposureNote}</p>
      </section>
      {action.state !== 'not_taken' && day !== null && (
        <div className={table.frame}>
          <table className={table.table} style={leastWidth(640)}>
            <thead>
              <tr>
                <Heads names={Object.values(words.columns)} />
              </tr>
            </thead>
            <tbody>
              {rules.map((rule) => (
                <tr key={rule.id}>
                  <th scope="row">{rule.title}</th>
                  <td className="nowrap">
                    <Ends rule={rule.id} trigger={day} />
                  </td>
                  <td>{rule.citation}</td>
                  <td className="muted">{rule.standing}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <section className={parts.section}>
        <h2 className={parts.sectionTitle}>{words.linked}</h2>
        {clocks.length === 0 ? (
          <p className={table.small}>{words.noneLinked}</p>
        ) : (
          <ul>
            {clocks.map((id) => (
              <li key={id}>
                <Linked id={id} names={names} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

/** The last day on which the charge may come: where readings differ, the later one, because it is a burden that ends. */
function Ends({ rule, trigger }: { rule: string; trigger: string }) {
  const today = useToday();
  const { reply } = useAnswer('deadline.compute', { rule, trigger, inputs: {} }, false);
  const end = [reply?.['safe'], reply?.['due']].find((value): value is string => typeof value === 'string');
  return end === undefined ? null : <>{dayWords(end.slice(0, 10), 'full', today)}</>;
}
