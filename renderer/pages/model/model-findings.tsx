import { kinds, type RecordOf } from '../../../shared/records/kinds.ts';
import { doubtOf } from '../../../shared/records/parts/attribution.ts';
import type { Whole } from '../../answers/use-records.ts';
import { go } from '../../screen/route.ts';
import { useWritable } from '../../screen/screen.ts';
import { Empty } from '../../ui/empty.tsx';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { leastWidth } from '../../ui/text-spread.tsx';
import { model as words } from '../../words/model.ts';
import { analysis } from '../../words/analysis.ts';
import { doubtWords } from '../../words/doubt.ts';
import view from '../analysis/analysis.module.css';

type Finding = Whole & { record: RecordOf<'finding'> };
const { surface: surfaceField, prompts: promptsField, reproduced: reproducedField } = kinds.finding.fields;
const surfaces: Readonly<Record<string, string>> = surfaceField.options ?? {};
const prompts: Readonly<Record<string, string>> = promptsField.options ?? {};
const results: Readonly<Record<string, string>> = reproducedField.fields?.['result']?.options ?? {};

/** Tests of a model: who tested what and when, what of it is in hand, and who could reproduce it. */
export function ModelFindings({ findings, model }: { findings: readonly Finding[]; model: { readonly id: string; readonly number: string } }) {
  const writable = useWritable();
  const create = (): void => go({ page: 'new', kind: 'finding', prefill: { field: 'model', linkId: model.id, linkNumber: model.number } });
  if (findings.length === 0) return <Empty says={words.noFindings} then={words.noFindingsThen} action={writable && <PageButton onClick={create}>{words.newFinding}</PageButton>} />;
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.findingsTab}>
      <p className={view.note}>{words.findingsNote}</p>
      <div className={view.frame}>
        <table className={view.table} style={leastWidth(900)}>
          <thead>
            <tr>
              <th scope="col" style={{ width: '27%' }}>
                {words.findingColumns.finding}
              </th>
              {(['version', 'tester', 'tested', 'prompts', 'reproduced', 'state'] as const).map((column) => (
                <th key={column} scope="col">
                  {words.findingColumns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {findings.map((one) => (
              <Row key={one.record.id} finding={one} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Row({ finding: { record, links } }: { finding: Finding }) {
  const { fields, number, state } = record;
  const title = (id: string): string => links.find((link) => link.id === id)?.title ?? analysis.notRecorded;
  const doubt = doubtWords(doubtOf(fields.attribution));
  const sources = (fields.source ?? []).flatMap((id) => links.find((link) => link.id === id)?.number ?? []);
  return (
    <tr>
      <th scope="row">
        <Ref inText>{number}</Ref> {fields.title}
        {(doubt.length > 0 || sources.length > 0) && (
          <span className={view.small}>
            {doubt.join(' · ')}{' '}
            {sources.map((source) => (
              <Ref key={source} inText>
                {source}
              </Ref>
            ))}{' '}
            {fields.pinpoint}
          </span>
        )}
      </th>
      <td>
        {fields.version ?? <span className="muted">{analysis.notRecorded}</span>}
        {fields.surface !== undefined && <span className={view.small}>{surfaces[fields.surface]}</span>}
      </td>
      <td>{fields.tester.map(title).join(', ')}</td>
      <td>{fields.tested === undefined ? <span className="muted">{analysis.notRecorded}</span> : <UncertainDate fact={fields.tested} />}</td>
      <td>{prompts[fields.prompts]}</td>
      <td>
        {(fields.reproduced ?? []).length === 0 && <span className="muted">{words.notTried}</span>}
        {(fields.reproduced ?? []).map((attempt, i) => (
          <span key={i} className={view.cell}>
            {results[attempt.result]}
            <span className={view.small}>{title(attempt.by)}</span>
          </span>
        ))}
      </td>
      <td>
        <State look={stateLook('finding', state)} />
      </td>
    </tr>
  );
}
