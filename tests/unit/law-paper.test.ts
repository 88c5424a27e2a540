import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { examples } from '../../shared/law/examples.ts';
import { countingMethods } from '../../shared/law/rule.ts';

const paper = readFileSync(path.resolve(import.meta.dirname, '../../docs/law.md'), 'utf8');
/** Method and example cell of each row of the table of methods. */
const rows = [...paper.matchAll(/^\| `([A-Z0-9_]+)` \|[^|]+\| (.+) \|$/gm)].map(([, method = '', example = '']) => ({ method, example }));

test('docs/law.md explains every counting method once', () => {
  expect(rows.map(({ method }) => method)).toEqual([...countingMethods]);
});

test.each(rows)('docs/law.md shows $method by an example that is shipped, with its own dates', ({ method, example }) => {
  const shipped = examples.find(({ id }) => example.startsWith(`\`${id}\`: `));
  expect(shipped?.counting_method).toBe(method);
  const dates = JSON.stringify([shipped?.input, shipped?.expected]);
  for (const [date] of example.matchAll(/\d{4}-\d\d-\d\d(T\d\d:\d\d)?/g)) expect(dates).toContain(`"${date}"`);
});
