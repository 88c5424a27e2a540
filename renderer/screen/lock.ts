import { vault } from '../bridge.ts';
import { flushDrafts } from '../form/draft-flush.ts';

let locking = false;

/** Seals what is being typed, blanks the page at once, and has the vault process killed. The host loads the unlock page in a fresh one. */
export async function lock(because: 'asked' | 'idle'): Promise<void> {
  if (locking) return;
  locking = true;
  // Drafts are flushed first: half a second at the most, then the key goes whatever came of it.
  await Promise.race([flushDrafts(), new Promise((resolve) => setTimeout(resolve, 500))]);
  blank();
  const answer = await vault.ask('session.lock', { because });
  if (!answer.ok) location.reload();
}

/** The vault is being locked: what was typed last is sent off, what is shown goes at once, and the vault is told when all is sealed. */
export function lockedByHost(): void {
  const sealed = flushDrafts();
  blank();
  void sealed.then(() => vault.ask('session.sealed', {}));
}

/** Nothing of the case stays on screen while the window waits to be replaced. */
function blank(): void {
  document.getElementById('root')?.replaceChildren();
}
