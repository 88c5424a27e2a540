import path from 'node:path';
import { expect, test } from 'vitest';
import { kindNamed } from '../kinds.ts';
import { linksIn } from '../links.ts';
import { reportedCase } from './reported.ts';
import { toldStatements } from './reported/told.ts';

const numberOf = new Map(reportedCase.records.map((record) => [record.id, record.number]));
const links = new Set(reportedCase.records.flatMap((record) => linksIn(kindNamed(record.kind)?.fields ?? {}, record.fields).map((link) => `${record.id} ${link.role} ${link.to}`)));

test('the statements are S01 to S56, each once', () => {
  expect(toldStatements.map((one) => one.id)).toEqual(Array.from({ length: 56 }, (_, i) => `S${String(i + 1).padStart(2, '0')}`));
});

test('every statement of the report is a record or a link in the reported case', () => {
  const without = toldStatements.filter((one) => one.records.length === 0 && (one.links ?? []).length === 0).map((one) => one.id);
  const missing = toldStatements.flatMap((one) => one.records.filter((id) => !numberOf.has(id)).map((id) => `${one.id}: no record ${id}`));
  const unlinked = toldStatements.flatMap((one) => (one.links ?? []).filter((link) => !links.has(link.join(' '))).map((link) => `${one.id}: no link ${link.join(' ')}`));
  expect([...without, ...missing, ...unlinked]).toEqual([]);
});

test('every record that tells of the world outside says that it comes from the report', () => {
  const telling = ['finding', 'statement', 'chronology_event', 'assertion', 'impact', 'interest'];
  const bare = reportedCase.records
    .filter((record) => telling.includes(record.kind))
    .filter((record) => (record.fields['attribution'] as { level?: string } | undefined)?.level !== 'press');
  expect(bare.map((record) => record.number)).toEqual([]);
});

test('docs/sample-case.md is the table of the statements with the numbers of their records', async () => {
  const name = (id: string) => numberOf.get(id) ?? id;
  const row = ({ id, says, records, links: ends = [] }: (typeof toldStatements)[number]) =>
    `| ${id} | ${says} | ${records.map(name).join(', ')} | ${ends.map(([from, role, to]) => `${name(from)} → ${name(to)} (${role.replaceAll('_', ' ')})`).join('; ')} |`;
  const page = [
    '# The reported case, statement by statement',
    '',
    'Sample A (`shared/records/samples/reported.ts`) holds a case as one undated press report tells it. Each statement of the report is a record, or a link between',
    'two, in that sample; the numbers are those of a vault into which nothing else was imported. What the report does not say stays unknown, its hedges are kept, and',
    'nobody real is named. This page is written by `shared/records/samples/told.test.ts`, which fails when it is stale.',
    '',
    '| Statement | What the report says | Records | Links |',
    '|---|---|---|---|',
    ...toldStatements.map(row),
    '',
  ].join('\n');
  await expect(page, 'docs/sample-case.md is stale: renew it with vitest run --config vitest.config.ts shared/records/samples/told.test.ts -u').toMatchFileSnapshot(
    path.join(import.meta.dirname, '../../../docs/sample-case.md'),
  );
});
