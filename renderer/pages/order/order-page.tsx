import { kinds, type RecordOf } from '../../../shared/records/kinds.ts';
import { ofKind, useNames, useRecords, type Whole } from '../../answers/use-records.ts';
import { go } from '../../screen/route.ts';
import { useWritable } from '../../screen/screen.ts';
import { Facts, type Fact } from '../../ui/facts.tsx';
import { Ref } from '../../ui/ref.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { small } from '../../words/count.ts';
import { quoted } from '../../words/quote.ts';
import { order as words } from '../../words/order.ts';
import type { DateFact } from '../../../shared/records/date-fact.ts';
import { factReason } from '../../words/date-facts.ts';
import { Linked } from '../record/field-value.tsx';
import { RecordBody } from '../record/record-body.tsx';
import { RecordShell } from '../record/record-shell.tsx';
import { Clauses } from './clauses.tsx';
import { OrderReach } from '../reach/order-reach.tsx';
import { Others, Triggers } from './order-tabs.tsx';

const kind = kinds.order;
type Order = RecordOf<'order'>;

/** An order read as a lawyer reads it: each clause in the issuer's words, and beside it what it makes us do. */
export function OrderPage({ whole, order, tab }: { whole: Whole; order: Order; tab: string | null }) {
  const names = useNames(whole);
  const writable = useWritable();
  const { fields } = order;
  const around = useRecords([
    ...new Set([
      ...whole.linkedFrom.filter((link) => link.kind === 'order').map((link) => link.number),
      ...[...whole.links, ...whole.linkedFrom].filter((link) => link.kind === 'deadline').map((link) => link.number),
    ]),
  ]);
  const later = ofKind(around, 'order').filter((one) => (one.record.fields.clauses ?? []).some((clause) => clause.changedOrder === order.id));
  const deadlines = ofKind(around, 'deadline');
  const inHand = fields.textInHand === true;
  const [model] = fields.models ?? [];
  const instrument = fields.instrument === 'unknown' ? words.formUnknown : (kind.fields.instrument.options?.[fields.instrument] ?? fields.instrument);
  const publicity = fields.publicity === undefined || fields.publicity === 'unknown' ? undefined : kind.fields.publicity.options?.[fields.publicity];
  return (
    <RecordShell
      whole={whole}
      tab={tab}
      line={[
        ...(inHand ? [] : [words.textNotInHand]),
        [instrument, publicity === undefined ? undefined : small(publicity)].filter(Boolean).join(', '),
        ...(fields.issuer === undefined ? [fields.issuerUnknown] : [<Linked key="i" id={fields.issuer} names={names} />]),
        ...(fields.models ?? []).slice(0, 2).map((id) => <Linked key={id} id={id} names={names} />),
      ].filter((part) => part !== undefined && part !== '')}
      actions={writable && model !== undefined && <PageButton onClick={() => go({ page: 'press', document: 'order-summary', number: order.number })}>{words.summary}</PageButton>}
      side={<OrderFacts order={order} names={names} deadlines={deadlines} />}
      tabs={[
        {
          key: 'clauses',
          name: words.clausesTab,
          count: (fields.clauses ?? []).length,
          body: <Clauses order={order} later={later} deadlines={deadlines} names={names} writable={writable} />,
        },
        { key: 'others', name: words.amendmentsTab, count: (fields.relations ?? []).length + later.length, body: <Others order={order} later={later} names={names} /> },
        { key: 'reach', name: words.reachTab, body: <OrderReach number={order.number} id={order.id} /> },
        { key: 'triggers', name: words.triggersTab, count: deadlines.length, body: <Triggers order={order} deadlines={deadlines} /> },
        { key: 'record', name: words.recordTab, body: <RecordBody record={order} names={names} without={['clauses', 'obligations', 'relations']} /> },
      ]}
    />
  );
}

function OrderFacts({ order, names, deadlines }: { order: Order; names: ReturnType<typeof useNames>; deadlines: readonly (Whole & { record: RecordOf<'deadline'> })[] }) {
  const { fields } = order;
  const date = (label: string, fact: DateFact | undefined, source = ''): Fact =>
    fact === undefined
      ? [
          label,
          <span key="n" className="muted">
            {words.notRecorded}
          </span>,
        ]
      : [label, <UncertainDate key="d" fact={fact} length="full" />, [factReason(fact), source].filter((part) => part !== '').join(' ')];
  const receipt = (fields.receiptEvidence ?? [])
    .map((id) => names.get(id)?.number)
    .filter(Boolean)
    .join(', ');
  const undated = deadlines.filter((one) => one.record.fields.answer?.['due'] === null);
  return (
    <>
      <Facts
        title={words.dates}
        facts={[
          date(words.on, fields.issued),
          date(words.received, fields.received, [fields.receivedVia, receipt].filter(Boolean).join(', ')),
          date(words.effective, fields.effective),
          ...(fields.served ? [date(words.served, fields.served)] : []),
          ...(fields.signed ? [date(words.signed, fields.signed)] : []),
          ...(fields.published ? [date(words.published, fields.published)] : []),
          fields.expires ? date(words.expires, fields.expires) : [words.expires, words.noneStated],
        ]}
      />
      <Facts
        title={words.authority}
        facts={[
          ...((fields.legalBasis ?? []).length === 0
            ? [[words.basis, words.noBasis[fields.authority]] as const]
            : (fields.legalBasis ?? []).map(
                (basis): Fact => [
                  words.basis,
                  <span key="c" className="nowrap">
                    {basis.citation}
                  </span>,
                  basis.pinpoint ?? '',
                ],
              )),
          ...(fields.grounds ?? []).map(
            (ground): Fact => [
              words.ground,
              <span key="g" className="quoted">
                {quoted(ground.text)}
              </span>,
              ground.source === undefined ? '' : (names.get(ground.source)?.number ?? ''),
            ],
          ),
          ...(fields.reasons === undefined ? [] : [[words.reasons, kind.fields.reasons.options?.[fields.reasons] ?? fields.reasons] as const]),
          [words.formSeen, kind.fields.formSeen.options?.[fields.formSeen] ?? fields.formSeen],
        ]}
      />
      {undated.length > 0 && <Facts title={words.gaps} labelWidth={62} facts={undated.map((one): Fact => [<Ref key="r">{one.record.number}</Ref>, one.record.fields.title])} />}
    </>
  );
}
