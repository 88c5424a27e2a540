/** Drafts that are being typed right now, so that locking can seal them first. */
const open = new Set<() => Promise<boolean>>();

/** Has `flush` called before the vault locks, which gives whether all is sealed; gives a function that stops that. */
export function flushBeforeLock(flush: () => Promise<boolean>): () => void {
  open.add(flush);
  return () => open.delete(flush);
}

/** Seals what is being typed; gives whether all of it is. */
export async function flushDrafts(): Promise<boolean> {
  const sealed = await Promise.all([...open].map((flush) => flush()));
  return sealed.every(Boolean);
}
