import { useState } from 'react';
import { askedIn, scopeAgainstEvidence, type ScopeCell, type ScopeRow } from '../../../shared/records/views/scope-evidence.ts';
import { change } from '../../answers/change.ts';
import { useCaseRecords, type Part } from '../../answers/use-case-records.ts';
import { go } from '../../screen/route.ts';
import { useWritable } from '../../screen/screen.ts';
import { Gradually, sections } from '../../ui/gradually.tsx';
import { Ref } from '../../ui/ref.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { analysis } from '../../words/analysis.ts';
import { quoted } from '../../words/quote.ts';
import { records as recordWords } from '../../words/records.ts';
import { ViewFrame } from '../analysis/view-frame.tsx';
import styles from '../analysis/analysis.module.css';

const words = analysis.scope;
const wanted = {
  restricted_model: { fields: ['name'] },
  order: { fields: ['models', 'clauses'] },
  finding: { fields: ['model'] },
  evidence_request: { fields: ['order', 'items'] },
} as const;
type Model = Part<typeof wanted, 'restricted_model'>;
type Request = Part<typeof wanted, 'evidence_request'>;

/** Model by clause, with the findings in hand. Where there is none for a model, one key makes the request item. */
export function ScopeView() {
  const { records, failure } = useCaseRecords(wanted);
  const models = records?.of('restricted_model') ?? [];
  const rows = scopeAgainstEvidence(
    models.map((model) => ({ id: model.id, name: model.fields.name })),
    records?.of('order') ?? [],
    records?.of('finding') ?? [],
  ).filter((row) => row.cells.some((cell) => cell.covered));
  return (
    <ViewFrame
      name={analysis.tabs.scope}
      records={records}
      failure={failure}
      note={words.note}
      empty={rows.length === 0 ? { says: words.empty, then: words.emptyThen, begins: 'order' } : null}
    >
      <div className={styles.frame}>
        <table className={`${styles.table} ${styles.sticky}`} style={{ minWidth: `${260 + models.length * 220}px` }}>
          <thead>
            <tr>
              <th scope="col">{words.clauseHead}</th>
              {models.map((model) => (
                <th key={model.id} scope="col">
                  {model.fields.name} <Ref inText>{model.number}</Ref>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Gradually of={rows} first={sections}>
              {(row) => (
                <tr key={`${row.order} ${row.clause}`}>
                  <th scope="row">
                    <Ref tab="clauses" inText>
                      {row.orderNumber}
                    </Ref>{' '}
                    {words.clause(row.clause)}
                    {row.words !== null && <span className={`${styles.small} ${styles.quote}`}>{quoted(row.words)}</span>}
                    {row.words !== null && !row.ownWords && <span className={styles.small}>{words.notOwn}</span>}
                  </th>
                  {row.cells.map((cell) => (
                    <td key={cell.model}>
                      <Cell row={row} cell={cell} model={models.find((one) => one.id === cell.model)} requests={records?.of('evidence_request') ?? []} />
                    </td>
                  ))}
                </tr>
              )}
            </Gradually>
          </tbody>
        </table>
      </div>
    </ViewFrame>
  );
}

function Cell({ row, cell, model, requests }: { row: ScopeRow; cell: ScopeCell; model: Model | undefined; requests: readonly Request[] }) {
  const writable = useWritable();
  const [busy, setBusy] = useState(false);
  if (!cell.covered) return <span className="muted">{words.notNamed}</span>;
  const found = cell.findings.map((one) => (
    <span key={one.id} className={styles.cell}>
      <Ref inText>{one.number}</Ref> <span className="muted">{one.inHand ? words.inHand : words.reported}</span>
    </span>
  ));
  if (cell.ask === null) return found;
  const asking = askedIn(requests, row, cell);
  const asks = asking.length > 0 ? words.askAgain : words.ask;
  const ask = async (): Promise<void> => {
    if (!model || cell.ask === null || busy) return;
    setBusy(true);
    const made = await change(
      'records.create',
      {
        kind: 'evidence_request',
        caseId: model.caseId,
        fields: {
          title: words.requestTitle(model.fields.name, row.orderNumber),
          direction: 'to_government',
          order: [row.order, model.id],
          items: [{ number: '1', text: cell.ask, basis: words.basis, answer: 'none', state: 'open' }],
        },
      },
      recordWords.created,
    );
    setBusy(false);
    if (made) go({ page: 'record', number: made.number, tab: null });
  };
  return (
    <>
      {found.length > 0 ? found : <span className={styles.wait}>{words.noFinding}</span>}
      {asking.length > 0 && (
        <span className={styles.small}>
          {words.asked}{' '}
          {asking.map((one) => (
            <Ref key={one.id} inText>
              {one.number}
            </Ref>
          ))}
        </span>
      )}
      {writable && (
        <div className={styles.act}>
          <PageButton onClick={() => void ask()} loading={busy} aria-label={words.askFor(asks, model?.fields.name ?? '', row.orderNumber, row.clause)}>
            {asks}
          </PageButton>
        </div>
      )}
    </>
  );
}
