import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { custodyEvent } from '../../shared/records/custody-event.ts';
import type { Authority } from '../../shared/records/authority.ts';
import { Refused } from '../../shared/failure/failure.ts';
import { blobFile } from '../vault/blobs.ts';
import { otherBytes, plainPages } from '../vault/plain-pages.test-support.ts';
import { noteRemainder } from '../vault/take-away.ts';
import { copyOf, failure } from '../vault/test-vault.ts';
import { unlock } from '../vault/unlock.ts';
import { openVault, type Vault } from '../vault/vault.ts';
import { eraseIn } from './erasure.ts';
import { openRecords, type Records } from './records.ts';
import { makeTestVault, testPassphrase } from './test-vault.ts';
import { writingIn } from './writing.ts';

const home = await makeTestVault();
afterAll(() => home.end());
const { vault, records } = home;
const { folder } = vault;
const { keys } = await unlock(folder, { passphrase: Buffer.from(testPassphrase) });
const authority: Authority = { kind: 'clawback', paper: 'Letter of opposing counsel of 3 January 2031', reason: 'Sent to us by mistake.' };

const checked = (one: Vault, with_: Records) => one.verify({ upgrade: with_.upgrade, compare: with_.compare });

const { result: caseRecord } = await records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'A case' } }));
const caseId = caseRecord.id;

/** Takes in a file as intake does: stored bytes, an exhibit, and the words read from it. */
async function takenIn(title: string, bytes: Uint8Array, words: string): Promise<string> {
  const blob = await vault.blobs.put([bytes]);
  const { result } = await records.change('it came by mail', (w) => {
    vault.blobs.adopt(w.transaction, blob);
    const item = w.create('evidence_item', {
      caseId,
      fields: {
        title,
        type: 'document',
        custody: [custodyEvent('imported', { at: w.at, zone: 'UTC', by: w.actor }, [])],
        original: { filename: `${title}.txt`, size: blob.bytes, sha256: blob.sha256 },
        source: { custodian: 'desk of the zweihander' },
      },
    });
    w.create('evidence_text', { caseId, fields: { item: item.id, name: `${title}.txt`, status: 'text', text: words } });
    return item.number;
  });
  return result;
}

/** Words that stand nowhere but in what is erased; long, because the index keeps only what differs from the word before. */
const canaries = ['qxzarzuelaqx', 'qxbandoneonqx', 'qxconcertinaqx', 'qxmarimbaqx', 'qxophicleideqx'] as const;
const [inTitle, inText, inBytes, inDraft, inOld] = canaries;
const content = Buffer.from(`${inBytes} ${'privileged '.repeat(9000)}`);
/** What of a folder still says one of the words, in its pages and in its other files. */
function said(place: string, more: readonly (string | Buffer)[] = []): string[] {
  const bytes = Buffer.concat([plainPages(place, keys.database), otherBytes(place)]);
  return [...canaries, ...more].filter((word) => bytes.includes(word)).map((word) => word.toString().slice(0, 20));
}

const number = await takenIn(`${inOld} memo`, content, `${inText} ${'lorem ipsum '.repeat(2000)}`);
const again = await takenIn(`${inTitle} once more`, content, `${inText} again`);
await records.change(null, (w) => w.update(w.require(number).id, { fields: { title: `${inTitle} memo` } }, `renamed from ${inOld}`));
const { result: speaking } = await records.change(null, (w) =>
  w.create('note', { caseId, fields: { title: 'About the memo', type: 'note', body: 'see the exhibit', about: [w.require(number).id] } }),
);
await records.drafts.save('edit', records.reading().require(number).id, { note: inDraft });
const sealed = readFileSync(blobFile(folder, vault.reader.prepare<[], string>('SELECT name FROM blob').pluck().get() ?? ''));
const digest = createHash('sha256').update(content).digest('hex');
// Neighbours, so that erased bytes share pages with others.
for (let at = 0; at < 40; at++)
  await records.change(null, (w) => w.create('note', { caseId, fields: { title: `Neighbour ${at}`, type: 'note', body: randomBytes(700).toString('hex') } }));

test('a preview names everything that will go, everything that leads there, and what it cannot reach', () => {
  const preview = records.erasure([number]);
  expect(preview.records.map((one) => [one.number, one.kind, one.entries, one.drafts, one.indexed])).toEqual([
    [number, 'Exhibit', 2, 1, true],
    [again, 'Exhibit', 1, 0, true],
    ['TXT-002', 'Text of evidence', 1, 0, true],
    ['TXT-001', 'Text of evidence', 1, 0, true],
  ]);
  expect(preview).toMatchObject({
    files: { count: 1, bytes: content.length },
    hinders: [],
    releases: [],
    backups: [],
    mentionedBy: [{ number: speaking.number, title: 'About the memo' }],
  });
});

