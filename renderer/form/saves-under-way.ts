/** Saves that were begun and are not answered, each with the number of what it recorded; null where it was refused. */
const underWay = new Set<Promise<string | null>>();

/** Has a lock wait for a save, within the time a lock gives. */
export function underWayUntil(save: Promise<string | null>): void {
  underWay.add(save);
  const over = (): void => void underWay.delete(save);
  save.then(over, over);
}

/**
 * The number of the record that was being saved when the vault was locked, once it is; null where nothing was, or it was refused. The window stands at that record after the
 * lock: at the form, which is empty by then, it would look as if what was typed were lost.
 */
export async function recordedMeanwhile(): Promise<string | null> {
  const saved = await Promise.allSettled(underWay);
  return saved.reduce<string | null>((number, one) => (one.status === 'fulfilled' ? (one.value ?? number) : number), null);
}
