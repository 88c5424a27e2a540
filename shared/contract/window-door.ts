import type { z } from 'zod';
import type { grantedFile } from './contract.ts';
import type { ToVault, WindowEnd } from './wire.ts';

export type GrantedFile = z.infer<typeof grantedFile>;

/** A sheet of paper, in points of 1/72 inch. */
export interface SheetSize {
  readonly across: number;
  readonly down: number;
}
/** Whether it was printed; `why` in the system's words where it could not be, null where the person changed their mind. */
export interface Printed {
  readonly printed: boolean;
  readonly why: string | null;
}

/**
 * All that the page has besides the web itself, as `window.cordon`; put there by the preload under Electron and by a shim in the Chromium
 * host. Whatever is posted before the port is there waits for it. `Dropped` is the DOM's `File` in the window, which this room does not know.
 */
export interface WindowDoor<Dropped> extends WindowEnd {
  post(message: ToVault): void;
  /**
   * Asks for the use of files that were dropped or picked: a token for each, good for `evidence.intake`. Null where one of them has no path, because
   * a page or another program made it: send the bytes by `evidence.chunk` instead.
   */
  grantDrop(files: readonly Dropped[]): Promise<readonly GrantedFile[] | null>;
  /** How far long work is, for the task bar: 0 to 1, -1 where that cannot be said, null once nothing runs. Absent where the host has no task bar. */
  working?(share: number | null): void;
  /** Opens the system's printing for what the page has laid out on sheets of this size. Absent where the browser prints by itself. */
  print?(size: SheetSize): Promise<Printed>;
}
