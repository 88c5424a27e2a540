import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { GrantedFile } from '../../shared/contract/window-door.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { filesBelow } from '../evidence/files-below.ts';

/** What a token stands for: a place on this machine, or bytes that came through the door. */
export type Granted = { readonly path: string } | { readonly name: string; readonly bytes: Uint8Array };

/** The tokens of one vault process: what the person pointed at, by names that say nothing. They end with the process. */
export interface Grants {
  /** The token of a place; the same place has the same token. */
  place(path: string): string;
  pathOf(token: string): string;
  /** The files themselves; a folder gives every file below it, by its name within. */
  files(paths: readonly string[]): Promise<GrantedFile[]>;
  bytes(name: string, bytes: Uint8Array): GrantedFile;
  /** What the token stands for. Refuses `misuse` for a token that nobody gave. */
  take(token: string): Granted;
  forget(token: string): void;
}

/** Most files of one drop: each is an act of its own, and more than this want the command line. */
const mostGranted = 20_000;

export function grants(random: (bytes: number) => Uint8Array): Grants {
  const byToken = new Map<string, Granted>();
  const byPath = new Map<string, string>();
  const give = (granted: Granted) => {
    const token = Buffer.from(random(16)).toString('hex');
    byToken.set(token, granted);
    return token;
  };
  const place = (file: string) => {
    const known = byPath.get(file) ?? give({ path: file });
    byPath.set(file, known);
    return known;
  };
  const take = (token: string) => byToken.get(token) ?? refuse({ code: 'misuse', why: 'the window asked for something it was not given' });
  return {
    place,
    take,
    pathOf(token) {
      const granted = take(token);
      return 'path' in granted ? granted.path : refuse({ code: 'misuse', why: 'the window named a file where a place was asked for' });
    },
    async files(paths) {
      const granted: GrantedFile[] = [];
      for (const given of paths) {
        for await (const file of filesBelow(given)) {
          // Whether it can be read is said when it is read, with the reason.
          const bytes = await stat(file).then(
            (found) => (found.isFile() ? found.size : 0),
            () => 0,
          );
          granted.push({ token: give({ path: file }), name: path.relative(path.dirname(given), file), bytes });
          if (granted.length > mostGranted) return refuse({ code: 'too-many-records', count: granted.length, limit: mostGranted });
        }
      }
      return granted;
    },
    bytes: (name, bytes) => ({ token: give({ name: path.basename(name), bytes }), name: path.basename(name), bytes: bytes.length }),
    forget(token) {
      const granted = byToken.get(token);
      if (granted && 'path' in granted) byPath.delete(granted.path);
      byToken.delete(token);
    },
  };
}
