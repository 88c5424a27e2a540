// Opens the vault it is given and changes it until it is killed, saying on its output what it was told is done.
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { writeRecord } from '../../main/vault/test-vault.ts';
import { openVault } from '../../main/vault/vault.ts';

const [folder = '', state = '', passphrase = '', round = ''] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);
const setting = { clock: () => ({ instant: Date.now(), zone: 'UTC' }), random: (bytes: number) => randomBytes(bytes), stateFolder: state, kdf: { memoryMiB: 64, passes: 3 } };
const vault = await openVault(folder, { passphrase: Buffer.from(passphrase) }, setting);
say(`open ${vault.readOnly ?? 'writable'} ${vault.notices.map(({ part }) => part).join()}`);
for (let count = 0; ; count++) {
  const id = `${round}-${count}`;
  const done = await vault.change({ reason: id }, (tx) => writeRecord(tx, id, `record ${id}`, 'words '.repeat(count % 300)));
  say(`record ${id} ${done.to}`);
  if (count % 3 === 0) {
    const blob = await vault.blobs.put([randomBytes(20_000 + (count % 5) * 60_000)]);
    await vault.change({}, (tx) => vault.blobs.adopt(tx, blob));
    say(`blob ${blob.sha256}`);
  }
  if (count % 7 === 0) vault.checkpoint();
  if (count % 11 === 0) await vault.people.grant(vault.person.slot, 'people');
}
