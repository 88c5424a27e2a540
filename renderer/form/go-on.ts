import { useEffect } from 'react';
import { create } from 'zustand';
import { aboutIn, wordsMark } from '../../shared/records/draft-place.ts';
import { addressOf } from '../screen/route.ts';
import { seen, type Unfinished } from './unfinished.ts';

/** The dialog that is to be opened again, for as long as its page may take to stand. */
const useWanted = create<{ readonly wanted: Unfinished | null; readonly until: number }>(() => ({ wanted: null, until: 0 }));
const patience = 10_000;

/** Where one goes on with it. */
export const addressTo = ({ form, number, kept }: Unfinished): string =>
  kept ? kept.from : number === null ? addressOf({ page: 'new', kind: form, prefill: {} }) : addressOf({ page: 'edit', number });

/** Goes on with what is unfinished: to its form, or to the page of its dialog, which opens again. */
export function goOn(one: Unfinished): void {
  seen(one.form, one.record);
  const from = location.hash;
  location.hash = addressTo(one);
  if (!one.kept) return;
  const open = (): void => useWanted.setState({ wanted: one, until: Date.now() + patience });
  // A busy browser tells of the new address only after the dialog could stand, and each dialog is closed where the page changes.
  if (location.hash === from) open();
  else addEventListener('hashchange', open, { once: true });
}

/** Has a dialog opened again that somebody goes on with. `open` is asked after each drawing whether it can be: it gives false until the page is ready, and for dialogs of others. */
export function useGoOn(open: (dialog: string, about: readonly string[], kind: string) => boolean): void {
  const { wanted, until } = useWanted();
  useEffect(() => {
    if (!wanted || Date.now() > until) return;
    const [dialog = '', kind = ''] = wanted.form.slice(wordsMark.length).split(':');
    if (open(dialog, aboutIn(wanted.record), kind)) useWanted.setState({ wanted: null });
  });
}
