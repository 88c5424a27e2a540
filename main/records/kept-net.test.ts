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
