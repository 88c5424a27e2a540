import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { contentPolicy } from '../../main/window/content-policy.ts';
import { appOrigin, isOwn, lockContents, lockSession } from '../../main/window/locks.ts';
import { refusedSwitches } from '../../main/window/switches.ts';
import { webPreferences } from '../../main/window/web-preferences.ts';

// The 20 points of Electron's security page, in its order: each with its test, or with the reason why it does not apply.
// The rest of the proof is in tests/end-to-end/electron.test.ts, where a page in a real Electron tries.

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const sources = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));
const windowText = [...sources('main/window'), 'main/index.ts'].map(read).join('\n');

type Handler = (...given: unknown[]) => unknown;

/** What a session is told when it is locked, by name, and in which order. */
function lockedSession() {
  const told = new Map<string, Handler>();
  const order: string[] = [];
  const note = (name: string) => (handler: Handler) => void told.set(name, handler);
  const session = {
    setPermissionRequestHandler: note('request'),
    setPermissionCheckHandler: note('check'),
    setDevicePermissionHandler: note('device'),
    setDisplayMediaRequestHandler: note('display'),
    setUSBProtectedClassesHandler: note('usb'),
    setBluetoothPairingHandler: note('bluetooth'),
    setCertificateVerifyProc: note('certificate'),
    webRequest: { onBeforeRequest: note('web') },
    on: (name: string, handler: Handler) => told.set(name, handler),
    setSpellCheckerLanguages: (languages: string[]) => order.push(`languages ${languages.length}`),
    setSpellCheckerEnabled: (on: boolean) => order.push(`spelling ${on}`),
  };
  // Proof of the cast: `lockSession` uses these and nothing else, or it throws here.
  lockSession(session as never);
  const answer = (name: string, ...given: unknown[]): unknown => {
    let answered: unknown = 'no answer';
    told.get(name)?.(...given, (value: unknown) => (answered = value));
    return answered;
  };
  return { told, order, answer };
}

/** What a page's contents are told when they are locked. */
function lockedContents() {
  const handlers = new Map<string, Handler>();
  let open: Handler | undefined;
  const contents = { setWindowOpenHandler: (handler: Handler) => (open = handler), on: (name: string, handler: Handler) => handlers.set(name, handler) };
  // Proof of the cast: as above.
  lockContents(contents as never);
  const prevented = (name: string): boolean => {
    const preventDefault = vi.fn();
    handlers.get(name)?.({ preventDefault });
    return preventDefault.mock.calls.length === 1;
  };
  return { prevented, open: () => open?.() };
}

test('1. only secure content is loaded: every address but the app’s own is cancelled', () => {
  const { answer } = lockedSession();
  const others = [
    'http://example.org/',
    'https://example.org/',
    'ws://localhost/',
    'file:///etc/passwd',
    'ftp://example.org/',
    'app://elsewhere/',
    'app://cordon@evil/',
    'data:text/html,x',
    'chrome://gpu/',
    'blob:https://example.org/1',
  ];
  for (const url of others) expect(answer('web', { url }), url).toEqual({ cancel: true });
  for (const url of [`${appOrigin}/index.html`, 'blob:app://cordon/1', 'data:image/svg+xml,x']) expect(answer('web', { url }), url).toEqual({ cancel: false });
});

test('2. the page has no Node', () => {
  expect(webPreferences).toMatchObject({ nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false });
});

test('3. page and preload are worlds apart', () => {
  expect(webPreferences.contextIsolation).toBe(true);
});

test('4. every page process is in the sandbox', () => {
  expect(webPreferences.sandbox).toBe(true);
  expect(windowText).toContain('app.enableSandbox()');
  expect(refusedSwitches).toContain('no-sandbox');
});

test('5. every permission is denied, asked for or looked up, and every device', () => {
  const { told, answer } = lockedSession();
  const permissions = [
    'media',
    'geolocation',
    'notifications',
    'midi',
    'pointerLock',
    'fullscreen',
    'openExternal',
    'clipboard-read',
    'clipboard-sanitized-write',
    'hid',
    'serial',
    'usb',
    'idle-detection',
    'storage-access',
    'fileSystem',
  ];
  for (const permission of permissions) expect([answer('request', {}, permission), told.get('check')?.({}, permission)], permission).toEqual([false, false]);
  expect(told.get('device')?.()).toBe(false);
  expect(answer('display', {})).toEqual({});
  expect(answer('bluetooth', {})).toEqual({ confirmed: false });
  for (const name of ['select-hid-device', 'select-serial-port', 'select-usb-device', 'will-download']) {
    const preventDefault = vi.fn();
    told.get(name)?.(
      { preventDefault },
      {},
      () => {},
      () => {},
    );
    expect(preventDefault, name).toHaveBeenCalledOnce();
  }
});

test('6. web security stays on', () => {
  expect(webPreferences.webSecurity).toBe(true);
  expect(refusedSwitches).toContain('disable-web-security');
});

