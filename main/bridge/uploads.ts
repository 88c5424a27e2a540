import type { GrantedFile } from '../../shared/contract/window-door.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { Grants } from './grants.ts';

/** Files that come piece by piece are held in memory until they are taken in: nothing readable is written to the disk. */
export const mostUploadedBytes = 256 * 1024 * 1024;
const mostAtOnce = 8;

export interface Piece {
  readonly upload: string;
  readonly name: string;
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly end: boolean;
}

/** Puts pieces together; gives the token at the last one. Refuses `intake-refused` above the limit and `misuse` for pieces out of order. */
export function uploads(grants: Grants): (piece: Piece) => GrantedFile | null {
  const open = new Map<string, Uint8Array[]>();
  return ({ upload, name, at, bytes, end }) => {
    if (at === 0 && open.size >= mostAtOnce) open.clear();
    const pieces = at === 0 ? [] : open.get(upload);
    const so = pieces?.reduce((sum, piece) => sum + piece.length, 0);
    if (!pieces || so !== at) {
      open.delete(upload);
      return refuse({ code: 'misuse', why: 'a piece of a file came out of its order' });
    }
    if (at + bytes.length > mostUploadedBytes) {
      open.delete(upload);
      return refuse({ code: 'intake-refused', file: name, why: `here a file may have at most ${mostUploadedBytes / 1048576} MB; the installed app takes larger ones` });
    }
    pieces.push(bytes);
    open.set(upload, pieces);
    if (!end) return null;
    open.delete(upload);
    return grants.bytes(name, Buffer.concat(pieces));
  };
}
