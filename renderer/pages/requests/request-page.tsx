import { useMemo } from 'react';
import { oldest } from '../../../shared/records/views/ageing.ts';
import { kinds, type RecordOf } from '../../../shared/records/kinds.ts';
import { answerOverdue, weAsked } from '../../../shared/records/views/owed.ts';
import { useNames, type Whole } from '../../answers/use-records.ts';
import { go } from '../../screen/route.ts';
import { useToday, useWritable } from '../../screen/screen.ts';
import { useLooking } from '../../screen/use-looking.ts';
import { Facts, type Fact } from '../../ui/facts.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import type { DateFact } from '../../../shared/records/date-fact.ts';
import { factReason, factWords } from '../../words/date-facts.ts';
import { listed } from '../../words/count.ts';
import { requests as words } from '../../words/requests.ts';
import { Linked } from '../record/field-value.tsx';
import { RecordBody } from '../record/record-body.tsx';
import { RecordShell } from '../record/record-shell.tsx';
import { dueOf, partyOf, provided } from './ageing.ts';
import { RequestItems } from './request-items.tsx';

const kind = kinds.evidence_request;

/** One request: its items with what was given, and what a filing may say of the rest. */
export function RequestPage({ whole, request, tab }: { whole: Whole; request: RecordOf<'evidence_request'>; tab: string | null }) {
  const names = useNames(whole);
  const today = useToday();
  const writable = useWritable();
  const { fields } = request;
  const all = (fields.items ?? []).length;
  const open = oldest(request, today)?.waiting ?? 0;
  const looking = useLooking(useMemo(() => [dueOf(fields.answerBy)], [fields.answerBy]));
  const overdue = answerOverdue(request, looking);
  const chased = (fields.chased ?? []).map((one) => factWords(one.on, 'plain', today));
  const date = (label: string, fact: DateFact | undefined): Fact[] => (fact === undefined ? [] : [[label, <UncertainDate key="d" fact={fact} length="full" />, factReason(fact)]]);
  return (
    <RecordShell
      whole={whole}
      tab={tab}
      line={[
        kind.fields.direction.options?.[fields.direction] ?? '',
        partyOf(whole),
        ...(all > 0 ? [words.line(provided(request), all)] : []),
        ...(weAsked(request) ? [chased.length === 0 ? words.never : words.chased(listed(chased))] : []),
      ].filter((part) => part !== '')}
      actions={
        writable && (
          <PageButton variant={open > 0 && request.state !== 'draft' ? 'filled' : 'default'} onClick={() => go({ page: 'edit', number: request.number, field: 'items' })}>
            {words.answer}
          </PageButton>
        )
      }
      side={
        <Facts
          title={words.facts}
          facts={[
            ...date(words.columns.asked, fields.asked),
            ...date(words.received, fields.received),
            ...(overdue === null
              ? date(words.answerBy, fields.answerBy)
              : date(words.answerBy, fields.answerBy).map(([label, fact, why]): Fact => [label, fact, [why, words.theirsOverdue(overdue)].filter(Boolean).join('; ')])),
            ...(fields.chased ?? []).map((one): Fact => [words.chasedFact, <UncertainDate key="c" fact={one.on} length="full" />, one.how ?? '']),
            ...(fields.chaseAfterDays === undefined ? [] : [[words.chaseAfter, words.days(fields.chaseAfterDays)] as const]),
            ...(fields.owner === undefined ? [] : [[words.with, fields.owner] as const]),
            ...(fields.papers ?? []).map((id): Fact => [words.papers, <Linked key={id} id={id} names={names} title={false} />]),
            ...(fields.deadlines ?? []).map((id): Fact => [words.deadlines, <Linked key={id} id={id} names={names} title={false} />]),
          ]}
        />
      }
      tabs={[
        { key: 'items', name: words.itemsTab, count: all, body: <RequestItems whole={whole} request={request} /> },
        { key: 'record', name: words.recordTab, body: <RecordBody record={request} names={names} without={['items']} /> },
      ]}
    />
  );
}
