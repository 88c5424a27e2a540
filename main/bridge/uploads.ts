import type { GrantedFile } from '../../shared/contract/window-door.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { Coming, Staging } from '../vault/vault.ts';
import type { Grants } from './grants.ts';

/** The window sends a quarter of it at a time, and waits for each to be kept. */
export const mostPieceBytes = 4 * 1024 * 1024;
/** As many as come at a time: each holds about two megabytes of memory. */
const mostAtOnce = 8;

export interface Piece {
  readonly upload: string;
  readonly name: string;
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly end: boolean;
}

interface Upload {
  readonly coming: Promise<Coming>;
  at: number;
  isBusy: boolean;
}

/**
 * Puts pieces together in the vault's staging, so that none of it is held in memory whatever comes; gives the token at the last one. Refuses `misuse` for pieces out of order, larger
 * than any that the window sends, or sent before the one before was kept, and what `Staging` refuses.
 */
export function uploads(grants: Grants, staging: () => Staging): (piece: Piece) => Promise<GrantedFile | null> {
  const open = new Map<string, Upload>();
  /** Those that are open, and those whose file is not closed yet. */
  let alive = 0;
  const stop = (name: string, found = open.get(name)) => {
    if (open.get(name) === found) open.delete(name);
    void found?.coming.then((coming) => coming.drop()).catch(() => undefined);
  };
  function begun(upload: string, name: string): Upload {
    stop(upload);
    if (alive >= 2 * mostAtOnce) refuse({ code: 'misuse', why: 'too many files come at once' });
    // One that was given up comes to no end: the oldest makes room.
    for (const oldest of open.keys()) {
      if (open.size < mostAtOnce) break;
      stop(oldest);
    }
    const made = { coming: staging().begin(name), at: 0, isBusy: false };
    alive++;
    void made.coming.then(
      (coming) => coming.closed.then(() => alive--),
      () => alive--,
    );
    open.set(upload, made);
    return made;
  }
  return async ({ upload, name, at, bytes, end }) => {
    const so = at === 0 ? begun(upload, name) : open.get(upload);
    if (!so || so.isBusy || so.at !== at || bytes.length > mostPieceBytes) {
      stop(upload);
      return refuse({ code: 'misuse', why: 'a piece of a file came out of its order' });
    }
    so.isBusy = true;
    try {
      const coming = await so.coming;
      await coming.push(bytes);
      so.at += bytes.length;
      if (!end) return null;
      const staged = await coming.end();
      if (open.get(upload) === so) open.delete(upload);
      return grants.handed(name, staged);
    } catch (thrown) {
      stop(upload, so);
      throw thrown;
    } finally {
      so.isBusy = false;
    }
  };
}
