import { useDeferredValue, useMemo, useState } from 'react';
import { tiesOn } from '../../../shared/records/views/party-ties.ts';
import { around, nearOf, pathBetween, relationsOn, type Relation, type RelationNode } from '../../../shared/records/views/relation-graph.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { useAnalysisCase, useCaseRecords } from '../../answers/use-case-records.ts';
import { kindLabel } from '../../answers/use-records.ts';
import { useToday } from '../../screen/screen.ts';
import { ChooseLook } from '../../ui/choose-look.tsx';
import { Gradually } from '../../ui/gradually.tsx';
import { Ref } from '../../ui/ref.tsx';
import { MultiSelect, Select } from '../../ui/select.tsx';
import { dayWords } from '../../words/dates.ts';
import { ties as words } from '../../words/ties.ts';
import analysisStyles from '../analysis/analysis.module.css';
import { ViewFrame } from '../analysis/view-frame.tsx';
import { ExportFigure } from '../export/export-button.tsx';
import { DayChoice } from '../reach/day-choice.tsx';
import { AroundGraph } from './around-graph.tsx';
import styles from './ties.module.css';
import { Heads } from '../../ui/heads.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { leastWidth } from '../../ui/text-spread.tsx';
import { isOneOf, isTextOrNull, isTexts, noTexts, useStanding } from '../../screen/standing.ts';

const wanted = { party: {}, interest: {} } as const;
/** The most that is drawn: beyond it lines are a grey ground. The list goes on. */
const mostDrawn = 160;
/** The most that is listed before all of it is asked for. */
const mostListed = 500;
const depths = ['1', '2', '3'] as const;

