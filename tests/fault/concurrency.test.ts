import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { backUp } from '../../main/exchange/back-up.ts';
import { fileDestination } from '../../main/exchange/file-destination.ts';
import { compareRow } from '../../main/records/compare-row.ts';
import { restoreBackup } from '../../main/vault/restore.ts';
import { upgraded } from '../../shared/records/upgrade.ts';
import { filledVault, ground, passphrase, reopened, smallVault } from './attacked-vault.ts';
import { cordonVerify } from './cordon-verify.ts';
import { entire, long, printTable } from './seeded.ts';
import { addNote, caseOf, intake } from './work.ts';

const at = ground();
afterAll(() => at.clear());
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A child and its answers, one a line. */
function opener(folder: string, name: string): { readonly child: ChildProcess; answer(): Promise<string> } {
  const child = spawn(process.execPath, ['--no-warnings', path.join(import.meta.dirname, 'concurrency-child.ts'), folder, at.setting().stateFolder, passphrase, name]);
  child.stderr.pipe(process.stderr);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return { child, answer: async () => String((await lines.next()).value) };
}

test('of programs that open a vault at the same moment one is let in, the others are told, and what each was told is true', async () => {
  const { folder, close } = await smallVault(at, 'Wanted');
  await close();
  const openers = ['one', 'two', 'three'].map((name) => opener(folder, name));
  for (const { answer } of openers) expect(await answer()).toBe('ready');
  const rounds = entire ? 60 : long ? 24 : 8;
  const told: Record<string, number> = {};
  let contested = 0;
  for (let round = 0; round < rounds; round++) {
    for (const { child } of openers) child.stdin?.write(`${round}\n`);
    const answers = await Promise.all(openers.map(({ answer }) => answer()));
    for (const answer of answers) told[answer] = (told[answer] ?? 0) + 1;
    expect(answers, `round ${round}`).toContain('in');
    if (answers.includes('vault-open-elsewhere')) contested++;
  }
  for (const { child } of openers) child.stdin?.end();
  expect(Object.keys(told).sort((a, b) => a.localeCompare(b))).toEqual(['in', 'vault-open-elsewhere']);
  const live = await reopened(at, folder);
  expect(live.records.reading().all('note')).toHaveLength(told['in'] ?? 0);
  await live.close();
  expect(await cordonVerify(at, folder, 'here')).toMatchObject({ exit: 0, findings: [] });
  process.stdout.write(
    `${rounds} races of 3 programs, ${contested} of them lost by somebody: let in ${told['in']}, told that it is open elsewhere ${told['vault-open-elsewhere']}; notes written ${told['in']}\n`,
  );
}, 300_000);

test('backups during intake during search: each backup is a state that was, every file is there, every question is answered', async () => {
  const live = await filledVault(at, 'Busy');
  const files = entire ? 60 : long ? 30 : 12;
  const backups = entire ? 8 : long ? 4 : 2;
  let answered = 0;
  let working = true;
  const asking = (async () => {
    for (; working; await turn()) {
      // Never fewer than there were: nothing that was committed goes out of sight.
      expect(live.records.search({ text: 'order', limit: 20 }).hits.length).toBeGreaterThan(0);
      answered++;
    }
  })();
  const takingIn = (async () => {
    const taken = [];
    for (let index = 0; index < files; index++) taken.push(await intake(live, `busy-${index}.bin`, randomBytes(100_000)));
    return taken;
  })();
  const saved: { file: string; seq: number; items: number }[] = [];
  for (let index = 0; index < backups; index++) {
    const file = path.join(at.path, `busy ${index}.backup`);
    const { seq, unsound } = await backUp(live.vault, { destination: fileDestination(file, 'x') });
    expect(unsound).toBe(0);
    saved.push({ file, seq, items: 0 });
  }
  const taken = await takingIn;
  working = false;
  await asking;
  const items = live.records
    .reading()
    .all('evidence_item')
    .map(({ number }) => number);
  expect(taken.filter(({ number }) => !items.includes(number))).toEqual([]);
  for (const one of saved) {
    const into = `${one.file}.cordon`;
    const verify = { upgrade: upgraded, compare: compareRow };
    const { report } = await restoreBackup(
      { source: createReadStream(one.file) as AsyncIterable<Uint8Array>, bytes: statSync(one.file).size, file: 'busy', into, key: { passphrase: Buffer.from(passphrase) }, verify },
      at.setting('elsewhere'),
    );
    expect(report.findings).toEqual([]);
    // The restored vault adds its own entry.
    expect(report.entries).toBe(one.seq + 1);
    one.items = report.blobs;
  }
  await live.close();
  expect(await cordonVerify(at, live.folder, 'here')).toMatchObject({ exit: 0, findings: [] });
  printTable(
    `${files} files taken in beside ${backups} backups and ${answered} searches`,
    saved.map(({ seq, items: blobs }, index) => ({ backup: index + 1, 'up to entry': seq, 'files in it': blobs, restored: 'verifies' })),
  );
}, 300_000);

test('many changes while a report is read: no update is lost, and the report never shows half an act', async () => {
  const live = await smallVault(at, 'Counting');
  const caseId = caseOf(live);
  const inAnAct = 600;
  const { result: counter } = await live.records.change(null, (writing) => writing.create('note', { caseId, fields: { title: '0', type: 'note', body: 'a count' } }).id);
  const ids: string[] = [];
  await live.records.changeMany(
    null,
    Array.from({ length: inAnAct }, (_, index) => index),
    (writing) => {
      ids.push(writing.create('note', { caseId, fields: { title: 'act 0', type: 'note', body: 'one of many' } }).id);
    },
  );
  const singles = entire ? 5200 : long ? 2000 : 400;
  const acts = entire ? 8 : long ? 4 : 2;
  let reports = 0;
  let between = 0;
  let working = true;
  let seen = 0;
  const reporting = (async () => {
    for (; working; await turn()) {
      const all = live.records.reading().all('note');
      const titles = new Set(all.filter(({ fields }) => fields.body === 'one of many').map(({ fields }) => fields.title));
      expect([...titles], 'half an act').toHaveLength(1);
      const count = Number(all.find(({ id }) => id === counter)?.fields.title);
      expect(count).toBeGreaterThanOrEqual(seen);
      if (count > seen) between++;
      seen = count;
      reports++;
    }
  })();
  const add = () => live.records.change(null, (writing) => void writing.update(counter, { fields: { title: String(Number(writing.require(counter).fields['title']) + 1) } }));
  const counting = (async () => {
    // Ten at a time, all reading the same number: the queue puts one after the other.
    for (let done = 0; done < singles; done += 10) {
      await Promise.all(Array.from({ length: 10 }, add));
      await turn();
    }
  })();
  for (let act = 1; act <= acts; act++) await live.records.changeMany(null, ids, (writing, id) => void writing.update(id, { fields: { title: `act ${act}` } }));
  await counting;
  working = false;
  await reporting;
  expect(live.records.reading().require(counter).fields['title']).toBe(String(singles));
  await addNote(live, 'after');
  await live.close();
  expect(await cordonVerify(at, live.folder, 'here')).toMatchObject({ exit: 0, findings: [] });
  process.stdout.write(
    `${singles + acts * inAnAct} changes (${singles} single, ${acts} acts of ${inAnAct}) while a report was read ${reports} times, ${between} of them with new changes: no update lost, no half act seen\n`,
  );
  expect(between).toBeGreaterThan(5);
}, 600_000);
