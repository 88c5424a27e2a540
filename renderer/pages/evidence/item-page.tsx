import { kinds, type RecordOf } from '../../../shared/records/kinds.ts';
import { custodyActions } from '../../../shared/records/parts/custody.ts';
import { useNames, type Whole } from '../../answers/use-records.ts';
import { Empty } from '../../ui/empty.tsx';
import { Facts, type Fact } from '../../ui/facts.tsx';
import { Heads } from '../../ui/heads.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import { Cited } from '../../ui/cited.tsx';
import parts from '../../ui/page-parts.module.css';
import { fileSize } from '../../words/count.ts';
import { factReason } from '../../words/date-facts.ts';
import { evidence as words } from '../../words/evidence.ts';
import type { DateFact } from '../../../shared/records/date-fact.ts';
import { Linked } from '../record/field-value.tsx';
import { RecordBody } from '../record/record-body.tsx';
import { RecordShell } from '../record/record-shell.tsx';
import { CopyOut } from './copy-out.tsx';
import { EvidenceWords, hasPages, Preview } from './preview.tsx';
import styles from './evidence.module.css';

const kind = kinds.evidence_item;
type Item = RecordOf<'evidence_item'>;

/** An exhibit: what it looks like, what it says, who had it. */
export function EvidenceItemPage({ whole, item, tab }: { whole: Whole; item: Item; tab: string | null }) {
  const names = useNames(whole);
  const { fields } = item;
  const bytes = fields.original?.sha256 !== undefined;
  const shown = bytes
    ? [
        ...(hasPages(item) ? [{ key: 'preview', name: words.previewTab, body: <Preview item={item} /> }] : []),
        { key: 'text', name: words.textTab, body: <EvidenceWords item={item} /> },
      ]
    : [{ key: 'preview', name: words.previewTab, body: <Empty says={words.noBytes} then={fields.bytesNote ?? words.noBytesThen} /> }];
  return (
    <RecordShell
      whole={whole}
      tab={tab}
      line={[
        kind.fields.type.options?.[fields.type] ?? '',
        fields.exhibit === undefined ? '' : words.asExhibit(fields.exhibit),
        fields.source?.custodian === undefined ? '' : words.from(fields.source.custodian),
      ].filter((part) => part !== '')}
      side={<ItemFacts item={item} names={names} />}
      actions={bytes && <CopyOut item={item} />}
      tabs={[
        ...shown,
        { key: 'custody', name: words.custodyTab, count: (fields.custody ?? []).length, body: <Custody item={item} /> },
        { key: 'record', name: words.recordTab, body: <RecordBody record={item} names={names} without={['custody', 'original']} /> },
      ]}
    />
  );
}

function ItemFacts({ item, names }: { item: Item; names: ReturnType<typeof useNames> }) {
  const { fields } = item;
  const original = fields.original;
  const date = (label: string, fact: DateFact | undefined): Fact[] => (fact === undefined ? [] : [[label, <UncertainDate key="d" fact={fact} length="full" />, factReason(fact)]]);
  const text = (label: string, value: string | undefined): Fact[] => (value === undefined ? [] : [[label, value]]);
  return (
    <Facts
      title={words.facts}
      facts={[
        ...text(words.file, original?.filename),
        ...(original?.size === undefined ? [] : [[words.size, fileSize(original.size)] as const]),
        ...text(words.mime, original?.mime),
        ...(original?.sha256 === undefined
          ? []
          : [
              [
                words.digest,
                <span key="h" className="mono">
                  {original.sha256}
                </span>,
              ] as const,
            ]),
        ...text(words.custodianFact, fields.source?.custodian),
        ...text(words.method, fields.source?.method === undefined ? undefined : kind.fields.source.fields?.['method']?.options?.[fields.source.method]),
        ...date(words.collected, fields.source?.collected),
        ...date(words.received, fields.received),
        ...date(words.date, fields.date),
        ...text(words.exhibitNo, fields.exhibit),
        ...(fields.sameBytesAs ?? []).map((id): Fact => [words.sameBytes, <Linked key={id} id={id} names={names} title={false} />]),
      ]}
    />
  );
}

/** Who had it, when and why: rows are only ever added. */
function Custody({ item }: { item: Item }) {
  const rows = item.fields.custody ?? [];
  if (rows.length === 0) return <Empty says={words.noCustody} />;
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.custodyTab}>
      <table className={styles.custody}>
        <thead>
          <tr>
            <Heads names={Object.values(words.custodyColumns)} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              <td>{custodyActions[row.action]}</td>
              <td>
                <UncertainDate fact={row.occurred} length="full" />
              </td>
              <td>{row.by}</td>
              <td className="muted">{[row.from, row.to].filter(Boolean).join(' › ')}</td>
              <td className="muted">
                <Cited text={[row.purpose, row.note, row.lateReason].filter(Boolean).join(' ')} />
              </td>
              {row.hashAfter === undefined ? <td className="muted">{words.noDigestThen}</td> : <td className={`mono ${styles.digest}`}>{row.hashAfter.slice(0, 16)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
