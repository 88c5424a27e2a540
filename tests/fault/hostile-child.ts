// Opens vaults that somebody else has tampered with, one after the other, and prints what came of each kind as a JSON line. Its parent watches time and memory.
import { createSecretKey } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { compareRow } from '../../main/records/compare-row.ts';
import { openRecords } from '../../main/records/records.ts';
import { readAnchor } from '../../main/vault/anchor.ts';
import { openBlob, type BlobRow } from '../../main/vault/blobs.ts';
import { openDatabase } from '../../main/vault/database.ts';
import { unlock } from '../../main/vault/unlock.ts';
import { openVault } from '../../main/vault/vault.ts';
import { damageMet } from '../../main/vault/system-failure.ts';
import { copyOf } from '../../main/vault/test-vault.ts';
import { Refused } from '../../shared/failure/failure.ts';
import { upgraded } from '../../shared/records/upgrade.ts';
import { filledVault, ground } from './attacked-vault.ts';
import { damagedBytes, damagedJson, putStrangeFile, tamperedTable } from './hostile-mutations.ts';
import { seeded } from './seeded.ts';

const [base = '', kind = '', trials = '0', seed = '0'] = process.argv.slice(2);
const at = ground(base);
const random = seeded(Number(seed));
const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`);

const first = await filledVault(at, 'Genuine');
await first.close();
const other = await filledVault(at, 'Another');
await other.close();
const genuine = first.folder;
const words = first.recoveryWords;
const trial = path.join(at.path, 'Trial.cordon');
const file = (name: string) => path.join(trial, name);
const { content, keys } = await unlock(genuine, { recoveryWords: words });
const anchorKey = createSecretKey(keys.anchorMac);
const db = openDatabase(path.join(genuine, 'vault.db'), keys.database, { readonly: true });
const blobs = db.prepare<[], BlobRow>('SELECT sha256, name, bytes, key FROM blob').all();
db.close();
const plain = new Map<string, Buffer>();
const bytesOf = async (row: BlobRow, folder: string, kept: Buffer[]) => {
  for await (const chunk of openBlob(folder, row, keys.blobWrap, content.id)) kept.push(Buffer.from(chunk));
};
for (const row of blobs) {
  const kept: Buffer[] = [];
  await bytesOf(row, genuine, kept);
  plain.set(row.name, Buffer.concat(kept));
}
const anchorBytes = readFileSync(path.join(genuine, 'anchor'));

const tally: Record<string, number> = {};
const wrong: string[] = [];
let unchanged = 0;
let slowest = 0;
const count = (what: string) => void (tally[what] = (tally[what] ?? 0) + 1);
/** Refusals are answers; anything else that is thrown is a crash, unless it is damage that the edges turn into an answer. */
async function answered(what: string, work: () => Promise<string> | string, step = ''): Promise<void> {
  try {
    count(step + (await work()));
  } catch (error) {
    const thrown = damageMet(error);
    if (thrown instanceof Refused) count(`${step}refused: ${thrown.failure.code}`);
    else wrong.push(`${what}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
  }
}

let machine = 0;
/** Opens and checks the whole of the trial, asks the everyday questions, and says what showed. */
async function openedWhole(what: string): Promise<void> {
  await answered(what, async () => {
    const setting = at.setting(`stranger ${machine++}`);
    const vault = await openVault(trial, { recoveryWords: words }, setting);
    let said = 'accepted';
    try {
      const { findings } = await vault.verify({ upgrade: upgraded, compare: compareRow });
      if (findings.length > 0 || vault.readOnly === 'behind-anchor') said = 'found by verify';
      const ask = () => {
        const records = openRecords(vault, setting);
        try {
          const reading = records.reading();
          records.workingSet({ caseId: null });
          records.search({ text: 'order', limit: 20 });
          records.history({ limit: 20 });
          for (const each of reading.all('note').slice(0, 3)) reading.require(each.id);
          return 'answered';
        } finally {
          records.close();
        }
      };
      await answered(what, ask, 'questions ');
    } finally {
      await vault.close();
    }
    if (said === 'accepted') wrong.push(`accepted: ${what}`);
    return said;
  });
}

