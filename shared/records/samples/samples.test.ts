import { expect, test } from 'vitest';
import { kindNamed } from '../kinds.ts';
import { linksIn } from '../links.ts';
import { tryRecord } from '../parse.ts';
import { facts, lookInMemory } from './look-in-memory.ts';
import { reportedCase } from './reported.ts';
import type { Sample } from './sample.ts';

const samples: readonly (readonly [string, Sample, string])[] = [['the reported case', reportedCase, '2026-11-24']];

/** A few names that the press report or the press at large would suggest. None may stand in demo data: companies and people are fictional or named by their part. */
const realNames = [
  'amazon', 'anthropic', 'aws', 'trainium', 'microsoft', 'google', 'openai', 'meta', 'nvidia', 'deepmind', 'jassy', 'bessent', 'amodei', 'altman', 'nadella', 'pichai', 'trump', 'lutnick', 'hegseth', 'claude', 'gemini', 'chatgpt', 'azure', 'bedrock',
];

for (const [name, sample, today] of samples) {
  test(`${name}: every record is one of its kind`, () => {
    expect(sample.records.map((record) => tryRecord(record)).filter((parsed) => !parsed.ok)).toEqual([]);
  });

  test(`${name}: every link leads to a record of a kind that may stand there`, () => {
    const kindOf = new Map(sample.records.map((record) => [record.id, record.kind]));
    const broken = sample.records.flatMap((record) =>
      linksIn(kindNamed(record.kind)?.fields ?? {}, record.fields)
        .filter((link) => !kindOf.has(link.to) || !(link.kinds.includes('*') || link.kinds.includes(kindOf.get(link.to) ?? '')))
        .map((link) => `${record.number} ${link.path} → ${link.to}`));
    expect(broken).toEqual([]);
  });

  test(`${name}: ids and numbers are given once, and cases stand in the sample`, () => {
    const { records } = sample;
    expect(new Set(records.map((record) => record.id)).size).toBe(records.length);
    expect(new Set(records.map((record) => record.number)).size).toBe(records.length);
    expect(records.filter((record) => record.caseId !== null && !records.some((other) => other.kind === 'case' && other.id === record.caseId))).toEqual([]);
  });

  test(`${name}: every record meets the conditions of the state it is in`, () => {
    const look = lookInMemory(sample.records, today);
    const against = sample.records.flatMap((record) => {
      const initial = kindNamed(record.kind)?.initial;
      return [...facts('save', record, look), ...(record.state === initial ? [] : facts('move', record, look))].map(({ guard, fact }) => `${record.number} ${record.state} ${guard}: ${fact}`);
    });
    expect(against).toEqual([]);
  });

  test(`${name}: nobody real is named`, () => {
    const words = new Set(JSON.stringify(sample).toLowerCase().split(/[^\p{L}]+/u));
    expect(realNames.filter((real) => words.has(real))).toEqual([]);
  });
}

test("the reported case gives no date but the day on which its file was made", () => {
  const days = [...JSON.stringify(reportedCase).matchAll(/\d{4}-\d{2}-\d{2}/g)].map(([day]) => day);
  expect([...new Set(days)]).toEqual(['2026-11-20']);
});