/** Everything tied to one record, up to three ties away, and the way from it to another: drawn, in words, and as a list. */
export function AroundView() {
  const caseId = useAnalysisCase();
  const today = useToday();
  const [chosen, setDay] = useStanding('around day', null, isTextOrNull);
  const day = chosen ?? today;
  const { records, failure: ofRecords } = useCaseRecords(wanted);
  const { reply, failure } = useAnswer('records.graph', caseId === null ? null : { caseId });
  const [start, setStart] = useStanding('from', null, isTextOrNull);
  const [end, setEnd] = useStanding('to', null, isTextOrNull);
  const [depth, setDepth] = useStanding<(typeof depths)[number]>('depth', '1', isOneOf(depths));
  const [kinds, setKinds] = useStanding('kinds', noTexts, isTexts);
  const [roles, setRoles] = useStanding('roles', noTexts, isTexts);
  const [every, setEvery] = useState(false);

  const all = useMemo(() => relationsOn(tiesOn(records?.of('party') ?? [], records?.of('interest') ?? [], day), reply?.links ?? []), [records, reply, day]);
  const nodes = reply?.nodes ?? none;
  const at = start !== null && nodes.some((node) => node.id === start) ? start : (usualStart(nodes, all) ?? null);
  const near = useMemo(() => {
    const kept = kinds.length === 0 ? nodes : nodes.filter((node) => kinds.includes(node.kind) || node.id === at || node.id === end);
    return nearOf(kept, roles.length === 0 ? all : all.filter((one) => roles.includes(one.role)));
  }, [nodes, all, kinds, roles, at, end]);
  const byId = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes]);
  const shownDepth = useDeferredValue(depth);
  const drawn = useMemo(() => (at === null ? null : around(near, at, Number(shownDepth), mostDrawn)), [near, at, shownDepth]);
  const listed = useMemo(() => (at === null ? none : around(near, at, Number(shownDepth), Number.POSITIVE_INFINITY).places.slice(1)), [near, at, shownDepth]);
  const shownNumbers = useMemo(() => [at ?? '', ...listed.map(({ id }) => id)].flatMap((id) => byId.get(id)?.number ?? []), [at, listed, byId]);
  const path = useMemo(() => (at === null || end === null ? undefined : pathBetween(near, at, end)), [near, at, end]);
  const choices = useMemo(() => nodes.map((node) => ({ value: node.id, label: `${node.number} ${node.title}` })), [nodes]);
  const kindChoices = useMemo(
    () => [...new Set(nodes.map((node) => node.kind))].map((kind) => ({ value: kind, label: kindLabel(kind) })).sort((a, b) => (a.label < b.label ? -1 : 1)),
    [nodes],
  );
  const roleChoices = useMemo(() => [...new Set(all.map((one) => one.role))].sort(), [all]);
  const named = (id: string): string => `${byId.get(id)?.number ?? ''} ${byId.get(id)?.title ?? ''}`;
  const onPath = new Set(path?.map((step) => step.relation) ?? []);
  const ofMany = { searchable: true, limit: 100 } as const;

  return (
    <ViewFrame
      name={words.around}
      records={records && reply && { more: reply.more }}
      failure={failure ?? ofRecords}
      note={words.aroundNote(dayWords(day, 'full', today))}
      empty={nodes.length === 0 ? { says: words.nothing, then: words.nothingThen, begins: 'party' } : null}
    >
      <div className={styles.bar}>
        <Select {...ofMany} aria-label={words.start} placeholder={words.start} data={choices} value={at} onChange={setStart} w={210} />
        <ChooseLook label={words.depth} looks={depths} words={words.depths} value={depth} onChange={setDepth} />
        <Select {...ofMany} aria-label={words.end} placeholder={words.end} data={choices} value={end} onChange={setEnd} clearable w={170} />
        <DayChoice day={chosen} onDay={setDay} />
        <Among label={words.kinds} of={kindChoices} chosen={[...kinds]} onChoose={setKinds} width={130} />
        <Among label={words.roles} of={roleChoices} chosen={[...roles]} onChoose={setRoles} width={168} />
      </div>
      {path !== undefined && at !== null && end !== null && (
        <section className={analysisStyles.section} aria-label={words.path}>
          <h2 className={analysisStyles.title}>{words.pathOf(path === null ? null : path.length)}</h2>
          {path === null ? (
            <p>{words.noPath(named(at), named(end))}</p>
          ) : (
            <ol className={styles.path}>
              {path.map(({ relation }, i) => (
                <li key={i}>{words.step(named(relation.from), relation.role, named(relation.to), relation.possibly === true)}</li>
              ))}
            </ol>
          )}
        </section>
      )}
      {drawn !== null && at !== null && (
        <>
          <div className={styles.title}>
            <h2>{words.found(named(at), listed.length, Number(shownDepth))}</h2>
            <ExportFigure name="around" caseId={caseId} numbers={shownNumbers} part={{ day, of: byId.get(at)?.number ?? '', depth: Number(shownDepth), roles }} />
          </div>
          {drawn.left > 0 && <p className={analysisStyles.note}>{words.left(drawn.places.length - 1, drawn.left)}</p>}
          {drawn.places.length > 1 && (
            <AroundGraph
              around={drawn}
              nodes={byId}
              onPath={onPath}
              onPick={(id) => {
                setStart(id);
              }}
            />
          )}
          <div className={analysisStyles.frame}>
            <table className={analysisStyles.table} style={leastWidth(760)} aria-label={words.list}>
              <thead>
                <tr>
                  <Heads names={words.listHeads} />
                </tr>
              </thead>
              <tbody>
                <Gradually of={every ? listed : listed.slice(0, mostListed)}>
                  {({ id, column, via }) => (
                    <tr key={id}>
                      <th scope="row">
                        <Ref inText>{byId.get(id)?.number ?? ''}</Ref> {byId.get(id)?.title}
                      </th>
                      <td>{kindLabel(byId.get(id)?.kind ?? '')}</td>
                      <td>{column}</td>
                      <td>{via && words.step(byId.get(via.from)?.number ?? '', via.role, byId.get(via.to)?.number ?? '', via.possibly === true)}</td>
                    </tr>
                  )}
                </Gradually>
              </tbody>
            </table>
          </div>
          {listed.length > mostListed && !every && (
            <div className={styles.bar}>
              <PageButton onClick={() => setEvery(true)}>{words.every(listed.length)}</PageButton>
            </div>
          )}
        </>
      )}
    </ViewFrame>
  );
}
const none: readonly never[] = [];

/** Where one begins to look: the first model, else the record with most ties. */
function usualStart(nodes: readonly RelationNode[], relations: readonly Relation[]): string | undefined {
  const model = nodes.find((node) => node.kind === 'restricted_model');
  if (model) return model.id;
  const count = new Map<string, number>();
  for (const { from, to } of relations) for (const id of [from, to]) count.set(id, (count.get(id) ?? 0) + 1);
  return nodes.toSorted((a, b) => (count.get(b.id) ?? 0) - (count.get(a.id) ?? 0))[0]?.id;
}

interface AmongProps {
  readonly label: string;
  readonly of: readonly (string | { readonly value: string; readonly label: string })[];
  readonly chosen: string[];
  readonly onChoose: (values: string[]) => void;
  readonly width: number;
}

/** Narrows what is shown to some of its kinds or roles; with none chosen, all are shown. */
function Among({ label, of, chosen, onChoose, width }: AmongProps) {
  return <MultiSelect aria-label={label} placeholder={chosen.length === 0 ? label : ''} data={of} value={chosen} onChange={onChoose} searchable clearable w={width} />;
}
