import { stat } from 'node:fs/promises';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';

/**
 * Files that this session released to a place the person chose, by names that say nothing: nothing else can be carried out of the window by dragging. Nothing is written for a drag, so nothing
 * of it is left: what is carried is the file where it lies. The names end with the process, at lock.
 */
export interface CarriedFiles {
  /** The name of a file that was just released. */
  give(file: string): string;
  /** Where it lies. Refuses `misuse` for a name that nobody gave, `file-unreadable` where it is not there any more. */
  take(drag: string): Promise<string>;
}

export function carriedFiles(random: (bytes: number) => Uint8Array): CarriedFiles {
  const released = new Map<string, string>();
  return {
    give(file) {
      const drag = Buffer.from(random(16)).toString('hex');
      released.set(drag, file);
      return drag;
    },
    async take(drag) {
      const file = released.get(drag) ?? refuse({ code: 'misuse', why: 'only what was just released can be carried out' });
      const isThere = await stat(file).then(
        (found) => found.isFile(),
        () => false,
      );
      return isThere ? file : refuse({ code: 'file-unreadable', file: path.basename(file), why: 'it is not where it was saved any more' });
    },
  };
}
