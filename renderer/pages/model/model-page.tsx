import { useMemo } from 'react';
import { kinds, type RecordOf } from '../../../shared/records/kinds.ts';
import { modelCourse } from '../../../shared/records/views/model-course.ts';
import { ofKind, useNames, useRecords, type Named, type Whole } from '../../answers/use-records.ts';
import { go } from '../../screen/route.ts';
import { useScreen, useToday, useWritable, useZone } from '../../screen/screen.ts';
import { Empty } from '../../ui/empty.tsx';
import { Facts, type Fact } from '../../ui/facts.tsx';
import { Ref } from '../../ui/ref.tsx';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { factWords } from '../../words/date-facts.ts';
import { dayAt, dayWords } from '../../words/dates.ts';
import { model as words } from '../../words/model.ts';
import { quoted } from '../../words/quote.ts';
import { records } from '../../words/records.ts';
import { RecordBody } from '../record/record-body.tsx';
import { RecordShell } from '../record/record-shell.tsx';
import { Linked } from '../record/field-value.tsx';
import { AccessMatrix } from './access-matrix.tsx';
import { binding, ModelOrders } from './model-orders.tsx';
import { ModelFindings } from './model-findings.tsx';
import { ModelHarm } from './model-harm.tsx';
import { ModelTimeline } from './model-timeline.tsx';
import { openQuestions } from './open-questions.ts';
import styles from './model.module.css';
import { figure } from '../../words/writing.ts';

const kind = kinds.restricted_model;

/** A restricted model: who can reach which version, through which surface, by which clause, and the way back. */
export function ModelPage({ whole, model, tab }: { whole: Whole; model: RecordOf<'restricted_model'>; tab: string | null }) {
  const names = useNames(whole);
  const writable = useWritable();
  const linked = [...new Set(whole.linkedFrom.filter((link) => ['order', 'finding', 'impact'].includes(link.kind)).map((link) => link.number))];
  const around = useRecords(linked);
  const orders = ofKind(around, 'order');
  const findings = ofKind(around, 'finding');
  const impacts = ofKind(around, 'impact');
  // Events say from which order or test they are drawn.
  const events = ofKind(
    useRecords([...new Set([...orders, ...findings].flatMap((one) => one.linkedFrom.filter((link) => link.kind === 'chronology_event').map((link) => link.number)))]),
    'chronology_event',
  );
  const course = useMemo(
    () =>
      modelCourse(model, {
        orders: orders.map((one) => one.record),
        findings: findings.map((one) => one.record),
        impacts: impacts.map((one) => one.record),
        events: events.map((one) => one.record),
      }),
    [model, around, events],
  );
  const allNames = useMemo(
    () => new Map([...names, ...[...around, ...events].flatMap((one) => one.links.map((link): [string, Named] => [link.id, link]))]),
    [names, around, events],
  );
  const bound = orders.filter((one) => binding(one.record.state));
  return (
    <RecordShell
      whole={whole}
      tab={tab}
      line={[
        words.inForce(bound.length, bound.filter((one) => one.record.state === 'unconfirmed').length),
        ...(model.fields.developer === undefined ? [] : [<Linked key="d" id={model.fields.developer} names={names} />]),
      ]}
      actions={writable && <PageButton onClick={() => go({ page: 'press', document: 'status-report', number: model.number })}>{words.status}</PageButton>}
      side={<ModelSide model={model} names={names} whole={whole} orders={orders} />}
      tabs={[
        { key: 'access', name: words.accessTab, body: <Access model={model} names={names} orders={orders} /> },
        { key: 'findings', name: words.findingsTab, count: findings.length, body: <ModelFindings findings={findings} model={model} /> },
        { key: 'harm', name: words.harmTab, count: impacts.length, body: <ModelHarm impacts={impacts.map((one) => one.record)} model={model} /> },
        { key: 'timeline', name: words.timelineTab, body: <ModelTimeline model={model} course={course} names={allNames} /> },
        { key: 'record', name: words.recordTab, body: <RecordBody record={model} names={names} without={['access']} /> },
      ]}
    />
  );
}

