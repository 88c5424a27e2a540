import { createHash } from 'node:crypto';

/** The clipboard of the system, or what is marked on X11 and Wayland, as far as it is used: newer versions of Electron answer later. */
export interface Clipboard {
  readText(): string | Promise<string>;
  clear(): void | Promise<void>;
}
export interface Copied {
  /** Something was copied, cut or marked in the window. */
  note(): void;
  /** Takes it off the clipboard again. */
  forget(): Promise<void>;
}

/** The page tells of a copy while it is being made: so long until it can be read back. */
const settled = 250;
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * What was copied out of the window must not outlive an open vault (domain.md §7; notes/security-ux.md L6). Only a digest of it is kept, so that what another
 * program put on the clipboard since is left alone. `stays` says how long it may be pasted, in milliseconds; null: until it is forgotten.
 */
export function copiedOn(
  clipboard: Clipboard,
  stays: () => Promise<number | null>,
  later: (then: () => void, ms: number) => void = (then, ms) => void setTimeout(then, ms).unref(),
): Copied {
  let turn = 0;
  /** Digest of what was copied; `fresh` until it has been read back. */
  let held: string | 'fresh' | null = null;
  async function forget(): Promise<void> {
    turn++;
    const was = held;
    held = null;
    if (was === 'fresh' || (was !== null && digest(await clipboard.readText()) === was)) await clipboard.clear();
  }
  return {
    note() {
      const mine = ++turn;
      held = 'fresh';
      later(() => {
        if (mine !== turn) return;
        void Promise.resolve(clipboard.readText()).then((text) => {
          if (mine === turn) held = digest(text);
        });
      }, settled);
      void stays().then((ms) => ms !== null && later(() => mine === turn && void forget(), ms));
    },
    forget,
  };
}
