import { expect, test } from 'vitest';
import { whyNotSafe, type Machine } from './safe-folder.ts';

const linux = (mounts: string): Machine => ({ platform: 'linux', mounts: () => mounts });
const mounts = [
  '/dev/vda / ext4 rw 0 0',
  'srv:/legal /mnt/legal nfs4 rw 0 0',
  '//srv/x /mnt/with\\040space cifs rw 0 0',
  'me@host: /home/ada/remote fuse.sshfs rw 0 0',
  'gocryptfs /home/ada/vaults fuse.gocryptfs rw 0 0',
  'C: /mnt/c 9p rw 0 0',
  '/dev/sdb1 /mnt/legal/local ext4 rw 0 0',
  '/dev/sdc1 /media/usb fuseblk rw 0 0',
].join('\n');

test('a folder that another computer serves is not safe, one on a disk of its own is', () => {
  const kind = (folder: string) => whyNotSafe(folder, linux(mounts))?.kind ?? null;
  expect(['/mnt/legal/V.cordon', '/mnt/with space/V.cordon', '/home/ada/remote/V.cordon', '/mnt/c/Users/ada/V.cordon'].map(kind)).toEqual(['served', 'served', 'served', 'served']);
  expect(['/home/ada/V.cordon', '/home/ada/vaults/V.cordon', '/mnt/legal/local/V.cordon', '/media/usb/V.cordon', '/mnt/legally/V.cordon'].map(kind)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('a share of Windows is not safe, a long local path is', () => {
  const kind = (folder: string) => whyNotSafe(folder, { platform: 'win32', mounts: () => '' })?.kind ?? null;
  expect(['\\\\srv\\legal\\V.cordon', '\\\\?\\UNC\\srv\\legal\\V.cordon'].map(kind)).toEqual(['served', 'served']);
  expect(['C:\\Vaults\\V.cordon', '\\\\?\\C:\\Vaults\\V.cordon'].map(kind)).toEqual([null, null]);
});

test('a folder that a program keeps in step is named with it', () => {
  const said = (folder: string, platform: NodeJS.Platform) => whyNotSafe(folder, { platform, mounts: () => '' })?.why.split(' copies')[0] ?? null;
  expect(said('C:\\Users\\ada\\OneDrive - Example Inc\\Legal\\V.cordon', 'win32')).toBe('OneDrive');
  expect(said('/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/V.cordon', 'darwin')).toBe('iCloud Drive');
  expect(said('/Users/ada/Library/CloudStorage/GoogleDrive-ada@example.org/My Drive/V.cordon', 'darwin')).toBe('Google Drive');
  expect(said('/home/ada/Dropbox/V.cordon', 'linux')).toBe('Dropbox');
  expect(said('/home/ada/Dropboxes/V.cordon', 'linux')).toBe(null);
});
