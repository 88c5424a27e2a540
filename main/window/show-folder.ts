import { shell } from 'electron';

/** Opens the system's window of folders where a vault of the list lies, with its folder chosen. */
export const showFolder = (folder: string): void => shell.showItemInFolder(folder);