const kinds: Readonly<Record<string, () => Promise<void>>> = {
  slots: async () => {
    const names = random.pick([['slots.a'], ['slots.b'], ['slots.a', 'slots.b']]);
    let what = '';
    for (const name of ['slots.a', 'slots.b']) writeFileSync(file(name), readFileSync(path.join(genuine, name)));
    for (const name of names) {
      const bytes = readFileSync(path.join(random.below(12) === 0 ? other.folder : genuine, name));
      const [how, changed] = random.below(2) === 0 ? damagedBytes(random, bytes) : damagedJson(random, bytes);
      what += `${name} ${how}; `;
      writeFileSync(file(name), changed);
    }
    await answered(what, async () => {
      const opened = await unlock(trial, { recoveryWords: words });
      if (JSON.stringify(opened.content) !== JSON.stringify(content)) wrong.push(`accepted: ${what}`);
      return opened.heal.length + opened.notices.length > 0 ? 'opened by its twin' : 'opened, unchanged';
    });
  },
  anchors: async () => {
    const source = random.below(10) === 0 ? readFileSync(path.join(other.folder, 'anchor')) : anchorBytes;
    const [how, changed] = random.below(2) === 0 ? damagedBytes(random, source) : damagedJson(random, source.subarray(0, 512));
    writeFileSync(file('anchor'), changed);
    await answered(how, () => {
      const handle = openSync(file('anchor'), 'r');
      try {
        const { last, problem } = readAnchor(handle, content.id, anchorKey);
        const known = last === null || anchorBytes.includes(JSON.stringify(last.root));
        if (!known) wrong.push(`accepted: ${how}`);
        return problem === null ? 'sound, unchanged' : last ? 'one record left' : 'no record left';
      } finally {
        closeSync(handle);
      }
    });
  },
  blobs: async () => {
    const row = random.pick(blobs);
    const stored = path.join('blobs', row.name.slice(0, 2), row.name);
    const swapped = random.pick(blobs);
    const source = readFileSync(path.join(genuine, random.below(8) === 0 ? path.join('blobs', swapped.name.slice(0, 2), swapped.name) : stored));
    const [how, changed] = damagedBytes(random, source);
    writeFileSync(file(stored), changed);
    const kept: Buffer[] = [];
    await answered(`${how} of a file of ${row.bytes}`, async () => {
      const mutant: BlobRow = random.below(10) === 0 ? { ...row, name: random.pick(['../../../etc/passwd', `${row.name}/..`, '/dev/zero', '', row.name.toUpperCase()]) } : row;
      await bytesOf(mutant, trial, kept);
      return changed.equals(readFileSync(path.join(genuine, stored))) && mutant === row ? 'opened, unchanged' : 'ACCEPTED';
    });
    const given = Buffer.concat(kept);
    if (!given.equals((plain.get(row.name) ?? given).subarray(0, given.length))) wrong.push(`gave other bytes: ${how}`);
    writeFileSync(file(stored), readFileSync(path.join(genuine, stored)));
  },
  database: async () => {
    copyOf(genuine, trial);
    const source = random.below(15) === 0 ? path.join(other.folder, 'vault.db') : path.join(genuine, 'vault.db');
    let what = '';
    const name = random.pick(['vault.db', 'vault.db', 'vault.db', 'vault.db-wal', 'checkpoint', 'checkpoint.minisig', 'checkpoint.pub', 'lock']);
    const bytes = name === 'vault.db' ? readFileSync(source) : name === 'vault.db-wal' ? random.bytes(8 * 4120) : readFileSync(path.join(genuine, name));
    const [how, changed] = damagedBytes(random, bytes);
    what = `${name}: ${how}`;
    writeFileSync(file(name), changed);
    // What stands in the empty lock means nothing; a log of noise is thrown away, and named.
    if (name === 'lock' || changed.equals(name === 'vault.db-wal' ? Buffer.alloc(0) : readFileSync(path.join(genuine, name)))) unchanged++;
    else await openedWhole(what);
  },
  journal: async () => {
    copyOf(genuine, trial);
    // Somebody with a key of their own writes into their vault and hands it over.
    const writer = openDatabase(file('vault.db'), keys.database, {});
    let what: string | null = null;
    try {
      what = tamperedTable(random, writer);
    } finally {
      writer.close();
    }
    if (what === null) unchanged++;
    else await openedWhole(what);
  },
  files: async () => {
    copyOf(genuine, trial);
    const what = putStrangeFile(random, trial);
    await answered(what, async () => {
      const setting = at.setting(`stranger ${machine++}`);
      const vault = await openVault(trial, { recoveryWords: words }, setting);
      const { findings } = await vault.verify({ upgrade: upgraded, compare: compareRow });
      await vault.close();
      if (findings.length === 0) wrong.push(`accepted: ${what}`);
      return 'found by verify';
    });
  },
};

copyOf(genuine, trial);
// What a mutation left as it was is no trial.
for (let number = 0; number - unchanged < Number(trials); number++) {
  say({ at: number });
  const from = process.cpuUsage();
  await kinds[kind]?.();
  const { user, system } = process.cpuUsage(from);
  slowest = Math.max(slowest, Math.round((user + system) / 1000));
  if (wrong.length > 20) break;
}
say({ kind, trials: Number(trials), tally, wrong, slowestCpuMs: slowest, peakMiB: Math.round(process.resourceUsage().maxRSS / 1024) });
