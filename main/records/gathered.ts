/** Text gathered as bytes in memory that is used again: a string that grows leaves a chain of its parts behind, and a million lines of them are many megabytes. */
export interface Gathered {
  add(text: string): void;
  /** As much is gathered as was asked for. */
  full(): boolean;
  /** What is gathered, good until the next `add`; nothing is gathered afterwards. */
  take(): Uint8Array;
}

/** Gathers about `bytes` at a time, and one text more. */
export function gathered(bytes: number): Gathered {
  let buffer = Buffer.allocUnsafeSlow(bytes * 2);
  let used = 0;
  return {
    add(text) {
      // Three bytes are the most that one unit of a string takes in UTF-8.
      const most = text.length * 3;
      if (used + most > buffer.length) buffer = Buffer.concat([buffer.subarray(0, used)], (used + most) * 2);
      used += buffer.write(text, used);
    },
    full: () => used >= bytes,
    take() {
      const taken = buffer.subarray(0, used);
      used = 0;
      return taken;
    },
  };
}
