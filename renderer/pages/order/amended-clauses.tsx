import type { RecordOf } from '../../../shared/records/kinds.ts';
import { effectiveClauses } from '../../../shared/records/views/effective-clauses.ts';
import type { Whole } from '../../answers/use-records.ts';
import { useScreen, useToday, useZone } from '../../screen/screen.ts';
import { Ref } from '../../ui/ref.tsx';
import { Redline } from '../../ui/redline.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import parts from '../../ui/page-parts.module.css';
import { leastWidth } from '../../ui/text-spread.tsx';
import { dayAt } from '../../words/dates.ts';
import { order as words } from '../../words/order.ts';
import { unquoted } from '../../words/quote.ts';
import { compare } from './compare.ts';
import view from '../analysis/analysis.module.css';

type Order = RecordOf<'order'>;

/** Clauses that a later order changed: as issued beside as amended, what was put in and taken out marked, and by whom. */
export function AmendedClauses({ order, later }: { order: Order; later: readonly (Whole & { record: Order })[] }) {
  const zone = useZone();
  const today = useToday();
  const asOf = useScreen((now) => now.asOf);
  const effective = effectiveClauses(
    order,
    later.map((one) => one.record),
    asOf === null ? today : dayAt(asOf, zone),
  );
  const changed = effective.clauses.filter((one) => one.from !== order.id);
  if (changed.length === 0) return null;
  return (
    <section>
      <div className={view.section}>
        <h2 className={parts.sectionTitle}>{words.sideBySide}</h2>
      </div>
      <div className={view.frame}>
        <table className={view.table} style={leastWidth(760)}>
          <thead>
            <tr>
              <th scope="col" style={{ width: '66px' }}>
                {words.clauseColumn}
              </th>
              <th scope="col">{words.issued}</th>
              <th scope="col">{words.amended}</th>
              <th scope="col" style={{ width: '172px' }}>
                {words.changedBy}
              </th>
            </tr>
          </thead>
          <tbody>
            {changed.map((one) => {
              const issued = (order.fields.clauses ?? []).find((clause) => clause.number === one.number);
              const [before, after] = [unquoted(issued?.quotation ?? ''), one.removed ? '' : unquoted(one.clause.quotation ?? '')];
              const by = later.find((other) => other.record.id === one.from)?.record;
              return (
                <tr key={one.number}>
                  <th scope="row">{one.number}</th>
                  <td className={view.quote}>{before === '' ? <span className="muted">{words.notThere}</span> : `“${before}”`}</td>
                  <td className={view.quote}>
                    {after === '' ? (
                      <span className="muted">{words.takenOut}</span>
                    ) : (
                      <>
                        “<Redline passages={before === '' ? [{ added: after }] : compare(before, after)} terms={[]} />”
                      </>
                    )}
                  </td>
                  <td>
                    {by && (
                      <>
                        <Ref inText>{by.number}</Ref> {by.fields.effective && <UncertainDate fact={by.fields.effective} />}
                      </>
                    )}
                    {one.uncertain && <span className={`${view.small} ${view.wait}`}>{words.unsettled}</span>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
