import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestVault, type TestVault } from './test-vault.ts';
import { putBackTogether } from './removed.ts';
import { changeTogether, removeTogether } from './together.ts';

let home: TestVault;
let caseId: string;
beforeAll(async () => {
  home = await makeTestVault();
  caseId = (await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'A case' } }))).result.id;
});
afterAll(() => home.end());

/** What a person does in the window: which, on which of the records that are there, and with what. */
const command = fc.record({
  does: fc.constantFrom('create', 'rename', 'empty', 'move', 'tag', 'remove', 'tag many', 'remove many', 'put back', 'restore earlier', 'import'),
  at: fc.nat(1_000),
  word: fc.string({ minLength: 1, maxLength: 12 }).map((text) => `w${text}`),
});
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

/** Every record of the case as it stands, by its number; undoing a creation removes it, for nothing is ever deleted, so at the start it does not stand. */
const standing = () =>
  Object.fromEntries(
    home.records
      .reading()
      .inCase(caseId)
      .map((record) => [record.number, record] as const),
  );
const gone = () => home.records.removed({ caseId, limit: 500 }).rows.map(({ number, reason }) => [number, reason]);
const state = () => ({ standing: standing(), gone: Object.fromEntries(gone()) });

/** Does it where it can be done; gives the act, or null where there was nothing to do. */
async function run({ does, at, word }: Command): Promise<string | null> {
  const { records } = home;
  const here = records.reading().inCase(caseId);
  const one = here[at % Math.max(1, here.length)];
  const some = here.filter((_, i) => (i + at) % 3 === 0).map(({ number }) => number);
  const before = records.reading().seq;
  const done = async (act: Promise<{ readonly act: string }>): Promise<string | null> => {
    const { act: id } = await act;
    return records.reading().seq > before ? id : null;
  };
  const note = { title: word, type: 'note', body: 'b' } as const;
  if (does === 'create') return done(records.change(null, (w) => w.create('note', { caseId, fields: note })));
  if (does === 'import') return done(records.changeMany('import', [1, 2, 3], (w, i) => void w.create('note', { caseId, fields: { ...note, title: `${word} ${i}` } })));
  if (does === 'put back') {
    const out = gone().map(([number]) => number ?? '');
    return out.length === 0 ? null : done(putBackTogether(records, out.slice(at % out.length).slice(0, 1), {}));
  }
  if (!one) return null;
  switch (does) {
    case 'rename':
      return done(records.change(null, (w) => w.update(one.id, { fields: { title: word } })));
    case 'empty':
      return done(records.change(null, (w) => w.update(one.id, { fields: { about: at % 2 === 0 ? null : [caseId] } })));
    case 'move':
      return done(records.change(null, (w) => w.move(one.id, one.state === 'open' ? 'final' : 'open')));
    case 'tag':
      return done(records.change(null, (w) => w.update(one.id, { tags: [word] })));
    case 'remove':
      return done(records.change('tidy', (w) => w.remove(one.id, word)));
    case 'tag many':
      return some.length === 0 ? null : done(changeTogether(records, { numbers: some, fields: {}, addTags: [word] }, {}));
    case 'remove many':
      return some.length === 0 ? null : done(removeTogether(records, some, word, {}));
    case 'restore earlier': {
      const entries = records.history({ number: one.number, limit: 100 }).entries;
      const { fields, seq } = records.earlier(one.number, entries[at % entries.length]?.seq ?? 0);
      return fields.length === 0
        ? null
        : done(records.restoreEarlier({ number: one.number, entry: entries[at % entries.length]?.seq ?? 0, fields: fields.map(({ field }) => field), seq, reason: word }));
    }
    default:
      return null;
  }
}

test('fifty acts of any kind, all undone, leave what stood at the start; all of that undone again, what stood at the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 50, maxLength: 50 }), async (commands) => {
      const start = standing();
      const acts: string[] = [];
      for (const one of commands) {
        home.pass(1_000);
        const act = await run(one);
        if (act !== null) acts.push(act);
      }
      const end = state();
      const undone: string[] = [];
      for (const act of acts.toReversed()) {
        home.pass(1_000);
        undone.push((await home.records.undo(act)).act);
      }
      expect(standing()).toEqual(start);
      for (const act of undone.toReversed()) {
        home.pass(1_000);
        await home.records.undo(act);
      }
      expect(state()).toEqual(end);
    }),
    { numRuns: process.env['CORDON_LONG'] === 'all' ? 8 : 1, seed: 20_261_126, endOnFailure: true },
  );
}, 120_000);
