import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refused } from '../../shared/failure/failure.ts';
import { anyRecordOf } from '../../shared/records/any-record.test-support.ts';
import { kindNamed, kindNames, type KindName } from '../../shared/records/kinds.ts';
import { linksIn } from '../../shared/records/links.ts';
import { audiences, privileges } from '../../shared/records/field.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { reportedCase } from '../../shared/records/samples/reported.ts';
import { makeTestVault, type TestVault } from '../records/test-vault.ts';
import { readExport } from './cordon-json.ts';
import { memoryDestination } from './destination.ts';
import { exportRecords } from './export-records.ts';
import { importRecords } from './import-records.ts';

let home: TestVault;
let away: TestVault;
let caseId: string;
/** One record of each kind to link to. */
const one = new Map<string, string>();
beforeAll(async () => {
  home = await makeTestVault();
  away = await makeTestVault();
  await importRecords(home.records, Buffer.from(JSON.stringify(reportedCase)), 'sample.json');
  caseId = home.records.reading().all('case')[0]?.id ?? '';
  await home.records.change(null, (w) => {
    w.create('filing', { caseId, fields: { title: 'A paper', forum: 'internal', profile: 'internal', type: 'other' } });
    w.create('production_set', { caseId, fields: { title: 'A volume', volume: 'VOL001' } });
    w.create('screening', {
      caseId,
      fields: {
        order: w.all('order')[0]?.id ?? '',
        orderSeq: 1,
        day: '2026-11-24',
        file: { name: 'roster.csv', bytes: 9, sha256: 'ab' },
        rows: 0,
        counts: { barred: 0, not_barred: 0, undetermined: 0 },
        badLineCount: 0,
        results: { sha256: 'cd', bytes: 1 },
        otherControls: 'not assessed',
      },
    });
  });
  for (const kind of kindNames) {
    const id = home.records.reading().all(kind)[0]?.id;
    if (id !== undefined) one.set(kind, id);
  }
});
afterAll(async () => {
  await home.end();
  await away.end();
});

/** What a kind reads more narrowly than its shape says: drawn text would never pass, so it is given. */
const narrow: Readonly<Record<string, (fields: Record<string, unknown>) => object>> = {
  time_limit_rule: () => ({ ruleId: 'bis.766.answer.30', count: 30, textAsOf: '2026-11' }),
  court_profile: ({ clerk, cutoff }) => ({
    zone: 'America/New_York',
    state: 'DC',
    ...(clerk !== undefined && { clerk: { city: 'Washington', closes: '17:00' } }),
    ...(cutoff !== undefined && { cutoff: { time: '17:00', source: 'Local rule' } }),
  }),
  // A rule of an order names a clause that the order has, and tests that can be evaluated.
  scope_rule: () => {
    const { order, clause, tests } = home.records.reading().all('scope_rule')[0]?.fields ?? {};
    return { order, clause, tests };
  },
  // Its stored bytes are those that were screened.
  roster: () => ({ sealed: { sha256: 'ef', bytes: 1 } }),
  // About one person or about one group; it ends by itself only where a status does, and an override names who and why.
  access_determination: () => ({ audience: one.get('audience') }),
};

/** What is left out of a drawn record: the samples have no person and no screening to link to, and what must fit a person goes with them. */
const without: Readonly<Record<string, readonly string[]>> = { access_determination: ['person', 'screening', 'validUntil', 'override'] };

/** Any fields of the kind, with every link led to a record that may stand there; undefined where there is none to lead it to. */
function fieldsOf(kind: KindName, seed: number): Record<string, unknown> | undefined {
  const definition = kindNamed(kind);
  if (!definition) return undefined;
  const [drawn] = fc.sample(anyRecordOf(definition), { numRuns: 1, seed });
  // Plain JSON, as a form or a file gives it.
  const fields = JSON.parse(JSON.stringify(drawn?.fields ?? {})) as Record<string, unknown>;
  for (const name of without[kind] ?? []) delete fields[name];
  for (const link of linksIn(definition.fields, fields)) {
    const to = link.kinds.includes('*') ? caseId : link.kinds.map((name) => one.get(name)).find((id) => id !== undefined);
    if (to === undefined) return undefined;
    put(fields, link.path.split('.'), to);
  }
  return JSON.parse(JSON.stringify({ ...fields, ...narrow[kind]?.(fields) })) as Record<string, unknown>;
}

