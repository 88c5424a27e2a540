import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptNet } from './kept-net.ts';
import { raisedIn } from './raised-in.ts';
import { makeTestVault } from './test-vault.ts';

test('after any changes, what is kept gives what reading everything anew gives, in the same order, of all cases and of one', async () => {
  const made = await makeTestVault();
  const { records } = made;
  const change = records.change.bind(records);
  const cases = (await change(null, (w) => ['One', 'Two'].map((title) => w.create('case', { caseId: null, fields: { title } }).id))).result;
  const acts = ['deadline', 'order', 'obligation', 'met', 'back', 'remove', 'undo', 'title', 'note'] as const;
  const held = { deadlines: [] as string[], orders: [] as string[], acts: [] as string[] };
  const nets = [keptNet(), keptNet()] as const;
  const today = '2031-01-08';
  const pick = (all: readonly string[], n: number): string | undefined => (all.length === 0 ? undefined : all[n % all.length]);

  async function does(act: (typeof acts)[number], n: number): Promise<void> {
    const caseId = cases[n % 2] ?? null;
    const deadline = pick(held.deadlines, n);
    const order = pick(held.orders, n);
    try {
      const { act: id } = await change(null, (w) => {
        if (act === 'deadline') held.deadlines.push(w.create('deadline', { caseId, fields: { title: `Answer ${n}`, method: n % 2 === 0 ? 'rule' : 'manual', side: 'ours' } }).id);
        else if (act === 'order')
          held.orders.push(w.create('order', { caseId, fields: { title: `Order ${n}`, instrument: 'unknown', formSeen: 'none', authority: 'unknown' } }).id);
        else if (act === 'obligation' && order !== undefined)
          w.update(order, {
            fields: {
              obligations: [
                { number: 'OB-1', clause: '1', text: `Report ${n}`, state: n % 4 === 0 ? 'done' : 'open', ...(deadline !== undefined && n % 2 === 0 && { due: deadline }) },
              ],
            },
          });
        else if (act === 'title' && deadline !== undefined) w.update(deadline, { fields: { title: `Renamed ${n}`, whyNot: 'Mooted' } });
        else if (act === 'met' && deadline !== undefined) w.move(deadline, 'not_applicable');
        else if (act === 'back' && deadline !== undefined) w.move(deadline, 'proposed');
        else if (act === 'remove') w.remove(pick([...held.deadlines, ...held.orders], n) ?? '', 'twice');
        else w.create('note', { caseId, fields: { title: `${n}`, type: 'note', body: 'x' } });
      });
      held.acts.push(id);
    } catch {
      // A guard stands in the way of many of them: nothing is changed then.
    }
    if (act === 'undo') await records.undo(pick(held.acts, n) ?? '').catch(() => undefined);
  }

  let raised = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...acts), fc.nat(50)), { minLength: 8, maxLength: 16 }), async (all) => {
      for (const [act, n] of all) {
        await does(act, n);
        const reading = records.reading();
        const whole = raisedIn(reading, undefined, today);
        raised += whole.length;
        expect(nets[0](made.vault.reader, reading, undefined, today)).toEqual(whole);
        expect(nets[1](made.vault.reader, reading, cases[0], today)).toEqual(raisedIn(reading, cases[0], today));
      }
    }),
    { numRuns: 8, seed: 20_261_126 },
  );
  // The one that holds all cases answers for one, too.
  expect(nets[0](made.vault.reader, records.reading(), cases[1], today)).toEqual(raisedIn(records.reading(), cases[1], today));
  expect(raised).toBeGreaterThan(100);
  await made.end();
}, 30_000);

test('a record that is opened again takes its old place: of deadlines, of orders, of one that was removed, and of many at once', async () => {
  const made = await makeTestVault();
  const { records } = made;
  const change = records.change.bind(records);
  const today = '2031-01-08';
  const { result: caseId } = await change(null, (w) => w.create('case', { caseId: null, fields: { title: 'One' } }).id);
  const { result: ids } = await change(null, (w) =>
    [1, 2, 3, 4].map((n) => ({
      deadline: w.create('deadline', { caseId, fields: { title: `Answer ${n}`, method: 'rule', side: 'ours', whyNot: 'Mooted' } }).id,
      order: w.create('order', {
        caseId,
        fields: {
          title: `Order ${n}`,
          instrument: 'unknown',
          formSeen: 'none',
          authority: 'unknown',
          obligations: [{ number: 'OB-1', clause: '1', text: `Report ${n}`, state: 'open' }],
        },
      }).id,
    })),
  );
  const [first, second] = ids;
  if (first === undefined || second === undefined) throw new Error('nothing was made');
  const nets = [keptNet(), keptNet()] as const;
  const places = (of: typeof nets): string[] => {
    const reading = records.reading();
    const whole = raisedIn(reading, undefined, today);
    expect(of[0](made.vault.reader, reading, undefined, today)).toEqual(whole);
    expect(of[1](made.vault.reader, reading, caseId, today)).toEqual(raisedIn(reading, caseId, today));
    return whole.map(({ about }) => about);
  };
  const before = places(nets);
  expect(before.length).toBe(8);
  // Each is looked at while it is gone: only then it has to find its place again.
  const away = async (leave: () => Promise<{ readonly act: string }>, back: (act: string) => Promise<unknown>): Promise<void> => {
    const { act } = await leave();
    expect(places(nets)).not.toEqual(before);
    await back(act);
    expect(places(nets)).toEqual(before);
  };
  await away(
    () => change(null, (w) => w.move(first.deadline, 'not_applicable')),
    () => change(null, (w) => w.move(first.deadline, 'proposed')),
  );
  await away(
    () => change(null, (w) => w.remove(second.order, 'twice')),
    (act) => records.undo(act),
  );
  await away(
    () => change(null, (w) => [w.remove(first.order, 'twice'), w.move(second.deadline, 'not_applicable'), w.remove(first.deadline, 'twice')]),
    // The later one comes back first.
    () => change(null, (w) => [w.move(second.deadline, 'proposed'), w.restore(first.deadline), w.restore(first.order)]),
  );
  await made.end();
});
