import { statSync } from 'node:fs';
import path from 'node:path';

/** What a program was started with, and where. */
export interface Started {
  /** Its words, the program itself left out. */
  readonly words: readonly string[];
  /** Where it was started: what is no whole path is meant from there. */
  readonly folder: string;
}
type What = 'folder' | 'file' | null;

/** Longest path that is looked at; Windows and Linux take no longer one. */
const longest = 4096;
const suffix = '.cordon';
/** Files by which a folder is known as a vault, and which somebody may double-click in it. */
const slots = ['slots.a', 'slots.b'];
const within: ReadonlySet<string> = new Set([...slots, 'vault.db', 'anchor']);

/** What lies at a place, as this computer says. */
export function whatLies(at: string): What {
  try {
    const found = statSync(at, { throwIfNoEntry: false });
    return found?.isDirectory() ? 'folder' : found?.isFile() ? 'file' : null;
  } catch {
    // A folder that may not be looked into, a ring of links: no words of another program may keep this one from starting.
    return null;
  }
}

/**
 * The folder of the vault that a start of the program points at, to be offered on the unlock page; null where it points at none. Any program may start this one with any
 * words: an option is never a path, whatever stands before it; an address, a device or a share of the network is not even looked at, which would send this person's name to
 * whoever wrote it; and what is there must look like a vault. More than one vault is a mistake or a trick, and none is taken.
 */
export function handedVault(
  { words, folder }: Started,
  lies: (at: string) => What = whatLies,
  paths: Pick<typeof path, 'resolve' | 'basename' | 'dirname' | 'join'> = path,
): string | null {
  const found = new Set<string>();
  for (const word of words) {
    if (!isPlainPath(word)) continue;
    const at = paths.resolve(folder, word);
    // The place it was started in may be a share too.
    if (!isPlainPath(at)) continue;
    const vault = within.has(paths.basename(at)) ? paths.dirname(at) : at;
    if (!paths.basename(vault).toLowerCase().endsWith(suffix)) continue;
    if (lies(vault) === 'folder' && slots.some((name) => lies(paths.join(vault, name)) === 'file')) found.add(vault);
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

function isPlainPath(word: string): boolean {
  if (word === '' || word.length > longest || word.includes('\0')) return false;
  if (word.startsWith('-')) return false;
  // Shares, devices, and both kinds of slash in any mixture: \\server, //server, \\?\, \\.\.
  if (/^[\\/]{2}/.test(word)) return false;
  return !/^[a-z][a-z0-9+.-]+:/i.test(word);
}

/** Keeps the vault that was pointed at last until it was opened; the unlock page asks for it, nothing opens or locks by itself. */
export function handing(): { readonly now: () => string | null; readonly started: (how: Started) => void; readonly opened: (folder: string) => void } {
  let handed: string | null = null;
  return {
    now: () => handed,
    started: (how) => {
      const found = handedVault(how);
      if (found !== null) handed = found;
    },
    opened: (folder) => {
      if (folder === handed) handed = null;
    },
  };
}
