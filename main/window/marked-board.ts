import { clipboard } from 'electron';
import type { Clipboard } from './copied.ts';

/** Older versions of Electron take what is meant as an argument. */
const older: Clipboard = {
  readText: () => Reflect.apply(clipboard.readText, clipboard, ['selection']) as string | Promise<string>,
  clear: () => Reflect.apply(clipboard.clear, clipboard, ['selection']) as undefined,
};

/** What is marked, on Linux: the middle button pastes it into any program. */
export const markedBoard: Clipboard = 'selection' in clipboard ? clipboard.selection : older;
