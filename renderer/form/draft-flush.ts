/** Drafts that are being typed right now, so that locking can seal them first. */
const open = new Set<() => Promise<void>>();

/** Has `flush` called before the vault locks; gives a function that stops that. */
export function flushBeforeLock(flush: () => Promise<void>): () => void {
  open.add(flush);
  return () => open.delete(flush);
}

export async function flushDrafts(): Promise<void> {
  await Promise.all([...open].map((flush) => flush()));
}
