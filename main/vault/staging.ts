import { readdirSync, rmSync, statfsSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import { openStream, sealStream, StreamDamaged } from './blob-stream.ts';
import { clearAway } from './durable-file.ts';
import { secret, wipe } from './secret.ts';
import { failureOfSystem } from './system-failure.ts';

/** A file that was handed over piece by piece and waits to be taken in. */
export interface Staged {
  readonly bytes: number;
  /** From the start; may be called again. Refuses `file-unreadable`. */
  read(): AsyncGenerator<Uint8Array>;
  /** Deletes it. */
  drop(): void;
}

/** One that is still coming. */
export interface Coming {
  /** Takes the next piece; resolved once it is sealed, so that whoever waits for that is no faster than the drive. Refuses `disk-full`, `file-unwritable`. */
  push(piece: Uint8Array): Promise<void>;
  end(): Promise<Staged>;
  drop(): Promise<void>;
  /** Settles when nothing more of it comes, whatever became of it. */
  readonly closed: Promise<void>;
}

/**
 * Files that come without a path wait here, sealed in the vault's folder under a key that is in memory alone: nothing readable is on the disk, little in memory, and what a killed
 * program leaves can be read by nobody and is taken away by the next opening.
 */
export interface Staging {
  /** Refuses `file-unwritable`, `vault-read-only`. */
  begin(name: string): Promise<Coming>;
  /** Deletes all of it and forgets the key. */
  clear(): void;
}

interface StagingSetting {
  readonly folder: string;
  readonly random: (bytes: number) => Uint8Array;
  /** Refuses where nothing may be written, or the folder is elsewhere. */
  readonly mayWrite: () => void;
  /** Most bytes that wait at a time. */
  readonly most?: number;
}

/** Many times what anybody drops on a window at once. */
const mostBytes = 32 * 1_073_741_824;

const isStaged = (name: string) => /^staged-[0-9a-f]{32}\.tmp$/.test(name);

/** Deletes what a killed program had left: at an opening only, while nothing waits. */
export function sweepStaged(folder: string): void {
  for (const name of readdirSync(folder)) if (isStaged(name)) rmSync(path.join(folder, name), { force: true });
}

export function stagingIn({ folder, random, mayWrite, most = mostBytes }: StagingSetting): Staging {
  let key: Buffer | null = null;
  const files = new Set<string>();
  const coming = new Set<() => void>();
  let held = 0;
  let isOver = false;

  function keyNow(): Buffer {
    if (isOver) return refuse({ code: 'vault-locked' });
    if (!key) {
      key = secret(32);
      key.set(random(32));
    }
    return key;
  }

  /** Half of what is free: taking it in wants as much again, and so does saving. */
  function refuseTooMuch(name: string, bytes: number): void {
    if (held + bytes > most) refuse({ code: 'intake-refused', file: name, why: 'too much is waiting to be taken in; take it in, or lock the vault, first' });
    const { bavail, bsize } = statfsSync(folder);
    const free = bavail * bsize;
    if (held + bytes > free) refuse({ code: 'disk-full', file: name, room: { wanted: 2 * (held + bytes), free: held + free } });
  }

  function drop(file: string, bytes: number): void {
    if (!files.delete(file)) return;
    held -= bytes;
    clearAway(file);
  }

  async function* read(name: string, file: string): AsyncGenerator<Uint8Array> {
    let handle: FileHandle | undefined;
    try {
      handle = await open(file, 'r');
      yield* openStream(handle, keyNow());
    } catch (error) {
      if (error instanceof StreamDamaged) refuse({ code: 'file-unreadable', file: name, why: 'it was changed while it waited; hand it over again' });
      failureOfSystem(error, name, 'read');
    } finally {
      await handle?.close();
    }
  }

  async function begin(name: string): Promise<Coming> {
    mayWrite();
    const sealingKey = keyNow();
    const file = path.join(folder, `staged-${Buffer.from(random(16)).toString('hex')}.tmp`);
    const handle = await open(file, 'wx', 0o600).catch((error: unknown) => failureOfSystem(error, name));
    files.add(file);
    if (isOver) {
      await handle.close();
      drop(file, 0);
      return refuse({ code: 'vault-locked' });
    }
    const pieces = handing();
    let bytes = 0;
    // Closed before it is told how it ended: an open file cannot be deleted everywhere.
    const seal = async () => {
      try {
        await sealStream(pieces.taken(), handle, sealingKey);
      } finally {
        await handle.close();
      }
    };
    const sealing = seal();
    coming.add(pieces.end);
    const closed = sealing
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => coming.delete(pieces.end));
    const leave = () => drop(file, bytes);
    const orLeave = async <T>(work: Promise<T>): Promise<T> => {
      try {
        return await work;
      } catch (error) {
        pieces.end();
        await closed;
        leave();
        return failureOfSystem(error, name);
      }
    };
    return {
      closed,
      push: (piece) =>
        orLeave(
          (async () => {
            mayWrite();
            refuseTooMuch(name, piece.length);
            held += piece.length;
            bytes += piece.length;
            await Promise.race([pieces.give(piece), sealing]);
          })(),
        ),
      async end() {
        pieces.end();
        await orLeave(sealing);
        return { bytes, read: () => read(name, file), drop: leave };
      },
      async drop() {
        pieces.end();
        await closed;
        leave();
      },
    };
  }

  return {
    begin,
    clear() {
      isOver = true;
      for (const end of coming) end();
      for (const file of files) clearAway(file);
      files.clear();
      if (key) wipe(key);
      key = null;
    },
  };
}

/** Hands pieces to whoever takes them one after the other; a piece was given when the next one is asked for. */
function handing(): { give(piece: Uint8Array): Promise<void>; end(): void; taken(): AsyncGenerator<Uint8Array> } {
  let next: { readonly piece: Uint8Array; readonly given: () => void } | null = null;
  let isEnded = false;
  let wake = () => {};
  return {
    give: (piece) =>
      new Promise((given) => {
        next = { piece, given };
        wake();
      }),
    end() {
      isEnded = true;
      wake();
    },
    async *taken() {
      for (;;) {
        if (!next && !isEnded) await new Promise<void>((resolve) => (wake = resolve));
        if (!next) {
          if (isEnded) return;
          continue;
        }
        const { piece, given } = next;
        next = null;
        yield piece;
        given();
      }
    },
  };
}
