import { readFileSync } from 'node:fs';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';

/** What is asked of the machine; given, so that tests can be other machines. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  /** `/proc/self/mounts` of Linux; empty elsewhere. */
  readonly mounts: () => string;
}

const thisMachine: Machine = {
  platform: process.platform,
  mounts: () => {
    try {
      return process.platform === 'linux' ? readFileSync('/proc/self/mounts', 'utf8') : '';
    } catch {
      return '';
    }
  },
};

/**
 * File systems that another machine serves: their locks and their shared memory do not hold, so SQLite's log does not either (sqlite.org/useovernet.html).
 * `fuse.…` are those of cloud drives and remote shells; a local encrypted folder (gocryptfs, CryFS) or NTFS is not among them.
 */
const served =
  /^(nfs4?|cifs|smb3?|smbfs|ncpfs|9p|afs|ceph|glusterfs|davfs|fuse\.(sshfs|rclone|davfs2?|s3fs|gcsfuse|glusterfs|gvfsd-fuse|google-drive-ocamlfuse|onedriver|smbnetfs))$/;

/** Folders that a program copies away file by file: a database and its log never arrive together, and a copy of theirs may come back over ours. */
const synced: readonly (readonly [folder: RegExp, by: string])[] = [
  [/^OneDrive( - .+)?$/i, 'OneDrive'],
  [/^Dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(Google Drive|GoogleDrive-.+|My Drive)$/i, 'Google Drive'],
  [/^(com~apple~CloudDocs|Mobile Documents|iCloud ?Drive)$/i, 'iCloud Drive'],
  [/^(Box|Box Sync|Box-Box)$/i, 'Box'],
  [/^(Nextcloud|ownCloud|pCloud ?Drive|MEGA|Tresorit|Syncthing|SharePoint|CloudStorage)$/i, 'a program that keeps folders in step'],
];

/** Linux writes a space in a path of its list as \040. */
const unescaped = (text: string) => text.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));

/** The type of the file system that holds `folder`, by the longest mount point that it lies under; null when it cannot be told. */
function fileSystemOf(folder: string, mounts: string): string | null {
  const points = mounts
    .split('\n')
    .map((line) => line.split(' '))
    .map(([, point = '', type = '']) => ({ point: unescaped(point), type }))
    .filter(({ point }) => point === '/' || folder === point || folder.startsWith(`${point}/`));
  return points.reduce<{ point: string; type: string } | null>((best, one) => (best && best.point.length > one.point.length ? best : one), null)?.type ?? null;
}

/** Why a vault is not safe in `folder`, in words, or null. `served` by another machine, or kept in step by a program. */
export function whyNotSafe(folder: string, machine: Machine = thisMachine): { readonly why: string; readonly kind: 'served' | 'synced' } | null {
  const whole = machine.platform === 'win32' ? path.win32.resolve(folder) : path.posix.resolve(folder);
  if (machine.platform === 'win32' && /^\\\\(?!\?\\[A-Z]:|\.\\)/i.test(whole))
    return { kind: 'served', why: 'it is a folder on another computer, where two programs may write at once without knowing of each other' };
  const type = machine.platform === 'linux' ? fileSystemOf(whole, machine.mounts()) : null;
  if (type !== null && served.test(type))
    return { kind: 'served', why: 'it is a folder on another computer or in a cloud, where two programs may write at once without knowing of each other' };
  const parts = whole.split(/[\\/]/);
  const by = synced.find(([name]) => parts.some((part) => name.test(part)))?.[1];
  return by === undefined ? null : { kind: 'synced', why: `${by} copies it away file by file, so its copies do not open, and one of them may be put over the vault` };
}

/** Refuses `folder-not-safe` for a folder that another machine serves; for a new vault, also for one that a program keeps in step. */
export function refuseUnsafe(folder: string, isNew: boolean): void {
  const found = whyNotSafe(folder);
  if (found && (isNew || found.kind === 'served')) refuse({ code: 'folder-not-safe', file: path.basename(folder), why: found.why });
}
