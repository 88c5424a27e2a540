import { expect, test } from 'vitest';
import { sharedWork } from './shared-work.ts';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('work of which a piece throws never passes for whole, whoever does the rest of it', async () => {
  const said: string[] = [];
  function* pieces(): Generator<number> {
    yield 0.5;
    throw new Error('a page is damaged');
  }
  const work = sharedWork(pieces(), { wanted: () => true, behind: true, whole: () => void said.push('whole'), ended: () => void said.push('ended') });
  expect(() => work.finish()).toThrow('a page is damaged');
  for (let i = 0; i < 5; i++) await turn();
  expect(said).toEqual(['ended']);
});
