/** Where something that leaves the vault is written. Nothing is there until `deliver`; after `discard` nothing ever was. */
export interface Destination {
  /** What the release record calls it: a bare file name, never a path. */
  readonly name: string;
  /** It goes to a printer and becomes no file. */
  readonly onPaper?: true;
  begin(): Promise<Delivery>;
}
export interface Delivery {
  write(chunk: Uint8Array): Promise<void>;
  /** Everything is written and on the disk, still under another name. */
  finish(): Promise<void>;
  /** Puts it in its place, whole. */
  deliver(): Promise<void>;
  /** Takes away what was written. Does nothing after `deliver`. */
  discard(): Promise<void>;
}

/** A destination in memory: what the window's host then hands on by itself (a download of the Chromium host, the clipboard). */
export function memoryDestination(name: string): Destination & { readonly bytes: () => Uint8Array } {
  let held: Uint8Array[] = [];
  let delivered = false;
  return {
    name,
    bytes: () => {
      if (!delivered) throw new Error('nothing was delivered');
      return Buffer.concat(held);
    },
    begin: () => {
      held = [];
      return Promise.resolve({
        write: (chunk) => {
          held.push(new Uint8Array(chunk));
          return Promise.resolve();
        },
        finish: () => Promise.resolve(),
        deliver: () => {
          delivered = true;
          return Promise.resolve();
        },
        discard: () => {
          if (!delivered) held = [];
          return Promise.resolve();
        },
      });
    },
  };
}
