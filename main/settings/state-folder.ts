import path from 'node:path';

/**
 * The person's own folder for the second copy of each vault's anchor: the same for the app and for `cordon`, so that each knows what the other saw. By the
 * customs of the platform: XDG_STATE_HOME, Application Support, LOCALAPPDATA.
 */
export function stateFolder(platform: NodeJS.Platform, home: string, environment: Readonly<Record<string, string | undefined>>): string {
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Cordon', 'State');
  if (platform === 'win32') return path.join(environment['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), 'Cordon', 'State');
  const given = environment['XDG_STATE_HOME'];
  return path.join(given && path.isAbsolute(given) ? given : path.join(home, '.local', 'state'), 'cordon');
}
