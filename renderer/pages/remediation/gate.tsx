import { Button } from '@mantine/core';
import type { RecordOf } from '../../../shared/records/kinds.ts';
import type { Whole } from '../../answers/use-records.ts';
import { go, recordAddress } from '../../screen/route.ts';
import { useWritable } from '../../screen/screen.ts';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import { remediation as words } from '../../words/remediation.ts';
import styles from './remediation.module.css';

export type Criterion = Whole & { record: RecordOf<'restore_criterion'> };
export const isMet = (state: string): boolean => state === 'met' || state === 'waived';
const headings = ['law', 'technical', 'own'] as const;

/** What must be true before access returns. The button is there, and says why it will not move. */
export function Gate({ criteria, model, plan }: { criteria: readonly Criterion[]; model: string | null; plan: { readonly id: string; readonly number: string } }) {
  const writable = useWritable();
  const met = criteria.filter((one) => isMet(one.record.state)).length;
  const ready = criteria.length > 0 && met === criteria.length && model !== null;
  let number = 0;
  return (
    <div className={styles.gate}>
      <h2 className={styles.gateTitle}>{words.gate}</h2>
      <p className="muted">{words.gateLine(met, criteria.length)}</p>
      {headings
        .map((heading) => ({ heading, own: criteria.filter((one) => one.record.fields.heading === heading) }))
        .filter(({ own }) => own.length > 0)
        .map(({ heading, own }) => (
          <section key={heading} className={styles.gatePart}>
            <h3 className={styles.gateHead}>{words.headings[heading]}</h3>
            <ol>
              {own.map((one) => (
                <li key={one.record.id} className={styles.condition}>
                  <span className="muted">{++number}</span>
                  <div>
                    <p>
                      {one.record.fields.text}
                      {one.record.fields.nonNegotiable === true && <span className="muted"> {words.notNegotiable}.</span>}
                    </p>
                    <p className={styles.conditionFoot}>
                      <State look={stateLook('restore_criterion', one.record.state)} />
                      <Ref>{one.record.number}</Ref>
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
            <Button
              fullWidth
              disabled={!ready}
              onClick={() => {
                if (model !== null) location.hash = recordAddress(model);
              }}
            >
              {words.propose}
            </Button>
            <p className={styles.why}>{ready ? words.open : words.opensWhen}</p>
            <Button variant="subtle" className={styles.newCondition} onClick={() => go({ page: 'new', kind: 'restore_criterion', prefill: { field: 'plan', linkId: plan.id, linkNumber: plan.number } })}>
              {words.newCondition}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
