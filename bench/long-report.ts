import { orderFor, plainWords } from '../tests/interop/pressed-sample.ts';
import type { ObligationRow, Run, StatusReportData, Words } from '../main/filings/press/paper.ts';
import type { PressOrder } from '../main/filings/press/press.ts';

const sentence =
  'The surface was closed to the class of persons named in the first paragraph, and the export of the access log shows the hour at which it was done; nobody has asked for it back, and no part of it was restored before the condition was met.';
const times = <Item>(n: number, make: (i: number) => Item): Item[] => Array.from({ length: n }, (_, i) => make(i));

/** A status report of about 100 pages: accounts, long tables of obligations, requests and steps, and disputed issues. */
export function longReport(): PressOrder {
  const order = orderFor('status-report', 'internal', plainWords);
  // Proof of the cast: the order was asked for as a status report.
  const report = order.data as StatusReportData;
  const [obligation, issue, step] = [report.obligations[0], report.issues[0], report.steps[0]];
  if (obligation === undefined || issue === undefined || step === undefined) throw new Error('the sample has one of each');
  const data: StatusReportData = {
    ...report,
    account: times(120, (i): Run[] => [`${sentence} Row ${String(i + 1)} of the log. ${sentence}`]),
    obligations: times(360, (i): ObligationRow => ({ ...obligation, key: `ob:${String(i)}`, number: `OB-${String(i + 1)}` })),
    requests: times(350, (i) => ({
      number: `REQ-001.${String(i + 1)}`,
      words: `Item ${String(i + 1)}: ${sentence.slice(0, 120)}`,
      between: 'Of the Bureau, March 2, 2026',
      answer: { sign: 'none', words: 'No answer' },
      age: { words: '111 days' },
    })),
    // In words of its own: what the sample's verification says may grow, and with it every row of a narrow column.
    steps: times(200, (i) => ({ ...step, number: `STEP-${String(i + 1)}`, verified: 'Tested, March 2, 2026' })),
    issues: times(28, (i) => ({ ...issue, number: `AST-${String(i + 1)}` })),
  };
  return { ...order, data };
}

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** The words of a value, as plain text: what a reader sees of it. */
export function plain(value: Words | null): string {
  if (value === null) return '—';
  if (typeof value === 'string') return escaped(value);
  if (Array.isArray(value)) return value.map((run: Run) => plain(run)).join('');
  return escaped(
    Object.values(value)
      .filter((part) => typeof part === 'string')
      .join(' '),
  );
}

/** The same words as a page for a browser to print: headings, paragraphs and tables in type of the same size on the same paper. */
export function asHtml(report: StatusReportData): string {
  const table = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
    `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
  const paragraphs = (list: StatusReportData['account']) => `<ol>${list.map((one) => `<li>${plain('runs' in one ? one.runs : one)}</li>`).join('')}</ol>`;
  const words = (date: unknown) => escaped(Object.values(date ?? {}).join(' '));
  const style =
    '@page{size:letter;margin:96pt 72pt 88pt}body{font:11pt/15pt serif;text-align:justify}table{font:8.5pt/11.25pt sans-serif;width:100%;border-collapse:collapse;text-align:left}td{border-top:.35pt solid;padding:4.8pt 9pt 5.6pt 0;vertical-align:top}tr{break-inside:avoid}ol{padding-left:90pt}.issue{break-inside:avoid;margin:18pt 0}';
  return `<!doctype html><html lang="en"><head><title>Compliance Status Report</title><style>${style}</style></head><body><h1>Compliance Status Report</h1><h2>State of the model</h2>${paragraphs(report.account)}
<h2>Obligations</h2>${table(
    ['No.', 'Source', 'Obligation', 'Due', 'State', 'Proof'],
    report.obligations.map((row) => [row.number, plain(row.clause), plain(row.words), words(row.due), row.state.words, plain(row.proof)]),
  )}
<h2>Evidence asked for</h2>${table(
    ['Item', 'Asked for', 'Asked', 'Answer', 'Open for'],
    report.requests.map((row) => [row.number, plain(row.words), plain(row.between), row.answer.words, words(row.age)]),
  )}
<h2>Disputed issues</h2>${report.issues.map((one) => `<div class="issue"><p>${one.number} ${one.status}: ${plain(one.statement)}</p>${table(['', ...one.sides.map((side) => escaped(side.party))], [['Position', ...one.sides.map((side) => side.stance)], ['As stated', ...one.sides.map((side) => plain(side.text))], ['Severity', ...one.sides.map((side) => plain(side.severity))], ['Its basis', ...one.sides.map((side) => plain(side.basis))], ['Offered in proof', ...one.sides.map((side) => plain(side.proof))], ...one.notes.map((note) => [note.label, plain(note.words)])])}</div>`).join('')}
<h2>Remediation</h2>${table(
    ['Step', 'What is done', 'Owner', 'Due', 'State', 'Verified'],
    report.steps.map((row) => [row.number, plain(row.words), plain(row.owner), words(row.due), row.state.words, plain(row.verified)]),
  )}</body></html>`;
}
