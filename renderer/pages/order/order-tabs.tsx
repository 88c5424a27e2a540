import { kinds, type RecordOf } from '../../../shared/records/kinds.ts';
import type { Named, Whole } from '../../answers/use-records.ts';
import { go } from '../../screen/route.ts';
import { useToday, useWritable } from '../../screen/screen.ts';
import { Empty } from '../../ui/empty.tsx';
import { Heads } from '../../ui/heads.tsx';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { dayWords } from '../../words/dates.ts';
import { order as words } from '../../words/order.ts';
import list from '../record/linked-list.module.css';
import { AmendedClauses } from './amended-clauses.tsx';

type Order = RecordOf<'order'>;
type Names = ReadonlyMap<string, Named>;
const fields = kinds.order.fields;

/** Orders that this one names, and those that change it. */
export function Others({ order, later, names }: { order: Order; later: readonly (Whole & { record: Order })[]; names: Names }) {
  const relations = order.fields.relations ?? [];
  if (relations.length + later.length === 0) return <p className={parts.section}>{words.noRelations}</p>;
  const options = fields.relations.fields;
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.amendmentsTab}>
      <section className={parts.section}>
        <table className={list.links}>
          <tbody>
            {relations.map((relation, i) => (
              <tr key={i}>
                <td>{names.has(relation.order) && <Ref>{names.get(relation.order)?.number ?? ''}</Ref>}</td>
                <td>{names.get(relation.order)?.title}</td>
                <td>{options?.['relation']?.options?.[relation.relation]}</td>
                <td className="muted">{relation.standing && options?.['standing']?.options?.[relation.standing]}</td>
                <td className="muted">{relation.note}</td>
              </tr>
            ))}
            {later.map(({ record }) => (
              <tr key={record.id}>
                <td>
                  <Ref>{record.number}</Ref>
                </td>
                <td>{record.fields.title}</td>
                <td className="nowrap">{words.amendsIt}</td>
                <td>
                  <State look={stateLook('order', record.state)} />
                </td>
                <td className="muted">{record.fields.effective && <UncertainDate fact={record.fields.effective} length="full" />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <AmendedClauses order={order} later={later} />
    </div>
  );
}

/** Time limits that run from the order. */
export function Triggers({ order, deadlines }: { order: Order; deadlines: readonly (Whole & { record: RecordOf<'deadline'> })[] }) {
  const today = useToday();
  const writable = useWritable();
  const add = writable && (
    <PageButton onClick={() => go({ page: 'new', kind: 'deadline', prefill: { field: 'order', linkId: order.id, linkNumber: order.number } })}>{words.newDeadline}</PageButton>
  );
  if (deadlines.length === 0) return <Empty says={words.noTriggers} then={words.noTriggersThen} action={add} />;
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.triggersTab}>
      <section className={parts.section}>
        <table className={list.links}>
          <thead>
            <tr>
              <Heads names={words.triggerColumns} />
            </tr>
          </thead>
          <tbody>
            {deadlines.map(({ record }) => {
              const due = kinds.deadline.due(record.fields);
              return (
                <tr key={record.id}>
                  <td>
                    <Ref>{record.number}</Ref>
                  </td>
                  <td>{record.fields.title}</td>
                  <td>{due === null ? <UncertainDate fact={{ certainty: 'unknown' }} /> : dayWords(due, 'full', today)}</td>
                  <td>
                    <State look={stateLook('deadline', record.state)} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <p className={list.add}>{add}</p>
      </section>
    </div>
  );
}
