import { app, type BrowserWindow, clipboard, ipcMain, powerMonitor } from 'electron';
import type { HostContract, LockReason, Sample } from '../../shared/contract/host.ts';
import type { MenuAct } from '../../shared/contract/window-act.ts';
import { copiedStays } from '../../shared/contract/settings.ts';
import type { LineHandlers } from '../../shared/contract/line.ts';
import { fromOwnPage, giveDoor, renewPage } from './app-window.ts';
import { watchAway } from './away.ts';
import { dragIcon } from './drag-icon.ts';
import { notify } from './notify.ts';
import { leftButton } from './left-button.ts';
import { jobChildren } from './job-children.ts';
import { leaving } from './leaving.ts';
import { askToClose } from './ask-to-close.ts';
import { closer } from './closing.ts';
import { copiedOn } from './copied.ts';
import { markedBoard } from './marked-board.ts';
import type { Places } from './places.ts';
import { printWindow, sheetSize } from './print-window.ts';
import type { StandingDialogs } from './standing-dialogs.ts';
import { startVaultChild, type VaultChild } from './vault-child.ts';
import { doWithWindow } from './window-act.ts';
import type { Kept } from './kept.ts';
import { workingOn } from './working.ts';

/** What the vault process is told when it starts. */
export interface VaultStart {
  readonly build: string;
  readonly region: string;
  readonly stateFolder: string;
  readonly vaultsFolder: string;
  readonly sqliteAddon: string | null;
  /** Opened by itself the first time; after a lock it wants its passphrase like any vault. */
  readonly sample: Sample | null;
  /** Why the vault was locked, where this program was started by the one before it. */
  readonly lockedBecause: LockReason | null;
}
export interface ProcessFiles {
  readonly vault: string;
  readonly press: string;
  readonly reader: string;
}

export interface Keeper {
  /** Starts the vault process and loads the page. */
  open(): Promise<void>;
  lock(because: LockReason): Promise<void>;
  /** Has the page do what was chosen in the menu bar; nothing while no vault is open. */
  menu(act: MenuAct): void;
  /** Whether the program may end now. Where work would be cut off, or typed words could not be sealed, the person is asked and it stays meanwhile. */
  mayClose(): boolean;
  /** The session ends, or a signal says so: nobody is asked. */
  closeUnasked(): void;
  /** Closes the vault, if one is open, and ends its process: before quitting. */
  close(): Promise<void>;
}

