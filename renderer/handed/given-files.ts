import type { GrantedFile } from '../../shared/contract/window-door.ts';

/** What became of files that were dropped or picked. */
export interface Given {
  readonly files: readonly GrantedFile[];
  /** Names of those that could not be handed over; empty text for a name that is no Unicode. */
  readonly unread: readonly string[];
}

/** As many as the host is asked for at once (`grant` in shared/contract/host.ts takes 2,000). */
const atOnce = 1_000;

/**
 * Hands files over: by their place where the host knows it, else by their bytes. One that can be had neither way keeps none of the others back: a program may drop a
 * name that Chromium gives no place for (one that is no Unicode), beside a hundred good ones.
 */
export async function givenFiles<Dropped extends { readonly name: string }>(
  dropped: readonly Dropped[],
  grant: (files: readonly Dropped[]) => Promise<readonly GrantedFile[] | null>,
  send: (file: Dropped) => Promise<GrantedFile | null>,
  signal?: AbortSignal,
): Promise<Given> {
  const files: GrantedFile[] = [];
  const unread: string[] = [];
  // The host may refuse: a folder with more files than anybody drops at once.
  const granted = (some: readonly Dropped[]) => grant(some).catch(() => null);
  for (let at = 0; at < dropped.length; at += atOnce) {
    const some = dropped.slice(at, at + atOnce);
    const all = await granted(some);
    if (all) {
      files.push(...all);
      continue;
    }
    for (const file of some) {
      if (signal?.aborted) return { files, unread };
      const placed = some.length === 1 ? null : await granted([file]);
      if (placed) {
        files.push(...placed);
        continue;
      }
      // Without a name Chromium has lost the file: its bytes read as none, and an empty exhibit would stand for it (measured).
      const sent = file.name === '' ? null : await send(file);
      if (sent) files.push(sent);
      else if (!signal?.aborted) unread.push(file.name);
    }
  }
  return { files, unread };
}
