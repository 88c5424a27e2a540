import { existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { dayText } from '../../shared/calendar/day.ts';
import { momentAt } from '../../shared/calendar/instant.ts';
import { Refused, refuse } from '../../shared/failure/failure.ts';
import { datedCase, datedFiles } from '../../shared/records/samples/dated.ts';
import { reportedCase } from '../../shared/records/samples/reported.ts';
import type { Sample } from '../../shared/records/samples/sample.ts';
import { takeIn, type IntakeDesk } from '../evidence/intake.ts';
import { sourceOfBytes } from '../evidence/source-file.ts';
import { importRecords } from '../exchange/import-records.ts';
import { openRecords, type Records } from '../records/records.ts';
import { createVault, forgetAnchors, openVault, removeSample, type Vault, type VaultSetting } from '../vault/vault.ts';
import { workPlace } from '../vault/work-place.ts';

/** Opens the sample for anybody: nothing in it is secret, and the window says so. */
export const samplePassphrase = 'sample case';
/** Who works in the sample. Invented, as everything in it. */
export const samplePerson = 'Sample Counsel';
/** The least that a vault allows: nothing in a sample is secret, and somebody waits for it. */
export const sampleEffort = { memoryMiB: 64, passes: 3 };

const passphrase = () => new TextEncoder().encode(samplePassphrase);
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The one place in which this program makes its sample: beside its own notes, where nobody keeps a vault and no program copies folders away. */
export const sampleFolder = (stateFolder: string): string => path.join(stateFolder, 'sample', 'Sample case.cordon');

export interface Filling {
  readonly signal?: AbortSignal | undefined;
  /** How many of the files have been taken in. */
  readonly tell?: ((done: number, of: number) => void) | undefined;
}

/** Takes a sample in, and gives the new number of each of its records by the id it has in the sample. */
async function takeSample(records: Records, sample: Sample, file: string, signal: AbortSignal | undefined): Promise<Map<string, string>> {
  const { numbers } = await importRecords(records, bytesOf(JSON.stringify(sample)), file, signal ? { signal } : {});
  const given = new Map(numbers.map((one) => [one.formerNumber, one.number]));
  return new Map(sample.records.map((record) => [record.id, given.get(record.number) ?? '']));
}

/** Both sample cases, as they stand today, into an empty vault; the files that ship with the dated one become the bytes of the items that describe them. Gives how many. */
export async function fillSample(desk: IntakeDesk, { signal, tell }: Filling): Promise<number> {
  const now = desk.clock();
  const today = dayText(momentAt(now.instant, now.zone).day);
  const files = datedFiles(today);
  await takeSample(desk.records, reportedCase, 'the reported case', signal);
  const numbers = await takeSample(desk.records, datedCase(today), 'the dated case', signal);
  for (const [at, file] of files.entries()) {
    tell?.(at, files.length);
    await takeIn(desk, sourceOfBytes(file.filename, bytesOf(file.text), now.instant), {
      caseId: null,
      item: numbers.get(file.item),
      custodian: file.custodian,
      system: file.source,
      signal,
      reason: 'A demonstration: the sample has one person, so nobody else could open this vault.',
    });
  }
  return files.length;
}

interface Making extends Omit<IntakeDesk, 'vault' | 'records'>, Filling {
  readonly vaultSetting: VaultSetting;
}

/** Opens the sample of this computer; makes it first where there is none, as a whole or not at all. Refuses `wrong-passphrase` where somebody gave it another one. */
export async function openSampleCase(making: Making): Promise<Vault> {
  const { vaultSetting } = making;
  const folder = sampleFolder(vaultSetting.stateFolder);
  if (!existsSync(folder)) await makeSample(folder, making);
  return openVault(folder, { passphrase: passphrase() }, vaultSetting);
}

async function makeSample(folder: string, { vaultSetting, signal, tell, ...desk }: Making): Promise<void> {
  mkdirSync(path.dirname(folder), { recursive: true, mode: 0o700 });
  const place = workPlace(folder, 'tmp', vaultSetting.random, vaultSetting.sqliteAddon);
  const made = path.join(place.path, 'vault');
  let id: string | null = null;
  try {
    const { vault, recoveryWords } = await createVault(made, { name: samplePerson, passphrase: passphrase() }, { ...vaultSetting, kdf: sampleEffort, sample: true });
    ({ id } = vault);
    const records = openRecords(vault, vaultSetting);
    try {
      await fillSample({ ...desk, vault, records }, { signal, tell });
      // Nobody prints the recovery key of a sample: nothing needs to be said of it.
      await vault.people.confirmRecovery(recoveryWords);
    } finally {
      records.close();
      await vault.close();
    }
    if (signal?.aborted) refuse({ code: 'cancelled' });
    renameSync(made, folder);
  } catch (thrown) {
    if (id !== null) forgetAnchors(id, vaultSetting.stateFolder);
    throw thrown;
  } finally {
    place.leave();
  }
}

/** Why a vault is not removed from here as a sample, or null: it must say that it is one, and lie where this program makes it. */
export function whyNotRemoved(vault: Pick<Vault, 'sample' | 'folder'>, stateFolder: string): string | null {
  if (!vault.sample) return 'it is a vault and no sample';
  return path.resolve(vault.folder) === path.resolve(sampleFolder(stateFolder)) ? null : 'it was made somewhere else; delete its folder yourself';
}

/** Removes the sample while it is closed: opened first, so that its own mark is read. Refuses `not-removed`, `vault-not-found`. */
export async function removeClosedSample(vaultSetting: VaultSetting): Promise<void> {
  const folder = sampleFolder(vaultSetting.stateFolder);
  const name = path.basename(folder);
  const vault = await openVault(folder, { passphrase: passphrase() }, vaultSetting).catch((thrown: unknown) => {
    if (!(thrown instanceof Refused) || thrown.failure.code !== 'wrong-passphrase') throw thrown;
    return refuse({ code: 'not-removed', file: name, why: 'somebody gave it another passphrase: open it and remove it from there' });
  });
  const why = whyNotRemoved(vault, vaultSetting.stateFolder);
  await vault.close();
  if (why !== null) refuse({ code: 'not-removed', file: name, why });
  removeSample(folder, vault.id, vaultSetting);
}
