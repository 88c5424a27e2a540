import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '../../main/commands/run.ts';
import { takeIn } from '../../main/evidence/intake.ts';
import { sourceOfBytes } from '../../main/evidence/source-file.ts';
import { importRecords } from '../../main/exchange/import-records.ts';
import { openRecords, type Records } from '../../main/records/records.ts';
import { createVault, openVault, type Finding, type Vault, type VaultSetting } from '../../main/vault/vault.ts';
import { datedCase } from '../../shared/records/samples/dated.ts';

export const passphrase = 'correct horse battery staple';
const clock = () => ({ instant: Date.now(), zone: 'America/New_York' });
const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
const noJobs = () => Promise.reject(new Error('nothing is read here'));

/** A folder for vaults under attack, and everything that is done to them. */
export interface Ground {
  readonly path: string;
  /** The setting of one machine; each name is a user who has, or has not, seen the vault before. */
  setting(machine?: string): VaultSetting;
  keyFile: string;
  clear(): void;
}

export function ground(): Ground {
  // Memory where there is some: thousands of copies are made.
  const base = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), 'cordon-attack-'));
  return {
    path: base,
    setting: (machine = 'here') => ({ clock, random, stateFolder: path.join(base, 'state', machine), kdf: { memoryMiB: 64, passes: 3 } }),
    keyFile: path.join(base, 'recovery-key'),
    clear: () => rmSync(base, { recursive: true, force: true }),
  };
}

export interface Live {
  readonly folder: string;
  readonly vault: Vault;
  readonly records: Records;
  readonly recoveryWords: string[];
  close(): Promise<void>;
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

/** A new vault with a case in it: records of all kinds that the sample has, files of several sizes, drafts, something removed. */
export async function filledVault(at: Ground, name: string): Promise<Live> {
  const folder = path.join(at.path, `${name}.cordon`);
  const { vault, recoveryWords } = await createVault(folder, { name: 'Ada Reyes', passphrase: Buffer.from(passphrase) }, at.setting());
  writeFileSync(at.keyFile, recoveryWords.join(' '));
  const live = opened(folder, vault, at.setting(), recoveryWords);
  const sample = datedCase('2031-01-08');
  await importRecords(live.records, Buffer.from(JSON.stringify(sample)), 'sample.json');
  for (const [index, size] of [0, 10, 65_536, 200_001].entries()) await intake(live, `exhibit-${index}.bin`, randomBytes(size));
  const note = await live.records.change(null, (writing) => writing.create('note', { caseId: null, fields: { title: 'Removed again', type: 'note', body: 'by mistake' } }).id);
  await live.records.change(null, (writing) => void writing.remove(note.result, 'entered twice'));
  await live.records.drafts.save('note', null, { title: 'not saved yet' });
  return live;
}

export const caseOf = ({ records }: Live): string | null => records.reading().all('case')[0]?.id ?? null;

export async function addNote(live: Live, title: string, body = 'words of a note'): Promise<string> {
  const { result } = await live.records.change(null, (writing) => writing.create('note', { caseId: caseOf(live), fields: { title, type: 'note', body } }).id);
  return result;
}

export async function intake(live: Live, name: string, bytes: Uint8Array): Promise<{ number: string; sha256: string }> {
  const source = sourceOfBytes(name, bytes, Date.UTC(2031, 0, 8));
  return takeIn({ vault: live.vault, records: live.records, runJob: noJobs, clock }, source, { caseId: caseOf(live), readWords: false, reason: 'a proof' });
}

/** Opens it with the recovery words, which costs no passphrase. */
export async function reopened(at: Ground, folder: string, recoveryWords: string[], machine = 'here'): Promise<Live> {
  return opened(folder, await openVault(folder, { recoveryWords }, at.setting(machine)), at.setting(machine), recoveryWords);
}

/** What lies in the folder at this moment, as a kill would leave it. The index of the log (`-shm`) is left out: SQLite makes it anew at every first opening. */
export function copyOf(folder: string, into: string): void {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(path.dirname(into), { recursive: true });
  cpSync(folder, into, { recursive: true, filter: (file) => !file.endsWith('-shm') });
}

/** The files of a folder, by their paths in it, with forward slashes. */
export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? [path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')] : []))
    .sort();

export interface Verdict {
  /** What `cordon verify` ends with: 0 for nothing found. */
  readonly exit: number;
  readonly findings: readonly Finding[];
  readonly freshness: string;
  /** Where the vault was not even opened. */
  readonly failure: { readonly code: string; readonly file?: string; readonly part?: string } | null;
  /** The words beside the answer: that it is open for reading only. */
  readonly notes: readonly string[];
}

/** `cordon verify FOLDER --recovery-key-file … --json`, without the cost of a process. Each machine has, or has not, a user's anchor of its own. */
export async function cordonVerify(at: Ground, folder: string, machine: string): Promise<Verdict> {
  const lines: string[] = [];
  const notes: string[] = [];
  const vaultSetting = at.setting(machine);
  const exit = await run(['verify', folder, '--recovery-key-file', at.keyFile, '--json'], {
    clock,
    random,
    vaultSetting,
    runJob: noJobs,
    signal: new AbortController().signal,
    line: (text) => void lines.push(text),
    note: (text) => void notes.push(text),
    ask: () => Promise.reject(new Error('nothing is asked')),
    readDescriptor: () => Promise.reject(new Error('nothing is given')),
  });
  // Proof of the cast: what `cordon verify --json` prints, as docs/command-line.md has it.
  const said = JSON.parse(lines[0] ?? '{}') as { findings?: Finding[]; freshness?: string; failure?: Verdict['failure'] };
  return { exit, findings: said.findings ?? [], freshness: said.freshness ?? 'not opened', failure: said.failure ?? null, notes };
}
