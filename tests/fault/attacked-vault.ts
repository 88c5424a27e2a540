import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { importRecords } from '../../main/exchange/import-records.ts';
import { openRecords } from '../../main/records/records.ts';
import { createVault, openVault, type Vault, type VaultSetting } from '../../main/vault/vault.ts';
import { datedCase } from '../../shared/records/samples/dated.ts';
import { clock, intake, type Live } from './work.ts';

export const passphrase = 'correct horse battery staple';
const random = (bytes: number) => new Uint8Array(randomBytes(bytes));

/** A folder for vaults under attack, and everything that is done to them. */
export interface Ground {
  readonly path: string;
  /** The setting of one machine; each name is a user who has, or has not, seen the vault before. */
  setting(machine?: string): VaultSetting;
  /** Holds the passphrase of every vault here, as it is made. */
  readonly passphraseFile: string;
  clear(): void;
}

/** Memory where there is some: thousands of copies are made. */
const newGround = () => mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), 'cordon-attack-'));

export function ground(base = newGround()): Ground {
  const passphraseFile = path.join(base, 'passphrase');
  writeFileSync(passphraseFile, passphrase);
  return {
    path: base,
    setting: (machine = 'here') => ({ clock, random, stateFolder: path.join(base, 'state', machine), kdf: { memoryMiB: 64, passes: 3 } }),
    passphraseFile,
    clear: () => rmSync(base, { recursive: true, force: true }),
  };
}

const opened = (folder: string, vault: Vault, setting: VaultSetting, recoveryWords: string[]): Live => {
  const records = openRecords(vault, setting);
  return {
    folder,
    vault,
    records,
    recoveryWords,
    close: async () => {
      records.close();
      await vault.close();
    },
  };
};

/** A new vault with a case in it and nothing else. */
export async function smallVault(at: Ground, name: string): Promise<Live> {
  const live = await newVault(at, name);
  await live.records.change(null, (writing) => writing.create('case', { caseId: null, fields: { title: 'A small case' } }).id);
  return live;
}

async function newVault(at: Ground, name: string): Promise<Live> {
  const folder = path.join(at.path, `${name}.cordon`);
  const { vault, recoveryWords } = await createVault(folder, { name: 'Ada Reyes', passphrase: Buffer.from(passphrase) }, at.setting());
  writeFileSync(`${folder}.key`, recoveryWords.join(' '));
  return opened(folder, vault, at.setting(), recoveryWords);
}

/** A new vault with a case in it: records of all kinds that the sample has, files of several sizes, drafts, something removed. */
export async function filledVault(at: Ground, name: string): Promise<Live> {
  const live = await newVault(at, name);
  await importRecords(live.records, Buffer.from(JSON.stringify(datedCase('2031-01-08'))), 'sample.json');
  for (const [index, size] of [0, 10, 65_536, 200_001].entries()) await intake(live, `exhibit-${index}.bin`, randomBytes(size));
  const note = await live.records.change(null, (writing) => writing.create('note', { caseId: null, fields: { title: 'Removed again', type: 'note', body: 'by mistake' } }).id);
  await live.records.change(null, (writing) => void writing.remove(note.result, 'entered twice'));
  await live.records.drafts.save('note', null, { title: 'not saved yet' });
  return live;
}

/** Opens it as the person who works on it. */
export async function reopened(at: Ground, folder: string, machine = 'here', words = passphrase): Promise<Live> {
  const vault = await openVault(folder, { passphrase: Buffer.from(words) }, at.setting(machine));
  try {
    return opened(folder, vault, at.setting(machine), []);
  } catch (thrown) {
    // Its records could not be read: nobody holds it then.
    const met = vault.meaning(thrown);
    await vault.close();
    throw met;
  }
}

/** Opens it with the recovery key, which writes nothing in anybody's name: to look at what is there. */
export async function looked(at: Ground, folder: string, recoveryWords: readonly string[], machine = 'here'): Promise<Live> {
  return opened(folder, await openVault(folder, { recoveryWords }, at.setting(machine)), at.setting(machine), []);
}

/** The files of a folder, by their paths in it, with forward slashes. */
export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? [path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')] : []))
    .sort();
