import path from 'node:path';
import { fileDestination } from '../exchange/file-destination.ts';
import type { Destination } from '../exchange/destination.ts';
import { misuse, type Desk, type Given } from './command.ts';

/** The file that `--out` names. Refuses `misuse` without it: a path of its own choosing would put a file where nobody looks. */
export function outFile(given: Given, desk: Desk): Destination & { readonly path: string } {
  const out = path.resolve(given.option('out') ?? misuse('Say where it goes: --out FILE.'));
  return { ...fileDestination(out, Buffer.from(desk.random(6)).toString('hex')), path: out };
}

/** A file beside another one: its name with `ending` after it. */
export const besideFile = (file: string, ending: string, desk: Desk): Destination => fileDestination(`${file}${ending}`, Buffer.from(desk.random(6)).toString('hex'));
