import { createSecretKey } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { atOnce } from './changes.ts';
import { compartmentNames } from './compartments.ts';
import { openDatabase } from './database.ts';
import { openAnchor, recordOf } from './anchor.ts';
import { makeCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { journalOn, noLeaf, readStanding, rootText } from './journal.ts';
import { anchorOf } from './standing-anchors.ts';
import { keysOf } from './keys.ts';
import type { Effort } from './passphrase.ts';
import { wordsOf } from './recovery-words.ts';
import { sealBytes } from './seal.ts';
import { secret, wipe } from './secret.ts';
import { migrate } from './shape.ts';
import { signingKeyText } from './signing-key.ts';
import { personSlot, recoverySlot, signKeyOf } from './slot.ts';
import { slotsFiles, writeSlots, type SlotsContent } from './slots-file.ts';
import type { Unlocked } from './unlock.ts';
import type { VaultSetting } from './vault.ts';

/** Writes all files of a new vault into `folder` and gives its keys as if the person had just unlocked it. */
export async function makeVault(
  folder: string,
  person: { readonly name: string; readonly passphrase: Uint8Array },
  effort: Effort,
  { clock, random, sqliteAddon, sample }: VaultSetting & { readonly sample?: boolean | undefined },
): Promise<{ unlocked: Unlocked; recoveryWords: string[] }> {
  const hex = () => Buffer.from(random(16)).toString('hex');
  const vault = hex();
  const master = secret(32);
  master.set(random(32));
  const keys = keysOf(master, vault);
  const compartments = new Map(compartmentNames.map((name) => [name, random(32)]));
  const since = clock().instant;
  const entropy = random(32);
  const recoveryWords = wordsOf(entropy);
  const common = { vault, master, keys, compartments, since, random };
  const own = await personSlot({ ...common, id: hex() }, person.name, person.passphrase, effort);
  const recovery = recoverySlot({ ...common, id: hex() }, entropy);
  wipe(entropy);
  for (const key of compartments.values()) wipe(key);
  const content: SlotsContent = { format: 1, generation: 1, id: vault, slots: [own.slot, recovery] };

  mkdirSync(path.join(folder, 'blobs'), { recursive: true, mode: 0o700 });
  for (const name of slotsFiles) writeSlots(folder, name, content, keys.slotMac);
  const file = path.join(folder, 'vault.db');
  const db = openDatabase(file, keys.database, { create: true, addon: sqliteAddon });
  try {
    migrate(db, file, keys.database, sqliteAddon);
    const seed = random(32);
    const signing = signKeyOf(seed);
    atOnce(db, () => {
      db.prepare('INSERT INTO head VALUES (1, ?, 1, 1, 0, ?, ?, ?, ?, ?)').run(
        vault,
        Buffer.alloc(0),
        noLeaf,
        since,
        signing.publicKey,
        sealBytes(signing.secretKey, keys.checkpointWrap, signingKeyText(vault)),
      );
      const journal = journalOn(db)(readStanding(db));
      const image = {
        vault,
        signs: signing.publicKey.toString('base64'),
        person: { slot: own.slot.id, name: own.about.name, publicKey: own.about.sign },
        ...(sample && { sample }),
      };
      const refuseSeal = () => {
        throw new Error('the first entry is not sealed');
      };
      journal.append(
        { record: vault, kind: 'vault', shape: 1, verb: 'created', reason: null, image },
        { act: `${since.toString(16).padStart(12, '0')}-${Buffer.from(random(8)).toString('hex')}`, at: since, actor: person.name, random, seal: refuseSeal },
      );
      journal.save();
    });
    const standing = readStanding(db);
    writeCheckpoint(folder, makeCheckpoint(vault, standing.size, rootText(standing), signing, since));
    const anchorKey = createSecretKey(keys.anchorMac);
    const anchor = openAnchor(path.join(folder, 'anchor'), vault, anchorKey, false);
    anchor.write(recordOf(anchorOf(standing), anchorKey));
    anchor.flush();
    anchor.close();
    wipe(seed);
    wipe(signing.secretKey);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
  wipe(master);
  return { unlocked: { content, opened: own.opened, keys, heal: [], notices: [] }, recoveryWords };
}
