import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { quietOutside } from './quiet-outside.test-support.ts';
import { run } from './run.ts';

/** Runs one command line that needs no vault; gives its exit code and its answer. */
async function answered(...words: string[]): Promise<{ code: number; json: Record<string, unknown> }> {
  const lines: string[] = [];
  const nothing = (): never => {
    throw new Error('a command without a vault asked for one');
  };
  const vaultSetting = { clock: nothing, random: nothing, stateFolder: '' };
  const outside = quietOutside({ clock: nothing, random: nothing, vaultSetting, line: (text) => void lines.push(text) });
  const code = await run([...words, '--json'], outside);
  return { code, json: JSON.parse(lines[0] ?? '{}') as Record<string, unknown> };
}
const deadline = (...words: string[]) => answered('deadline', 'compute', '--rule', 'frcp.12.answer.21', '--trigger', '2026-06-12', ...words);

test('a holiday counts by who declared it: the President’s moves the due date, the court’s the latest only', async () => {
  expect((await deadline()).json).toMatchObject({ due: '2026-07-06', safe: '2026-07-03', latest: '2026-07-06' });
  expect((await deadline('--holiday', '2026-07-06', '--by', 'president')).json).toMatchObject({ due: '2026-07-07', safe: '2026-07-03', latest: '2026-07-07' });
  expect((await deadline('--holiday', '2026-07-06', '--by', 'court')).json).toMatchObject({ due: '2026-07-06', safe: '2026-07-03', latest: '2026-07-07' });
});

test('each option of the command line reaches the engine', async () => {
  const { json } = await deadline(
    '--court',
    'us-cand',
    '--state',
    'CA',
    '--service',
    'personal',
    '--filing',
    'electronic',
    '--inaccessible',
    '2026-07-06',
    '--inaccessible',
    '2026-07-07',
  );
  expect(json).toMatchObject({
    due: '2026-07-08',
    dueInstant: '2026-07-09T06:59:59Z',
    missing: [],
    citation: 'FRCP 12(a)(1)(A)(i)',
    textAsOf: '2025-10',
    readings: expect.any(Array),
    assumptions: expect.any(Array),
    steps: expect.any(Array),
  });
});

test('what is given twice, a holiday without its declarer and an input that the rule does not take are refused', async () => {
  expect(await deadline('--court', 'us-dcd', '--input', 'court=us-cand')).toMatchObject({ code: 2, json: { failure: { code: 'misuse', why: 'court is given twice.' } } });
  // Of two triggers only the last would count.
  expect(await deadline('--trigger', '2026-06-15')).toMatchObject({ code: 2, json: { failure: { code: 'misuse', why: '--trigger is given twice.' } } });
  expect(await deadline('--holiday', '2026-07-06')).toMatchObject({ code: 2, json: { failure: { code: 'misuse' } } });
  expect(await deadline('--input', 'printed-expiry=2026-07-06')).toMatchObject({ code: 1, json: { failure: { code: 'rule-input', input: 'printed_expiry' } } });
});

test('a date that cannot be given is null with its reason', async () => {
  expect(await answered('deadline', 'compute', '--rule', 'frcp.12.answer.21')).toMatchObject({ code: 0, json: { due: null, reason: expect.stringMatching(/^Not known: /) } });
});

test('the holidays of a year say on which day each is kept and whether that is settled', async () => {
  const { code, json } = await answered('holidays', '--year', '2027');
  expect(code).toBe(0);
  expect(json['holidays']).toHaveLength(15);
  expect(json['holidays']).toEqual(
    expect.arrayContaining([
      { date: '2027-07-04', name: 'Independence Day', observed: false, settled: true },
      { date: '2027-07-05', name: 'Independence Day', observed: true, settled: true },
      { date: '2027-12-31', name: "New Year's Day", observed: true, settled: false },
    ]),
  );
  expect((await answered('holidays', '--year', '2025', '--pack', 'us-dc')).json).toMatchObject({
    standing: 'arguable',
    holidays: [{ name: 'Inauguration Day' }, { date: '2025-04-16' }],
  });
  expect(await answered('holidays', '--year', '2029', '--pack', 'us-xx')).toMatchObject({ code: 2, json: { failure: { code: 'misuse' } } });
  expect(await answered('holidays', '--year', '3000')).toMatchObject({ code: 2 });
});

test('counsel’s own examples: what the schema does not know, and what expects nothing, fails', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'cordon-examples-'));
  const file = path.join(folder, 'own.json');
  const answer = { rule_id: 'frcp.12.answer.21', counting_method: 'FRCP6_DAYS', input: { trigger: '2026-06-01' }, expected: { due: '2026-06-22' } };
  const bare = { ...answer, rule_id: null, input: { trigger: '2026-06-01', offset: 21, unit: 'calendar_day', direction: 'after' } };
  const checked = async (...vectors: object[]) => {
    // Begins with a byte order mark, as some editors write.
    await writeFile(file, `\uFEFF${JSON.stringify(vectors.map((one, index) => ({ id: `x${index}`, ...one })))}`);
    const { code, json } = await answered('deadline', 'check', file);
    return { code, ok: (json['rows'] as { ok: boolean }[]).map((one) => one.ok) };
  };
  expect(await checked(answer, bare)).toEqual({ code: 0, ok: [true, true] });
  expect(
    await checked(
      { ...answer, input: { ...answer.input, tribunal: 'us-dcd' } },
      { ...answer, expected: { ...answer.expected, dew: '2026-06-22' } },
      { ...answer, note: 'by hand' },
      { ...answer, expected: {} },
      { ...answer, expected: { due: '2026-06-23' } },
      { ...answer, counting_method: 'BIS766' },
      { ...answer, rule_id: 'frcp.999' },
      { ...bare, input: { ...bare.input, roll: 'SIDEWAYS' } },
      { ...bare, input: { ...bare.input, unit: 'business_day' } },
      { ...bare, input: { trigger: '2026-06-01' } },
      { ...bare, counting_method: 'BY_FEEL' },
      answer,
    ),
  ).toEqual({ code: 1, ok: [...Array.from({ length: 11 }, () => false), true] });
  await rm(folder, { recursive: true });
});
