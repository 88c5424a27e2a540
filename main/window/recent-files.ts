import path from 'node:path';

/** A folder that is not there and that nobody can make. */
const nowhere = '/dev/null/cordon';

/**
 * The dialogs of GTK write the name of every file that was chosen in them into the desktop's list of recent files (`recently-used.xbel`), whatever `dontAddToRecent`
 * says: Electron passes that on to Windows alone. GTK looks once where the list lies. So it is told of no place before it starts; what it reads of the person's
 * (themes, icons, kinds of files) it finds as one more place of the system. Gives a function that puts back what was: programs that are started want it.
 */
export function keepNoRecentFiles(environment: Record<string, string | undefined>, home: string): () => void {
  const { XDG_DATA_HOME: own, XDG_DATA_DIRS: shared } = environment;
  environment['XDG_DATA_HOME'] = nowhere;
  environment['XDG_DATA_DIRS'] = [own || path.posix.join(home, '.local', 'share'), shared || '/usr/local/share:/usr/share'].join(':');
  return () => {
    for (const [name, was] of [
      ['XDG_DATA_HOME', own],
      ['XDG_DATA_DIRS', shared],
    ] as const) {
      if (was === undefined) delete environment[name];
      else environment[name] = was;
    }
  };
}
