import type { RecordOf } from '../../../shared/records/kinds.ts';
import { ageing } from '../../../shared/records/views/ageing.ts';
import { weAsked } from '../../../shared/records/views/owed.ts';
import { useNames, type Whole } from '../../answers/use-records.ts';
import { go } from '../../screen/route.ts';
import { useToday, useWritable } from '../../screen/screen.ts';
import { Empty } from '../../ui/empty.tsx';
import { Heads } from '../../ui/heads.tsx';
import { Ref } from '../../ui/ref.tsx';
import { State } from '../../ui/state.tsx';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { quoted } from '../../words/quote.ts';
import { requests as words } from '../../words/requests.ts';
import { CopyList } from '../record/copy-list.tsx';
import { answeredAfter, partyOf, type Item } from './ageing.ts';
import { answerLook } from './answer-looks.ts';
import { filingParagraph } from './paragraph.ts';
import styles from './requests.module.css';

/** The items of one request: what was asked, what was given in return, and for how long the rest has been owed. */
export function RequestItems({ whole, request }: { whole: Whole; request: RecordOf<'evidence_request'> }) {
  const names = useNames(whole);
  const today = useToday();
  const writable = useWritable();
  const items = request.fields.items ?? [];
  const edit = (): void => go({ page: 'edit', number: request.number, field: 'items' });
  if (items.length === 0) return <Empty says={words.noItems} then={words.noItemsThen} action={writable && <PageButton onClick={edit}>{words.addItems}</PageButton>} />;
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.items}>
      <table className={styles.items}>
        <thead>
          <tr>
            <Heads names={Object.values(words.itemColumns)} />
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.number}>
              <td>{item.number}</td>
              <td>{item.text}</td>
              <td>
                <State look={answerLook(item.answer)} />
              </td>
              <td className={item.given || item.objection ? undefined : 'muted'}>
                {item.given ? <span className="quoted">{quoted(item.given)}</span> : (item.objection ?? item.withheldBecause ?? words.nothing)}
              </td>
              <td>
                {item.given !== undefined && (item.evidence ?? []).length === 0 && <span className="muted nowrap">{words.noSource}</span>}
                {(item.evidence ?? [])
                  .map((id) => names.get(id)?.number)
                  .filter((number) => number !== undefined)
                  .map((number) => (
                    <Ref key={number}>{number}</Ref>
                  ))}
              </td>
              <td>{weAsked(request) && <Days request={request} item={item} today={today} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.under}>
        <CopyList number={request.number} list="items" label={words.items} />
      </div>
      {weAsked(request) && (
        <div className={styles.paragraph}>
          <h2>{words.forFilings}</h2>
          <p>{filingParagraph(request, partyOf(whole), today)}</p>
        </div>
      )}
    </div>
  );
}

function Days({ request, item, today }: { request: RecordOf<'evidence_request'>; item: Item; today: string }) {
  const age = ageing(request, item, today);
  if (age !== null) return <span className={age.days === null ? 'muted' : undefined}>{age.words}</span>;
  const days = answeredAfter(request, item);
  return days === null ? null : <span className="muted">{words.answeredIn(days)}</span>;
}