/** Keeps one window and its vault process together: both start, lock and end as one. */
export function keeper(
  window: BrowserWindow,
  files: ProcessFiles,
  start: VaultStart,
  kept: Kept,
  places: Places,
  dialogs: StandingDialogs,
  /** Ends this program at once and starts it again. */
  startAnew: (because: LockReason) => void,
  now: () => number,
): Keeper {
  let vault: VaultChild | undefined;
  let isOpen = false;
  let locking = false;
  const closes = closer();
  const copied = copiedOn(clipboard, async () => copiedStays[(await kept['settings.read']({})).copiedClears]);
  const button = leftButton(window.webContents);
  const marked = copiedOn(markedBoard, () => Promise.resolve(null));
  const working = workingOn(window, (said) => void notify(said), now);
  const leave = leaving({
    mayHold: () => !locking && (isOpen || working.runs()),
    runs: working.runs,
    askPage: () => tellPage('close'),
    askHere: (signal) => askToClose(window, signal),
    leave: () => app.quit(),
  });
  const tellPage = (act: MenuAct): void => void vault?.line.ask('menu.act', { act }).catch(() => {});
  const jobs = jobChildren(files, (job, why) => void vault?.line.ask('job.ended', { job, why }).catch(() => {}));
  const chosen = async (choice: Promise<string | null>) => ({ path: await choice, available: true });

  const handlers: LineHandlers<HostContract> = {
    ...kept,
    'place.chooseVault': () => chosen(places.chooseVault()),
    'place.chooseFolder': () => chosen(places.chooseFolder()),
    'place.chooseBackup': () => chosen(places.chooseBackup()),
    'place.chooseFiles': async () => ({ paths: await places.chooseFiles(), available: true }),
    'place.saveAs': ({ name }) => chosen(places.saveAs(name)),
    'place.dragOut': ({ path: file }) => {
      // Begun with no button down, a drag hangs on the pointer: nothing in the window works, and the next press anywhere drops the file there (measured).
      if (!button.take()) return { begun: false };
      window.webContents.startDrag({ file, icon: dragIcon() });
      return { begun: true };
    },
    'window.act': ({ does }) => {
      if (does === 'closing-heard') leave.heard();
      else if (does === 'close-now') {
        leave.atOnce();
        app.quit();
      } else doWithWindow(window, does);
      return { done: true };
    },
    'session.opened': () => {
      isOpen = true;
      return {};
    },
    'session.lock': ({ because }) => {
      void lock(because);
      return {};
    },
    'job.start': ({ entry, memoryMiB }) => {
      const { job, port } = jobs.start(entry, memoryMiB);
      vault?.connectJob(job, port);
      return { job };
    },
    'job.kill': ({ job }) => {
      jobs.kill(job);
      return {};
    },
  };

  async function startVault(lockedBecause: LockReason | null): Promise<void> {
    const started = startVaultChild(files.vault, handlers);
    vault = started;
    isOpen = false;
    void started.gone.then(() => (vault === started && !locking ? renew('crashed') : undefined));
    await started.line.ask('start', { ...start, host: 'electron', lockedBecause, sample: lockedBecause === null ? start.sample : null });
  }

  /** Kills everything that has seen the vault, and starts afresh in the same window. */
  async function renew(because: LockReason): Promise<void> {
    locking = true;
    working.forget();
    leave.forget();
    if (because === 'crashed') kept.ended();
    const forgotten = Promise.all([copied.forget(), marked.forget()]);
    const old = vault;
    old?.kill();
    jobs.killAll();
    await old?.gone;
    // It would stand over the unlock page with the name of what was to be saved, and goes with the program alone.
    if (dialogs.stand()) {
      await forgotten;
      return startAnew(because);
    }
    await startVault(because);
    if (!window.isDestroyed()) await renewPage(window);
    locking = false;
  }

  async function closeVault(because: LockReason): Promise<LockReason> {
    const closing = vault;
    // A dialog that waits for somebody who has gone is no work that a lock waits for.
    dialogs.letGo();
    return closing ? closes.close({ ask: (why) => closing.line.ask('lock', { because: why }), gone: closing.gone }, because) : because;
  }

  async function lock(because: LockReason): Promise<void> {
    if (locking) closes.hurry(because);
    if (locking || !isOpen) return;
    locking = true;
    await renew(await closeVault(because));
  }

  const stopWatching = watchAway(
    powerMonitor,
    async () => (await kept['settings.read']({})).lockAfterMinutes,
    (because) => void lock(because),
  );
  ipcMain.on('door', (event) => {
    if (fromOwnPage(window, event)) vault?.connectWindow(giveDoor(event));
  });
  ipcMain.handle('grant', async (event, paths: unknown) => {
    if (!vault || !fromOwnPage(window, event) || !Array.isArray(paths) || !paths.every((given) => typeof given === 'string')) return [];
    return (await vault.line.ask('grant', { paths })).files;
  });
  ipcMain.on('copied', (event) => {
    if (fromOwnPage(window, event)) copied.note();
  });
  ipcMain.on('marked', (event) => {
    if (fromOwnPage(window, event)) marked.note();
  });
  ipcMain.on('working', (event, share: unknown) => {
    if (fromOwnPage(window, event) && (share === null || (typeof share === 'number' && Number.isFinite(share)))) working.note(share);
  });
  ipcMain.handle('print', async (event, asked: unknown) => {
    const size = fromOwnPage(window, event) ? sheetSize(asked) : null;
    return size ? dialogs.during(printWindow(window, size), { printed: false, why: null }) : { printed: false, why: 'the page asked for a sheet that does not exist' };
  });
  window.webContents.on('render-process-gone', () => {
    if (!locking && !window.isDestroyed()) void ((locking = true), closeVault('crashed').then(() => renew('crashed')));
  });

  return {
    async open() {
      await startVault(start.lockedBecause);
      // The empty page that may stand there first is ended too: that is no crash.
      locking = true;
      await renewPage(window);
      locking = false;
    },
    lock,
    menu: (act) => void (isOpen && !locking && tellPage(act)),
    mayClose: leave.may,
    closeUnasked: leave.atOnce,
    async close() {
      stopWatching();
      locking = true;
      await copied.forget();
      await marked.forget();
      if (isOpen) await closeVault('asked');
      jobs.killAll();
      vault?.kill();
      await vault?.gone;
    },
  };
}