function put(within: Record<string, unknown>, path: readonly string[], value: string): void {
  const last = path.at(-1) ?? '';
  const place = path.slice(0, -1).reduce<Record<string, unknown>>((at, name) => at[name] as Record<string, unknown>, within);
  place[last] = value;
}

/** Any labels: whom it is for, by class or by name, its privilege with what that rests on, and its tags. */
const recipient = 'Ann Ottermole';
const labels = fc.record(
  {
    audience: fc.constantFrom(...audiences),
    named: fc.array(fc.constantFrom(recipient, 'Harbor Insurance'), { minLength: 1, maxLength: 2 }).map((names) => [recipient, ...names]),
    privilege: fc.constantFrom(...privileges),
    privilegeBasis: fc.record({ author: fc.string({ minLength: 1 }), purpose: fc.string(), dualPurpose: fc.boolean() }),
    tags: fc.array(fc.string({ maxLength: 20 }), { maxLength: 3 }),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const labelsOf = (seed: number) => fc.sample(labels, { numRuns: 1, seed })[0] ?? {};
/** What the labels of a record come to. */
const shownLabels = ({ audience, named, privilege, privilegeBasis, tags }: AnyRecord) => ({ audience, named, privilege, privilegeBasis, tags });

const plain = (record: AnyRecord | undefined): unknown => JSON.parse(JSON.stringify(record ?? null));
/** The result, or null where a condition of the kind stood in the way; anything else is a fault. */
async function allowed<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Refused && ['guard', 'held', 'cannot-undo'].includes(thrown.failure.code)) return null;
    throw thrown;
  }
}

/** Through every move that its state allows: a refused one leaves it alone, one that is made can be taken back, and to a state that does not follow none is made. */
async function moves(id: string): Promise<void> {
  const { records } = home;
  const record = records.reading().require(id);
  const definition = kindNamed(record.kind);
  const image = plain(record);
  const follow = definition?.moves[record.state] ?? [];
  for (const to of Object.keys(definition?.states ?? {})) {
    home.pass(1000);
    const moved = await records
      .change('moved', (w) => w.move(id, to))
      .catch((thrown: unknown) => {
        if (!(thrown instanceof Refused)) throw thrown;
        return thrown.failure.code;
      });
    if (typeof moved === 'string') {
      expect([to, moved]).toEqual([to, follow.includes(to) ? expect.stringMatching(/^(guard|held|record-malformed)$/) : 'move-not-allowed']);
      expect(plain(records.reading().get(id))).toEqual(image);
      continue;
    }
    expect([follow.includes(to), records.reading().get(id)?.state]).toEqual([true, to]);
    const undone = await allowed(() => records.undo(moved.act));
    if (undone === null) return;
    expect(plain(records.reading().get(id))).toEqual(image);
  }
}

/** Records drawn of each kind; with CORDON_LONG=all many. */
const wanted = process.env['CORDON_LONG'] === 'all' ? 25 : 2;

