// One change on a vault of 100,000 records (entry, row, search, anchor), median of 300, beside a bare durable insert of the same bytes into the same
// file, the two in turn. A change is what people do: another title, or a sentence more in the text, turn about. Target: at most 3.5 times on ext4 and 7 times on tmpfs, where there is no disk to wait for and only the work counts.
import { existsSync, statfsSync } from 'node:fs';
import os from 'node:os';
import { largeVault, quantile, scatter, tell, wordBy } from './large-vault.ts';

const rounds = 300;
const kinds = ['note', 'deadline', 'party'] as const;
/** Where a kind keeps its title and its longest text. */
const fieldsOf = { note: { title: 'title', words: 'body' }, deadline: { title: 'title', words: 'source' }, party: { title: 'name', words: 'contact' } } as const;
const warm = 20;
const fileSystems: Readonly<Record<number, string>> = { 0xef53: 'ext4', 0x01021994: 'tmpfs', 0x58465342: 'xfs', 0x9123683e: 'btrfs' };
const nameOf = (place: string) => fileSystems[statfsSync(place).type] ?? 'another file system';

async function measure(place: string): Promise<boolean> {
  const large = await largeVault(place);
  const { vault, records, close } = await large.open();
  const random = scatter(7);
  const pick = kinds.map((kind) => records.reading().all(kind).slice(0, 5000));
  await vault.change({}, (tx) => tx.db.exec('CREATE TABLE bare(id INTEGER PRIMARY KEY, v BLOB)'));
  const bare: number[] = [];
  const change: number[] = [];
  const time = async (into: number[], work: () => Promise<unknown>) => {
    const from = performance.now();
    await work();
    into.push(performance.now() - from);
  };
  for (let round = 0; round < rounds + warm; round++) {
    const kind = kinds[round % kinds.length];
    const record = pick[round % kinds.length]?.[Math.floor(random() * 5000)];
    if (!record || !kind) throw new Error('no record to change');
    const { title, words } = fieldsOf[kind];
    const some = (count: number) => Array.from({ length: count }, () => wordBy(random)).join(' ');
    const old: unknown = records.reading().require(record.id).fields[words];
    const patch = round % 2 === 0 ? { [title]: some(6) } : { [words]: `${String(old)} ${some(8)}` };
    const bytes = Buffer.from(JSON.stringify(record));
    await time(bare, () => vault.change({}, (tx) => tx.db.prepare('INSERT INTO bare(v) VALUES (?)').run(bytes)));
    await time(change, () => records.change(null, (w) => w.update(record.id, { fields: patch })));
  }
  const [bareMs, changeMs] = [quantile(bare.slice(warm), 0.5), quantile(change.slice(warm), 0.5)];
  const target = nameOf(place) === 'tmpfs' ? 7 : 3.5;
  tell({ bench: 'records-commit', fileSystem: nameOf(place), bareMs, changeMs, changeP95Ms: quantile(change.slice(warm), 0.95), ratio: changeMs / bareMs, target });
  await close();
  large.remove();
  return changeMs / bareMs <= target;
}

const disk = process.env['CORDON_BENCH_FOLDER'] ?? os.tmpdir();
const places = [disk, ...(existsSync('/dev/shm') && nameOf(disk) !== 'tmpfs' ? ['/dev/shm'] : [])];
let met = true;
for (const place of places) met = (await measure(place)) && met;
process.exitCode = met ? 0 : 1;
