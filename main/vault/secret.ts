import sodium from 'sodium-native';

/** Locking works on whole pages; 16 KiB is the largest page there is (Apple silicon, some ARM). */
const page = 16_384;
/** Room for 512 keys, within the 64 KiB that an ordinary process may lock on older systems. */
const room = 2 * page;
/** Smallest piece given out; every key of this program has 24 to 96 bytes. */
const piece = 64;

/**
 * The one block of memory in which all keys lie. Only its inner pages are locked, so that no page is shared with anything else, and it is never freed:
 * Chromium's allocator gives empty pages back to the system with MADV_DONTNEED, the system refuses that for a locked page, and the process is ended on
 * the spot (measured in Electron 33: a key collected without `munlock` killed the vault process within seconds).
 */
const block = Buffer.allocUnsafeSlow(room + 2 * page).fill(0);
const kept = block.subarray(page, page + room);
const taken = new Array<boolean>(room / piece).fill(false);
/** Where each key lies, and what is done when one was forgotten instead of wiped. */
const places = new WeakMap<Uint8Array, number>();
/** Handles of keys that were wiped: their place may be another key's by now. */
const former = new WeakSet<Uint8Array>();
const forgotten = new FinalizationRegistry<{ readonly at: number; readonly pieces: number }>(({ at, pieces }) => free(at, pieces));

try {
  sodium.sodium_mlock(kept);
} catch {
  // The limit of locked memory is used up (RLIMIT_MEMLOCK): keys still work, they could only be swapped.
}

function free(at: number, pieces: number): void {
  sodium.sodium_memzero(kept.subarray(at * piece, (at + pieces) * piece));
  taken.fill(false, at, at + pieces);
}

/** The first run of free pieces, or -1. */
function findRoom(pieces: number): number {
  for (let at = 0, free = 0; at < taken.length; at++) {
    free = taken[at] ? 0 : free + 1;
    if (free === pieces) return at - pieces + 1;
  }
  return -1;
}

/**
 * A zeroed buffer for a key, kept out of swap where the system allows it; wiped by `wipe`, or at the latest when it is collected. Not `sodium_malloc`:
 * Electron forbids memory that V8 did not allocate. When more keys are held than there is room for, memory of its own that is not locked.
 */
export function secret(bytes: number): Buffer {
  const pieces = Math.ceil(bytes / piece);
  const at = findRoom(pieces);
  if (at === -1) return Buffer.allocUnsafeSlow(bytes).fill(0);
  taken.fill(true, at, at + pieces);
  const buffer = kept.subarray(at * piece, at * piece + bytes);
  places.set(buffer, at);
  forgotten.register(buffer, { at, pieces }, buffer);
  return buffer;
}

/** Overwrites a key. The buffer must not be used again. */
export function wipe(buffer: Uint8Array): void {
  if (former.has(buffer)) return;
  sodium.sodium_memzero(buffer);
  const at = places.get(buffer);
  if (at === undefined) return;
  places.delete(buffer);
  former.add(buffer);
  forgotten.unregister(buffer);
  free(at, Math.ceil(buffer.length / piece));
}
