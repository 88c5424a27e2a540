import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestVault, type TestVault } from '../../records/test-vault.ts';
import type { Context } from '../context.ts';
import { readAgainHandlers } from './read-again.ts';

let made: TestVault;
beforeAll(async () => {
  made = await makeTestVault();
});
afterAll(() => made.end());

test('what could not be read is found at every entry as by somebody who looks at every text', async () => {
  const { vault, records } = made;
  const statuses = ['text', 'timed-out', 'no-text', 'not-read', 'encrypted', 'damaged', 'too-large'] as const;
  const { result } = await records.change(null, (w) =>
    Array.from({ length: 130 }, (_, i) => {
      const item = w.create('evidence_item', { caseId: null, fields: { title: `File ${i}`, type: 'document', original: { filename: `f${i}`, size: i } } });
      const status = statuses[i % statuses.length] ?? 'text';
      const text = w.createAny('evidence_text', { caseId: null, ...(status === 'text' && { state: 'read' }), fields: { item: item.id, name: `f${i}`, status } });
      return { item: item.id, text: text.id };
    }),
  );
  // Proof of the cast: nothing else of the context is asked for here.
  const handlers = readAgainHandlers({ session: { opened: () => ({ vault, records }) } } as unknown as Context);
  const found = async () => (await handlers['evidence.unread']({ caseId: null }, { signal: new AbortController().signal, tell: () => {} })).files;
  const slowly = () => {
    const reading = records.reading();
    return reading.all('evidence_text').flatMap(({ state, fields: { item: id, status } }) => {
      const item = reading.require(id);
      if (state !== 'unread' || !['timed-out', 'not-read', 'damaged', 'too-large'].includes(status) || item.removed !== undefined || item.sequestered !== undefined) return [];
      return [{ number: item.number, title: (item.fields as { title: string }).title, status, bytes: (item.fields as { original: { size: number } }).original.size }];
    });
  };
  expect(await found()).toEqual(slowly());
  expect(await found()).toHaveLength(74);
  const [first, second, third, fourth] = result.filter((_, i) => statuses[i % statuses.length] === 'timed-out');
  const changes = [
    () => records.change(null, (w) => w.update(first?.item ?? '', { fields: { title: 'Another title' } })),
    () => records.change(null, (w) => w.move(first?.text ?? '', 'read', 'Read again.')),
    () => records.change('By mistake.', (w) => w.remove(second?.item ?? '', 'By mistake.')),
    () => records.change('By mistake.', (w) => w.remove(third?.text ?? '', 'By mistake.')),
    () => records.sequester([fourth?.item ?? ''], { kind: 'court_order', paper: 'Order of 3 March', reason: 'It says so' }),
  ];
  let before = slowly();
  for (const change of changes) {
    await change();
    const now = slowly();
    expect(now).not.toEqual(before);
    expect(await found()).toEqual(now);
    before = now;
  }
});
