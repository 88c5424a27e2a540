import { kinds, type RecordOf } from '../../../shared/records/kinds.ts';
import type { Named, Whole } from '../../answers/use-records.ts';
import { effectiveClauses, type EffectiveClause } from '../../../shared/records/views/effective-clauses.ts';
import { go } from '../../screen/route.ts';
import { useScreen, useToday, useZone } from '../../screen/screen.ts';
import { dayAt } from '../../words/dates.ts';
import { unquoted } from '../../words/quote.ts';
import { ChooseLook } from '../../ui/choose-look.tsx';
import { Empty } from '../../ui/empty.tsx';
import { listed } from '../../words/count.ts';
import { Cited } from '../../ui/cited.tsx';
import { Mark } from '../../ui/mark.tsx';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { order as words } from '../../words/order.ts';
import { Clause, type ClauseText } from './clause.tsx';
import { compare, type Passage } from './compare.ts';
import styles from './order.module.css';
import { isOneOf, useStanding } from '../../screen/standing.ts';

type Order = RecordOf<'order'>;
type WholeOrder = Whole & { record: Order };
type Which = 'issued' | 'compared' | 'amended';

/** The text of a clause as issued, compared with its change, or as it stands after it. */
function passagesOf(issued: ClauseText | null, now: EffectiveClause | null, which: Which): readonly Passage[] {
  const [before, after] = [unquoted(issued?.quotation ?? ''), now === null || now.removed ? '' : unquoted(now.clause.quotation ?? '')];
  if (which === 'issued' || now === null) return before === '' ? [] : [{ kept: before }];
  if (which === 'amended') return after === '' ? [] : [{ kept: after }];
  if (before === after) return [{ kept: before }];
  return after === '' ? [{ removed: before }] : before === '' ? [{ added: after }] : compare(before, after);
}

const looks: readonly Which[] = ['issued', 'compared', 'amended'];

/** Why what stands below is not the order's own: a form that was typed cannot say both, a record that was imported can. */
function whoseWords(seen: Order['fields']['formSeen']): string {
  if (seen === 'read_out') return words.readOut;
  return seen === 'original' || seen === 'copy' ? words.seenYetNot(`“${kinds.order.fields.formSeen.options?.[seen] ?? seen}”`) : words.notInHand;
}

/** Clauses and, beside each, the obligations drawn from it. Where the text is not in hand a tinted line says whose words these are. */
export function Clauses({
  order,
  later,
  deadlines,
  names,
  writable,
}: {
  order: Order;
  later: readonly WholeOrder[];
  deadlines: readonly (Whole & { record: RecordOf<'deadline'> })[];
  names: ReadonlyMap<string, Named>;
  writable: boolean;
}) {
  const zone = useZone();
  const today = useToday();
  const asOf = useScreen((now) => now.asOf);
  const day = asOf === null ? today : dayAt(asOf, zone);
  const [which, setWhich] = useStanding<Which>('clauses', 'compared', isOneOf(looks));
  const clauses = order.fields.clauses ?? [];
  const obligations = order.fields.obligations ?? [];
  const dues = new Map(deadlines.map((one) => [one.record.id, kinds.deadline.due(one.record.fields)]));
  const inHand = order.fields.textInHand === true;
  const heading = inHand ? words.orderWords : order.fields.formSeen === 'press' ? words.reportWords : words.otherWords;
  const amended = later.length > 0;
  const effective = effectiveClauses(
    order,
    later.map((one) => one.record),
    day,
  );
  const issued = clauses.map((clause) => ({ number: clause.number, issued: clause, now: effective.clauses.find((one) => one.number === clause.number) ?? null }));
  const added = effective.clauses.filter((one) => clauses.every((clause) => clause.number !== one.number)).map((one) => ({ number: one.number, issued: null, now: one }));
  const shown = which === 'issued' ? issued : [...issued, ...added];
  return (
    <>
      {!inHand && (
        <p className={styles.notice}>
          <Mark shape="diamondDashed" tone="wait" />
          <span>{whoseWords(order.fields.formSeen)}</span>
        </p>
      )}
      {clauses.length === 0 ? (
        <Empty
          says={words.noClauses}
          then={words.noClausesThen}
          action={writable && <PageButton onClick={() => go({ page: 'edit', number: order.number, field: 'clauses' })}>{words.addClauses}</PageButton>}
        />
      ) : (
        <>
          <div className={styles.tools}>
            <div className={styles.colHead}>
              <span>{heading}</span>
              {amended && <ChooseLook label={words.which} looks={looks} words={words} value={which} onChange={setWhich} />}
            </div>
            <span className={styles.colHeadRight}>{words.does}</span>
          </div>
          {effective.unplaced.length > 0 && (
            <p className={styles.unplaced}>
              <Cited text={words.unplaced(listed(effective.unplaced))} />
            </p>
          )}
          <ol className={parts.scroll} tabIndex={0} aria-label={words.clausesTab}>
            {shown.map(({ number, issued, now }) => {
              const by = now !== null && now.from !== order.id ? later.find((one) => one.record.id === now.from)?.record.number : undefined;
              const clause = issued ?? now?.clause;
              return clause === undefined ? null : (
                <Clause
                  key={number}
                  clause={{ ...clause, number }}
                  passages={passagesOf(issued, now, which)}
                  amendedBy={by === undefined ? '' : `${words.amendedBy(by, now?.clause.number ?? '')}${now?.uncertain === true ? `, ${words.unsettled}` : ''}`}
                  obligations={obligations.filter((one) => one.clause === number)}
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
