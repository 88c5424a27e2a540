import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { clock } from '../../main/clock.ts';
import { openRecords, type Records } from '../../main/records/records.ts';
import { createVault, type Vault } from '../../main/vault/vault.ts';

export const passphrase = 'lantern quarry velvet harbour 41';
export const person = 'Dana Whitfield';

const random = (bytes: number) => new Uint8Array(randomBytes(bytes));

/** A vault in `folder` with what `fill` writes, whose passphrase costs as little as is allowed: tests open it often. Gives its path. */
export async function sampleVault(
  folder: string,
  stateFolder: string,
  fill: (records: Records, vault: Vault) => Promise<void> = async () => {},
  opensWith = passphrase,
): Promise<string> {
  const place = path.join(folder, 'Sample.cordon');
  const { vault } = await createVault(place, { name: person, passphrase: Buffer.from(opensWith) }, { clock, random, stateFolder, kdf: { memoryMiB: 64, passes: 3 } });
  const records = openRecords(vault, { clock, random });
  await fill(records, vault);
  records.close();
  await vault.close();
  return place;
}

/** Notes of one case, each with `words` in title and text. */
export async function notes(records: Records, count: number, words: string): Promise<void> {
  const { result: casefile } = await records.change(null, (writing) => writing.createAny('case', { caseId: null, fields: sampleCase }));
  await records.changeMany(
    null,
    Array.from({ length: count }, (_, index) => index),
    (writing, index) => {
      writing.create('note', { caseId: casefile.id, fields: { title: `${words} title ${index}`, type: 'note', body: `${words} body ${index} `.repeat(4) } });
    },
  );
}

const sampleCase = { title: 'Sample case' };
