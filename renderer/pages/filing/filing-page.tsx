import { kinds, type RecordOf } from '../../../shared/records/kinds.ts';
import { useNames, type Whole } from '../../answers/use-records.ts';
import { useZone } from '../../screen/screen.ts';
import { Empty } from '../../ui/empty.tsx';
import parts from '../../ui/page-parts.module.css';
import { fileSize } from '../../words/count.ts';
import { instantWords } from '../../words/dates.ts';
import { filing as words } from '../../words/filing.ts';
import { Linked } from '../record/field-value.tsx';
import list from '../evidence/evidence.module.css';
import { RecordBody } from '../record/record-body.tsx';
import { RecordShell } from '../record/record-shell.tsx';

const kind = kinds.filing;

/** A filing: what it says and rests on, and every paper that was pressed for it with its digest. */
export function FilingPage({ whole, filing, tab }: { whole: Whole; filing: RecordOf<'filing'>; tab: string | null }) {
  const names = useNames(whole);
  const { fields } = filing;
  return (
    <RecordShell
      whole={whole}
      tab={tab}
      line={[
        kind.fields.type.options?.[fields.type] ?? '',
        kind.fields.profile.options?.[fields.profile] ?? '',
        ...(fields.to ?? []).map((id) => <Linked key={id} id={id} names={names} />),
      ]}
      tabs={[
        { key: 'record', name: words.recordTab, body: <RecordBody record={filing} names={names} without={['outputs']} /> },
        { key: 'outputs', name: words.outputsTab, count: (fields.outputs ?? []).length, body: <Outputs filing={filing} names={names} /> },
      ]}
    />
  );
}

function Outputs({ filing, names }: { filing: RecordOf<'filing'>; names: ReturnType<typeof useNames> }) {
  const zone = useZone();
  const outputs = filing.fields.outputs ?? [];
  if (outputs.length === 0) return <Empty says={words.noOutputs} />;
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.outputsTab}>
      <table className={list.custody}>
        <thead>
          <tr>
            <th scope="col">{words.file}</th>
            <th scope="col">{words.for}</th>
            <th scope="col">{words.pages}</th>
            <th scope="col">{words.size}</th>
            <th scope="col">{words.at}</th>
            <th scope="col">{words.keptAs}</th>
            <th scope="col">{words.digest}</th>
          </tr>
        </thead>
        <tbody>
          {outputs.map((output, i) => (
            <tr key={i}>
              <td>{output.file}</td>
              <td>
                {output.profile && words[output.profile]}
                {output.recipient !== undefined && <div className="muted">{output.recipient}</div>}
              </td>
              <td>{output.pages}</td>
              <td className="nowrap">{output.bytes === undefined ? '' : fileSize(output.bytes)}</td>
              <td className="nowrap">{output.at === undefined ? '' : instantWords(output.at, zone)}</td>
              <td>{output.item !== undefined && <Linked id={output.item} names={names} />}</td>
              <td className={`mono ${list.digest}`}>{output.sha256}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
