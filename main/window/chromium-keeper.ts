import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { HostContract, LockReason, RecentLine, Sample } from '../../shared/contract/host.ts';
import type { LineHandlers } from '../../shared/contract/line.ts';
import type { ChromiumLaunch } from './chromium-launch.ts';
import { chromiumWindow, type ChromiumWindow } from './chromium-window.ts';
import { closer } from './closing.ts';
import { forkVault, type ForkedVault } from './forked-vault.ts';
import type { Kept } from './kept.ts';

export interface ChromiumHostOptions extends ChromiumLaunch {
  /** `dist/renderer` and the built entry of the vault process. */
  readonly files: { readonly renderer: string; readonly vault: string };
  readonly start: {
    readonly build: string;
    readonly region: string;
    readonly stateFolder: string;
    readonly vaultsFolder: string;
    readonly sqliteAddon: string | null;
    readonly sample?: Sample | null;
  };
  /** Where saved papers go: this host has no dialogs. */
  readonly downloads: string;
  readonly kept: Kept;
}
export interface ChromiumHost {
  window: ChromiumWindow;
  vaultPid(): number;
  lock(because: LockReason): Promise<void>;
  /** Settles when the window is closed by the person. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/** A name in `folder` that is free: `a.pdf`, `a (2).pdf`, … */
export function freeName(folder: string, name: string): string {
  const { name: stem, ext } = path.parse(path.basename(name));
  for (let count = 1; ; count++) {
    const file = path.join(folder, count === 1 ? `${stem}${ext}` : `${stem} (${count})${ext}`);
    if (!existsSync(file)) return file;
  }
}

/** Every vault in the folder where this host makes them: without a dialog there is no other way to point at one. */
function vaultsIn(folder: string): RecentLine[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.cordon'))
    .map((name) => path.join(folder, name))
    .map((found) => ({ key: found, id: null, path: found, folder: null, openedAt: null, pinned: false, listed: false }));
}

/** Cordon in an installed Chromium: the same vault process, the same page, no Electron. For window tests, and where Electron cannot be had. */
export async function openInChromium(options: ChromiumHostOptions): Promise<ChromiumHost> {
  let vault: ForkedVault | undefined;
  let window: ChromiumWindow | undefined;
  let busy = false;
  const closes = closer();
  const noDialog = () => ({ path: null, available: false });

  const handlers: LineHandlers<HostContract> = {
    ...options.kept,
    'recent.list': async () => {
      const { vaults, namesHidden } = await options.kept['recent.list']({});
      return { vaults: [...vaults, ...vaultsIn(options.start.vaultsFolder).filter((found) => !vaults.some((vault) => vault.path === found.path))], namesHidden };
    },
    'place.chooseVault': noDialog,
    'place.chooseFolder': noDialog,
    'place.chooseBackup': () => ({ path: null, available: false }),
    'place.chooseFiles': () => ({ paths: [], available: false }),
    'place.saveAs': ({ name }) => {
      mkdirSync(options.downloads, { recursive: true });
      return { path: freeName(options.downloads, name), available: true };
    },
    // A page cannot carry a file out of a browser; what was saved lies in the downloads.
    'place.dragOut': () => ({ begun: false }),
    'window.act': () => ({ done: false }),
    'session.opened': () => ({}),
    'session.lock': ({ because }) => {
      void lock(because);
      return {};
    },
    // The vault process is a child of Node here and starts its jobs itself.
    'job.start': () => Promise.reject(new Error('jobs are started by the vault process')),
    'job.kill': () => ({}),
  };

  async function startVault(lockedBecause: LockReason | null): Promise<void> {
    const started = forkVault(options.files.vault, handlers, (message) => window?.post(message));
    vault = started;
    void started.gone.then(() => (vault === started && !busy ? renew('crashed') : undefined));
    await started.line.ask('start', { ...options.start, host: 'chromium', lockedBecause, sample: lockedBecause === null ? (options.start.sample ?? null) : null });
  }
  async function renew(because: LockReason): Promise<void> {
    busy = true;
    if (because === 'crashed') options.kept.ended();
    vault?.kill();
    await vault?.gone;
    await startVault(because);
    await window?.renew();
    busy = false;
  }
  async function closeVault(because: LockReason): Promise<LockReason> {
    const closing = vault;
    return closing ? closes.close({ ask: (why) => closing.line.ask('lock', { because: why }), gone: closing.gone }, because) : because;
  }
  async function lock(because: LockReason): Promise<void> {
    if (busy) return closes.hurry(because);
    busy = true;
    await renew(await closeVault(because));
  }

  await startVault(null);
  let told = () => {};
  const closed = new Promise<void>((resolve) => (told = resolve));
  const opened = await chromiumWindow({
    executable: options.executable,
    headless: options.headless,
    more: options.more,
    renderer: options.files.renderer,
    first(loading) {
      window = loading;
      vault?.openWindow();
    },
    heard: (message) => vault?.toVault(message),
    grant: async (paths) => (await vault?.line.ask('grant', { paths: [...paths] }))?.files ?? [],
    closed: () => told(),
    crashed: () => void lock('crashed'),
  });
  return {
    window: opened,
    vaultPid: () => vault?.pid ?? 0,
    lock,
    closed,
    async close() {
      busy = true;
      await closeVault('asked');
      vault?.kill();
      await vault?.gone;
      await opened.close();
    },
  };
}
