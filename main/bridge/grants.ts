import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { GrantedFile } from '../../shared/contract/window-door.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { filesBelow } from '../evidence/files-below.ts';
import type { Staged } from '../vault/vault.ts';

/** What a token stands for: a place on this machine, or a file that came through the door and waits in the vault. */
export type Granted = { readonly path: string } | { readonly name: string; readonly staged: Staged };

/** The tokens of one vault process: what the person pointed at, by names that say nothing. They end with the process. */
export interface Grants {
  /** The token of a place; the same place has the same token. */
  place(path: string): string;
  pathOf(token: string): string;
  /** The files themselves; a folder gives every file below it, by its name within. */
  files(paths: readonly string[]): Promise<GrantedFile[]>;
  /** A file that was handed over; deleted once it is forgotten. Refuses `too-many-records` where more wait than anybody drops at once. */
  handed(name: string, staged: Staged): GrantedFile;
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
  let waiting = 0;
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
    handed(name, staged) {
      if (waiting === mostGranted) {
        staged.drop();
        return refuse({ code: 'too-many-records', count: waiting + 1, limit: mostGranted });
      }
      waiting++;
      return { token: give({ name: path.basename(name), staged }), name: path.basename(name), bytes: staged.bytes };
    },
    forget(token) {
      const granted = byToken.get(token);
      if (granted && 'path' in granted) byPath.delete(granted.path);
      else if (granted) {
        waiting--;
        granted.staged.drop();
      }
      byToken.delete(token);
    },
  };
}
