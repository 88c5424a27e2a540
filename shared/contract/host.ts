import * as z from 'zod';
import { grantedFile } from './contract.ts';
import { recentChange } from './recent-vaults.ts';
import { lockReason } from './session-state.ts';
import { faultNote } from '../failure/fault.ts';
import { hostDiagnostics } from './diagnostics.ts';
import { told } from './reminders.ts';
import { fixedSettings, settings } from './settings.ts';
import { menuActs, windowContract } from './window-act.ts';
import { operation } from './wire.ts';

const none = z.strictObject({});
const path = z.string().min(1);
/** `path` is null when the person changed their mind, or when the host has no such dialog (`available` false). */
const choice = z.strictObject({ path: path.nullable(), available: z.boolean() });

/**
 * A line of the list of vaults opened here. By its place; or, where names are not to be shown before unlocking, by the folder it lies in and its random id, so that
 * nothing in the settings names it. `listed` is false for a vault that the host found by itself, `handed` true for the one that a start of the program pointed at.
 */
const recentVault = z.strictObject({
  key: z.string(),
  id: z.string().nullable(),
  path: path.nullable(),
  folder: path.nullable(),
  openedAt: z.int().nullable(),
  pinned: z.boolean(),
  listed: z.boolean(),
  handed: z.boolean().optional(),
});
export type RecentLine = z.infer<typeof recentVault>;

export type LockReason = z.infer<typeof lockReason>;

/**
 * What the vault process asks of the process that started it (Electron's main, or the Chromium host). Paths stand here and never in `contract`: the
 * window has tokens for them.
 */
export const hostContract = {
  'place.chooseVault': operation(none, choice),
  'place.chooseFolder': operation(none, choice),
  'place.chooseBackup': operation(none, choice),
  'place.chooseFiles': operation(none, z.strictObject({ paths: z.array(path), available: z.boolean() })),
  /** Where a finished paper goes: asked of the person, or a free name in their downloads folder. */
  'place.saveAs': operation(z.strictObject({ name: z.string().min(1).max(200) }), choice),
  /** While something is being dragged in the window: carries a file that was released to a place the person chose. `begun` is false where the host cannot. */
  'place.dragOut': operation(z.strictObject({ path }), z.strictObject({ begun: z.boolean() })),
  'recent.list': operation(none, z.strictObject({ vaults: z.array(recentVault), namesHidden: z.boolean() })),
  /** Puts a vault in the list, in the place of the lines `replaces`: those of the same vault where it no longer lies. */
  'recent.remember': operation(z.strictObject({ id: z.string().nullable(), path, openedAt: z.int().nullable(), replaces: z.array(z.string()) }), none),
  'recent.change': operation(z.strictObject({ key: z.string(), to: recentChange }), none),
  /** Shows a vault of the list in the system's window of folders. `shown` is false where it is not in the list, or the host has no such window. */
  'recent.show': operation(z.strictObject({ path }), z.strictObject({ shown: z.boolean() })),
  /** The vault is open from now on: the host watches for idleness, suspension and the locked screen. */
  'session.opened': operation(none, none),
  /** Lock: the host asks `lock` back, then kills this process and the renderer and shows the unlock page. */
  'session.lock': operation(z.strictObject({ because: lockReason }), none),
  'settings.read': operation(none, settings),
  'settings.save': operation(settings, none),
  'settings.fixed': operation(none, fixedSettings),
  ...windowContract,
  /** Until when this vault reminded of its deadlines here; kept beside the settings, because the vault's journal is no place for it. */
  'reminder.last': operation(z.strictObject({ vault: z.string() }), z.strictObject({ told: told.nullable() })),
  /** Keeps that and shows the words as a notification of the system, where it has any. The words name nothing of the case. */
  'reminder.show': operation(
    z.strictObject({ vault: z.string(), told, words: z.strictObject({ title: z.string().max(60), body: z.string().max(1000) }).optional() }),
    z.strictObject({ shown: z.boolean() }),
  ),
  'diagnostics.read': operation(none, hostDiagnostics),
  /** A fault of the program: kept beside the settings, for the person to read. */
  'fault.note': operation(faultNote, none),
  /** Starts a job process; its port follows under the same number. */
  'job.start': operation(z.strictObject({ entry: z.enum(['press', 'reader']), memoryMiB: z.int().min(16) }), z.strictObject({ job: z.int() })),
  'job.kill': operation(z.strictObject({ job: z.int() }), none),
} as const;
export type HostContract = typeof hostContract;

/** What the host asks of the vault process. */
export const vaultContract = {
  start: operation(
    z.strictObject({
      host: z.enum(['electron', 'chromium']),
      build: z.string(),
      /** The region of this computer as a language tag. */
      region: z.string(),
      /** The person's own folder for the second anchor. */
      stateFolder: path,
      /** Where new vaults go when nobody chose a place. */
      vaultsFolder: path,
      sqliteAddon: path.nullable(),
      lockedBecause: lockReason.nullable(),
      /** What an unpackaged start opens at once: the sample case of this program, made where there is none, or a vault that holds nobody's secret. */
      sample: z.union([z.literal('own'), z.strictObject({ path, passphrase: z.string().min(1) })]).nullable(),
    }),
    none,
  ),
  /** Paths that the person dropped on the window or chose; gives their tokens. */
  grant: operation(z.strictObject({ paths: z.array(path).max(2000) }), z.strictObject({ files: z.array(grantedFile) })),
  /** Flush drafts, finish or stop what runs, close the vault. */
  lock: operation(z.strictObject({ because: lockReason }), none),
  /** Chosen in the menu bar, for the page to do. */
  'menu.act': operation(z.strictObject({ act: z.enum(menuActs) }), none),
  'job.ended': operation(z.strictObject({ job: z.int(), why: z.enum(['crashed', 'out-of-memory']) }), none),
} as const;
export type VaultContract = typeof vaultContract;
export type Sample =
  | 'own'
  | {
      readonly path: string;
      readonly passphrase: string;
    };
