import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import { leadsOut } from './reader/parts.ts';
import { openSource, type SourceFile } from './source-file.ts';

/** The files that a load file names, wherever they are. */
export interface Volume {
  /** Opens the file that a path of the load file means. Refuses `intake-refused` by name for one that leads out, `file-unreadable` for one that is not there. */
  open(listed: string): Promise<SourceFile>;
}

/** Files below a folder: those that a path leads to by itself or through a link, and none outside. */
export function folderVolume(folder: string): Volume {
  let root: Promise<string> | undefined;
  return {
    async open(listed) {
      const plain = inside(listed);
      root ??= realpath(folder);
      const real = await realpath(path.join(await root, plain)).catch(() => refuse({ code: 'file-unreadable', file: plain.slice(0, 300), why: 'there is no such file' }));
      if (!real.startsWith((await root) + path.sep))
        refuse({ code: 'intake-refused', file: plain.slice(0, 300), why: 'it is a link that leads out of the folder of the load file' });
      return openSource(real);
    },
  };
}

/** Files that were handed over, each by the path that the load file gives it. */
export function handedVolume(files: readonly { readonly path: string; readonly source: SourceFile }[]): Volume {
  const byPath = new Map(files.map((file) => [inside(file.path), file]));
  return {
    async open(listed) {
      const plain = inside(listed);
      return (byPath.get(plain) ?? refuse({ code: 'file-unreadable', file: plain.slice(0, 300), why: 'there is no such file in the folder that was chosen' })).source;
    },
  };
}

/** The path with forward slashes. Refuses `intake-refused` for one that leads out. */
function inside(listed: string): string {
  const plain = listed.replaceAll('\\', '/').replace(/^\.\//, '');
  const why = leadsOut(plain);
  if (why !== null) refuse({ code: 'intake-refused', file: plain.slice(0, 300), why: why.replace('the archive', 'the folder of the load file') });
  return plain;
}
