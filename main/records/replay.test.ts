import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refused } from '../../shared/failure/failure.ts';
import { linksIn } from '../../shared/records/links.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { kindOf } from './row.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';

let home: TestVault;
let caseId: string;
beforeAll(async () => {
  home = await makeTestVault();
  caseId = (await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'The case' } }))).result.id;
});
afterAll(() => home.end());

/** One thing a person may do; numbers choose among what is there, so that any list of them makes sense. */
type Doing =
  | { readonly does: 'create'; readonly word: string; readonly links: readonly number[]; readonly kind: 'note' | 'party' }
  | { readonly does: 'update'; readonly which: number; readonly word: string; readonly links: readonly number[] }
  | { readonly does: 'move' | 'remove' | 'restore'; readonly which: number }
  | { readonly does: 'undo'; readonly which: number };
const which = fc.nat(1000);
const word = fc.stringMatching(/^[a-z]{4,9}( [a-zäöß]{3,6}){0,2}$/);
const links = fc.array(which, { maxLength: 3 });
const doing: fc.Arbitrary<Doing> = fc.oneof(
  fc.record({ does: fc.constant('create' as const), word, links, kind: fc.constantFrom('note' as const, 'party' as const) }),
  fc.record({ does: fc.constant('update' as const), which, word, links }),
  fc.record({ does: fc.constantFrom('move' as const, 'remove' as const, 'restore' as const, 'undo' as const), which }),
);

const ids: string[] = [];
const acts: string[] = [];
const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

/** Does it, or is refused: a refusal is an answer like any other and must leave nothing behind. */
async function perform(it: Doing): Promise<void> {
  const { records } = home;
  home.pass(1000);
  const targets = (choice: readonly number[]) => choice.flatMap((index) => at(ids, index) ?? []);
  try {
    if (it.does === 'undo') {
      const act = at(acts, it.which);
      if (act !== undefined) acts.push((await records.undo(act)).act);
      return;
    }
    const { act } = await records.change(null, (w) => {
      if (it.does === 'create') {
        const made =
          it.kind === 'note'
            ? w.create('note', { caseId, fields: { title: it.word, type: 'note', body: 'b', about: targets(it.links) } })
            : w.create('party', { caseId: null, fields: { name: it.word, type: 'company' } });
        ids.push(made.id);
        return;
      }
      const record = w.get(at(ids, it.which) ?? '');
      if (!record) return;
      if (it.does === 'update') w.update(record.id, { fields: record.kind === 'note' ? { title: it.word, about: targets(it.links) } : { name: it.word } });
      else if (it.does === 'move') w.move(record.id, at(kindOf(record.kind).moves[record.state] ?? [], it.which) ?? 'nowhere');
      else if (it.does === 'remove') w.remove(record.id, 'because');
      else w.restore(record.id);
    });
    acts.push(act);
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown;
  }
}

/** The records as the journal alone tells them, up to entry `seq`. */
function replay(seq: number): Map<string, AnyRecord> {
  const rows = home.vault.reader
    .prepare<unknown[], { record: string; image: Buffer }>("SELECT record, image FROM journal WHERE kind <> 'vault' AND seq <= ? ORDER BY seq")
    .all(seq);
  return new Map(rows.map((row) => [row.record, (JSON.parse(row.image.toString()) as { record: AnyRecord }).record]));
}

test('whatever people do, records, links, search and every past day follow from the journal', async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { minLength: 5, maxLength: 25 }), fc.nat(100), async (doings, back) => {
      // From half way on, past days are made of what was read in advance.
      if (++runs === 4) for (const piece of home.records.readAhead()) expect(piece).toBeUndefined();
      for (const it of doings) await perform(it);
      const { reader } = home.vault;
      const now = home.records.reading();
      const told = replay(now.seq);

      const rows = reader.prepare<unknown[], { id: string; seq: number }>('SELECT id, seq FROM record').all();
      expect(rows.map((row) => row.id).toSorted()).toEqual([...told.keys()].toSorted());
      for (const [id, record] of told) expect(now.get(id)).toEqual(record);

      const linked = [...told.values()].flatMap((record) => linksIn(kindOf(record.kind).fields, record.fields).map((link) => `${record.id} ${link.role} ${link.to}`));
      const table = reader.prepare<unknown[], { link: string }>(`SELECT "from" || ' ' || role || ' ' || "to" AS link FROM link`).all();
      expect(table.map((row) => row.link).toSorted()).toEqual([...new Set(linked)].toSorted());

      for (const record of told.values()) {
        const title = kindOf(record.kind).title(record.fields);
        const found = home.records.search({ text: `"${title}"`, limit: 200 }).hits.some((hit) => hit.row.id === record.id);
        expect([title, found]).toEqual([title, record.removed === undefined]);
      }

      const instant = home.now() - back * 1000;
      const then = home.records.reading(instant);
      const known = [...replay(then.seq).values()];
      // First what reads a part of that day only, then what reads all of it.
      const linksThen = (record: AnyRecord) => [...new Set(linksIn(kindOf(record.kind).fields, record.fields).map((link) => link.to))].toSorted();
      const live = known.filter((record) => !record.removed);
      const idsOf = (records: readonly { readonly id: string }[]) => records.map((record) => record.id).toSorted();
      for (const source of live.filter((record) => linksThen(record).length > 0).slice(0, 3))
        expect(idsOf(then.linksOf(source.id).map(({ record }) => record))).toEqual(linksThen(source));
      for (const target of live.slice(0, 3)) expect(idsOf(then.linkingTo(target.id))).toEqual(idsOf(live.filter((record) => linksThen(record).includes(target.id))));
      expect(idsOf(then.inCase(caseId))).toEqual(idsOf(live.filter((record) => record.caseId === caseId)));
      expect(idsOf(then.list({ limit: 2000, sort: 'number' }).rows)).toEqual(idsOf(live));
      for (const record of known) expect(then.get(record.id)).toEqual(record);
    }),
    { numRuns: 8, seed: 20310108 },
  );
  const report = await home.vault.verify({ upgrade: home.records.upgrade, compare: home.records.compare });
  expect(report).toMatchObject({ ok: true, findings: [] });
});

test('a state, a date or a title changed in the table alone is named by verify', async () => {
  const [id] = ids;
  const number = home.records.reading().require(id ?? '').number;
  const tamper = async (sql: string) => {
    await home.vault.change({}, (tx) => tx.db.prepare(sql).run(id));
    const { findings } = await home.vault.verify({ upgrade: home.records.upgrade, compare: home.records.compare });
    return findings.filter((finding) => finding.part === `record ${number}`);
  };
  const { due, closed } = home.vault.reader.prepare<unknown[], { due: string | null; closed: number }>('SELECT due, closed FROM record WHERE id = ?').get(id) ?? {
    due: null,
    closed: 0,
  };
  expect((await tamper("UPDATE record SET due = '2031-01-01' WHERE id = ?"))[0]?.what).toContain('due');
  expect((await tamper(`UPDATE record SET due = ${due === null ? 'NULL' : `'${due}'`}, closed = ${(closed + 1) % 3} WHERE id = ?`))[0]?.what).toContain('closed');
  expect(await tamper(`UPDATE record SET closed = ${closed} WHERE id = ?`)).toEqual([]);
});
