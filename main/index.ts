import { app, BrowserWindow } from 'electron';
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { clock } from './clock.ts';
import { notify } from './window/notify.ts';
import { electronSettings } from './settings/electron-settings.ts';
import { fromHome, runtimeVersions } from './settings/host-about.ts';
import { hostAnswers, openSample, sampleIn } from './settings/host-answers.ts';
import { policyPlace, readPolicy } from './settings/policy.ts';
import { stateFolder } from './settings/state-folder.ts';
import { keepPlace, openWindow, registerScheme, showAs, windowSession } from './window/app-window.ts';
import { handing } from './window/handed-vault.ts';
import { keeper } from './window/keeper.ts';
import { setMenu } from './window/menu.ts';
import { places } from './window/places.ts';
import { keepNoRecentFiles } from './window/recent-files.ts';
import { requestsCounted } from './window/requests-counted.ts';
import { showFolder } from './window/show-folder.ts';
import { onSessionEnd } from './window/session-end.ts';
import { standingDialogs } from './window/standing-dialogs.ts';
import { lockedBefore, programAnew, wordsAnew } from './window/start-anew.ts';
import { setSwitches } from './window/switches.ts';

declare const __TEST_DOORS__: boolean;

const built = path.join(import.meta.dirname, '..');
const files = {
  renderer: path.join(built, 'renderer'),
  preload: path.join(built, 'preload', 'index.cjs'),
  vault: path.join(built, 'vault-process', 'index.mjs'),
  press: path.join(built, 'press-job', 'index.mjs'),
  reader: path.join(built, 'reader-job', 'index.mjs'),
};

async function run(): Promise<void> {
  const policy = readPolicy(policyPlace(process.platform, process.execPath));
  const home = os.homedir();
  const state = stateFolder(process.platform, home, process.env);
  const vaultsFolder = path.join(app.getPath('documents'), 'Cordon');
  const settings = electronSettings(policy.settings, vaultsFolder);
  const about = {
    versions: runtimeVersions(app.getVersion()),
    now: () => clock().instant,
    random: randomBytes,
    requests: requestsCounted,
    policy,
    places: { state: fromHome(state, home), vaults: fromHome(vaultsFolder, home) },
  };
  const window = openWindow(windowSession(files), files, settings, settings.preferences().appearance);
  const dialogs = standingDialogs();
  const kept = keeper(
    window,
    files,
    {
      build: app.getVersion(),
      region: app.getSystemLocale(),
      stateFolder: state,
      vaultsFolder,
      sqliteAddon: __TEST_DOORS__ && !app.isPackaged ? (process.env['CORDON_SQLITE_ADDON'] ?? null) : null,
      sample: __TEST_DOORS__ && !app.isPackaged ? openSample(process.argv) : null,
      lockedBecause: lockedBefore(process.argv),
    },
    hostAnswers(
      settings,
      __TEST_DOORS__ && !app.isPackaged ? sampleIn(process.argv) : null,
      about,
      ({ appearance, keys }) => {
        showAs(appearance);
        showMenu(keys);
      },
      notify,
      showFolder,
      handed,
    ),
    places(() => window, dialogs),
    dialogs,
    (because) => {
      keepPlace(window, settings);
      app.relaunch({ execPath: programAnew(process.execPath, process.env), args: wordsAnew(process.argv.slice(1), because) });
      app.exit(0);
    },
    () => clock().instant,
  );
  const showMenu = (keys: Readonly<Record<string, string>>): void =>
    setMenu({
      lock: () => void kept.lock('asked'),
      print: () => kept.menu('print'),
      development: !app.isPackaged,
      platform: process.platform,
      keys,
      fixedKeys: Object.keys(policy.settings.keys ?? {}),
    });
  showMenu(settings.preferences().keys);
  app.on('second-instance', (_event, words, folder) => {
    handed.started({ words: words.slice(1), folder });
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  let closed = false;
  let closing = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    if (closing || !kept.mayClose()) return;
    closing = true;
    void kept.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
  // A window that goes takes along what was typed in it last: it goes once the vault is closed, as by quitting.
  window.on('close', (event) => {
    if (closed) return;
    event.preventDefault();
    app.quit();
  });
  app.on('window-all-closed', () => app.quit());
  onSessionEnd(window, () => {
    kept.closeUnasked();
    app.quit();
  });
  await kept.open();
}

/** The vault that a start pointed at: by its words, by a second start, or, on macOS, by a folder opened with the program, which may come before the window. */
const handed = handing();
handed.started({ words: process.argv.slice(1), folder: process.cwd() });
app.on('open-file', (event, file) => {
  event.preventDefault();
  handed.started({ words: [file], folder: process.cwd() });
  const [window] = BrowserWindow.getAllWindows();
  window?.focus();
});
setSwitches(app);
registerScheme();
const putBack = process.platform === 'linux' ? keepNoRecentFiles(process.env, os.homedir()) : null;
if (app.requestSingleInstanceLock()) {
  // Never a top-level await: the app would wait for this file and this file for the app (measured).
  app
    .whenReady()
    .then(() => putBack?.())
    .then(run)
    .catch((fault: unknown) => {
      process.stderr.write(`Cordon could not start: ${fault instanceof Error ? fault.message : 'unknown reason'}\n`);
      app.exit(1);
    });
} else app.quit();
