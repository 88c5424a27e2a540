// One of several that want the same vault: opens it when told, adds one note if it is let in, closes, and says what happened.
import { createInterface } from 'node:readline';
import { openRecords } from '../../main/records/records.ts';
import { openVault } from '../../main/vault/vault.ts';
import { Refused } from '../../shared/failure/failure.ts';
import { addNote, clock, type Live } from './work.ts';
import { randomBytes } from 'node:crypto';

const [folder = '', stateFolder = '', passphrase = '', name = ''] = process.argv.slice(2);
const setting = { clock, random: (bytes: number) => new Uint8Array(randomBytes(bytes)), stateFolder, kdf: { memoryMiB: 64, passes: 3 } };
const say = (line: string) => process.stdout.write(`${line}\n`);

say('ready');
for await (const round of createInterface(process.stdin)) {
  try {
    const vault = await openVault(folder, { passphrase: Buffer.from(passphrase) }, setting);
    const records = openRecords(vault, setting);
    const live: Live = { folder, vault, records, recoveryWords: [], close: () => vault.close() };
    await addNote(live, `${name} ${round}`);
    records.close();
    await vault.close();
    say('in');
  } catch (thrown) {
    say(thrown instanceof Refused ? thrown.failure.code : `BUG ${String(thrown)}`);
  }
}
