import { expect, test } from 'vitest';
import { archive } from './archive.ts';

test('whoever stops in the middle of an archive leaves no entry of it open', async () => {
  const open = new Set<string>();
  const entry = (name: string) => ({
    name,
    compress: false,
    async *content() {
      open.add(name);
      try {
        for (let i = 0; i < 50; i++) yield await Promise.resolve(Buffer.alloc(65_536, i));
      } finally {
        open.delete(name);
      }
    },
  });
  const seen = new Set<string>();
  for (const pieces of [1, 30, 60]) {
    let read = 0;
    for await (const _ of archive([entry('a'), entry('b')])) {
      for (const name of open) seen.add(name);
      if (++read === pieces) break;
    }
    expect([...open], `after ${pieces} pieces`).toEqual([]);
  }
  expect([...seen], 'the stops fell within both').toEqual(['a', 'b']);
});
