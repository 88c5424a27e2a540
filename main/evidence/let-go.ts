import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/**
 * Gives back the memory of bytes that nothing holds any more. V8 looks for them by itself once 64 MB have come together outside its heap (its
 * `kExternalAllocationSoftLimit`), which is half of what work over a file of any size may take here; one collection costs about 10 ms.
 */
export function letGo(): void {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    // Proof of the cast: with that flag a new context has this function, which is all it is made for.
    collect = runInNewContext('gc') as () => void;
    setFlagsFromString('--no-expose-gc');
  }
  collect();
}
