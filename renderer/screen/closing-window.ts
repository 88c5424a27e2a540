import { hear, vault } from '../bridge.ts';
import { flushDrafts } from '../form/draft-flush.ts';
import { setScreen, useScreen } from './screen.ts';

/** Work shorter than this ends before anybody has read a question about it. */
const shortMs = 1_000;
const lookMs = 50;
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** How long work that is stopped may take to clear away what it has begun. */
const clearsMs = 1_500;

/** Ends the program: nothing keeps the window open any more. What runs is stopped as its own cancel does it, so that nothing half made is left. */
export async function closeNow(): Promise<void> {
  const running = () => useScreen.getState().works.filter(({ cancel }) => cancel !== null);
  for (const { cancel } of running()) cancel?.();
  for (let waited = 0; waited < clearsMs && running().length > 0; waited += lookMs) await wait(lookMs);
  await vault.ask('window.act', { does: 'close-now' });
}

/** Pressed twice while the first press is still looked into, closing is asked about once: the second must not ask again after the answer. */
let looking = false;

/** The person wants to close the window: what is typed is sealed first, and they are asked only where work would be cut off or words lost. */
async function asked(): Promise<void> {
  void vault.ask('window.act', { does: 'closing-heard' });
  if (looking || useScreen.getState().closing !== null) return;
  looking = true;
  await look().finally(() => (looking = false));
}

async function look(): Promise<void> {
  const sealed = flushDrafts();
  const isSealed = await Promise.race([sealed, wait(shortMs).then(() => false)]);
  const runs = () => useScreen.getState().works;
  while (runs().some(({ startedAt }) => Date.now() - startedAt < shortMs)) await wait(lookMs);
  if (isSealed && runs().length === 0) return closeNow();
  setScreen({ closing: { unsealed: !isSealed } });
  // A disk that is slow and no more: the words are safe after all.
  void sealed.then((is) => is && setScreen((now) => ({ closing: now.closing && { unsealed: false } })));
}

/** Hears when the person closes the window, from its frame, its menu or its keys; gives a function that stops hearing. */
export const hearClosing = (): (() => void) => hear('menu.chosen', ({ act }) => void (act === 'close' && asked()));
