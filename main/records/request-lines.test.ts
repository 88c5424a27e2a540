import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refused } from '../../shared/failure/failure.ts';
import { atOnce } from '../../shared/records/at-once.ts';
import { requestSorts } from '../../shared/records/views/request-order.ts';
import { liveSource } from './live-source.ts';
import { requestLines } from './request-lines.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';

let home: TestVault;
let cases: string[] = [];
let parties: string[] = [];
const today = '2031-03-01';
const known = { certainty: 'exact' } as const;
beforeAll(async () => {
  home = await makeTestVault();
  await home.records.change(null, (w) => {
    cases = ['One', 'Two'].map((title) => w.create('case', { caseId: null, fields: { title } }).id);
    parties = ['Bureau of Records', 'Agency of Letters'].map((name) => w.create('party', { caseId: null, fields: { name, type: 'agency' } }).id);
  });
});
afterAll(() => home.end());

/** What an agency has asked for stays (15 CFR 762.6(b)). */
const unlessHeld = (thrown: unknown): void => {
  if (!(thrown instanceof Refused) || thrown.failure.code !== 'held') throw thrown;
};
const fresh = () => requestLines();
const everyQuestion = (caseId: string | undefined) =>
  [[], ...requestSorts.flatMap((key) => [[{ key, down: false }], [{ key, down: true }]])].map((sort) => ({ sort, today, ...(caseId !== undefined && { caseId }) }));

/** A request as somebody might enter it, and some months later. */
const change = fc.record({
  what: fc.constantFrom('create', 'create', 'update', 'turn', 'remove', 'undo', 'rename', 'sequester', 'lift', 'note'),
  which: fc.nat(20),
  day: fc.integer({ min: 1, max: 28 }).map((n) => `2031-02-${String(n).padStart(2, '0')}`),
  ours: fc.boolean(),
  here: fc.nat(1),
});

test('after any changes, what was kept in memory answers as what is read anew', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 4, maxLength: 12 }), async (changes) => {
      for (const { what, which, day, ours, here } of changes) {
        const requests = home.records.reading().all('evidence_request');
        const one = requests[which % Math.max(1, requests.length)];
        const items = [{ number: '1', text: 'The logs', answer: 'none' as const, asked: { ...known, day } }];
        const direction = ours ? ('to_government' as const) : ('from_government' as const);
        const [party = '', other = ''] = [parties[here], parties[1 - here]];
        if (what === 'create')
          await home.records.change(null, (w) =>
            w.create('evidence_request', { caseId: cases[here] ?? null, fields: { title: `Asked ${which}`, direction, to: party, from: other, ...(which % 3 > 0 && { items }) } }),
          );
        else if (what === 'rename') await home.records.change(null, (w) => w.update(party, { fields: { name: `Renamed ${which}` } }));
        else if (what === 'note') await home.records.change(null, (w) => w.create('note', { caseId: null, fields: { title: 'A note', type: 'note', body: 'b' } }));
        else if (what === 'lift') {
          const closed = home.vault.reader.prepare("SELECT number FROM record WHERE kind = 'evidence_request' AND closed = 3 LIMIT 1").pluck().get() as string | undefined;
          if (closed !== undefined) await home.records.lift([closed], 'settled');
        } else if (one === undefined) continue;
        else if (what === 'update') await home.records.change(null, (w) => w.update(one.id, { fields: { title: `Now ${which}`, items } }));
        else if (what === 'turn') await home.records.change(null, (w) => w.update(one.id, { fields: { direction } }));
        else if (what === 'remove') await home.records.change('twice', (w) => w.remove(one.id, 'twice')).catch(unlessHeld);
        else if (what === 'sequester') await home.records.sequester([one.number], { kind: 'court_order', paper: 'Order of 3 March', reason: 'It says so' });
        else if (what === 'undo') {
          const { act } = await home.records.change(null, (w) => w.update(one.id, { fields: { title: `Wrong ${which}` } }));
          await home.records.undo(act);
        }
        for (const question of everyQuestion(which % 2 ? cases[here] : undefined)) {
          const anew = atOnce(fresh().find(liveSource(home.vault.reader, home.vault), question));
          expect(atOnce(home.records.requests(question))).toEqual(anew);
        }
      }
    }),
    { numRuns: 12 },
  );
});

test('what changes while requests are being read is read again', async () => {
  const source = liveSource(home.vault.reader, home.vault);
  const { result } = await home.records.change(null, (w) =>
    Array.from({ length: 150 }, (_, i) => w.create('evidence_request', { caseId: null, fields: { title: `Many ${i}`, direction: 'to_government' } })),
  );
  const kept = requestLines();
  const reading = kept.find(source, { sort: [{ key: 'what', down: false }], today });
  reading.next();
  // Read already, and not read yet; one goes, one comes.
  await home.records.change('twice', (w) => {
    w.update(result[0]?.id ?? '', { fields: { title: 'Zzz' } });
    w.update(result[149]?.id ?? '', { fields: { direction: 'from_government' } });
    w.remove(result[70]?.id ?? '', 'twice');
    w.create('evidence_request', { caseId: null, fields: { title: 'One more', direction: 'to_government' } });
  });
  expect(atOnce(reading)).toEqual(atOnce(fresh().find(source, { sort: [{ key: 'what', down: false }], today })));
});

test('reading in advance leaves nothing to be read, and the past is as it was', async () => {
  const source = liveSource(home.vault.reader, home.vault);
  const kept = requestLines();
  atOnce(kept.ahead(source));
  const question = { sort: [], today };
  // Its first step is its last: nothing had to be read.
  expect(kept.find(source, question).next().done).toBe(true);
  const then = atOnce(home.records.requests(question));
  const instant = home.now();
  home.pass(1000);
  await home.records.change('twice', (w) => w.remove(w.require(then.numbers[0] ?? '').id, 'twice'));
  expect(atOnce(home.records.requests(question)).numbers).not.toContain(then.numbers[0]);
  expect(atOnce(home.records.requests({ ...question, asOf: instant }))).toEqual(then);
});
