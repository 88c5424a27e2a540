import { useGoOn } from '../../form/go-on.ts';

/** What is done to many records, by the name under which the words of its dialog are kept. */
const acts = { 'change-many': 'change', 'move-many': 'move', 'remove-many': 'remove', owner: 'owner', 'ask-again': 'again', export: 'export' } as const;
type Act = (typeof acts)[keyof typeof acts];
const isNamed = (dialog: string): dialog is keyof typeof acts => dialog in acts;

const same = (some: readonly string[], others: readonly string[]): boolean => some.length === others.length && new Set([...some, ...others]).size === some.length;

/** Chooses the rows that an unfinished dialog is about, so that what can be done to them is offered. `all` gives what stands in the list; `kind` is its own where it has one. */
export function useChooseAgain(all: () => readonly string[], picked: () => readonly string[], choose: (numbers: readonly string[]) => void, kind?: string): void {
  useGoOn((dialog, about, of) => {
    if (!isNamed(dialog) || about.length === 0 || (kind !== undefined && of !== kind) || same(about, picked())) return false;
    const there = new Set(all());
    if (about.every((number) => there.has(number))) choose(about);
    return false;
  });
}

/** Opens the dialog again in which words about these rows were being typed. */
export function useActAgain(numbers: () => readonly string[], open: (act: Act, kind: string) => boolean): void {
  useGoOn((dialog, about, kind) => isNamed(dialog) && same(about, numbers()) && open(acts[dialog], kind));
}
