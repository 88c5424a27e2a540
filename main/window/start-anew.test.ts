import { expect, test } from 'vitest';
import { standingDialogs } from './standing-dialogs.ts';
import { lockedBefore, programAnew, wordsAnew } from './start-anew.ts';

test('a program that starts itself anew says why its vault was locked, once, and keeps its other words', () => {
  const first = wordsAnew(['.', '--user-data-dir=/a'], 'idle');
  expect(first).toEqual(['.', '--user-data-dir=/a', '--locked-because=idle']);
  expect(wordsAnew(first, 'suspended')).toEqual(['.', '--user-data-dir=/a', '--locked-because=suspended']);
  expect(lockedBefore(first)).toBe('idle');
  expect([lockedBefore(['.']), lockedBefore(['--locked-because=<b>'])]).toEqual([null, null]);
  expect([programAnew('/opt/cordon', {}), programAnew('/tmp/.mount_x/cordon', { APPIMAGE: '/home/a/Cordon.AppImage' })]).toEqual(['/opt/cordon', '/home/a/Cordon.AppImage']);
});

test('a lock lets go of a dialog that stands: nobody waits for it, and what is chosen in it afterwards comes to nobody', async () => {
  const dialogs = standingDialogs();
  let choose = (_path: string | null): void => {};
  const chosen = dialogs.during(new Promise<string | null>((resolve) => (choose = resolve)), null);
  expect(dialogs.stand()).toBe(true);
  dialogs.letGo();
  expect([await chosen, dialogs.stand()]).toEqual([null, true]);
  choose('/home/a/chosen after the lock.pdf');
  await Promise.resolve();
  expect([await chosen, dialogs.stand()]).toEqual([null, false]);
  expect(await dialogs.during(Promise.resolve('/home/a/b.pdf'), null)).toBe('/home/a/b.pdf');
  await expect(dialogs.during(Promise.reject(new Error('no display')), null)).rejects.toThrow('no display');
  expect(dialogs.stand()).toBe(false);
});
