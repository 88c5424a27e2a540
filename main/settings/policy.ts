import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { settings, type Settings } from '../../shared/contract/settings.ts';

/** What the administrator of a computer has fixed for everybody who uses it. */
export interface Policy {
  readonly settings: Partial<Settings>;
  /** A file is there and says nothing that can be read: nothing is fixed, and the page of settings says so. */
  readonly damaged: boolean;
}
export const noPolicy: Policy = { settings: {}, damaged: false };

/** Longest file that is read: all settings together are a hundredth of it. */
const longest = 65_536;
const policyFile = z.strictObject({ settings: settings.partial() });

/**
 * Where it lies: where only an administrator writes, and nothing a person sets for their own programs (a variable, a folder of theirs) leads elsewhere. On Windows that is beside the
 * installed program.
 */
export function policyPlace(platform: NodeJS.Platform, program: string): string {
  if (platform === 'darwin') return '/Library/Application Support/Cordon/policy.json';
  return platform === 'win32' ? path.win32.join(path.win32.dirname(program), 'policy.json') : '/etc/cordon/policy.json';
}

/** Reads it. A file that is not there fixes nothing; one that is too long, no JSON, or holds anything but settings as they are (shared/contract/settings.ts) is damaged as a whole. */
export function readPolicy(file: string): Policy {
  try {
    if (statSync(file).size > longest) return { settings: {}, damaged: true };
    return policyIn(readFileSync(file, 'utf8'));
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : null;
    return code === 'ENOENT' || code === 'ENOTDIR' ? noPolicy : { settings: {}, damaged: true };
  }
}

export function policyIn(text: string): Policy {
  try {
    const read = policyFile.safeParse(JSON.parse(text));
    if (!read.success) return { settings: {}, damaged: true };
    // A key that is written with no value fixes nothing.
    return { settings: Object.fromEntries(Object.entries(read.data.settings).filter(([, value]) => value !== undefined)), damaged: false };
  } catch {
    return { settings: {}, damaged: true };
  }
}
