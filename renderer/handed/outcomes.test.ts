import { expect, test } from 'vitest';
import { outcomes, refusals, targets } from './outcomes.ts';
import { sources } from './source.ts';
import { handed as words } from '../words/handed.ts';

test('twelve things in four places: something happens in each, and what is refused has a sentence', () => {
  expect(Object.keys(outcomes).sort()).toEqual([...sources].sort());
  for (const source of sources) {
    expect(Object.keys(outcomes[source]).sort(), source).toEqual([...targets].sort());
    // Nothing that is no file is ever put anywhere but where it was pasted, and no file into a field.
    expect(outcomes[source].field === 'insert', source).toBe(['text', 'html', 'rows', 'url'].includes(source));
    for (const target of targets) expect(['take-in', 'exhibit', 'insert', 'import', ...refusals], `${source} ${target}`).toContain(outcomes[source][target]);
  }
  expect(Object.keys(words.refused).sort()).toEqual([...refusals].sort());
  for (const says of Object.values(words.refused)) expect(says).toMatch(/^[A-Z].+\..+\.$/);
});
