import type { Whole } from '../../answers/use-records.ts';
import { useZone } from '../../screen/screen.ts';
import { Facts } from '../../ui/facts.tsx';
import { Mark } from '../../ui/mark.tsx';
import { instantWords } from '../../words/dates.ts';
import { audienceWords, privilegeWords, records } from '../../words/records.ts';

/** What is true of every record, at its side: who may see it, privilege, when it changed last and by whom. */
export function RecordFacts({ whole }: { whole: Whole }) {
  const zone = useZone();
  const { record } = whole;
  return (
    <Facts
      title={records.about}
      facts={[
        [records.audience, record.named ? records.namedOnly(record.named.join(', ')) : audienceWords[record.audience]],
        [
          records.privilege,
          <span key="p">
            {record.privilege !== 'none' && (
              <>
                <Mark shape="lock" />{' '}
              </>
            )}
            {privilegeWords[record.privilege]}
          </span>,
        ],
        ...(record.privilegeBasis === undefined
          ? []
          : [
              [
                records.basis.made,
                records.basis.words(record.privilegeBasis.author, record.privilegeBasis.purpose),
                record.privilegeBasis.dualPurpose ? records.basis.dual : undefined,
              ] as const,
            ]),
        ...(record.tags.length > 0 ? [[records.tags, record.tags.join(', ')] as const] : []),
        [
          records.changedLabel,
          <span key="c" className="nowrap">
            {instantWords(whole.changedAt, zone)}
          </span>,
          records.by(whole.changedBy),
        ],
        ...(record.formerNumber === undefined ? [] : [[records.columns.number, records.formerly(record.formerNumber)] as const]),
      ]}
    />
  );
}
