import { useEffect } from 'react';
import { isKind } from '../../../shared/records/kinds.ts';
import { searchSentence } from '../../../shared/records/kinds/search-record.ts';
import { doubtOf } from '../../../shared/records/parts/attribution.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { useNames, type Whole } from '../../answers/use-records.ts';
import { go } from '../../screen/route.ts';
import { useWritable } from '../../screen/screen.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading, NotThere } from '../../ui/not-there.tsx';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { isSealedFrom } from '../../../shared/records/sealed.ts';
import { docket } from '../../words/docket.ts';
import { doubtWords } from '../../words/doubt.ts';
import { records } from '../../words/records.ts';
import { useOpenRows } from '../../working-set/use-rows.ts';
import { firstSteps, nextStep } from '../docket/first-steps.ts';
import { DeadlinePage } from '../deadline/deadline-page.tsx';
import { EvidenceItemPage } from '../evidence/item-page.tsx';
import { FilingPage } from '../filing/filing-page.tsx';
import { EmploymentPage } from '../employment/employment-page.tsx';
import { HoldPage } from '../hold/hold-page.tsx';
import { ModelPage } from '../model/model-page.tsx';
import { OrderPage } from '../order/order-page.tsx';
import { PlanPage } from '../remediation/plan-page.tsx';
import { RequestPage } from '../requests/request-page.tsx';
import { ClosedRecordPage } from './closed-record.tsx';
import { leave } from './closing.ts';
import { ScreeningPage } from '../screening/screening-page.tsx';
import { RecordBody } from './record-body.tsx';
import { RecordShell } from './record-shell.tsx';

/** The page of the record with this number: the one made for its kind, or the one that serves every kind. */
export function AnyRecordPage({ number, tab }: { number: string; tab: string | null }) {
  useEffect(() => leave, []);
  const { reply, failure } = useAnswer('records.get', { number });
  if (failure) return <NotThere failure={failure} />;
  if (!reply || reply.record.number !== number) return <Loading />;
  return <OfKind whole={reply} tab={tab} />;
}

function OfKind({ whole, tab }: { whole: Whole; tab: string | null }) {
  const { record } = whole;
  if (record.sequestered || record.erased) return <ClosedRecordPage whole={whole} />;
  if (isSealedFrom(record)) return <SealedRecordPage whole={whole} tab={tab} />;
  if (isKind(record, 'restricted_model')) return <ModelPage whole={whole} model={record} tab={tab} />;
  if (isKind(record, 'order')) return <OrderPage whole={whole} order={record} tab={tab} />;
  if (isKind(record, 'deadline')) return <DeadlinePage whole={whole} deadline={record} tab={tab} />;
  if (isKind(record, 'evidence_item')) return <EvidenceItemPage whole={whole} item={record} tab={tab} />;
  if (isKind(record, 'evidence_request')) return <RequestPage whole={whole} request={record} tab={tab} />;
  if (isKind(record, 'remediation_plan')) return <PlanPage whole={whole} plan={record} tab={tab} />;
  if (isKind(record, 'legal_hold')) return <HoldPage whole={whole} hold={record} tab={tab} />;
  if (isKind(record, 'employment_action')) return <EmploymentPage whole={whole} action={record} tab={tab} />;
  if (isKind(record, 'filing')) return <FilingPage whole={whole} filing={record} tab={tab} />;
  if (isKind(record, 'screening') && record.fields.counts !== undefined) return <ScreeningPage whole={whole} screening={record} tab={tab} />;
  return <PlainRecordPage whole={whole} tab={tab} />;
}

/** A record whose content is sealed from the person at work: its number and state, and who may be asked. */
function SealedRecordPage({ whole, tab }: { whole: Whole; tab: string | null }) {
  const { reply } = useAnswer('people.list', {}, false);
  const holders = (reply?.people ?? []).filter(({ state, compartments }) => state === 'person' && compartments.includes('people')).map(({ name }) => name);
  return (
    <RecordShell
      whole={whole}
      tab={tab}
      tabs={[
        {
          key: 'record',
          name: records.recordTab,
          body: (
            <section className={parts.section}>
              <p>{records.sealedNote}</p>
              {holders.length > 0 && <p className="muted">{records.sealedHolders(holders)}</p>}
            </section>
          ),
        },
      ]}
    />
  );
}

/** The hedge of its source and the hearsay that it rests on, under the title: that alone reads as a fact. */
function doubtOfRecord(record: Whole['record']): readonly string[] {
  return isKind(record, 'assertion') ||
    isKind(record, 'statement') ||
    isKind(record, 'chronology_event') ||
    isKind(record, 'communication') ||
    isKind(record, 'finding') ||
    isKind(record, 'impact')
    ? doubtWords(doubtOf(record.fields.attribution))
    : [];
}

/** Any record, from its kind's definition alone. */
function PlainRecordPage({ whole, tab }: { whole: Whole; tab: string | null }) {
  const names = useNames(whole);
  return (
    <RecordShell
      whole={whole}
      tab={tab}
      line={doubtOfRecord(whole.record)}
      {...(whole.record.kind === 'case' && { over: <BegunCase /> })}
      {...(isKind(whole.record, 'search_record') && { over: <p className={parts.section}>{searchSentence(whole.record)}</p> })}
      tabs={[{ key: 'record', name: records.recordTab, body: <RecordBody record={whole.record} names={names} /> }]}
    />
  );
}

/** All that decides what comes before a deadline; deadlines are many, and are not asked for. */
const beforeDeadline = firstSteps.filter((kind) => kind !== 'deadline');

/** Under a case with which a vault begins: what is recorded next. Nothing once there is a model and an order. */
function BegunCase() {
  const writable = useWritable();
  const { rows, whole } = useOpenRows(beforeDeadline);
  const next = nextStep(rows);
  if (!writable || !whole || next === 'deadline' || next === 'case') return null;
  const { then, act } = docket.first[next];
  return (
    <Empty
      says={then}
      action={
        <PageButton variant="filled" onClick={() => go({ page: 'new', kind: next, prefill: {} })}>
          {act}
        </PageButton>
      }
    />
  );
}
