import { expect, test } from 'vitest';
import { datedCase } from '../../shared/records/samples/dated.ts';
import { reportedCase } from '../../shared/records/samples/reported.ts';
import type { Sample } from '../../shared/records/samples/sample.ts';
import { paperOf } from './paper-of.ts';
import { preflight } from './preflight.ts';
import { checkPaper } from './press/malformed.ts';
import type { AccessStatusData } from './press/paper.ts';
import { readingOfSample } from './sample-reading.test-support.ts';

const now = { instant: Date.UTC(2026, 10, 23, 18, 7), zone: 'America/New_York' };
function status(sample: Sample, day?: string): AccessStatusData {
  const asked = { document: 'access-status', model: 'MODEL-001', profile: 'internal', ...(day !== undefined && { day }) } as const;
  const { shelf, subject } = preflight(readingOfSample(sample.records), asked, now);
  const data = paperOf(shelf, subject, asked, now);
  checkPaper(JSON.parse(JSON.stringify(data)));
  // Proof of the cast: `paperOf` gives the data of the document that was asked for.
  return data as AccessStatusData;
}
const words = (data: AccessStatusData, model: string, version: string) =>
  data.models
    .find(({ title }) => title === model)
    ?.tables.find(({ title }) => title.startsWith(version))
    ?.rows.map(({ people, state }) => `${people as string}: ${state.words}`);

test('every class of people has an answer for every version, with the clause and the day that stand behind it', () => {
  const data = status(datedCase(), '2026-07-15');
  expect(data.models.length).toBeGreaterThan(1);
  const rows = data.models.flatMap(({ tables }) => tables.flatMap((table) => table.rows));
  expect(rows.length % 7).toBe(0);
  const decided = rows.filter(({ state }) => state.words === 'Barred');
  expect(decided.length).toBeGreaterThan(0);
  for (const row of decided) expect([JSON.stringify(row.by), JSON.stringify(row.from)]).toEqual([expect.stringMatching(/ORD-\d+.*cl\. /), expect.stringMatching(/2026-/)]);
  for (const row of rows.filter(({ state }) => state.words === 'Undetermined')) expect(row.missing ?? row.by).not.toBeNull();
  expect(JSON.stringify(data.account)).toContain('Other controls not assessed');
});

test('the same paper about a day before the first order bars nobody, and says for which day it speaks', () => {
  const early = status(datedCase(), '2026-01-01');
  const late = status(datedCase(), '2026-07-15');
  expect(words(early, 'Heron 2', 'Heron 2.1:')).not.toEqual(words(late, 'Heron 2', 'Heron 2.1:'));
  expect(early.filing.subtitle).toBe('As the orders stand on January 1, 2026');
  expect(JSON.stringify(early.models)).not.toContain('"Barred"');
});

test('a case of which one press report tells leaves much undetermined, and none of it is printed as not barred', () => {
  const data = status(reportedCase);
  expect(JSON.stringify(data.filing.glance)).toMatch(/\d+ of \d+ answers/);
});

test('it is for inside use only', () => {
  const asked = { document: 'access-status', model: 'MODEL-001', profile: 'outgoing', filing: 'FIL-001' } as const;
  const { findings } = preflight(readingOfSample(datedCase().records), asked, now);
  expect(findings).toMatchObject([{ field: 'document', refuses: true }]);
});
