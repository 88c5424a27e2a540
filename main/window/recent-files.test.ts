import { expect, test } from 'vitest';
import { keepNoRecentFiles } from './recent-files.ts';

test('GTK is told of no place for its list of recent files, still finds what the person has, and afterwards all is as it was', () => {
  for (const [own, shared, dirs] of [
    [undefined, undefined, '/home/dana/.local/share:/usr/local/share:/usr/share'],
    ['/data/dana', '/opt/share:/usr/share', '/data/dana:/opt/share:/usr/share'],
  ] as const) {
    const before = { ...(own && { XDG_DATA_HOME: own }), ...(shared && { XDG_DATA_DIRS: shared }), PATH: '/bin' };
    const environment: Record<string, string | undefined> = { ...before };
    const putBack = keepNoRecentFiles(environment, '/home/dana');
    expect(environment).toEqual({ XDG_DATA_HOME: '/dev/null/cordon', XDG_DATA_DIRS: dirs, PATH: '/bin' });
    putBack();
    expect(environment).toEqual(before);
  }
});