test('7. the content policy allows the app’s own code and nothing else', () => {
  const policy = contentPolicy('n0nce');
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-n0nce'");
  for (const closed of ['connect-src', 'worker-src', 'frame-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors']) expect(policy).toContain(`${closed} 'none'`);
  expect(policy).not.toMatch(/unsafe-|\*|https?:/);
});

test('8. to 11. no insecure content, no experiments, no Blink features, no embedded pages', () => {
  expect(webPreferences).toMatchObject({ allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false, plugins: false });
  expect(windowText).not.toMatch(/enableBlinkFeatures|allowpopups|<webview/);
});

test('12. an embedded page that is attached all the same is refused', () => {
  expect(lockedContents().prevented('will-attach-webview')).toBe(true);
});

test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('13. navigation is stopped at %s', (name) => {
  expect(lockedContents().prevented(name)).toBe(true);
});

test('13. an address is the app’s own by its parts, not by its beginning', () => {
  for (const own of ['app://cordon/', 'app://cordon/index.html', 'app://cordon/assets/a.js?x#y']) expect(isOwn(own), own).toBe(true);
  const others = [
    'app://cordon.evil.org/',
    'app://cordon@evil.org/',
    'app://evil.org/app://cordon/',
    'apps://cordon/',
    'app:cordon',
    'app://',
    'https://app.cordon/',
    'javascript:app://cordon/',
    'app://user:pw@cordon/',
    'app://cordon:1/',
    '',
    ' ',
    'about:blank',
  ];
  for (const other of others) expect(isOwn(other), other).toBe(false);
});

test('14. no second window opens', () => {
  expect(lockedContents().open()).toEqual({ action: 'deny' });
});

test('15. nothing is handed to the system to open: of its shell only the window of folders is used, in one file, at a vault of the list', () => {
  const importsShell = (file: string): boolean => /import \{[^}]*\bshell\b[^}]*\} from .electron./.test(read(file));
  const all = [...sources('main'), ...sources('renderer')];
  for (const file of all) expect(/\bopenExternal\(|\bopenPath\(/.test(read(file)), file).toBe(false);
  // The window's own words are called `shell` too; of Electron's, this is all.
  expect([...read('main/window/show-folder.ts').matchAll(/\bshell\.(\w+)/g)].map(([, name]) => name)).toEqual(['showItemInFolder']);
  expect(all.filter(importsShell)).toEqual(['main/window/show-folder.ts']);
});

test('16. Electron is pinned exactly, no older than the release this was written for', () => {
  // Proof of the cast: the file is our own package.json.
  const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
  expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
  expect(Number(devDependencies['electron']?.split('.')[0])).toBeGreaterThanOrEqual(45);
});

test('17. every message of a page is checked for its sender: each listener calls fromOwnPage', () => {
  const listeners = windowText
    .split(/ipcMain\.(?:on|handle|once)\(/)
    .slice(1)
    .map((text) => text.slice(0, text.indexOf('\n  });')));
  expect(listeners.length).toBeGreaterThan(1);
  for (const listener of listeners) expect(listener).toContain('fromOwnPage(');
});

test('18. pages come by app://, never by file://', () => {
  expect(windowText).not.toMatch(/loadFile\(|file:\/\//);
  expect(windowText.match(/loadURL\(/g)).toHaveLength(1);
  expect(windowText).toContain('loadURL(`${appOrigin}/`)');
});

test('19. the fuses are set where the app is packed', () => {
  const builder = read('electron-builder.yml');
  const off = ['runAsNode', 'enableNodeOptionsEnvironmentVariable', 'enableNodeCliInspectArguments', 'loadBrowserProcessSpecificV8Snapshot', 'grantFileProtocolExtraPrivileges'];
  for (const fuse of off) expect(builder).toContain(`${fuse}: false`);
  for (const fuse of ['enableCookieEncryption', 'enableEmbeddedAsarIntegrityValidation', 'onlyLoadAppFromAsar']) expect(builder).toContain(`${fuse}: true`);
});

test('20. the page is given five functions of ours, and nothing of Electron', () => {
  const preload = read('main/window/preload/preload.ts');
  expect(preload.match(/exposeInMainWorld\(/g)).toHaveLength(1);
  expect(preload).toContain("contextBridge.exposeInMainWorld('cordon', door)");
  const door = /const door: WindowDoor<File> = \{([\s\S]*?)\n\};/.exec(preload)?.[1] ?? '';
  expect([...door.matchAll(/^ {2}(?:async )?(\w+)[:(]/gm)].map((found) => found[1])).toEqual(['post', 'listen', 'grantDrop', 'working', 'print']);
});

test('spelling is switched off in the order that downloads nothing', () => {
  expect(lockedSession().order).toEqual(['languages 0', 'spelling false']);
});

test('a packaged app hears no switch that opens it', () => {
  for (const name of ['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'js-flags', 'load-extension', 'proxy-server'])
    expect(refusedSwitches).toContain(name);
});
