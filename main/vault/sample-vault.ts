import { lstatSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import type { Database } from './database.ts';
import { clearAway, syncFolder } from './durable-file.ts';
import { takeLock } from './lock.ts';
import { failureOfSystem, isOfSystem } from './system-failure.ts';
import type { VaultSetting } from './vault.ts';
import { sweepPlaces, workPlace } from './work-place.ts';

/** Whether the first entry of a journal says that its vault was made as a sample. What is damaged says nothing. */
export function isSample(reader: Database): boolean {
  const first = reader.prepare<[], { image: Buffer | null }>("SELECT image FROM journal WHERE seq = 1 AND kind = 'vault' AND verb = 'created'").get();
  try {
    // Proof of the cast: read as unknown, and only the one value counts.
    return (JSON.parse(first?.image?.toString() ?? 'null') as { record?: { sample?: unknown } } | null)?.record?.sample === true;
  } catch {
    return false;
  }
}

/** The names that a vault's folder has (docs/vault-format.md): files, and the folders in which they may stand. */
const files =
  /^(slots\.[ab](\.tmp)?|vault\.db(-wal|-shm|-journal|\.shape-\d+|\.copy-[\w-]+\.tmp)?|vault\.drafts(\.tmp)?|anchor|lock|checkpoint(\.minisig|\.pub)?(\.tmp)?|staged-[0-9a-f]{32}\.tmp)$/;
const blobFiles = /^[0-9a-f]{32}(\.tmp)?$/;
const blobFolders = /^([0-9a-f]{2}|adrift)$/;

/** What stands in a vault's folder and is no file of a vault: its path in there, or null. A link is none, wherever it leads. */
export function strangerIn(folder: string): string | null {
  for (const name of readdirSync(folder)) {
    const found = lstatSync(path.join(folder, name));
    if (name === 'blobs' ? !found.isDirectory() : !found.isFile() || !files.test(name)) return name;
  }
  const blobs = path.join(folder, 'blobs');
  if (!lstatSync(blobs, { throwIfNoEntry: false })) return null;
  for (const parent of readdirSync(blobs)) {
    if (!lstatSync(path.join(blobs, parent)).isDirectory() || !blobFolders.test(parent)) return path.join('blobs', parent);
    for (const name of readdirSync(path.join(blobs, parent)))
      if (!lstatSync(path.join(blobs, parent, name)).isFile() || !blobFiles.test(name)) return path.join('blobs', parent, name);
  }
  return null;
}

/** Refuses `not-removed` where the folder holds anything that a vault does not. */
export function refuseStrangers(folder: string): void {
  const stranger = strangerIn(folder);
  if (stranger !== null) refuse({ code: 'not-removed', file: path.basename(folder), why: `it also holds “${stranger}”, which is no file of a vault` });
}

/**
 * Takes a closed sample away with everything this program keeps of it: the caller has opened it and seen its mark. It goes as a whole or not at all: it is moved into a
 * place of work first, which the next sample sweeps where this is cut off. Refuses `not-removed` where it holds anything else, and `vault-open-elsewhere`.
 */
export function removeSample(folder: string, id: string, { stateFolder, random, sqliteAddon }: VaultSetting): void {
  try {
    refuseStrangers(folder);
    const lock = takeLock(folder, sqliteAddon) ?? refuse({ code: 'not-removed', file: path.basename(folder), why: 'its folder cannot be written to' });
    lock.release();
    const place = workPlace(folder, 'tmp', random, sqliteAddon);
    const moved = path.join(place.path, 'vault');
    try {
      renameSync(folder, moved);
      // Looked at again where nobody can put anything in it by its name.
      if (strangerIn(moved) !== null) renameSync(moved, folder);
    } finally {
      place.leave();
    }
    refuseStillThere(folder);
    forgetAnchors(id, stateFolder);
    sweepPlaces(folder, ['tmp'], sqliteAddon);
    leaveFolder(path.dirname(folder));
  } catch (error) {
    failureOfSystem(error, path.basename(folder));
  }
}

function refuseStillThere(folder: string): void {
  if (lstatSync(folder, { throwIfNoEntry: false })) refuseStrangers(folder);
}

/** This user's notes of how far a vault had come. */
export function forgetAnchors(id: string, stateFolder: string): void {
  for (const name of readdirSync(stateFolder))
    if (name === `${id}.anchor` || (name.startsWith(`${id}.`) && /^\d+\.anchor$/.test(name.slice(id.length + 1)))) clearAway(path.join(stateFolder, name));
}

/** The folder made for the sample goes with it, if it is empty. */
function leaveFolder(folder: string): void {
  try {
    rmdirSync(folder);
    syncFolder(path.dirname(folder));
  } catch (error) {
    if (!isOfSystem(error)) throw error;
  }
}