test('nothing under a legal hold or an agency request is erased, and the preview says which', async () => {
  const { result: hold } = await records.change(null, (w) => {
    const made = w.create('legal_hold', {
      caseId,
      fields: { title: 'Hold', scope: { names: [w.require(number).id] }, issuedBy: 'General counsel', custodians: [{ who: 'Team' }] },
    });
    w.move(made.id, 'issued');
    return made;
  });
  expect(records.erasure([again]).hinders.join()).toContain(hold.number);
  const before = said(folder);
  expect(await failure(records.erase([again], authority))).toMatchObject({ code: 'held' });
  expect([said(folder), records.reading().require(number).fields['title']]).toEqual([before, `${inTitle} memo`]);
  await records.change(null, (w) => {
    w.move(hold.id, 'active');
    w.update(hold.id, { fields: { release: { reason: 'over', approvedBy: 'General counsel', reviewedBy: 'Outside counsel', overlapsChecked: true } } });
    w.move(hold.id, 'released');
  });
  const { result: request } = await records.change(null, (w) =>
    w.create('evidence_request', { caseId, fields: { title: 'Subpoena', direction: 'from_government', responsive: [w.require(number).id] } as never }),
  );
  expect(records.erasure([number]).hinders.join()).toContain('762.6(b)');
  expect(await failure(records.erase([number], authority))).toMatchObject({ code: 'held' });
  // With the agency's written authorization on record it may go (15 CFR 762.6(b)).
  await records.change(null, (w) => {
    const leave = w.create('evidence_item', { caseId, fields: { title: 'Written authorization', type: 'document', bytesNote: 'with the agency' } });
    w.update(request.id, { fields: { destructionPermission: leave.id } });
  });
  expect(records.erasure([number]).hinders).toEqual([]);
});

test('what has to be kept is not erased for a promise or for privacy, the preview says until when and by what law, and a duty to give back goes before it and is on record', async () => {
  const [ours, theirs] = [await takenIn('Kept report', Buffer.from('kept for five years'), 'kept'), await takenIn('Their memo', Buffer.from('sent by mistake'), 'mistake')];
  const floor = { title: 'Export records', method: 'manual', side: 'ours', nature: 'retention_floor' } as const;
  const answer = { citation: '15 CFR 762.6(a)', due: '2036-01-08', safe: '2036-01-08', nature: 'retention_floor' };
  const { result: keep } = await records.change(null, (w) => w.create('deadline', { caseId, fields: { ...floor, method: 'rule', ruleId: 'bis.records.5y', answer } }));
  const says = [`${keep.number} says to keep it at least until January 8, 2036 (15 CFR 762.6(a)).`];
  expect(records.erasure([ours])).toMatchObject({ hinders: [], floors: says });
  for (const kind of ['privacy', 'undertaking'] as const) expect(await failure(records.erase([ours], { ...authority, kind }))).toEqual({ code: 'held', number: ours, holds: says });
  expect(records.reading().require(ours).fields['title']).toBe('Kept report');
  // A floor without a date binds as well; one that has passed does not, nor one that counsel set aside.
  const { result: open } = await records.change(null, (w) => w.create('deadline', { caseId, fields: { ...floor, title: 'Until released' } }));
  await records.change(null, (w) => w.create('deadline', { caseId, fields: { ...floor, title: 'Old', date: { certainty: 'exact', day: '2030-01-08' } } }));
  expect(records.erasure([ours]).floors).toEqual([...says, `${open.number} says to keep it and gives no date on which that ends (Until released).`]);
  await records.change(null, (w) => {
    w.update(open.id, { fields: { whyNot: 'released by letter' } });
    w.move(open.id, 'not_applicable');
  });
  expect(records.erasure([ours]).floors).toEqual(says);
  await records.erase([theirs], authority);
  expect(records.reading().require(theirs).erased?.reason).toBe(
    `Clawback notice (FRE 502(b), FRCP 26(b)(5)(B)): ${authority.paper}. ${authority.reason} It went before a duty to keep: ${says[0]}`,
  );
  // Counsel sets the date aside, with a reason: then it may go for privacy too.
  await records.change(null, (w) => {
    w.update(keep.id, { fields: { whyNot: 'not an export control document' } });
    w.move(keep.id, 'not_applicable');
  });
  await records.erase([ours], { ...authority, kind: 'privacy' });
  expect(records.reading().require(ours).erased).toBeTruthy();
});

