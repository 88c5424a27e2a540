import type { RecordOf } from '../../../shared/records/kinds.ts';
import { gate } from '../../../shared/records/views/gate.ts';
import type { Whole } from '../../answers/use-records.ts';
import { go, recordAddress } from '../../screen/route.ts';
import { useWritable } from '../../screen/screen.ts';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { listed } from '../../words/count.ts';
import { remediation as words } from '../../words/remediation.ts';
import styles from './remediation.module.css';

export type Criterion = Whole & { record: RecordOf<'restore_criterion'> };
/** What must be true before access returns. The button is there, and says why it will not move. */
export function Gate({ criteria, model, plan }: { criteria: readonly Criterion[]; model: string | null; plan: { readonly id: string; readonly number: string } }) {
  const writable = useWritable();
  const { headings, mayReturn, waitsFor } = gate(criteria.map((one) => one.record));
  const ready = mayReturn && model !== null;
  let number = 0;
  return (
    <div className={styles.gate}>
      <h2 className={styles.gateTitle}>{words.gate}</h2>
      <p className="muted">{words.gateLine(criteria.length - waitsFor.length, criteria.length)}</p>
      {headings.map(({ heading, label, conditions }) => (
        <section key={heading} className={styles.gatePart}>
          <h3 className={styles.gateHead}>{label}</h3>
          <ol>
            {conditions.map((condition) => (
              <li key={condition.id} className={styles.condition}>
                <span className="muted">{++number}</span>
                <div>
                  <p>
                    {condition.says}
                    {condition.nonNegotiable && <span className="muted"> {words.notNegotiable}.</span>}
                  </p>
                  <p className={styles.conditionFoot}>
                    <State look={stateLook('restore_criterion', condition.state)} />
                    <Ref>{condition.number}</Ref>
                  </p>
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
      <div className={styles.gateAct}>
        {writable && (
          <>
            <PageButton
              fullWidth
              disabled={!ready}
              onClick={() => {
                if (model !== null) location.hash = recordAddress(model);
              }}
            >
              {words.propose}
            </PageButton>
            <p className={styles.why}>{ready ? words.open : waitsFor.length > 0 && waitsFor.length < 4 ? words.waitsFor(listed(waitsFor)) : words.opensWhen}</p>
            <PageButton
              variant="subtle"
              className={styles.newCondition}
              onClick={() => go({ page: 'new', kind: 'restore_criterion', prefill: { field: 'plan', linkId: plan.id, linkNumber: plan.number } })}
            >
              {words.newCondition}
            </PageButton>
          </>
        )}
      </div>
    </div>
  );
}
