// Becomes another user of this computer, opens the vault it is given, does what it is told and says what came of it as one line of JSON.
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import { openRecords } from '../../main/records/records.ts';
import { compareRow } from '../../main/records/compare-row.ts';
import { openVault } from '../../main/vault/vault.ts';
import { Refused } from '../../shared/failure/failure.ts';
import { upgraded } from '../../shared/records/upgrade.ts';
import { addNote, clock, intake, type Live } from './work.ts';

const [folder = '', stateFolder = '', passphrase = '', user = '', doing = ''] = process.argv.slice(2);
// Loaded before: the folder that this program lies in need not be open to others.
new Sqlite(':memory:').close();
process.umask(0o022);
process.setgroups?.([4242]);
process.setgid?.(4242);
process.setuid?.(Number(user));
const setting = { clock, random: (bytes: number) => new Uint8Array(randomBytes(bytes)), stateFolder, kdf: { memoryMiB: 64, passes: 3 } };
const say = (answer: object) => writeSync(1, `${JSON.stringify(answer)}\n`);
try {
  const vault = await openVault(folder, { passphrase: Buffer.from(passphrase) }, setting);
  const live: Live = { folder, vault, records: openRecords(vault, setting), recoveryWords: [], close: () => vault.close() };
  if (doing === 'write') {
    await addNote(live, `by ${user}`);
    await intake(live, `of ${user}.bin`, randomBytes(90_000));
    await vault.people.add({ name: `Person ${user}`, passphrase: Buffer.from(`the passphrase of ${user}`) });
  }
  if (doing === 'write on') {
    say({ open: true });
    for (let count = 0; ; count++) {
      await addNote(live, `note ${count}`, 'words '.repeat(500));
      await wait(10);
    }
  }
  const { ok, findings } = await vault.verify({ upgrade: upgraded, compare: compareRow });
  say({
    readOnly: vault.readOnly,
    freshness: vault.freshness,
    ok,
    findings,
    notices: vault.notices,
    notes: live.records
      .reading()
      .all('note')
      .map(({ fields }) => fields.title),
  });
  await vault.close();
} catch (thrown) {
  if (!(thrown instanceof Refused)) throw thrown;
  say({ failure: thrown.failure });
}
