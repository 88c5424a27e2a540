import { byNumber } from '../../../shared/records/by-number.ts';
import { useMemo } from 'react';
import { tieLabel, tiesOn } from '../../../shared/records/views/party-ties.ts';
import { useAnalysisCase, useCaseRecords } from '../../answers/use-case-records.ts';
import { useToday } from '../../screen/screen.ts';
import { ChooseLook } from '../../ui/choose-look.tsx';
import { Gradually } from '../../ui/gradually.tsx';
import { Ref } from '../../ui/ref.tsx';
import { BeginOne } from '../../ui/begin-one.tsx';
import { Empty } from '../../ui/empty.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { leastWidth } from '../../ui/text-spread.tsx';
import { analysis } from '../../words/analysis.ts';
import { dayWords } from '../../words/dates.ts';
import { ties as words } from '../../words/ties.ts';
import { ViewFrame } from '../analysis/view-frame.tsx';
import { DayChoice } from '../reach/day-choice.tsx';
import analysisStyles from '../analysis/analysis.module.css';
import { ExportFigure } from '../export/export-button.tsx';
import { AroundView } from './around-view.tsx';
import { TiesGraph } from './ties-graph.tsx';
import styles from './ties.module.css';
import { isOneOf, isTextOrNull, useStanding } from '../../screen/standing.ts';

const wanted = { party: {}, interest: {} } as const;
export interface Node {
  readonly number: string;
  readonly name: string;
}
/** The most ties that are drawn: beyond it the lines are a grey ground, and the window would stand still. */
const mostDrawn = 400;
const looks = ['around', 'parties'] as const;

/** What is tied to what: around one record, and all parties on a day. */
export function TiesView() {
  const [look, setLook] = useStanding<(typeof looks)[number]>('look', 'parties', isOneOf(looks));
  return (
    <>
      <div className={styles.bar}>
        <ChooseLook label={words.looks} looks={looks} words={words.look} value={look} onChange={setLook} />
      </div>
      {look === 'around' ? <AroundView /> : <PartiesView />}
    </>
  );
}

/** Who is tied to whom on a day: drawn, and as a table that says all of it. */
function PartiesView() {
  const { records, failure } = useCaseRecords(wanted);
  const today = useToday();
  const caseId = useAnalysisCase();
  const [chosen, setChosen] = useStanding('day', null, isTextOrNull);
  const [picked, setPicked] = useStanding('picked', null, isTextOrNull);
  const day = chosen ?? today;
  const parties = useMemo(() => [...(records?.of('party') ?? [])].sort(byNumber), [records]);
  const all = useMemo(() => tiesOn(parties, records?.of('interest') ?? [], day), [parties, records, day]);
  const nodes = useMemo(
    () =>
      new Map<string, Node>([
        ...[...(records?.names ?? [])].map(([id, one]): [string, Node] => [id, { number: one.number, name: one.title }]),
        ...parties.map((party): [string, Node] => [party.id, { number: party.number, name: party.fields.name }]),
      ]),
    [records, parties],
  );
  const drawn = useMemo(() => (all.length <= mostDrawn ? all : all.slice(0, mostDrawn)), [all]);
  const shown = picked === null ? all : all.filter((tie) => tie.from === picked || tie.to === picked);
  const nameOf = (id: string): Node => nodes.get(id) ?? { number: '', name: '' };
  return (
    <ViewFrame name={analysis.tabs.ties} records={records} failure={failure} note={words.note(dayWords(day, 'full', today))} empty={null}>
      <div className={styles.bar}>
        <DayChoice day={chosen} onDay={setChosen} />
        {picked !== null && <PageButton onClick={() => setPicked(null)}>{words.all}</PageButton>}
      </div>
      {all.length === 0 ? (
        <Empty says={words.empty} then={words.emptyThen} action={<BeginOne kind="party" />} helped />
      ) : (
        <>
          <div className={styles.title}>
            <h2>{words.graphOf(all.length, dayWords(day, 'full', today))}</h2>
            <ExportFigure name="ties" caseId={caseId} part={{ day }} />
          </div>
          {all.length > mostDrawn && <p className={analysisStyles.note}>{words.drawnOnly(mostDrawn, all.length)}</p>}
          <TiesGraph parties={parties} ties={drawn} nodes={nodes} picked={picked} onPick={(id) => setPicked(id === picked ? null : id)} />
          <section className={analysisStyles.section}>
            <h2 className={analysisStyles.title}>{picked === null ? words.table : words.of(nameOf(picked).name)}</h2>
          </section>
          <div className={analysisStyles.frame}>
            <table className={analysisStyles.table} style={leastWidth(760)}>
              <thead>
                <tr>
                  <th scope="col">{words.columns.party}</th>
                  <th scope="col" style={{ width: '220px' }}>
                    {words.columns.tie}
                  </th>
                  <th scope="col">{words.columns.to}</th>
                  <th scope="col" style={{ width: '110px' }}>
                    {words.columns.held}
                  </th>
                  <th scope="col" style={{ width: '130px' }}>
                    {words.columns.source}
                  </th>
                </tr>
              </thead>
              <tbody>
                <Gradually of={shown}>
                  {(tie, i) => (
                    <tr key={i}>
                      <th scope="row">
                        {nameOf(tie.from).name} <Ref inText>{nameOf(tie.from).number}</Ref>
                      </th>
                      <td>
                        {tieLabel(tie)} {tie.what.kind === 'interest' && <Ref inText>{tie.what.number}</Ref>}
                      </td>
                      <td>
                        {tie.to === null ? (
                          <span className="muted">{words.nobody}</span>
                        ) : (
                          <>
                            {nameOf(tie.to).name} {nameOf(tie.to).number !== '' && <Ref inText>{nameOf(tie.to).number}</Ref>}
                          </>
                        )}
                      </td>
                      <td>{tie.held === 'possibly' ? <span className={analysisStyles.wait}>{words.possibly}</span> : words.sure}</td>
                      <td>
                        {tie.sources.map((id) => (
                          <Ref key={id} inText>
                            {nameOf(id).number}
                          </Ref>
                        ))}
                      </td>
                    </tr>
                  )}
                </Gradually>
              </tbody>
            </table>
          </div>
        </>
      )}
    </ViewFrame>
  );
}
