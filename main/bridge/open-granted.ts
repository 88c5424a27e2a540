import { openSource, type SourceFile } from '../evidence/source-file.ts';
import type { Granted } from './grants.ts';

/** The file that a token stands for, from where it lies or from where it waits. Refuses what `openSource` refuses. */
export const openGranted = (granted: Granted, now: number): Promise<SourceFile> => ('path' in granted ? openSource(granted.path) : Promise.resolve(handedSource(granted, now)));

/** A file that was handed over. Its deletion is not its reader's to decide. */
export const handedSource = ({ name, staged }: Extract<Granted, { readonly name: string }>, now: number): SourceFile => ({
  name,
  bytes: staged.bytes,
  modified: now,
  read: () => staged.read(),
  close: () => Promise.resolve(),
});