// An approval is signed by a key and made by one function only (main/records/approve.test.ts).
const made = kindNames.filter((kind) => kind !== 'case' && kind !== 'approval');
for (const kind of made) {
  test(`${kind}: what is stored is what was written, a refused change leaves it alone, and an undo gives it back`, async () => {
    const { records } = home;
    let stored = 0;
    for (let seed = 1; seed <= 40 * wanted && stored < wanted; seed++) {
      const [first, second] = [fieldsOf(kind, seed), fieldsOf(kind, seed + 1000)];
      if (first === undefined || second === undefined) continue;
      const count = records.reading().all(kind).length;
      const created = await allowed(() => records.change(null, (w) => w.createAny(kind, { caseId, fields: first, ...labelsOf(seed) })));
      if (created === null) {
        expect(records.reading().all(kind)).toHaveLength(count);
        continue;
      }
      stored++;
      const { id } = created.result;
      expect(records.reading().get(id)?.fields).toEqual(first);
      const definition = kindNamed(kind);
      expect(shownLabels(created.result)).toEqual(shownLabels({ ...created.result, ...labelsOf(seed), audience: labelsOf(seed).audience ?? definition?.audience ?? 'internal' }));
      const image = plain(records.reading().get(id));
      home.pass(1000);
      const without = Object.fromEntries(Object.keys(first).map((name) => [name, null]));
      const updated = await allowed(() => records.change('changed', (w) => w.update(id, { fields: { ...without, ...second }, named: null, ...labelsOf(seed + 1000) })));
      home.pass(1000);
      if (updated === null) {
        expect(plain(records.reading().get(id))).toEqual(image);
        continue;
      }
      expect(records.reading().get(id)?.fields).toEqual(second);
      const changed = plain(records.reading().get(id));
      const undone = await allowed(() => records.undo(updated.act));
      expect(plain(records.reading().get(id))).toEqual(undone === null ? changed : image);
      await moves(id);
    }
    expect(stored, 'no drawn record of the kind could be stored').toBeGreaterThan(0);
  });
}

/** What the program writes for this vault alone, and what is sealed. */
const neverLeaving = ['person', 'screening', 'roster', 'access_determination', 'employment_action', 'release', 'approval'];

test('records of every kind go out and come in again whole, through two vaults', async () => {
  const out = await exported(home, caseId);
  await importRecords(away.records, out, 'out.json');
  const again = await exported(away, away.records.reading().all('case').at(-1)?.id ?? '');
  expect(comparable(again)).toEqual(comparable(out));
  const kinds = new Set(readExport(out, 'out.json').map((record) => record.kind));
  expect(kindNames.filter((kind) => !kinds.has(kind))).toEqual(neverLeaving);
});

async function exported(vault: TestVault, of: string): Promise<Uint8Array> {
  const destination = memoryDestination('e.json');
  await exportRecords(vault.records, { audience: 'internal', caseId: of, destination, recipient, privilegedBecause: 'round trip', personal: true });
  return destination.bytes();
}
/** Each record of an export with ids and numbers replaced by places, so that two vaults can be compared. */
function comparable(file: Uint8Array): unknown {
  const records = readExport(file, 'e.json');
  const place = new Map(records.map((record, index) => [record.id, `id ${index}`]));
  const text = [...place].reduce((all, [id, at]) => all.replaceAll(`"${id}"`, `"${at}"`), JSON.stringify(records));
  return (JSON.parse(text) as AnyRecord[]).map(({ number: _number, formerNumber: _former, ...record }) => record);
}

test('as known on any instant is what a replay of the journal up to it gives', () => {
  const { records, vault } = home;
  const { first, last } = vault.reader.prepare<unknown[], { first: number; last: number }>('SELECT min(at) AS first, max(at) AS last FROM journal').get() ?? { first: 0, last: 0 };
  for (let part = 0; part <= 5; part++) {
    const at = Math.floor(first + ((last - first) * part) / 5);
    const heads = vault.reader
      .prepare<unknown[], { record: string; image: Uint8Array }>(
        `SELECT record, image FROM journal j WHERE compartment IS NULL AND image IS NOT NULL AND at <= ?
         AND seq = (SELECT max(seq) FROM journal k WHERE k.record = j.record AND k.at <= ?)`,
      )
      .all(at, at);
    const reading = records.reading(at);
    for (const { record, image } of heads) {
      const { record: replayed } = JSON.parse(Buffer.from(image).toString()) as { record: unknown };
      if (replayed !== null && typeof replayed === 'object' && 'kind' in replayed) expect(plain(reading.get(record))).toEqual(replayed);
    }
  }
});
