import { kinds, type RecordOf } from '../../../shared/records/kinds.ts';
import { openObligations } from '../../../shared/records/views/open-obligations.ts';
import type { Whole } from '../../answers/use-records.ts';
import { go } from '../../screen/route.ts';
import { useWritable } from '../../screen/screen.ts';
import { Heads } from '../../ui/heads.tsx';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { model as words } from '../../words/model.ts';
import styles from './model.module.css';

const over = Object.entries(kinds.order.states)
  .filter(([, state]) => 'closed' in state)
  .map(([name]) => name);
/** Whether an order in this state has to be followed: what is unconfirmed is treated as binding. */
export const binding = (state: string): boolean => !over.includes(state) && state !== 'draft';
const unknown = { certainty: 'unknown' } as const;

/** The orders that reach this model, each with its state, from when, and what of it is still to do. */
export function ModelOrders({ model, orders }: { model: RecordOf<'restricted_model'>; orders: readonly (Whole & { record: RecordOf<'order'> })[] }) {
  const writable = useWritable();
  return (
    <section className={parts.section}>
      <h2 className={parts.sectionTitle}>{words.reach}</h2>
      {orders.length === 0 ? (
        <>
          <p className="muted">{words.noOrders}</p>
          {writable && (
            <PageButton onClick={() => go({ page: 'new', kind: 'order', prefill: { field: 'models', linkId: model.id, linkNumber: model.number } })}>{words.newOrder}</PageButton>
          )}
        </>
      ) : (
        <table className={styles.orders}>
          <thead>
            <tr>
              <Heads names={Object.values(words.columns)} />
            </tr>
          </thead>
          <tbody>
            {orders.map(({ record }) => {
              const obligations = record.fields.obligations ?? [];
              return (
                <tr key={record.id}>
                  <td>
                    <Ref>{record.number}</Ref>
                  </td>
                  <td>{record.fields.title}</td>
                  <td>
                    <State look={stateLook('order', record.state)} />
                  </td>
                  <td>
                    <UncertainDate fact={record.fields.effective ?? unknown} />
                  </td>
                  <td>{words.obligations(openObligations(record).length, obligations.length)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
