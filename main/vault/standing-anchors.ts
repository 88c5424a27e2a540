import { createSecretKey, type KeyObject } from 'node:crypto';
import path from 'node:path';
import { Refused } from '../../shared/failure/failure.ts';
import { openAnchor, recordOf, type Anchor, type AnchorFile } from './anchor.ts';
import { clearAway } from './durable-file.ts';
import { ofDrive, type Finding } from './finding.ts';
import { rootText, type Standing } from './journal.ts';

export type Freshness = 'fresh' | 'unknown' | 'behind';

export interface Anchors {
  readonly freshness: Freshness;
  /** The anchor that the database is behind of, when it is. */
  readonly ahead: Anchor | null;
  readonly notices: readonly Finding[];
  readonly last: readonly (Anchor | null)[];
  write(standing: Standing): void;
  flush(): void;
  close(): void;
}

export const anchorOf = (standing: Standing): Anchor => ({ vault: standing.vault, incarnation: standing.incarnation, seq: standing.size, root: rootText(standing) });

/** Whether the database is older than, or another than, the one `anchor` was written for. */
function isBehind(anchor: Anchor, now: Anchor): boolean {
  if (anchor.incarnation !== now.incarnation) return anchor.incarnation > now.incarnation;
  return anchor.seq > now.seq || (anchor.seq === now.seq && anchor.root !== now.root);
}

const filesOf = (folder: string, stateFolder: string, vault: string) => [path.join(folder, 'anchor'), path.join(stateFolder, `${vault}.anchor`)] as const;

/** Whether the database is behind either of its anchors. Writes nothing: asked before anything in the folder is touched. */
export function isBehindItsAnchors(folder: string, stateFolder: string, standing: Standing, mac: Uint8Array): boolean {
  const key = createSecretKey(mac);
  return filesOf(folder, stateFolder, standing.vault).some((file) => {
    const { last, close } = openAnchor(file, standing.vault, key, true);
    close();
    return last !== null && isBehind(last, anchorOf(standing));
  });
}

/**
 * Where this user's anchor of a vault that was just restored lies until it is opened in earnest: beside the one of the vault it was taken from, which opens as
 * ever until then.
 */
export const restoredAnchor = (stateFolder: string, vault: string, incarnation: number): string => path.join(stateFolder, `${vault}.${incarnation}.anchor`);

const unkept = "this computer's own note of how far the vault has come cannot be written: an older copy of the whole folder could pass here unnoticed";

/**
 * The user's own anchor. A full home or a folder that may not be written to is no reason to keep anybody out of their vault: then it is read, or it is as if this computer
 * had not seen the vault, and that is said.
 */
function openUsers(file: string, vault: string, key: KeyObject): AnchorFile & { readonly unkept: Refused | null } {
  try {
    return { ...openAnchor(file, vault, key, false), unkept: null };
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown;
    return { ...openAnchor(file, vault, key, true), write: () => undefined, flush: () => undefined, unkept: thrown };
  }
}

/**
 * The two anchors of a vault: `anchor` in its folder, which goes where the folder goes, and the user's own in `stateFolder`, which shows
 * when the whole folder was replaced by an older one. Freshness is what the user's copy says; without it, unknown.
 */
export function openAnchors(folder: string, stateFolder: string, standing: Standing, mac: Uint8Array, readOnlyFolder: boolean): Anchors {
  // Prepared once: making a key of bytes for every change would cost more than the MAC itself.
  const key = createSecretKey(mac);
  const [ownFile, usersFile] = filesOf(folder, stateFolder, standing.vault);
  const own = openAnchor(ownFile, standing.vault, key, readOnlyFolder);
  const users = openUsers(usersFile, standing.vault, key);
  const files: readonly AnchorFile[] = [own, users];
  const now = anchorOf(standing);
  const refused = ofDrive(users.unkept?.failure ?? null);
  const unchecked = refused && { unchecked: refused };
  const marker = restoredAnchor(stateFolder, standing.vault, now.incarnation);
  const restored = openAnchor(marker, standing.vault, key, true);
  restored.close();
  const ahead = [...files, restored].map(({ last }) => last).find((anchor) => anchor !== null && isBehind(anchor, now)) ?? null;
  const known = users.last?.incarnation === now.incarnation || restored.last?.incarnation === now.incarnation;
  const write = (standingNow: Standing) => {
    const record = recordOf(anchorOf(standingNow), key);
    for (const file of files) file.write(record);
  };
  const sound = files.every(({ problem, last }) => problem === null && last?.seq === now.seq && last.incarnation === now.incarnation);
  if (!ahead && !sound && !readOnlyFolder) write(standing);
  // From now on the user's own anchor says so.
  if (!ahead && !readOnlyFolder && restored.last) clearAway(marker);
  return {
    freshness: ahead ? 'behind' : known ? 'fresh' : 'unknown',
    ahead,
    // That the user's copy is missing is what "unknown" says; it is no damage of the vault.
    notices: [...(own.problem === null ? [] : [{ part: 'anchor', what: own.problem }]), ...(users.unkept ? [{ part: 'anchor', what: unkept, ...unchecked }] : [])],
    last: files.map(({ last }) => last),
    write,
    flush: () => files.forEach((file) => file.flush()),
    close: () => files.forEach((file) => file.close()),
  };
}