test('what is sequestered shows its number and why, nowhere a word of it, and comes back as it was', async () => {
  home.pass(60_000);
  const then = home.now();
  home.pass(60_000);
  const before = records.reading().require(number);
  const asOf = records.reading(then).list({ kind: 'evidence_item' }).rows.length;
  const done = await records.sequester([number], authority);
  expect(done.numbers).toEqual([number, again, 'TXT-002', 'TXT-001']);
  const reading = records.reading();
  expect(reading.require(number)).toMatchObject({ number, fields: {}, tags: [], sequestered: { by: 'Ada Reyes' } });
  expect(reading.require(number).sequestered?.reason).toContain('502(b)');
  expect(reading.list({ kind: 'evidence_item' }).rows.map((row) => row.title)).toEqual(['Written authorization']);
  expect(reading.all('evidence_text')).toEqual([]);
  expect(records.search({ text: inText, limit: 5 }).hits).toEqual([]);
  expect(records.search({ text: inTitle, limit: 5, asOf: then }).hits).toEqual([]);
  expect(records.reading(then).require(number)).toMatchObject({ fields: {} });
  expect(JSON.stringify(records.reading(then).list({}))).not.toContain(inTitle);
  expect(asOf).toBe(3);
  const told = JSON.stringify(records.history({ number, limit: 50 }));
  expect([told.includes('502(b)'), canaries.some((word) => told.includes(word))]).toEqual([true, false]);
  expect(records.workingSet({ caseId }).rows.some((row) => row.number === number)).toBe(false);
  expect(() => records.drafts.read('edit', before.id)).toThrow(Refused);
  for (const work of [
    records.change(null, (w) => w.update(before.id, { fields: { title: 'x' } })),
    records.change(null, (w) => w.move(before.id, 'in_review')),
    records.change('why', (w) => w.remove(before.id, 'why')),
    records.undo(done.act),
  ])
    expect(['guard', 'cannot-undo']).toContain((await failure(work)).code);
  expect(await failure(records.sequester([number], authority))).toMatchObject({ code: 'misuse' });
  expect(await checked(vault, records)).toMatchObject({ ok: true, findings: [] });
  expect(await failure(records.lift([number], ' '))).toMatchObject({ code: 'reason-missing' });
  await records.lift([again], 'the claim was withdrawn');
  const { custody, ...fields } = records.reading().require(number).fields;
  const { custody: first, ...rest } = before.fields;
  expect([fields, (custody as unknown[]).slice(0, 1)]).toEqual([rest, first]);
  expect((custody as { action: string }[]).map(({ action }) => action)).toEqual(['imported', 'sequestered', 'unsealed']);
  expect(records.search({ text: inText, limit: 5 }).hits).toHaveLength(2);
  expect(await checked(vault, records)).toMatchObject({ ok: true });
});

test('after an erasure no byte of it is in the folder, the chain verifies, and the history says that and why', async () => {
  home.pass(60_000);
  expect(said(folder, [sealed.subarray(100, 200)])).toHaveLength(5);
  writeFileSync(path.join(folder, 'vault.db.shape-1'), '');
  await records.drafts.save('edit', records.reading().require(number).id, { note: inDraft });

  // Control: the erasure without what follows it, as a kill would leave it. The traces are there, and the next opening takes them away.
  const half = path.join(path.dirname(folder), 'Half.cordon');
  await failure(
    vault.change({}, (tx) => {
      const { writing } = writingIn(tx, { now: home.setting.clock, random: home.setting.random, seals: vault }, null);
      const { blobs } = eraseIn(tx, vault, writing, [number], authority);
      noteRemainder(tx, blobs);
      throw new Refused({ code: 'cancelled' });
    }),
  );
  expect(records.reading().require(number).fields['title']).toBe(`${inTitle} memo`);
  vault.checkpoint();
  copyOf(folder, half);
  const other = await openVault(half, { passphrase: Buffer.from(testPassphrase) }, { ...home.setting, stateFolder: path.join(half, '..', 'half-state') });
  const theirs = openRecords(other, home.setting);
  await other.change({}, (tx) => {
    const { writing } = writingIn(tx, { now: home.setting.clock, random: home.setting.random, seals: other }, null);
    noteRemainder(tx, eraseIn(tx, other, writing, [number], authority).blobs);
  });
  theirs.close();
  expect(existsSync(path.join(half, 'vault.db-wal'))).toBe(true);
  expect(said(half, [sealed.subarray(100, 200)]).length).toBeGreaterThan(3);
  await other.close();
  expect(said(half, [sealed.subarray(100, 200)]).length).toBeGreaterThan(1);
  const next = await openVault(half, { passphrase: Buffer.from(testPassphrase) }, { ...home.setting, stateFolder: path.join(half, '..', 'half-state') });
  const nexts = openRecords(next, home.setting);
  expect(await checked(next, nexts)).toMatchObject({ ok: true, findings: [] });
  expect(said(half, [sealed.subarray(100, 200), digest])).toEqual([]);
  nexts.close();
  await next.close();

  // The act itself.
  const done = await records.erase([number], authority);
  expect(done.numbers).toEqual([number, again, 'TXT-002', 'TXT-001']);
  expect(said(folder, [sealed.subarray(100, 200), digest])).toEqual([]);
  expect(vault.blobs.has(digest)).toBe(false);
  expect(existsSync(path.join(folder, 'vault.db.shape-1'))).toBe(false);
  const report = await checked(vault, records);
  expect(report).toMatchObject({ ok: true, findings: [] });
  const left = records.reading().require(number);
  expect(left).toMatchObject({ number, caseId, fields: {}, erased: { by: 'Ada Reyes' } });
  const told = records.history({ number, limit: 50 }).entries;
  expect(told[0]).toMatchObject({ verb: 'erased', actor: 'Ada Reyes', title: '' });
  expect(told[0]?.reason).toContain('Letter of opposing counsel');
  expect(told.slice(1).every(({ erased, changes, reason }) => erased && changes.length === 0 && reason === null)).toBe(true);
  expect(
    records
      .reading()
      .linksOf(speaking.id)
      .map(({ record }) => [record.number, record.fields]),
  ).toEqual([[number, {}]]);
  expect(records.search({ text: inText, limit: 5 }).hits).toEqual([]);
  expect(await failure(records.undo(done.act))).toMatchObject({ code: 'cannot-undo' });
  expect(await failure(records.erase([number], authority))).toMatchObject({ code: 'misuse' });
  // What is left of it is held against the journal: a word put into its row is named.
  await vault.change({}, (tx) => tx.db.prepare("UPDATE record SET title = 'x' WHERE number = ?").run(number));
  expect((await checked(vault, records)).findings.map(({ part }) => part)).toEqual([`record ${number}`]);
  await vault.change({}, (tx) => tx.db.prepare("UPDATE record SET title = '' WHERE number = ?").run(number));
});

