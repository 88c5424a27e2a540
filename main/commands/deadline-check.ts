import path from 'node:path';
import * as z from 'zod';
import { refuse } from '../../shared/failure/failure.ts';
import { checkExample } from '../../shared/law/check-examples.ts';
import type { Example } from '../../shared/law/example.ts';
import { jsonFault } from '../exchange/json-fault.ts';
import { misuse, type Command } from './command.ts';
import { readNamed } from './keys.ts';

const example = z.looseObject({
  id: z.string(),
  rule_id: z.string().nullable(),
  counting_method: z.string(),
  input: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.unknown()),
});

/** The worked examples of a file: a list, or a list named `vectors`. Refuses `import-malformed` with the line or the example. */
function examplesIn(text: string, file: string): readonly Example[] {
  const fault = jsonFault(text);
  if (fault) refuse({ code: 'import-malformed', file, line: fault.line, why: fault.why });
  const parsed: unknown = JSON.parse(text);
  const list: unknown = typeof parsed === 'object' && parsed !== null && 'vectors' in parsed ? parsed.vectors : parsed;
  if (!Array.isArray(list)) return refuse({ code: 'import-malformed', file, why: 'it holds no list of worked examples' });
  return list.map((one: unknown, index) => {
    const read = example.safeParse(one);
    const issue = read.error?.issues[0];
    if (!read.success) return refuse({ code: 'import-malformed', file, record: `no. ${index + 1}`, field: issue?.path.join('.') ?? '', why: issue?.message ?? 'malformed' });
    // Proof of the cast: `checkExample` answers with a difference for a method or a field that it does not know.
    return read.data as unknown as Example;
  });
}

interface Row {
  readonly id: string;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly computed: Readonly<Record<string, unknown>>;
  readonly ok: boolean;
  readonly why: string | null;
}

function row(one: Example): Row {
  const differences = checkExample(one);
  const why = differences.map(({ field, expected, actual }) => `${field}: expected ${JSON.stringify(expected)}, computed ${JSON.stringify(actual) ?? 'nothing'}`).join('; ');
  const computed = { ...one.expected, ...Object.fromEntries(differences.map(({ field, actual }) => [field, actual ?? null])) };
  return { id: one.id, expected: one.expected, computed, ok: differences.length === 0, why: differences.length === 0 ? null : why };
}

export const deadlineCheck: Command = {
  name: 'deadline check',
  usage: 'deadline check FILE.json',
  says: 'Computes the worked examples of a file and compares each date it expects. Needs no vault. Exit code 1 when one differs.',
  options: {},
  operands: [1, 1],
  async run(given) {
    const file = given.operand(0, 'a file');
    const bytes = await readNamed(file);
    const rows = examplesIn(bytes.toString('utf8').replace(/^\uFEFF/, ''), path.basename(file)).map(row);
    if (rows.length === 0) misuse('The file holds no worked example.');
    const wrong = rows.filter((one) => !one.ok);
    return {
      ok: wrong.length === 0,
      json: { rows },
      words: [...wrong.map((one) => `${one.id}: ${one.why ?? ''}`), `${rows.length - wrong.length} of ${rows.length} as expected.`],
    };
  },
};
