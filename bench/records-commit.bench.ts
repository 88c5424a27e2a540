// One change on a vault of 100,000 records (entry, row, search, anchor), median of 600, beside a bare durable insert into the same file, the two in turn. A change is
// what people do: another title, or a sentence more in the text. Target: at most 3.5 times on ext4 and 7 times on tmpfs, where there is no disk to wait for and only the
// work counts, an insert "of the same bytes": those that a change stores, which are its entry, the record's row and its words for the search. Beside it, without a target,
// what it is to an insert of the record's bytes alone.
import { existsSync, statfsSync } from 'node:fs';
import os from 'node:os';
import { largeVault, quantile, scatter, tell, wordBy } from './large-vault.ts';

const rounds = 600;
const kinds = ['note', 'deadline', 'party'] as const;
/** Where a kind keeps its title and its longest text. */
const fieldsOf = { note: { title: 'title', words: 'body' }, deadline: { title: 'title', words: 'source' }, party: { title: 'name', words: 'contact' } } as const;
const warm = 20;
const fileSystems: Readonly<Record<number, string>> = { 0xef53: 'ext4', 0x01021994: 'tmpfs', 0x58465342: 'xfs', 0x9123683e: 'btrfs' };
const nameOf = (place: string) => fileSystems[statfsSync(place).type] ?? 'another file system';

interface Stored {
  readonly head: Buffer;
  readonly leaf: Buffer;
  readonly salt: Buffer;
  readonly image: Buffer;
  readonly body: string;
  readonly title: string;
  readonly text: string;
}

async function measure(place: string): Promise<boolean> {
  const large = await largeVault(place);
  const { vault, records, close } = await large.open();
  const random = scatter(7);
  const pick = kinds.map((kind) => records.reading().all(kind).slice(0, 5000));
  await vault.change({}, (tx) => tx.db.exec('CREATE TABLE bare(id INTEGER PRIMARY KEY, v BLOB)'));
  const stored = vault.reader.prepare<[string], Stored>(
    'SELECT j.head, j.leaf, j.salt, j.image, r.body, s.title, s.text FROM record r JOIN journal j ON j.seq = r.seq JOIN search_text s ON s.rowid = r.rowid WHERE r.id = ?',
  );
  /** All that the last change of this record stored, read by a connection whose pages are not the writer's. */
  const bytesStored = (id: string): Buffer => {
    const row = stored.get(id);
    if (!row) throw new Error('a changed record has its row, entry and words');
    return Buffer.concat([row.head, row.leaf, row.salt, row.image, ...[row.body, row.title, row.text].map((part) => Buffer.from(part))]);
  };
  /** Inserts of what a change stores, and of a record alone, in turn: each stands before the same changes. */
  const bare = { all: [] as number[], record: [] as number[] };
  const change: number[] = [];
  let last: Uint8Array = Buffer.alloc(0);
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
    const patch = round % 4 < 2 ? { [title]: some(6) } : { [words]: `${String(old)} ${some(8)}` };
    const what = round % 2 === 0 ? 'all' : 'record';
    const bytes = what === 'all' ? last : Buffer.from(JSON.stringify(record));
    await time(bare[what], () => vault.change({}, (tx) => tx.db.prepare('INSERT INTO bare(v) VALUES (?)').run(bytes)));
    await time(change, () => records.change(null, (w) => w.update(record.id, { fields: patch })));
    last = bytesStored(record.id);
  }
  const median = (values: readonly number[], skipped = warm) => quantile(values.slice(skipped), 0.5);
  const [bareMs, recordMs, changeMs] = [median(bare.all, warm / 2), median(bare.record, warm / 2), median(change)];
  const target = nameOf(place) === 'tmpfs' ? 7 : 3.5;
  const ratio = changeMs / bareMs;
  tell({
    bench: 'records-commit',
    fileSystem: nameOf(place),
    bareMs,
    changeMs,
    changeP95Ms: quantile(change.slice(warm), 0.95),
    ratio,
    target,
    ratioToRecordAlone: changeMs / recordMs,
  });
  await close();
  large.remove();
  return ratio <= target;
}

const disk = process.env['CORDON_BENCH_FOLDER'] ?? os.tmpdir();
const places = [disk, ...(existsSync('/dev/shm') && nameOf(disk) !== 'tmpfs' ? ['/dev/shm'] : [])];
let met = true;
for (const place of places) met = (await measure(place)) && met;
process.exitCode = met ? 0 : 1;
