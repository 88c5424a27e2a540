import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { kinds, type RecordOf } from '../../../shared/records/kinds.ts';
import type { Named, Whole } from '../../answers/use-records.ts';
import { go } from '../../screen/route.ts';
import { Empty } from '../../ui/empty.tsx';
import { Mark } from '../../ui/mark.tsx';
import parts from '../../ui/page-parts.module.css';
import { order as words } from '../../words/order.ts';
import { Clause, type ClauseText } from './clause.tsx';
import { compare, type Passage } from './compare.ts';
import styles from './order.module.css';

type Order = RecordOf<'order'>;
type WholeOrder = Whole & { record: Order };
type Which = 'issued' | 'compared' | 'amended';

interface Change {
  readonly by: string;
  readonly clause: ClauseText;
}

/** What later orders do to the clause with this number. */
function changesTo(order: Order, number: string, later: readonly WholeOrder[]): readonly Change[] {
  return later.flatMap((one) => (one.record.fields.clauses ?? []).filter((clause) => clause.changedOrder === order.id && clause.changedClause === number).map((clause) => ({ by: one.record.number, clause })));
}

/** The text of a clause as issued, compared with its change, or as it stands after it. */
function passagesOf(clause: ClauseText, changes: readonly Change[], which: Which): readonly Passage[] {
  const issued = unquoted(clause.quotation);
  const last = changes.at(-1)?.clause;
  if (which === 'issued' || !last) return issued === '' ? [] : [{ kept: issued }];
  const after = last.change === 'removes' ? '' : last.change === 'adds' ? `${issued} ${unquoted(last.quotation)}` : unquoted(last.quotation);
  if (which === 'amended') return after === '' ? [] : [{ kept: after }];
  return after === '' ? [{ removed: issued }] : compare(issued, after);
}
/** Quotation marks are set by the page, so that they stand once. */
const unquoted = (text = ''): string => text.replace(/^[“"]|[”"]$/g, '');

const looks: readonly Which[] = ['issued', 'compared', 'amended'];

/** Clauses and, beside each, the obligations drawn from it. Where the text is not in hand a tinted line says whose words these are. */
export function Clauses({ order, later, deadlines, names, writable }: { order: Order; later: readonly WholeOrder[]; deadlines: readonly (Whole & { record: RecordOf<'deadline'> })[]; names: ReadonlyMap<string, Named>; writable: boolean }) {
  const [which, setWhich] = useState<Which>('compared');
  const clauses = order.fields.clauses ?? [];
  const obligations = order.fields.obligations ?? [];
  const dues = new Map(deadlines.map((one) => [one.record.id, kinds.deadline.due(one.record.fields)]));
  const inHand = order.fields.textInHand === true;
  const heading = inHand ? words.orderWords : order.fields.formSeen === 'press' ? words.reportWords : words.otherWords;
  const amended = later.length > 0;
  return (
    <>
      {!inHand && (
        <p className={styles.notice}>
          <Mark shape="diamondDashed" tone="wait" />
          <span>{order.fields.formSeen === 'read_out' ? words.readOut : words.notInHand}</span>
        </p>
      )}
      {clauses.length === 0 ? (
        <Empty says={words.noClauses} then={words.noClausesThen} action={writable && <Button onClick={() => go({ page: 'edit', number: order.number })}>{words.addClauses}</Button>} />
      ) : (
        <>
          <div className={styles.tools}>
            <div className={styles.colHead}>
              <span>{heading}</span>
              {amended && (
                <SegmentedControl
                  aria-label={words.which}
                  value={which}
                  onChange={(value) => setWhich(looks.find((one) => one === value) ?? 'compared')}
                  data={looks.map((value) => ({ value, label: words[value] }))}
                />
              )}
            </div>
            <span className={styles.colHeadRight}>{words.does}</span>
          </div>
          <ol className={parts.scroll} tabIndex={0} aria-label={words.clausesTab}>
            {clauses.map((clause) => {
              const changes = changesTo(order, clause.number, later);
              return (
                <Clause
                  key={clause.number}
                  clause={clause}
                  passages={passagesOf(clause, changes, which)}
                  amendedBy={changes.map((change) => words.amendedBy(change.by, change.clause.number)).join(', ')}
                  obligations={obligations.filter((one) => one.clause === clause.number)}
                  dues={dues}
                  names={names}
                />
              );
            })}
          </ol>
        </>
      )}
    </>
  );
}
