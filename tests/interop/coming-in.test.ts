import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Bench } from '../end-to-end/cordon.ts';

/** Files that others wrote, of the public inputs, through `cordon import`. */
const inputs = process.env['CORDON_INPUTS'];
const bench = new Bench();
afterAll(() => bench.end());

test("NIST's own plan of action is taken in from JSON, XML and YAML alike, and its two defects are told", async ({ skip }) => {
  if (!inputs) return skip('CORDON_INPUTS names no folder of inputs');
  await bench.make('P.cordon');
  const said: { readonly rows: readonly unknown[]; readonly notes: readonly { why: string }[] }[] = [];
  for (const form of ['json', 'xml', 'yaml']) {
    const ran = await bench.on('import', 'P.cordon', path.join(inputs, `oscal/ifa_plan-of-action-and-milestones.${form}`));
    expect([form, ran.code, ran.json['form'], ran.json['records']]).toEqual([form, 0, 'oscal', 6]);
    const numbers = new Set((ran.json['numbers'] as { number: string }[]).map((one) => one.number));
    const rows = [];
    for (const kind of ['remediation_plan', 'weakness', 'remediation_step']) {
      const listed = (await bench.on('list', 'P.cordon', '--kind', kind)).json['records'] as { number: string; title: string; due: string | null; state: string }[];
      rows.push(...listed.filter((one) => numbers.has(one.number)).map(({ title, due, state }) => [kind, title, due, state]));
    }
    said.push({ rows, notes: ran.json['notes'] as { why: string }[] });
  }
  expect(said[0]?.rows).toHaveLength(6);
  expect(said[1]).toEqual(said[0]);
  expect(said[2]).toEqual(said[0]);
  expect(said[0]?.notes.map((note) => note.why)).toEqual([
    'it names the risk 401c15c9-ad6b-4d4a-a591-7d53a3abb3b6, which is a mitigating factor',
    'it ends on 2024-06-23, after the deadline of its risk, 2023-06-23',
  ]);
});

test('the Entity List as BIS publishes it becomes parties by its own headings, tried first and then for good', async ({ skip }) => {
  if (!inputs) return skip('CORDON_INPUTS names no folder of inputs');
  await bench.make('E.cordon');
  const words = [
    'import',
    'E.cordon',
    path.join(inputs, 'screening-lists/el.csv'),
    '--kind',
    'party',
    '--map',
    'Name=name',
    '--map',
    'Source List=',
    '--set',
    'type=company',
  ] as const;
  const dry = await bench.on(...words, '--dry-run');
  expect([dry.code, dry.json['faults']]).toEqual([0, []]);
  const ran = await bench.on(...words);
  expect(ran.json['records']).toBe(dry.json['records']);
  expect(((await bench.on('list', 'E.cordon', '--kind', 'party')).json['records'] as unknown[]).length).toBe(ran.json['records']);
});
