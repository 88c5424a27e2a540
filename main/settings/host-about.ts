import os from 'node:os';
import path from 'node:path';
import type { Policy } from './policy.ts';

/** What a host says of itself for the page of diagnostics. */
export interface HostAbout {
  readonly versions: [string, string][];
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly requests: () => { readonly served: number; readonly refused: number };
  /** What the administrator of this computer has fixed. */
  readonly policy?: Policy;
  readonly places: { readonly state: string | null; readonly vaults: string | null };
}

/** A folder as it is told: from the person's home on, so that it names nobody; null where it lies elsewhere. */
export function fromHome(folder: string, home: string): string | null {
  const rest = path.relative(home, folder);
  return rest.startsWith('..') || path.isAbsolute(rest) ? null : path.join('~', rest);
}

/** The system and the runtimes of this process by their versions; Electron and Chromium where it has them. */
export function runtimeVersions(build: string): [string, string][] {
  const { electron, chrome, node, v8 } = process.versions as NodeJS.ProcessVersions & { readonly electron?: string; readonly chrome?: string };
  const known = (name: string, version: string | undefined): [string, string][] => (version === undefined ? [] : [[name, version]]);
  return [
    ['Cordon', build],
    ...known('Electron', electron),
    ...known('Chromium', chrome),
    ...known('Node.js', node),
    ...known('V8', v8),
    ['System', `${process.platform} ${os.release()} ${process.arch}`],
  ];
}