test('an erasure waits for a backup that is being taken, and the backup still holds what it began with', async () => {
  const other = await takenIn('Another', Buffer.from('another file'), 'another word');
  const order: string[] = [];
  const saving = vault.backup({}, async ({ chunks }) => {
    const all: Uint8Array[] = [];
    for await (const chunk of chunks()) {
      all.push(chunk);
      await new Promise((resolve) => setImmediate(resolve));
    }
    order.push('saved');
    return Buffer.concat(all);
  });
  const erasing = records.erase([other], authority).then(() => order.push('erased'));
  await Promise.all([saving, erasing]);
  expect(order).toEqual(['saved', 'erased']);
});

test('an erasure can be stopped while it waits, and then nothing is erased; once its content is out it is finished', async () => {
  const kept = await takenIn('Kept', Buffer.from('a kept file'), 'a kept word');
  let go: () => void = () => {};
  const backup = vault.backup({}, () => new Promise<void>((resolve) => (go = resolve)));
  const stop = new AbortController();
  const told: string[] = [];
  const erasing = failure(records.erase([kept], authority, { signal: stop.signal, tell: (part) => void told.push(part) }));
  stop.abort();
  await new Promise((resolve) => setTimeout(resolve, 100));
  go();
  await backup;
  expect(await erasing).toEqual({ code: 'cancelled' });
  expect(told).toEqual(['waiting']);
  expect(records.reading().require(kept).erased).toBeFalsy();
  const late = new AbortController();
  await records.erase([kept], authority, { signal: late.signal, tell: (part) => part === 'taking-away' && late.abort() });
  expect(records.reading().require(kept).erased).toBeTruthy();
  expect((await checked(vault, records)).findings).toEqual([]);
});

test('what says what was done is not erased', async () => {
  expect(await failure(records.erase([caseRecord.number], authority))).toMatchObject({ code: 'misuse' });
  expect(await failure(records.erase(['NOTE-999'], authority))).toMatchObject({ code: 'record-not-found' });
});

test('a correction that quotes what was erased goes with it', async () => {
  const { result: fact } = await records.change(null, (w) => {
    const made = w.create('note', { caseId, fields: { title: 'Fact', type: 'note', body: 'qxcanaryqx' } });
    const proof = w.create('evidence_item', { caseId, fields: { title: 'Receipt', type: 'document' }, privilege: 'none' });
    w.create('filing', {
      caseId,
      state: 'filed',
      fields: {
        title: 'Report',
        forum: 'agency',
        profile: 'internal',
        type: 'status_report',
        sources: [made.id],
        filed: { certainty: 'exact', day: '2031-01-02' },
        proof: [proof.id],
      },
    });
    return made;
  });
  await records.change(null, (w) => w.update(fact.id, { fields: { body: 'New' } }));
  const [raised] = records.reading().all('correction');
  expect(raised?.fields.change).toContain('qxcanaryqx');
  const { numbers } = await records.erase([fact.number], authority);
  expect(numbers).toEqual([fact.number, raised?.number]);
  expect(said(folder, ['qxcanaryqx'])).toEqual([]);
});