function Access({ model, names, orders }: { model: RecordOf<'restricted_model'>; names: ReturnType<typeof useNames>; orders: Parameters<typeof ModelOrders>[0]['orders'] }) {
  const today = useToday();
  const zone = useZone();
  const asOf = useScreen((now) => now.asOf);
  const writable = useWritable();
  if ((model.fields.access ?? []).length === 0)
    return (
      <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.accessTab}>
        <Empty
          says={words.noMatrix}
          then={words.noMatrixThen}
          action={writable && <PageButton onClick={() => go({ page: 'edit', number: model.number, field: 'access' })}>{words.editMatrix}</PageButton>}
        />
        <ModelOrders model={model} orders={orders} />
      </div>
    );
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.accessTab}>
      <div className={styles.tools}>
        <span className={styles.legend}>{words.legend}</span>
        <span className={styles.on}>{words.on(dayWords(asOf === null ? today : dayAt(asOf, zone), 'full', today))}</span>
      </div>
      <AccessMatrix model={model} names={names} />
      <p className={styles.controls}>{words.controls}</p>
      <ModelOrders model={model} orders={orders} />
    </div>
  );
}

function ModelSide({
  model,
  names,
  whole,
  orders,
}: {
  model: RecordOf<'restricted_model'>;
  names: ReturnType<typeof useNames>;
  whole: Whole;
  orders: Parameters<typeof ModelOrders>[0]['orders'];
}) {
  const today = useToday();
  const { fields } = model;
  const questions = openQuestions(orders);
  const criteria = whole.linkedFrom.filter((link) => link.kind === 'restore_criterion');
  const plans = whole.linkedFrom.filter((link) => link.kind === 'remediation_plan');
  const inState = (state: string): number => criteria.filter((link) => link.state === state).length;
  const facts: Fact[] = [
    ...(fields.developer === undefined ? [] : [[words.developer, <Linked key="d" id={fields.developer} names={names} />] as const]),
    ...(fields.derivedFrom === undefined ? [] : [[words.derivedFrom, <Linked key="f" id={fields.derivedFrom} names={names} />] as const]),
    ...(fields.hosting ?? []).map(
      (host): Fact => [
        words.hosting,
        <span key="h">{host.provider === undefined ? host.region : <Linked id={host.provider} names={names} />}</span>,
        host.provider === undefined ? undefined : host.region,
      ],
    ),
    ...(fields.classification === undefined
      ? []
      : [
          [
            words.treatedAs,
            fields.classification.eccn ?? kind.fields.classification.fields?.['basis']?.options?.[fields.classification.basis ?? ''] ?? records.notGiven,
            fields.classification.note,
          ] as const,
        ]),
    ...(fields.users?.total === undefined
      ? []
      : [[words.users, words.usersOn(figure(fields.users.total), fields.users.asOf === undefined ? '' : factWords(fields.users.asOf, 'plain', today))] as const]),
  ];
  return (
    <>
      <Facts
        title={words.questions}
        labelWidth={62}
        none={words.noQuestions}
        facts={questions.map(({ number, term, question }): Fact => [<Ref key={number}>{number}</Ref>, `${quoted(term)} ${question}`])}
      />
      {facts.length > 0 && <Facts title={words.facts} facts={facts} />}
      <Facts
        title={words.wayBack}
        facts={[
          ...(plans.length === 0 ? [[words.plan, words.noPlan] as const] : plans.map((plan): Fact => [words.plan, <Ref key={plan.id}>{plan.number}</Ref>, plan.title])),
          [words.gate, criteria.length === 0 ? words.noGate : words.gateMet(inState('met'), inState('waived'), criteria.length)],
        ]}
      />
    </>
  );
}
